"""People of the stand-in: tokens, plans, credits, and the forms they sign up with."""

from __future__ import annotations

import secrets
import string
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.mvsep.api.errors import Refused, in_fields
from bot.sandbox.mvsep.clock import as_text

_MEGABYTE = 2**20
_LETTERS = string.ascii_letters + string.digits


@dataclass
class Plan:
    """What an account may do: jobs at once, bytes and seconds per upload."""

    name: str
    parallel: int
    max_bytes: int
    max_seconds: float


def free_plan() -> Plan:
    return Plan("registered", 1, 100 * _MEGABYTE, 10 * 60)


def premium_plan() -> Plan:
    return Plan("premium", 10, 1000 * _MEGABYTE, 100 * 60)


@dataclass
class SandboxAccount:
    """One account. Premium means: has credits and is willing to spend them."""

    id: int
    token: str = field(repr=False)
    email: str
    password: str = field(repr=False)
    name: str
    credits: int
    premium_enabled: bool
    created: float
    long_filenames: bool = False
    revoked: bool = False
    token_made: bool = True

    @property
    def premium(self) -> bool:
        return self.credits > 0 and self.premium_enabled

    def as_user(self, queue: list[dict[str, Any]]) -> dict[str, Any]:
        """`data` of `app/user` and, without the queue, of `app/login`."""
        return {
            "name": self.name,
            "email": self.email,
            "api_token": self.token if self.token_made else None,
            "premium_minutes": self.credits,
            "premium_enabled": int(self.premium_enabled),
            "long_filenames_enabled": int(self.long_filenames),
            "current_queue": queue,
            "created_at": as_text(self.created),
            "updated_at": as_text(self.created),
        }


class Accounts:
    """All accounts, found by token or by e-mail address."""

    def __init__(self) -> None:
        self.all: list[SandboxAccount] = []

    def add(
        self,
        *,
        now: float,
        token: str | None = None,
        email: str | None = None,
        password: str | None = None,
        premium: bool = False,
        credits: int | None = None,
        name: str | None = None,
    ) -> SandboxAccount:
        """A premium account gets 100 credits unless told otherwise."""
        number = len(self.all) + 1
        account = SandboxAccount(
            id=number,
            token=token or "".join(secrets.choice(_LETTERS) for _ in range(30)),
            email=email or f"user{number}@example.com",
            password=password or secrets.token_urlsafe(9),
            name=name or f"user{number}",
            credits=(100 if premium else 0) if credits is None else credits,
            premium_enabled=premium,
            created=now,
        )
        self.all.append(account)
        return account

    def by_token(self, token: str, refusal: Refused) -> SandboxAccount:
        """Raises the given refusal for an unknown or revoked token."""
        for account in self.all:
            if account.token == token and not account.revoked:
                return account
        raise refusal

    def known(self, token: str) -> SandboxAccount | None:
        return next((a for a in self.all if a.token == token and not a.revoked), None)

    def login(self, form: dict[str, str]) -> SandboxAccount:
        """MVSEP API document, `app/login`: 400 for anything that does not fit."""
        _require(form, "email", "password")
        for account in self.all:
            if (account.email, account.password) == (form["email"], form["password"]):
                return account
        raise in_fields({"email": ["These credentials do not match our records."]})

    def register(self, form: dict[str, str], *, now: float) -> SandboxAccount:
        """MVSEP API document, `app/register`. The new account has not made a token yet."""
        _require(form, "name", "email", "password")
        problems: dict[str, list[str]] = {}
        if "@" not in form["email"]:
            problems["email"] = ["The email must be a valid email address."]
        if any(account.email == form["email"] for account in self.all):
            problems["email"] = ["The email has already been taken."]
        if form["password"] != form.get("password_confirmation"):
            problems["password"] = ["The password confirmation does not match."]
        if problems:
            raise in_fields(problems)
        account = self.add(
            now=now, email=form["email"], password=form["password"], name=form["name"]
        )
        account.token_made = False
        return account


def _require(form: dict[str, str], *names: str) -> None:
    missing = {n: [f"The {n} field is required."] for n in names if not form.get(n)}
    if missing:
        raise in_fields(missing)
