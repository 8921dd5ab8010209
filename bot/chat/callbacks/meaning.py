"""What a song is about: the themes its words are sorted by, and going on where that had to wait."""

from bot.chat.callbacks.owners import OfDraft, OfJob


class PickSongTheme(OfDraft):
    tag = "md"
    page: int = 0


class ChooseSongTheme(OfDraft):
    """`theme` is a short form of the theme's id; `-` for the mood alone."""

    tag = "me"
    theme: str


class ReadSong(OfJob):
    """The words are there: have them read now."""

    tag = "mf"
