"""Checks before Start: limits of the plan, models, formats, credits."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.features.catalogue import FROM_NOTHING, FROM_TWO_FILES, PREMIUM_ONLY
from bot.features.separate.draft.choice import Choice, missing_texts
from bot.features.separate.draft.contents import DraftContents
from bot.features.separate.draft.song import Song
from bot.mvsep import Account, Algorithm

MEGABYTE = 1024 * 1024
FREE_SIZE, PREMIUM_SIZE = 100 * MEGABYTE, 1000 * MEGABYTE  # bytes an account may upload
FREE_LENGTH, PREMIUM_LENGTH = 10 * 60, 100 * 60  # seconds
PREMIUM_FORMATS = frozenset({4, 5})
DAILY = 50  # jobs a free account has in a day, about
NEARLY = 45


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the person's account now; None for what could not be asked."""

    account: Account | None = None
    running: int = 0
    today: int = 0


@dataclass(frozen=True, slots=True)
class Gate:
    """A text to say; a closed gate takes the Start button away."""

    key: str
    arguments: dict[str, str | int] = field(default_factory=dict)
    closed: bool = True


def gates(
    contents: DraftContents,
    algorithms: Sequence[Algorithm],
    output_format: int,
    price: int | None,
    standing: Standing,
) -> list[Gate]:
    """Everything that stands in the way of these songs with these algorithms, or is worth knowing."""
    found = [*_of_kind(contents, algorithms)]
    account = standing.account
    if account is None:
        return found
    found += [gate for song in contents.songs for gate in _of_song(song, account)]
    found += _of_plan(algorithms, output_format, account)
    found += _of_money(price, account)
    found += _of_turn(contents, standing, account)
    return list({gate.key: gate for gate in found}.values())


def text_gates(orders: Sequence[tuple[Algorithm, Choice]]) -> list[Gate]:
    """What nobody has written yet and an algorithm can't do without."""
    missing = [
        (algorithm, field)
        for algorithm, choice in orders
        for field in missing_texts(algorithm, choice)[:1]
    ]
    return [Gate("gate-text", {"name": each.name, "field": field.text}) for each, field in missing]


def _of_kind(contents: DraftContents, algorithms: Sequence[Algorithm]) -> Iterator[Gate]:
    """Two-file algorithms take no links; who makes sound from words alone takes no song, and no other can."""
    kinds = {song.kind for song in contents.songs}
    widgets = {each.widget for each in algorithms}
    if (FROM_TWO_FILES in widgets and kinds != {"file"}) or (
        "none" in kinds and widgets != {FROM_NOTHING}
    ):
        yield Gate("gate-files")
    elif FROM_NOTHING in widgets and "none" not in kinds:
        yield Gate("gate-words-only")


def _of_song(song: Song, account: Account) -> Iterator[Gate]:
    size = PREMIUM_SIZE if account.premium else FREE_SIZE
    length = PREMIUM_LENGTH if account.premium else FREE_LENGTH
    if song.size and song.size > size:
        yield Gate("gate-size", {"limit": size // MEGABYTE})
    if song.duration and song.duration > length:
        yield Gate("gate-length", {"limit": length // 60})


def _of_plan(
    algorithms: Sequence[Algorithm], output_format: int, account: Account
) -> Iterator[Gate]:
    if account.premium:
        return
    if any(each.orientation == PREMIUM_ONLY for each in algorithms):
        yield Gate("gate-premium")
    if output_format in PREMIUM_FORMATS:
        yield Gate("gate-format")


def _of_money(price: int | None, account: Account) -> Iterator[Gate]:
    if account.premium and price is not None and price > account.credits:
        yield Gate("gate-credits", {"price": price, "have": account.credits})


def _of_turn(contents: DraftContents, standing: Standing, account: Account) -> Iterator[Gate]:
    if account.premium:
        return
    if standing.running or len(contents.songs) > 1:
        yield Gate("gate-one-by-one", closed=False)
    if standing.today >= NEARLY:
        yield Gate("gate-daily", {"n": standing.today, "limit": DAILY}, closed=False)
