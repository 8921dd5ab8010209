"""The bots that are measured, each a process: `python -m tests.benchmarks.bots ours|aiogram|ptb`."""

import asyncio
import contextlib
import gc
import os
import sys
from collections.abc import Callable

TOKEN = "1:AAbench"


def ours() -> int:
    """The whole real bot; only the courtesy of 30 messages a second is switched off."""
    gc.disable()
    from bot.process.run import run  # noqa: PLC0415

    return run(per_second=None)


async def with_aiogram(url: str) -> None:
    """A bare echo bot."""
    from aiogram import Bot, Dispatcher  # noqa: PLC0415
    from aiogram.client.session.aiohttp import AiohttpSession  # noqa: PLC0415
    from aiogram.client.telegram import TelegramAPIServer  # noqa: PLC0415
    from aiogram.types import Message  # noqa: PLC0415

    bot = Bot(TOKEN, session=AiohttpSession(api=TelegramAPIServer.from_base(url)))
    dispatcher = Dispatcher()

    async def echo(message: Message) -> None:
        await message.answer(message.text or "")

    dispatcher.message.register(echo)
    await dispatcher.start_polling(bot, handle_signals=False)


def with_ptb(url: str) -> None:
    """A bare echo bot that handles updates side by side."""
    from telegram import Update  # noqa: PLC0415
    from telegram.ext import Application, ContextTypes, MessageHandler, filters  # noqa: PLC0415

    async def echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message:
            await update.message.reply_text(update.message.text or "")

    builder = Application.builder().token(TOKEN).base_url(f"{url}/bot")
    application = builder.concurrent_updates(True).pool_timeout(60).build()
    application.add_handler(MessageHandler(filters.ALL, echo))
    application.run_polling()


WAYS: dict[str, Callable[[str], object]] = {
    "ours": lambda _url: ours(),
    "aiogram": lambda url: asyncio.run(with_aiogram(url)),
    "ptb": with_ptb,
}

if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        WAYS[sys.argv[1]](os.environ.get("STEMGRAM_BOT_API_URL", ""))
