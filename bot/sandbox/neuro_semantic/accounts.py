"""People of the stand-in: secrets, money, and what came in and went out."""

from __future__ import annotations

import secrets
import uuid
from dataclasses import dataclass, field

from bot.sandbox.neuro_semantic.envelope import UNAUTHORIZED, Failure


@dataclass(frozen=True)
class Movement:
    """A payment: `value` in roubles, negative when it went out; `moment` in epoch seconds."""

    moment: float
    descr: str
    value: float


@dataclass
class NeuroAccount:
    """One user; `balance` is in roubles."""

    secret: str = field(repr=False)
    balance: float
    uuid: str = field(default_factory=lambda: str(uuid.uuid4()))
    movements: list[Movement] = field(default_factory=list)

    def move(self, moment: float, descr: str, value: float) -> None:
        """Money in (positive) or out."""
        self.balance = round(self.balance + value, 2)
        self.movements.append(Movement(moment, descr, value))


@dataclass
class Accounts:
    """All users by their secrets."""

    all: list[NeuroAccount] = field(default_factory=list)

    def add(self, now: float, secret: str | None, balance: float) -> NeuroAccount:
        account = NeuroAccount(secret or secrets.token_hex(16), 0.0)
        account.move(now, "Пополнение баланса", balance)
        self.all.append(account)
        return account

    def of(self, secret: object) -> NeuroAccount:
        """The user with this secret, or error 1001."""
        for account in self.all:
            if isinstance(secret, str) and account.secret == secret:
                return account
        raise Failure(UNAUTHORIZED)
