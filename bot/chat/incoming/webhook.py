"""Takes updates that Telegram delivers by HTTP and says yes only after they are safely stored."""

import asyncio
import hashlib
import hmac
import json
import logging
from collections.abc import Sequence

from aiohttp import web
from pydantic import SecretStr

from bot.chat.incoming.poller import Store
from bot.chat.incoming.raw_bot_api import BotApi
from bot.chat.incoming.raw_update import WANTED, arrived
from bot.logs import error_id
from storage import Arrived

log = logging.getLogger(__name__)

SLOWEST_BODY = 20.0  # seconds

_HEADER = "X-Telegram-Bot-Api-Secret-Token"


def webhook_path(token: SecretStr) -> str:
    """Where updates are accepted: a path nobody can guess, the same in every process."""
    return f"/telegram/{_derived(token, 'path')[:32]}"


def webhook_secret(token: SecretStr) -> SecretStr:
    """What Telegram must show with each update (Bot API, setWebhook, `secret_token`)."""
    return SecretStr(_derived(token, "secret"))


async def announce_webhook(
    api: BotApi, public_url: str, token: SecretStr, wanted: Sequence[str] = WANTED
) -> None:
    """Tell Telegram to deliver to `public_url` (an https origin); updates that wait are kept.

    Raises what BotApi.call raises.
    """
    question = {
        "url": public_url.rstrip("/") + webhook_path(token),
        "secret_token": webhook_secret(token).get_secret_value(),
        "allowed_updates": list(wanted),
        "drop_pending_updates": False,
    }
    await api.call("setWebhook", question)


def add_webhook(
    app: web.Application, inbox: Store, *, token: SecretStr, new: asyncio.Event
) -> None:
    """Accept updates at `webhook_path(token)`; `new` is set when one has been stored."""
    secret = webhook_secret(token)

    async def take(request: web.Request) -> web.Response:
        if not _knows(request, secret):
            return web.Response(status=401)
        row = arrived(_parsed(await _body(request)))
        if row is None:
            return web.Response()  # told to the log; a refusal would bring it again for ever
        return await _keep(inbox, row, new)

    app.router.add_post(webhook_path(token), take)


def _derived(token: SecretStr, purpose: str) -> str:
    key = token.get_secret_value().encode()
    return hmac.new(key, f"stemgram webhook {purpose}".encode(), hashlib.sha256).hexdigest()


def _knows(request: web.Request, secret: SecretStr) -> bool:
    shown = request.headers.get(_HEADER, "").encode(errors="replace")
    return hmac.compare_digest(shown, secret.get_secret_value().encode())


async def _body(request: web.Request) -> bytes:
    try:
        async with asyncio.timeout(SLOWEST_BODY):
            return await request.read()
    except TimeoutError:
        raise web.HTTPRequestTimeout from None


def _parsed(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


async def _keep(inbox: Store, row: Arrived, new: asyncio.Event) -> web.Response:
    try:
        await inbox.store([row])
    except Exception:
        log.exception("an update could not be stored (%s); Telegram will repeat it", error_id())
        return web.Response(status=503)
    new.set()
    return web.Response()
