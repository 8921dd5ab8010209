"""python-telegram-bot understands the sandbox, and the sandbox it."""

import io
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import telegram
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, InputFile, InputMediaDocument

from bot.sandbox.telegram import PrivateChat, TelegramSandbox


@pytest.fixture
async def bot(sandbox: TelegramSandbox) -> AsyncIterator[telegram.Bot]:
    bot = telegram.Bot(
        sandbox.token, base_url=sandbox.base_url, base_file_url=sandbox.base_file_url
    )
    async with bot:
        yield bot
    assert sandbox.violations == []


async def test_who_am_i(bot: telegram.Bot) -> None:
    assert bot.username == "stemgram_bot"


async def test_texts_buttons_and_edits(bot: telegram.Bot, chat: PrivateChat) -> None:
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    sent = await bot.send_message(chat.id, "<i>Hi</i>", parse_mode="HTML", reply_markup=keys)
    assert sent.text_html == "<i>Hi</i>"
    with pytest.raises(telegram.error.BadRequest, match="not modified"):
        await sent.edit_text("<i>Hi</i>", parse_mode="HTML", reply_markup=keys)
    await sent.edit_text("Bye")
    await sent.reply_text("Quoted", do_quote=True)
    assert chat.answers[-1].reply_to is chat.answers[0]
    assert await sent.delete()


async def test_updates_and_callback_queries(
    bot: telegram.Bot, chat: PrivateChat, sandbox: TelegramSandbox
) -> None:
    (start,) = await bot.get_updates()
    assert start.message is not None
    assert start.message.text == "/start"
    keys = InlineKeyboardMarkup([[InlineKeyboardButton("Go", callback_data="go")]])
    sent = await bot.send_message(chat.id, "Ready", reply_markup=keys)
    with pytest.raises(AssertionError):
        await chat.tap("Go", timeout=0)
    (pressed,) = await bot.get_updates(offset=start.update_id + 1, timeout=1)
    assert pressed.callback_query is not None
    assert pressed.callback_query.message == sent
    await pressed.callback_query.answer("ok")
    assert [query.answer for query in sandbox.state.queries.values()] == [
        {"text": "ok", "alert": False, "url": None}
    ]


async def test_files_both_ways(bot: telegram.Bot, chat: PrivateChat) -> None:
    name = 'Nina S. - "Песня" (Vocals).mp3'
    file = InputFile(io.BytesIO(b"mp3 data"), filename=name)
    sent = await bot.send_audio(chat.id, file, title="Песня", performer="Nina S.", duration=5)
    assert sent.audio is not None
    assert (sent.audio.title, sent.audio.file_name) == (
        "Песня",
        "Nina S. - %22Песня%22 (Vocals).mp3",
    )
    group = await bot.send_media_group(
        chat.id,
        [
            InputMediaDocument(InputFile(io.BytesIO(b"1"), filename="1.wav", attach=True)),
            InputMediaDocument(InputFile(io.BytesIO(b"2"), filename="2.wav", attach=True)),
        ],
        caption="Two",
    )
    assert [one.document.file_name for one in group if one.document] == ["1.wav", "2.wav"]
    voice = await chat.send_voice(b"opus", duration=2)
    assert voice.file is not None
    fetched = await bot.get_file(voice.file.id)
    assert await fetched.download_as_bytearray() == b"opus"


async def test_errors_become_the_librarys_own(
    bot: telegram.Bot,
    chat: PrivateChat,
    sandbox: TelegramSandbox,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "1")
    sandbox.faults.add("429", "sendMessage", seconds=4)
    with pytest.raises(telegram.error.RetryAfter) as later:
        await bot.send_message(chat.id, "x")
    assert str(later.value).startswith("Flood control exceeded")
    chat.block()
    with pytest.raises(telegram.error.Forbidden):
        await bot.send_message(chat.id, "x")
    group = sandbox.group("Band", [sandbox.person("Ben")])
    old = group.id
    new = group.migrate()
    with pytest.raises(telegram.error.ChatMigrated) as moved:
        await bot.send_message(old, "x")
    assert moved.value.new_chat_id == new


async def test_local_mode(tmp_path: Path) -> None:
    song = tmp_path / "song.wav"
    song.write_bytes(b"wav")
    async with TelegramSandbox(local=True) as sandbox:
        chat = sandbox.person("Ada").private()
        said = await chat.send_audio(b"abc", filename="a.mp3")
        assert said.file is not None
        bot = telegram.Bot(sandbox.token, base_url=sandbox.base_url, local_mode=True)
        async with bot:
            sent = await bot.send_document(chat.id, song)
            assert sent.document is not None
            assert sent.document.file_name == "song.wav"
            fetched = await bot.get_file(said.file.id)
            assert fetched.file_path == str(said.file.path)
        assert sandbox.violations == []
