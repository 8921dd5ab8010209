"""The plan of analysing a song's words: themes and the highest price, known before Start."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from bot.chat.display.screen import Button
from bot.features.separate import Gate
from bot.neuro_semantic import Theme

MOST_VERSES = 6  # of one song; each is a text that costs
NO_THEME = "-"
OF_SONGS = ("песн", "песен", "song", "lyric", "canci", "qoʻshiq", "qo'shiq")


@dataclass(frozen=True, slots=True)
class Plan:
    """Roubles for one verse, None for what nobody told; `themes` are all there are to choose from.

    `link` is the button to press first where no account is linked.
    """

    songs: int = 1
    themes: Sequence[Theme] = ()
    theme: Theme | None = None
    mood_price: Decimal | None = None
    theme_price: Decimal | None = None
    balance: Decimal | None = None
    link: Button | None = None

    @property
    def total(self) -> Decimal | None:
        """The most that it may cost."""
        prices = [self.mood_price, self.theme_price if self.theme else Decimal(0)]
        known = [each for each in prices if each is not None]
        return sum(known, Decimal(0)) * self.verses if len(known) == len(prices) else None

    @property
    def verses(self) -> int:
        """The most there may be."""
        return MOST_VERSES * self.songs

    @property
    def covered(self) -> bool:
        """Whether the account has enough, as far as is known; a negative one has not."""
        return self.balance is None or self.balance >= (self.total or Decimal(0))

    @property
    def gates(self) -> Sequence[Gate]:
        """Shown in the order's own words, so only whether they are closed matters here."""
        if self.link is not None:
            return [Gate("meaning-link")]
        return [] if self.covered else [Gate("meaning-too-dear")]

    @property
    def intention(self) -> dict[str, Any]:
        """The theme as it is now: it may be gone, or the service away, when the words are there."""
        return {"theme": self.theme.as_json() if self.theme else None}


def usual_theme(themes: Sequence[Theme]) -> Theme | None:
    """One about songs, else one's own, else any; one's own stand first."""
    about_songs = (each for each in themes if any(w in each.title.lower() for w in OF_SONGS))
    return next(about_songs, None) or next(iter(themes), None)
