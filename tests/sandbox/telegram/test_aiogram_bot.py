"""A bot written with another library lives in the sandbox as at home."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
)

from bot.sandbox.telegram import TelegramSandbox

KEYS = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Again", callback_data="again")]]
)


def echo_bot() -> Dispatcher:
    """Echoes texts with a button, sends files back, answers the button."""
    dispatcher = Dispatcher()

    @dispatcher.message(F.text)
    async def echo(message: Message) -> None:
        await message.answer(f"<b>{message.text}</b>", parse_mode="HTML", reply_markup=KEYS)

    @dispatcher.message(F.document)
    async def send_back(message: Message, bot: Bot) -> None:
        assert message.document is not None
        content = await bot.download(message.document)
        assert content is not None
        file = BufferedInputFile(content.read()[::-1], filename="back.wav")
        await message.answer_document(file, caption="Your file")

    @dispatcher.callback_query(F.data == "again")
    async def again(query: CallbackQuery) -> None:
        await query.answer("Once more")
        assert isinstance(query.message, Message)
        await query.message.edit_text("Edited")

    return dispatcher


@pytest.fixture
async def running(sandbox: TelegramSandbox) -> AsyncIterator[TelegramSandbox]:
    server = TelegramAPIServer.from_base(sandbox.url)
    bot = Bot(sandbox.token, session=AiohttpSession(api=server))
    dispatcher = echo_bot()
    polling = asyncio.create_task(
        dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5)
    )
    yield sandbox
    await sandbox.until(lambda: sandbox.state.updates.polled)
    await dispatcher.stop_polling()
    await polling


async def test_an_echo_bot_with_a_button_and_a_file(running: TelegramSandbox) -> None:
    chat = running.person("Ada").private()
    await chat.say("hello")
    message = await chat.wait_text("hello")
    assert message.html == "<b>hello</b>"
    popup = await chat.tap("Again")
    assert popup.text == "Once more"
    await chat.wait_text("Edited")
    await chat.send_document(b"abc", filename="there.wav")
    back = await chat.wait_text("Your file")
    assert back.file is not None
    assert (back.filename, back.file.path.read_bytes()) == ("back.wav", b"cba")
    assert running.violations == []
