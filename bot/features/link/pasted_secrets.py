"""Secrets that people paste where they do not belong: recognised by shape, deleted, and their owner warned."""

import re
from collections.abc import Iterator
from enum import StrEnum

from pydantic import SecretStr
from telegram import Message
from telegram.ext.filters import MessageFilter

from bot.chat.display.screen import Screen
from bot.chat.display.translator import join
from bot.chat.incoming.event import Event
from bot.logs import hide
from storage import Storage

EXPECTS_PASSWORD = "mvsep-password"  # noqa: S105 - names of expectations, not secrets
EXPECTS_SECRET = "neuro_semantic_secret"  # noqa: S105
SECRETS_EXPECTED = frozenset({EXPECTS_PASSWORD, EXPECTS_SECRET})

_URL = re.compile(r"\b[a-z][a-z0-9+.-]{0,30}://\S+", re.I)  # bounded: linear
# Letters and digits; one key in two hundred has no digit, and then its letters are of both cases.
_MVSEP = re.compile(
    r"(?<![\w-])(?=[A-Za-z]*\d|(?:[a-z]*[A-Z]){2})(?=\d*[A-Za-z])(?![A-Z]{30})[A-Za-z0-9]{30}(?![\w-])"
)
_IN_URL = re.compile(r"api_token=([A-Za-z0-9]{30})(?![\w-])")
_BOT = re.compile(r"(?<!\d)\d{6,12}:[\w-]{30,}")
_LOGIN = re.compile(r"://[^\s/@]{1,500}@")
_FERNET = re.compile(r"(?<![\w-])[\w-]{43}=")
_HEX = re.compile(r"[0-9a-fA-F]{32}")


class Secret(StrEnum):
    """What was pasted, by where it is renewed."""

    MVSEP = "mvsep"
    BOT = "bot"
    LOGIN = "login"
    FERNET = "fernet"
    NEURO_SEMANTIC = "neuro_semantic"


RENEWED = {
    Secret.MVSEP: "secret-renew-mvsep",
    Secret.BOT: "secret-renew-bot",
    Secret.LOGIN: "link-credentials",
    Secret.FERNET: "secret-renew-fernet",
    Secret.NEURO_SEMANTIC: "secret-renew-neuro-semantic",
}


def secrets_in(text: str) -> list[tuple[Secret, str]]:
    """Everything that has the shape of a secret, with what it is.

    The shape of Neuro-Semantic's keys is not documented: 32 hex digits that stand alone count.
    """
    return list(_found(text))


def mvsep_key_in(text: str) -> SecretStr | None:
    """The one MVSEP key of a text (30 letters and digits), if there is exactly one secret."""
    found = secrets_in(text)
    if len(found) != 1 or found[0][0] is not Secret.MVSEP:
        return None
    hide(found[0][1])
    return SecretStr(found[0][1])


def _found(text: str) -> Iterator[tuple[Secret, str]]:
    for url in _URL.findall(text):
        yield from ((Secret.MVSEP, token) for token in _IN_URL.findall(url))
        yield from ((Secret.BOT, token) for token in _BOT.findall(url))
        yield from ((Secret.LOGIN, login) for login in _LOGIN.findall(url))
    rest = _URL.sub(" ", text)
    yield from ((Secret.BOT, token) for token in _BOT.findall(rest))
    yield from ((Secret.FERNET, key) for key in _FERNET.findall(rest))
    rest = _FERNET.sub(" ", _BOT.sub(" ", rest))
    yield from ((Secret.MVSEP, token) for token in _MVSEP.findall(rest))
    yield from ((Secret.MVSEP, token) for token in _IN_URL.findall(rest))
    if _HEX.fullmatch(text.strip()):
        yield Secret.NEURO_SEMANTIC, text.strip()


class _CarriesSecret(MessageFilter):
    def filter(self, message: Message) -> bool:
        return bool(secrets_in(_words(message)))


CARRIES_SECRET = _CarriesSecret(name="carries a secret")


class Guard:
    """The first gate: a message with a secret goes no further, unless it is an answer to our question.

    A single MVSEP key in a private chat is let through too: linking takes it, and deletes it.
    """

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    async def admits(self, event: Event) -> bool:
        if event.query is not None or event.message is None:
            return True
        found = secrets_in(_words(event.message))
        if not found or await self._belongs(event, found):
            return True
        for _kind, value in found:
            hide(value)
        await self._warn(event, [kind for kind, _ in found])
        return False

    async def _belongs(self, event: Event, found: list[tuple[Secret, str]]) -> bool:
        text = (event.message.text or "") if event.message else ""
        if not event.is_private or not text:
            return False
        if [kind for kind, _ in found] == [Secret.MVSEP] and _is_for_link(text):
            return True
        if text.startswith("/"):
            return False
        expected = await self._storage.expectations.kind(event.person.id, event.place)
        return expected in SECRETS_EXPECTED

    async def _warn(self, event: Event, kinds: list[Secret]) -> None:
        message_id = event.message.message_id if event.message else 0
        gone = await event.sender.delete(event.chat.id, message_id)
        told = [event.t.html(RENEWED[kind]) for kind in dict.fromkeys(kinds)]
        first = event.t.html("secret-deleted" if gone else "secret-not-deleted")
        await event.reply(Screen(join(first, *told)))


def _is_for_link(text: str) -> bool:
    return not text.startswith("/") or text.split(maxsplit=1)[0].startswith("/link")


def _words(message: Message) -> str:
    return message.text or message.caption or ""
