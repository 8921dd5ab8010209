"""Linking by e-mail and password, and making a new MVSEP account, one question at a time.

A password is used once, for the one call it was given for, and kept nowhere.
"""

from collections.abc import Mapping
from typing import Any

import structlog
from pydantic import SecretStr

from bot.chat.callbacks import Register, SignIn
from bot.chat.display.screen import Screen
from bot.chat.incoming.event import Event
from bot.chat.incoming.router import Router
from bot.features.link import screens
from bot.features.link.handlers import EXPECTS_TOKEN
from bot.features.link.linking import Keeping, text_of
from bot.features.link.pasted_secrets import EXPECTS_PASSWORD
from bot.mvsep import AnswerLost, BadToken, Login, MvsepClient, MvsepError, Refused
from storage import Expectation

log = structlog.get_logger()
EXPECTS_NAME = "mvsep-name"
EXPECTS_EMAIL = "mvsep-email"
LONGEST = 200  # characters of a name or an address
STEPS = {  # the form's fields (MVSEP API document, `app/register`) and what asks for them
    "name": (EXPECTS_NAME, "register-name"),
    "email": (EXPECTS_EMAIL, "register-email"),
    "password": (EXPECTS_PASSWORD, "register-password"),
}


class SignInSteps:
    """`data["new"]` of an expectation tells registering from signing in."""

    def __init__(self, client: MvsepClient, keeping: Keeping) -> None:
        self._client = client
        self._keeping = keeping

    def join(self, router: Router) -> None:
        router.tap(SignIn, self.sign_in)
        router.tap(Register, self.register)

    async def sign_in(self, event: Event, _tap: SignIn) -> None:
        await self._ask(event, EXPECTS_EMAIL, "login-email", {})

    async def register(self, event: Event, _tap: Register) -> None:
        await self._ask_field(event, {"new": True})

    async def name(self, event: Event, expected: Expectation) -> bool:
        await self._ask_field(event, expected.data | {"name": text_of(event)[:LONGEST]})
        return True

    async def email(self, event: Event, expected: Expectation) -> bool:
        """An address, or the question again."""
        data, address = expected.data, text_of(event)
        if not _is_address(address):
            await self._ask(event, EXPECTS_EMAIL, "login-email-wrong", data)
        elif data.get("new"):
            await self._ask_field(event, data | {"email": address})
        else:
            await self._ask(event, EXPECTS_PASSWORD, "login-password", {"email": address})
        return True

    async def password(self, event: Event, expected: Expectation) -> bool:
        """Use it once; its message goes first."""
        password = await self._keeping.take_secret(event)
        if expected.data.get("new"):
            await self._make_account(event, password, expected.data)
        else:
            await self._log_in(event, password, expected.data)
        return True

    async def _log_in(self, event: Event, password: SecretStr, data: dict[str, Any]) -> None:
        try:
            login = await self._client.login(data["email"], password)
        except (BadToken, Refused):
            await self._ask(event, EXPECTS_PASSWORD, "login-refused", data)
        except MvsepError as error:
            log.warning("not signed in", reason=type(error).__name__)
            await self._ask(event, EXPECTS_PASSWORD, "login-service-down", data)
        else:
            await self._signed_in(event, login)

    async def _signed_in(self, event: Event, login: Login) -> None:
        """Without a key there is nothing to keep yet: people make it on the service's page."""
        if login.token is None:
            await self._ask(event, EXPECTS_TOKEN, "login-no-key", {})
        else:
            await self._keeping.keep(event, login.token, login.account)

    async def _make_account(self, event: Event, password: SecretStr, data: dict[str, Any]) -> None:
        try:
            told = await self._client.register(data["name"], data["email"], password)
        except Refused as refusal:
            await self._mend(event, refusal, data)
        except AnswerLost:
            await self._ask(event, EXPECTS_TOKEN, "register-unsure", {})
        except MvsepError as error:
            log.warning("not registered", reason=type(error).__name__)
            await self._ask(event, EXPECTS_PASSWORD, "login-service-down", data)
        else:
            await self._keeping.expect(event, EXPECTS_TOKEN)
            await event.reply(screens.registered(event.t, event.person.id, told))

    async def _mend(self, event: Event, refusal: Refused, data: dict[str, Any]) -> None:
        """Say what the service says about each field, then ask for those again."""
        fields = refusal.fields or {"password": refusal.message}
        wrong = {_field(name) for name in fields}
        good = {name: value for name, value in data.items() if name not in wrong}
        await event.reply(Screen(screens.problems(event.t, _texts(fields))))
        await self._ask_field(event, good)

    async def _ask_field(self, event: Event, data: dict[str, Any]) -> None:
        """Ask for the next thing that is still missing; the password is always the last."""
        missing = next(name for name in STEPS if name not in data)
        kind, question = STEPS[missing]
        await self._ask(event, kind, question, data)

    async def _ask(self, event: Event, kind: str, question: str, data: dict[str, Any]) -> None:
        await self._keeping.expect(event, kind, data)
        await event.reply(screens.question(event.t, event.person.id, question))


def _field(name: str) -> str:
    """`password_confirmation` is asked for as the password it repeats."""
    return name if name in STEPS else "password"


def _texts(fields: Mapping[str, str]) -> dict[str, str]:
    texts: dict[str, str] = {}
    for name, text in fields.items():
        known = _field(name)
        texts[known] = "\n".join(filter(None, (texts.get(known), text[:300])))
    return texts


def _is_address(text: str) -> bool:
    name, at, host = text.rpartition("@")
    return bool(at and name and "." in host) and len(text) <= LONGEST and not text.split()[1:]
