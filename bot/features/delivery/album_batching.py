"""Which files go out as one album: neighbours of one kind, up to ten, within what one request may hold.

Two would make an album, too (Bot API, sendMediaGroup: 2-10). They go one by one: the first can be
heard while the second is on its way, and a crash in between doubles one file, not both.
"""

from collections.abc import Iterator, Sequence
from typing import Protocol, TypeVar

from bot.features.delivery.file_kinds import Form, form_of

FEWEST, MOST = 3, 10


class Sized(Protocol):
    """A file with a name, a size in bytes if known, and the id Telegram knows it by, if any."""

    @property
    def filename(self) -> str: ...
    @property
    def size(self) -> int | None: ...
    @property
    def file_id(self) -> str | None: ...


S = TypeVar("S", bound=Sized)


def together(files: Sequence[S], largest: int) -> Iterator[list[S]]:
    """Batches in the given order; a batch of one is no album. `largest`: bytes of one request."""
    batch: list[S] = []
    for file in files:
        if batch and not _fits(batch, file, largest):
            yield from _album(batch)
            batch = []
        batch.append(file)
    yield from _album(batch)


def _album(batch: list[S]) -> Iterator[list[S]]:
    if len(batch) >= FEWEST:
        yield batch
    else:
        yield from ([file] for file in batch)


def _fits(batch: Sequence[Sized], file: Sized, largest: int) -> bool:
    form = form_of(file.filename)
    if form is Form.TEXT or form is not form_of(batch[0].filename) or len(batch) == MOST:
        return False
    weights = [_weight(each) for each in (*batch, file)]
    return None not in weights and sum(each or 0 for each in weights) <= largest


def _weight(file: Sized) -> int | None:
    """Bytes in the request; None: nobody knows beforehand, so the file goes alone."""
    return 0 if file.file_id else file.size
