"""The answer to a pressed button."""

from aiogram.methods import AnswerCallbackQuery

from bot.sandbox.telegram.methods.registry import plays
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.wire.errors import bad_request
from bot.sandbox.telegram.wire.limits import ANSWER_LENGTH, utf16
from bot.sandbox.telegram.world import Event

TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@plays(AnswerCallbackQuery)
async def answer_callback_query(state: State, call: AnswerCallbackQuery) -> bool:
    if utf16(call.text or "") > ANSWER_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    if call.url and not call.url.startswith(f"https://t.me/{state.world.bot.username}?"):
        raise bad_request("URL_INVALID")
    query = state.queries.get(call.callback_query_id)
    late = query is not None and state.world.now() - query.asked > state.query_lifetime
    if query is None or late or query.answer is not None:
        raise bad_request(TOO_OLD, fault=False)
    query.answer = {"text": call.text or "", "alert": bool(call.show_alert), "url": call.url}
    state.world.happened(Event("answer", 0, detail=query.answer))
    return True
