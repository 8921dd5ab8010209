"""Which function plays which method."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from aiogram.methods import TelegramMethod

from bot.sandbox.telegram.state import State

M = TypeVar("M", bound=TelegramMethod[Any])
Handler = Callable[[State, M], Awaitable[Any]]

HANDLERS: dict[type[TelegramMethod[Any]], Handler[Any]] = {}


@dataclass(frozen=True)
class RawResult:
    """A result that is JSON text already (updates, which may be malformed on purpose)."""

    text: str


def plays(model: type[M]) -> Callable[[Handler[M]], Handler[M]]:
    """Register a function as what happens on calls of this method."""

    def register(handler: Handler[M]) -> Handler[M]:
        HANDLERS[model] = handler
        return handler

    return register


def handler_of(model: type[TelegramMethod[Any]]) -> Handler[Any] | None:
    return HANDLERS.get(model)
