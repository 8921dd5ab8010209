"""The bot's own address: its health, and what Telegram and MVSEP tell it there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import structlog

from bot.chat.incoming import BotApi
from bot.chat.incoming.http_server import add_health, make_app, serve
from bot.chat.incoming.webhook import add_webhook, announce_webhook
from bot.features.separate import ServiceWebhooks
from bot.net.retry import backoff
from bot.settings import Settings
from storage import Storage

log = structlog.get_logger()


@asynccontextmanager
async def listening(
    settings: Settings, storage: Storage, webhooks: ServiceWebhooks, new_updates: asyncio.Event
) -> AsyncIterator[None]:
    """The small HTTP server. Without a webhook it only answers /healthz, and may be missing.

    Raises OSError when a webhook's address is taken.
    """

    async def late_by() -> float:
        return await storage.jobs.late_by(storage.budget.per_minute)

    web = make_app()
    add_health(web, ping=storage.ping, late_by=late_by)
    if settings.public_url:
        add_webhook(web, storage.inbox, token=settings.bot_token, new=new_updates)
        webhooks.join(web)
    server = serve(web, settings.listen_host, settings.listen_port)
    try:
        await server.__aenter__()
    except OSError as error:
        if settings.public_url:
            raise
        log.warning("no health page: its address is taken", reason=str(error))
        yield
        return
    try:
        yield
    finally:
        await server.__aexit__(None, None, None)


async def announce(api: BotApi, settings: Settings) -> None:
    """The webhook's announcement, where there is one, repeated until Telegram takes it."""
    failures = 0
    while settings.public_url:
        try:
            await announce_webhook(api, settings.public_url, settings.bot_token)
        except Exception as error:  # the network, or Telegram's refusal: both may pass
            failures += 1
            log.warning("webhook not announced", reason=type(error).__name__)
            await asyncio.sleep(backoff(failures, 60.0))
        else:
            return
