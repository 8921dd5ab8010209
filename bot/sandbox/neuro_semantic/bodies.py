"""Reads the fields of a call; whatever is missing or of a wrong kind is error 2001."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from bot.sandbox.neuro_semantic.envelope import INVALID_DATA, Failure

Body = dict[str, Any]


async def body_of(request: web.Request) -> Body:
    """The JSON object of a request; no body at all is an empty one."""
    try:
        body = await request.json() if request.can_read_body else {}
    except ValueError as error:
        raise Failure(INVALID_DATA) from error
    if not isinstance(body, dict):
        raise Failure(INVALID_DATA)
    return body


def text_in(body: Body, name: str) -> str:
    """A text that is there and not blank."""
    value = body.get(name)
    if not isinstance(value, str) or not value.strip():
        raise Failure(INVALID_DATA)
    return value


def number_in(body: Body, name: str, default: int | None = None) -> int:
    """A whole number, also as text."""
    value = body.get(name, default)
    if isinstance(value, str) and value.isascii() and value.isdecimal():
        return int(value[:18])
    if not isinstance(value, int) or isinstance(value, bool):
        raise Failure(INVALID_DATA)
    return value


def flag_in(body: Body, name: str) -> bool:
    """Whether a flag is given and not plainly off."""
    return body.get(name) not in (None, False, 0, "", "0", "false")


def entities_in(body: Body) -> list[dict[str, Any]]:
    """The entities of a theme: objects with a title; none when they are left out."""
    value = body.get("entities", [])
    if not isinstance(value, list):
        raise Failure(INVALID_DATA)
    for entity in value:
        if not isinstance(entity, dict):
            raise Failure(INVALID_DATA)
        text_in(entity, "title")
    return value
