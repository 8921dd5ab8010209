"""`python -m bot run`: the bot as a process, from its settings to its last word."""

import asyncio
import gc
import signal
import sys

from bot.chat.outgoing.send_queue import PER_SECOND
from bot.logs import set_up_logging
from bot.process.app import build_app
from bot.settings import Settings, SettingsError, Unusable, load_settings

UNUSABLE = 2  # exit code for what the operator has to mend


def run(*, per_second: float | None = PER_SECOND) -> int:
    """The process's exit code; `per_second` is that of `build_app`."""
    try:
        settings = load_settings()
    except SettingsError as error:
        return _unusable(*error.lines)
    secrets = [settings.bot_token, *settings.secret_keys]
    if settings.shared_mvsep_token:
        secrets.append(settings.shared_mvsep_token)
    set_up_logging(settings.log_level, secrets=secrets)
    try:
        asyncio.run(_serve(settings, per_second))
    except (Unusable, OSError) as error:
        return _unusable(str(error))
    return 0


async def _serve(settings: Settings, per_second: float | None) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, stop.set)
    async with build_app(settings, per_second=per_second) as app:
        await app.run(stop, loaded=_settle)


def _settle() -> None:
    # Modules stay as long as the process does: the collector need not look through them again.
    gc.freeze()
    gc.enable()


def _unusable(*lines: str) -> int:
    for line in lines:
        sys.stderr.write(line + "\n")
    return UNUSABLE
