"""What the sandbox's parts share: the world, the update queue, the limits, the records."""

import secrets
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.telegram.wire.errors import ApiError, Json, bad_request, forbidden
from bot.sandbox.telegram.wire.flood import Flood
from bot.sandbox.telegram.wire.limits import Limits
from bot.sandbox.telegram.wire.updates import UpdateQueue
from bot.sandbox.telegram.wire.webhook import Webhook
from bot.sandbox.telegram.world import Chat, World


@dataclass(frozen=True)
class Request:
    """One call of the bot. `params` as sent, files replaced by their names.

    A call is recorded when it ends, `at`; a long poll may have `arrived` long before.
    """

    method: str
    params: Json
    status: int
    description: str | None
    at: float
    arrived: float


@dataclass(frozen=True)
class Violation:
    """A call that a correct bot would not have made."""

    method: str
    description: str
    params: Json


@dataclass
class Query:
    """A pressed button waiting for its answer (Bot API, CallbackQuery)."""

    id: str
    asked: float
    answer: Json | None = None


@dataclass
class Profile:
    """What BotFather and the setMy… methods change; keys are language codes, "" for all."""

    name: dict[str, str] = field(default_factory=dict)
    description: dict[str, str] = field(default_factory=dict)
    short_description: dict[str, str] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)


Commands = dict[tuple[str, str], list[tuple[str, str]]]
"""(scope, language) -> [(command, description)]; scope is `default`, `all_private_chats`,
`chat:<id>`…"""


@dataclass
class State:
    """The whole server side of one bot."""

    token: str
    world: World
    updates: UpdateQueue
    limits: Limits
    flood: Flood
    local: bool
    privacy: bool = True
    query_lifetime: float = 30.0
    webhook: Webhook | None = None
    profile: Profile = field(default_factory=Profile)
    commands: Commands = field(default_factory=dict)
    queries: dict[str, Query] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    broken_uploads: int = 0
    violations: list[Violation] = field(default_factory=list)

    def ask(self) -> Query:
        query = Query(str(secrets.randbits(62)), self.world.now())
        self.queries[query.id] = query
        return query

    def chat(self, chat_id: int | str | None) -> Chat:
        """The chat a method names, also by a numeric string; a refusal when there is none."""
        if chat_id is None or chat_id == "":
            raise bad_request("chat_id is empty")
        found = self.world.chats.get(_number(chat_id))
        if found is None or found.bot_state == "unknown":
            raise bad_request("chat not found")
        return found

    def open_chat(self, chat_id: int | str | None) -> Chat:
        """The chat, if the bot may write there."""
        chat = self.chat(chat_id)
        if chat.migrated_to is not None:
            reason = "Bad Request: group chat was upgraded to a supergroup chat"
            where = {"migrate_to_chat_id": chat.migrated_to}
            raise ApiError(400, reason, fault=False, parameters=where)
        closed = {
            "blocked": "bot was blocked by the user",
            "kicked": f"bot was kicked from the {chat.type} chat",
            "left": f"bot is not a member of the {chat.type} chat",
        }
        if chat.bot_state in closed:
            raise forbidden(closed[chat.bot_state])
        return chat

    def record(self, request: Request, findings: list[str], *, fault: bool) -> None:
        self.requests.append(request)
        reasons = [*findings, *([request.description] if fault and request.description else [])]
        self.violations += [Violation(request.method, why, request.params) for why in reasons]
        self.world.bell.ring()


def _number(chat_id: int | str) -> int:
    try:
        return int(chat_id)
    except ValueError:
        raise bad_request("chat not found") from None


def given(value: Any) -> Any:
    """None for what the caller left to the bot library's own defaults."""
    return None if type(value).__name__ == "Default" else value
