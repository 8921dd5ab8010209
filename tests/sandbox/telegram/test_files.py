"""Files both ways: sizes, kinds, names, albums, local mode."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.sandbox.telegram import Limits, PrivateChat, TelegramSandbox
from tests.sandbox.telegram.conftest import Caller

PNG = b"\x89PNG\r\n\x1a\n" + bytes(64)
JPEG = b"\xff\xd8\xff" + bytes(64)


@pytest.mark.parametrize(
    ("method", "field", "name", "kind"),
    [
        ("sendAudio", "audio", "a.mp3", "audio"),
        ("sendAudio", "audio", "a.m4a", "audio"),
        ("sendAudio", "audio", "a.wav", "document"),
        ("sendDocument", "document", "a.flac", "document"),
        ("sendDocument", "document", "a.mp3", "audio"),
        ("sendVoice", "voice", "a.ogg", "voice"),
        ("sendVoice", "voice", "a.wav", "document"),
        ("sendVideo", "video", "a.mp4", "video"),
        ("sendAnimation", "animation", "a.gif", "animation"),
    ],
)
async def test_what_a_sent_file_becomes(
    call: Caller, chat: PrivateChat, method: str, field: str, name: str, kind: str
) -> None:
    status, body = await call.upload(method, {field: (name, b"data")}, chat_id=chat.id)
    assert status == 200, body
    assert body["result"][kind]["file_name" if kind != "voice" else "mime_type"]
    message = chat.answers[-1]
    assert message.kind == kind
    assert message.file is not None
    assert message.file.path.read_bytes() == b"data"
    assert call.sandbox.violations == []


async def test_detection_can_be_switched_off(call: Caller, chat: PrivateChat) -> None:
    files = {"document": ("a.mp3", b"data")}
    await call.upload("sendDocument", files, chat_id=chat.id, disable_content_type_detection=True)
    assert chat.answers[-1].kind == "document"


async def test_audio_keeps_what_was_said_about_it(call: Caller, chat: PrivateChat) -> None:
    files = {"audio": ("x.mp3", b"data"), "thumb": ("t.jpg", JPEG)}
    about = {"title": "Feeling", "performer": "Nina", "duration": 174, "caption": "<b>c</b>"}
    _, body = await call.upload(
        "sendAudio",
        files,
        chat_id=chat.id,
        thumbnail="attach://thumb",
        parse_mode="HTML",
        **about,
    )
    audio = body["result"]["audio"]
    assert (audio["title"], audio["performer"], audio["duration"]) == ("Feeling", "Nina", 174)
    assert audio["thumbnail"]["file_size"] == len(JPEG)
    assert body["result"]["caption"] == "c"
    message = chat.answers[-1]
    assert (message.title, message.performer, message.duration) == ("Feeling", "Nina", 174)
    again = await call("sendAudio", chat_id=chat.id, audio=audio["file_id"])
    assert again["audio"] == audio
    assert "type of file mismatch" in await call.refused(
        "sendDocument", chat_id=chat.id, document=audio["file_id"]
    )


async def test_names_on_the_wire(call: Caller, chat: PrivateChat) -> None:
    for name in ("Песня: (Вокал).wav", "one; two.wav"):
        await call.upload("sendDocument", {"document": (name, b"x")}, chat_id=chat.id)
    assert [one.filename for one in chat.answers] == ["Песня  (Вокал).wav", "one"]


async def test_bad_files(call: Caller, chat: PrivateChat) -> None:
    async def refused(method: str, files: dict[str, tuple[str, bytes]], **more: str) -> str:
        _, body = await call.upload(method, files, chat_id=chat.id, **more)
        return str(body["description"])

    assert "non-empty" in await refused("sendDocument", {"document": ("a.txt", b"")})
    assert "IMAGE_PROCESS_FAILED" in await refused("sendPhoto", {"photo": ("a.png", b"text")})
    files = {"audio": ("a.mp3", b"x"), "t": ("t.png", PNG)}
    assert "JPEG" in await refused("sendAudio", files, thumbnail="attach://t")
    await call.upload("sendMessage", {"stray": ("a", b"x")}, chat_id=chat.id, text="t")
    assert call.sandbox.violations[-1].description == "file part 'stray' is not used"


async def test_a_photo(call: Caller, chat: PrivateChat) -> None:
    _, body = await call.upload("sendPhoto", {"photo": ("p.png", PNG)}, chat_id=chat.id)
    assert body["result"]["photo"][0]["width"] == 1280


@pytest.fixture
async def small(session: aiohttp.ClientSession) -> AsyncIterator[Caller]:
    """A sandbox with limits of a few bytes."""
    limits = Limits(download=10, upload=100_000, photo=50)
    async with TelegramSandbox(limits=limits) as sandbox:
        yield Caller(sandbox, session)


async def test_sizes(small: Caller) -> None:
    chat = small.sandbox.person("Ada").private()
    sent = await chat.send_audio(b"12345678901", filename="a.mp3")
    assert sent.file is not None
    assert "file is too big" in await small.refused("getFile", file_id=sent.file.id)
    _, body = await small.upload("sendPhoto", {"photo": ("p.png", PNG)}, chat_id=chat.id)
    assert "too big for a photo" in body["description"]
    files = {"document": ("d.bin", bytes(100_001))}
    status, body = await small.upload("sendDocument", files, chat_id=chat.id)
    assert (status, body["description"]) == (413, "Request Entity Too Large")
    assert chat.answers == []


async def test_a_claimed_size_needs_no_content(call: Caller, chat: PrivateChat) -> None:
    sent = await chat.send_audio(b"x", filename="long.mp3", size=25_000_000)
    assert sent.file is not None
    *_, update = await call("getUpdates")
    assert update["message"]["audio"]["file_size"] == 25_000_000
    assert "file is too big" in await call.refused("getFile", file_id=sent.file.id)


async def test_download(call: Caller, chat: PrivateChat) -> None:
    sent = await chat.send_voice(b"opus data", duration=3)
    assert sent.file is not None
    path = (await call("getFile", file_id=sent.file.id))["file_path"]
    url = f"{call.sandbox.base_file_url}{call.sandbox.token}/{path}"
    async with call.session.get(url) as answer:
        assert await answer.read() == b"opus data"
        assert answer.content_length == 9
    async with call.session.get(url + "x") as answer:
        assert answer.status == 404


async def test_local_mode(session: aiohttp.ClientSession, tmp_path: Path) -> None:
    async with TelegramSandbox(local=True) as sandbox:
        call = Caller(sandbox, session)
        chat = sandbox.person("Ada").private()
        sent = await chat.send_document(b"x" * 30, filename="Моя песня.wav", size=90_000_000)
        assert sent.file is not None
        path = (await call("getFile", file_id=sent.file.id))["file_path"]
        assert path == str(sent.file.path.resolve())
        assert sent.file.path.read_bytes() == b"x" * 30
        stem = tmp_path / "a b.wav"
        stem.write_bytes(b"stem")
        await call("sendDocument", chat_id=chat.id, document=stem.as_uri())
        assert chat.answers[-1].filename == "a b.wav"
        assert stem.exists()
        assert sandbox.violations == []


async def test_albums(call: Caller, chat: PrivateChat) -> None:
    files = {"one": ("1.wav", b"1"), "two": ("2.mp3", b"2")}
    media = [
        {"type": "document", "media": "attach://one", "caption": "first"},
        {"type": "document", "media": "attach://two"},
    ]
    status, body = await call.upload("sendMediaGroup", files, chat_id=chat.id, media=media)
    assert status == 200, body
    assert len({one["media_group_id"] for one in body["result"]}) == 1
    assert [one.kind for one in chat.answers] == ["document", "document"]
    assert [one.text for one in chat.answers] == ["first", ""]


@pytest.mark.parametrize(
    ("kinds", "reason"),
    [
        (["audio"], "wrong number of messages"),
        (["audio"] * 11, "wrong number of messages"),
        (["audio", "document"], "can't be mixed"),
        (["document", "photo"], "can't be mixed"),
        (["animation", "photo"], "can't parse media"),
    ],
)
async def test_wrong_albums(
    call: Caller, chat: PrivateChat, kinds: list[str], reason: str
) -> None:
    files = {"f": ("1.png", PNG)}
    media = [{"type": kind, "media": "attach://f"} for kind in kinds]
    _, body = await call.upload("sendMediaGroup", files, chat_id=chat.id, media=media)
    assert reason in body["description"]
    assert chat.answers == []


async def test_an_upload_that_breaks_off_leaves_nothing(
    call: Caller, chat: PrivateChat, caplog: pytest.LogCaptureFixture
) -> None:
    _reader, writer = await asyncio.open_connection("127.0.0.1", int(call.sandbox.url[-5:]))
    head = (
        f"POST /bot{call.sandbox.token}/sendDocument HTTP/1.1\r\nHost: x\r\n"
        "Content-Type: multipart/form-data; boundary=B\r\nContent-Length: 100000\r\n\r\n"
        '--B\r\nContent-Disposition: form-data; name="document"; filename="a.wav"\r\n\r\n'
    )
    writer.write(head.encode() + bytes(50_000))
    await writer.drain()
    writer.close()
    await writer.wait_closed()
    await call.sandbox.until(lambda: call.sandbox.broken_uploads == 1)
    assert chat.answers == []
    assert call.sandbox.violations == []
    assert caplog.records == []
