"""How a file is carried: the ways in turn, albums in one request, texts with their beginning."""

from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass, field, replace
from typing import Any

import pytest
from telegram import InputFile
from telegram.error import BadRequest

from bot.chat.outgoing.outgoing_file import OutgoingFile, Sent
from bot.chat.outgoing.sender import Sender
from bot.features.delivery import Carrier, Limits, Parcel, TooBig
from bot.features.delivery.send_methods import Candidate
from bot.features.separate.reporting.result_screens import beginning
from bot.net.streams import Opened, Source, bytes_source
from storage import Place

HERE = Place(7)
MUSIC = Candidate("a.mp3", "https://mvsep.com/r/a.mp3", 5)


@dataclass
class FakeSender(Sender):
    """Takes tracks; `refuses` are files it does not take."""

    refuses: tuple[str, ...] = ()
    taken: list[Any] = field(default_factory=list)

    async def busy(self, *_: Any) -> None:
        self.taken.append("busy")

    async def send_track(self, _place: Place, track: OutgoingFile, **_: Any) -> Sent:  # type: ignore[override]
        if track.file in self.refuses:
            raise BadRequest("wrong file identifier/HTTP URL specified")
        self.taken.append(track)
        return Sent(1, "F")

    async def send_album(  # type: ignore[override]
        self, _place: Place, tracks: Sequence[OutgoingFile], **_: Any
    ) -> list[Sent]:
        self.taken.append(tracks)
        return [Sent(n, f"F{n}") for n, _ in enumerate(tracks)]


def parcel(candidate: Candidate, data: bytes = b"12345", **about: Any) -> Parcel:
    return Parcel(candidate, lambda: bytes_source(data), "A", **about)


async def test_a_refused_way_leads_to_the_next() -> None:
    sender = FakeSender(refuses=("F", MUSIC.url))
    carrier = Carrier(sender, Limits())
    await carrier.carry(HERE, parcel(replace(MUSIC, file_id="F")))
    assert isinstance(sender.taken[-1].file, InputFile)
    sender = FakeSender(refuses=("F",))
    await Carrier(sender, Limits()).carry(HERE, parcel(replace(MUSIC, file_id="F")))
    assert [track.file for track in sender.taken] == [MUSIC.url]


async def test_what_nobody_takes_is_an_error() -> None:
    carrier = Carrier(FakeSender(refuses=("F",)), Limits())
    with pytest.raises(BadRequest):
        await carrier.carry(HERE, parcel(Candidate("a.mp3", "", 5, file_id="F")))
    with pytest.raises(TooBig):
        await carrier.carry(HERE, parcel(replace(MUSIC, size=51_000_000)))
    surprise = replace(MUSIC, url="http://x/a.mp3", size=None)
    with pytest.raises(TooBig):
        await Carrier(FakeSender(), Limits(upload=4)).carry(HERE, parcel(surprise))


async def test_an_album_opens_each_source_when_its_turn_comes() -> None:
    opened: list[str] = []

    def source(name: str) -> Source:
        inner = bytes_source(b"12345")

        def opening() -> AbstractAsyncContextManager[Opened]:
            opened.append(name)
            return inner.open()

        return Source(5, opening)

    upload = replace(MUSIC, url="http://x/a.mp3")
    parcels = [Parcel(upload, lambda name=n: source(name), n) for n in "abc"]  # type: ignore[misc]
    sender = FakeSender()
    sent = await Carrier(sender, Limits()).carry_together(HERE, parcels)
    assert [one.message_id for one in sent] == [0, 1, 2]
    assert opened == []
    content = sender.taken[-1][1].file.input_file_content.take()
    assert content.size == 5


async def test_a_text_is_shown_and_sent_whole() -> None:
    sender = FakeSender()
    words = ("\ufeff<b>one</b> & two\n" + "next\n" * 9000).encode()
    text = Candidate("a.txt", "http://x/a.txt", len(words))
    await Carrier(sender, Limits()).carry(HERE, parcel(text, words, show=beginning))
    track = sender.taken[-1]
    assert track.caption.startswith("&lt;b&gt;one&lt;/b&gt; &amp; two\nnext")
    assert track.caption.endswith("\n…")
    content = track.file.input_file_content.take()
    assert b"".join([chunk async for chunk in content.chunks]) == words


def test_a_beginning_counts_as_telegram_counts() -> None:
    shown = beginning("🎵" * 900)
    assert len(shown.encode("utf-16-le")) // 2 <= 1024
    assert beginning("short") == "short"
