"""The bots that are measured, each a process: `python -m tests.benchmarks.bots ours|aiogram|ptb`."""

import asyncio
import contextlib
import os
import signal
import sys

TOKEN = "1:AAbench"


async def ours() -> None:
    """The whole real bot; only the courtesy of 30 messages a second is switched off."""
    from bot.app import build_app  # noqa: PLC0415
    from bot.ops import set_up_logging  # noqa: PLC0415
    from bot.settings import load_settings  # noqa: PLC0415

    settings = load_settings(None)
    set_up_logging(settings.log_level)
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    async with build_app(settings, per_second=None) as app:
        await app.run(stop)


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


if __name__ == "__main__":
    which, address = sys.argv[1], os.environ.get("STEMGRAM_BOT_API_URL", "")
    with contextlib.suppress(KeyboardInterrupt):
        if which == "ptb":
            with_ptb(address)
        else:
            asyncio.run(ours() if which == "ours" else with_aiogram(address))
