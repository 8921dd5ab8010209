"""How the bot gets its updates, and leaves the server."""

import re

from aiogram.methods import (
    Close,
    DeleteWebhook,
    GetMe,
    GetUpdates,
    GetWebhookInfo,
    LogOut,
    SetWebhook,
)

from bot.sandbox.telegram.methods.registry import RawResult, plays
from bot.sandbox.telegram.shapes import user_json
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.errors import Json, bad_request
from bot.sandbox.telegram.wire.webhook import Webhook

SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
ADDRESS = re.compile(r"(https://|http://(127\.0\.0\.1|localhost)[:/])\S+")


@plays(GetMe)
async def get_me(state: State, _: GetMe) -> Json:
    return user_json(state.world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": not state.privacy,
        "supports_inline_queries": False,
        "can_connect_to_business": False,
        "has_main_web_app": False,
    }


@plays(GetUpdates)
async def get_updates(state: State, call: GetUpdates) -> RawResult:
    queue = state.updates
    if call.allowed_updates is not None:
        queue.allowed = list(call.allowed_updates)
    batch = await queue.poll(call.offset or 0, call.limit or 100, float(call.timeout or 0))
    return RawResult("[" + ",".join(batch) + "]")


@plays(SetWebhook)
async def set_webhook(state: State, call: SetWebhook) -> bool:
    if not call.url:
        return await _unset(state, drop=bool(call.drop_pending_updates))
    _check_webhook(call)
    await _unset(state, drop=bool(call.drop_pending_updates))
    if call.allowed_updates is not None:
        state.updates.allowed = list(call.allowed_updates)
    state.webhook = Webhook(state.updates, call.url, call.secret_token, call.max_connections or 40)
    state.webhook.start()
    state.updates.activate_webhook()
    return True


@plays(DeleteWebhook)
async def delete_webhook(state: State, call: DeleteWebhook) -> bool:
    return await _unset(state, drop=bool(call.drop_pending_updates))


@plays(GetWebhookInfo)
async def get_webhook_info(state: State, _: GetWebhookInfo) -> Json:
    webhook = state.webhook
    info: Json = {
        "url": webhook.url if webhook else "",
        "has_custom_certificate": False,
        "pending_update_count": len(state.updates.entries),
    }
    if webhook is None:
        return info
    info["max_connections"] = webhook.max_connections
    if webhook.last_error:
        now = int(state.world.now())
        info |= {"last_error_date": now, "last_error_message": webhook.last_error}
    return info


@plays(LogOut)
async def log_out(_: State, __: LogOut) -> bool:
    return True


@plays(Close)
async def close(_: State, __: Close) -> bool:
    return True


def _check_webhook(call: SetWebhook) -> None:
    """Loopback addresses may be plain http here; elsewhere the server wants https."""
    if not ADDRESS.fullmatch(call.url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if call.secret_token is not None and not SECRET.fullmatch(call.secret_token):
        raise bad_request("secret token contains unallowed characters")
    if call.max_connections is not None and not 1 <= call.max_connections <= 100:
        raise bad_request("max_connections must be between 1 and 100")


async def _unset(state: State, *, drop: bool) -> bool:
    if state.webhook is not None:
        await state.webhook.stop()
    state.webhook = None
    state.updates.webhook_active = False
    if drop:
        state.updates.drop()
    return True
