"""Sends files into a chat, one by one or as an album, by the first method that works."""

from collections.abc import AsyncGenerator, AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace

import structlog
from telegram import InlineKeyboardMarkup, InputFile
from telegram.constants import ChatAction
from telegram.error import BadRequest

from bot.chat.outgoing.outgoing_file import OutgoingFile, Sent
from bot.chat.outgoing.sender import Sender
from bot.chat.outgoing.telegram_request import stream_input
from bot.features.delivery.file_kinds import MIME, Form, extension_in, form_of
from bot.features.delivery.send_methods import Candidate, Limits, Rung, TooBig, ways
from bot.net.streams import Opened, Source
from storage import Place

log = structlog.get_logger()
SHOWN = 900  # characters of a text under its file; a caption holds 1024 (Bot API, sendDocument)
LOOKED_AT = 16 * 1024  # bytes of a text read for that


@dataclass(frozen=True, slots=True)
class Parcel:
    """A file on its way: what the ladder looks at, where it is read, and what people see of it.

    `show` makes a text's caption of its beginning.
    """

    candidate: Candidate
    source: Callable[[], Source]
    title: str
    performer: str | None = None
    duration: int | None = None  # seconds
    cover: bytes | None = None  # JPEG
    caption: str | None = None
    markup: InlineKeyboardMarkup | None = None
    show: Callable[[str], str] | None = None

    @property
    def filename(self) -> str:
        return self.candidate.filename


class Empty(Exception):
    """A text without a single character; Telegram takes no empty file."""


class Carrier:
    """The last steps to Telegram; every rung of the ladder ends here."""

    def __init__(self, sender: Sender, limits: Limits) -> None:
        self._sender = sender
        self.limits = limits

    async def carry(self, place: Place, parcel: Parcel, *, silent: bool = False) -> Sent:
        """Send one file; a way that Telegram refuses leads to the next.

        Raises `TooBig`, `Empty`, errors of the source and of Telegram.
        """
        left = list(ways(parcel.candidate, self.limits))
        if not left:
            raise TooBig(parcel.candidate.size or 0)
        while way := left.pop(0):
            log.info("file goes out", rung=str(way.rung), why=way.why)
            try:
                if way.rung is Rung.UPLOAD:
                    return await self._upload(place, parcel, silent=silent)
                track = _track(parcel, _reference(parcel, way.rung))
                return await self._sender.send_track(place, track, silent=silent)
            except BadRequest as refusal:
                if not left:
                    raise
                log.info("way refused", rung=str(way.rung), reason=refusal.message)
        raise TooBig(parcel.candidate.size or 0)

    async def carry_together(
        self, place: Place, parcels: Sequence[Parcel], *, silent: bool = False
    ) -> list[Sent]:
        """Send an album in the given order, each file by its best way; all arrive or none."""
        await self._sender.busy(place, ChatAction.UPLOAD_DOCUMENT)
        async with AsyncExitStack() as stack:
            tracks = [await self._in_album(stack, parcel) for parcel in parcels]
            return await self._sender.send_album(place, tracks, silent=silent)

    async def _in_album(self, stack: AsyncExitStack, parcel: Parcel) -> OutgoingFile:
        way = next(ways(parcel.candidate, self.limits), None)
        if way is None:
            raise TooBig(parcel.candidate.size or 0)
        log.info("file goes out in an album", rung=str(way.rung), why=way.why)
        if way.rung is not Rung.UPLOAD:
            return _track(parcel, _reference(parcel, way.rung))
        late = _opened_late(parcel.source(), parcel.candidate.size)
        opened = await stack.enter_async_context(late)
        return _upload_of(parcel, opened, attach=True)

    async def _upload(self, place: Place, parcel: Parcel, *, silent: bool) -> Sent:
        """Stream a file from the service to the chat, without a file in between."""
        await self._sender.busy(place, ChatAction.UPLOAD_DOCUMENT)
        async with parcel.source().open() as opened:
            size = opened.size or parcel.candidate.size or 0
            if size > self.limits.upload:
                raise TooBig(size)
            if form_of(parcel.filename) is Form.TEXT and parcel.show:
                whole, beginning = await _with_beginning(opened)
                if not beginning:
                    raise Empty
                parcel = replace(parcel, caption=parcel.show(beginning))
            else:
                whole = opened
            track = _upload_of(parcel, whole)
            return await self._sender.send_track(place, track, silent=silent)


def _reference(parcel: Parcel, rung: Rung) -> str:
    """What Telegram finds the file by itself with."""
    known = parcel.candidate.file_id
    return known if rung is Rung.KNOWN and known else parcel.candidate.url


def _upload_of(parcel: Parcel, opened: Opened, *, attach: bool = False) -> OutgoingFile:
    """Content that is streamed; a cover goes along, always as a new file (Bot API, sendAudio)."""
    mime = MIME.get(extension_in(parcel.filename), "application/octet-stream")
    track = _track(parcel, stream_input(opened, parcel.filename, mime, attach=attach))
    if parcel.cover is None:
        return track
    return replace(track, cover=InputFile(parcel.cover, "cover.jpg", attach=True))


def _track(parcel: Parcel, file: object) -> OutgoingFile:
    return OutgoingFile(
        file=file,  # type: ignore[arg-type]
        extension=extension_in(parcel.filename),
        title=parcel.title,
        performer=parcel.performer,
        duration=parcel.duration,
        caption=parcel.caption,
        markup=parcel.markup,
    )


@asynccontextmanager
async def _opened_late(source: Source, size: int | None) -> AsyncGenerator[Opened]:
    """A pass that is begun when its turn in the album comes: no connection idles before."""
    async with AsyncExitStack() as stack:

        async def chunks() -> AsyncIterator[bytes]:
            opened = await stack.enter_async_context(source.open())
            async for chunk in opened.chunks:
                yield chunk

        yield Opened(chunks(), size)


async def _with_beginning(opened: Opened) -> tuple[Opened, str]:
    """The first words of a text, and the pass as if nothing had been read of it."""
    read: list[bytes] = []
    async for chunk in opened.chunks:
        read.append(chunk)
        if sum(map(len, read)) >= LOOKED_AT:
            break

    async def again() -> AsyncIterator[bytes]:
        for chunk in read:
            yield chunk
        async for chunk in opened.chunks:
            yield chunk

    beginning = b"".join(read)[:LOOKED_AT].decode("utf-8", "ignore").lstrip("\ufeff")
    return Opened(again(), opened.size), beginning
