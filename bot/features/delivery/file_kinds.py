"""What kinds of result there are, and how each is shown in a chat."""

from enum import StrEnum

from bot.chat.outgoing.outgoing_file import MUSIC

MIME = {
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "wav": "audio/wav",
    "flac": "audio/flac",
    "txt": "text/plain",
    "srt": "application/x-subrip",
    "vtt": "text/vtt",
    "json": "application/json",
    "mid": "audio/midi",
    "midi": "audio/midi",
    "zip": "application/zip",
}
TEXTS = frozenset({"txt", "srt", "vtt", "json"})


class Form(StrEnum):
    """Music has a player, a text is shown as well, everything else is a file kept as it is."""

    MUSIC = "music"
    TEXT = "text"
    FILE = "file"


def form_of(filename: str) -> Form:
    extension = extension_in(filename)
    if extension in MUSIC:
        return Form.MUSIC
    return Form.TEXT if extension in TEXTS else Form.FILE


def extension_in(filename: str) -> str:
    return filename.rpartition(".")[2].lower()
