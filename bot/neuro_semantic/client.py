"""The Neuro-Semantic client: one method for each thing the service does, errors as in `errors.py`."""

import asyncio
from collections.abc import Sequence
from decimal import Decimal

import httpx
from pydantic import SecretStr

from bot.net import json_fields
from bot.net.retry import Sleep
from bot.neuro_semantic.calls import Calls
from bot.neuro_semantic.errors import AnswerLost, ServiceDown
from bot.neuro_semantic.fields import exact
from bot.neuro_semantic.models import CalcType, Order, PastRequest, Payment, Transaction
from bot.neuro_semantic.replies import (
    read_calc_types,
    read_history,
    read_payments,
    read_transaction,
)
from bot.neuro_semantic.themes import ROOT, Entity, Folder, Theme, read_folder, sent_id

VENDOR = "https://neuro-semantic.ru"

_SYSTEM = -1
"""The secret that asks for the service's own themes (API document, `themes/get`)."""


class NeuroSemanticClient:
    """All calls go to `base_url` (an origin, without `/api`) and may raise `Temporary` errors.

    Any call with a secret may raise `BadSecret`, and `InvalidData` for an id that is unknown.
    Ids are opaque texts. Reading is repeated a few times, everything else is sent once.
    """

    def __init__(
        self,
        http: httpx.AsyncClient,
        base_url: str = VENDOR,
        *,
        attempts: int = 3,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._calls = Calls(http, base_url, attempts=attempts, sleep=sleep)

    async def balance(self, secret: SecretStr) -> Decimal:
        """Roubles left on the account (`user/balance`), or `BadSecret`."""
        data = await self._calls.ask("user/balance", _by(secret))
        left = exact(json_fields.record(data).get("user_balance"))
        if left is None:
            raise ServiceDown(httpx.codes.OK)
        return left

    async def balance_history(self, secret: SecretStr) -> list[Payment]:
        """What was paid in and taken off (`user/balance/history`)."""
        return read_payments(await self._calls.ask("user/balance/history", _by(secret)))

    async def history(self, secret: SecretStr) -> list[PastRequest]:
        """All requests of the account (`history/get`), those still queued among them."""
        return read_history(await self._calls.ask("history/get", _by(secret)))

    async def calc_types(self) -> list[CalcType]:
        """The kinds of analysis and their prices (`calc_types/get`)."""
        return read_calc_types(await self._calls.ask("calc_types/get", {}))

    async def transaction(self, secret: SecretStr, id: str) -> Transaction:
        """A calculation and, once it is done, its result (`transaction/get`)."""
        question = {**_by(secret), "transaction_id": sent_id(id)}
        found = read_transaction(await self._calls.ask("transaction/get", question))
        if found is None:
            raise ServiceDown(httpx.codes.OK)
        return found

    async def create(self, secret: SecretStr, order: Order) -> Transaction:
        """Order a calculation (`transaction/create`). It costs money, so it is sent once.

        After `AnswerLost` it may exist: look for it in `history`. After anything else
        (`BadSecret`, `Refused` with `NegativeBalance` and `TooLong`, `Temporary`) it does not.
        """
        question = {**_by(secret), **_ordered(order)}
        made = read_transaction(await self._calls.order("transaction/create", question))
        if made is None:
            raise AnswerLost(httpx.codes.OK)
        return made

    async def entities_update(
        self, secret: SecretStr, theme_id: str, entities: Sequence[Entity]
    ) -> None:
        """Make these the entities of a theme (`entities/update`)."""
        question = {"theme_id": sent_id(theme_id), "entities": _sent(entities)}
        await self._calls.tell("entities/update", {**_by(secret), **question})

    async def themes(self, secret: SecretStr | None, *, with_system: bool = False) -> list[Theme]:
        """The themes of an account (`themes/get`), or without a secret the service's own."""
        question = {**_by(secret), **_flags(with_system=with_system)}
        return list(read_folder(await self._calls.ask("themes/get", question)).themes)

    async def theme_create(
        self,
        secret: SecretStr,
        title: str,
        *,
        descr: str = "",
        directory_id: str = ROOT,
        entities: Sequence[Entity] = (),
    ) -> Theme:
        """A new theme (`themes/create`); after `AnswerLost` it may exist.

        The document's required `theme_id` is left out: a theme that is not there has none.
        """
        question = {
            **_by(secret),
            "title": title,
            "descr": descr,
            "directory_id": sent_id(directory_id),
            "entities": _sent(entities),
        }
        made = read_folder(await self._calls.order("themes/create", question)).themes
        if not made or not made[0].id:
            raise AnswerLost(httpx.codes.OK)
        return made[0]

    async def theme_update(
        self,
        secret: SecretStr,
        theme_id: str,
        *,
        title: str,
        descr: str | None = None,
        entities: Sequence[Entity] | None = None,
    ) -> None:
        """Rename, describe, change entities (`themes/update`); what is None is left out."""
        question = {**_by(secret), "theme_id": sent_id(theme_id), "title": title}
        if descr is not None:
            question["descr"] = descr
        if entities is not None:
            question["entities"] = _sent(entities)
        await self._calls.tell("themes/update", question)

    async def theme_delete(self, secret: SecretStr, theme_id: str) -> None:
        """Delete a theme for good (`themes/delete`)."""
        await self._calls.tell("themes/delete", {**_by(secret), "theme_id": sent_id(theme_id)})

    async def directory(
        self,
        secret: SecretStr,
        id: str = ROOT,
        *,
        recursive: bool = False,
        with_system: bool = False,
    ) -> Folder:
        """What lies in a directory (`directory/get`).

        The document is unclear about `recursive`: it promises the content of the directory asked
        for, and without it the root's, so it is also sent for every directory but the root.
        """
        switches = _flags(recursive=recursive or id != ROOT, with_system=with_system)
        question = {**_by(secret), "id": sent_id(id), **switches}
        return read_folder(await self._calls.ask("directory/get", question))

    async def directory_create(
        self, secret: SecretStr, title: str, *, parent_id: str = ROOT
    ) -> None:
        """A new directory (`directory/create`); its id is not told. `AnswerLost`: it may exist."""
        question = {**_by(secret), "root_id": sent_id(parent_id), "title": title}
        await self._calls.order("directory/create", question)

    async def directory_update(self, secret: SecretStr, id: str, title: str) -> None:
        """Rename a directory (`directory/update`)."""
        question = {**_by(secret), "dir_id": sent_id(id), "new_title": title}
        await self._calls.tell("directory/update", question)

    async def directory_delete(self, secret: SecretStr, id: str) -> None:
        """Delete a directory (`directory/delete`)."""
        await self._calls.tell("directory/delete", {**_by(secret), "dir_id": sent_id(id)})


def _by(secret: SecretStr | None) -> dict[str, object]:
    return {"secret": _SYSTEM if secret is None else secret.get_secret_value()}


def _flags(**flags: bool) -> dict[str, object]:
    # A flag counts "if it is given", so a false one stays away.
    return {name: True for name, given in flags.items() if given}


def _sent(entities: Sequence[Entity]) -> list[object]:
    return [entity.as_json() for entity in entities]


def _ordered(order: Order) -> dict[str, object]:
    fields: dict[str, object] = {
        "calc_type": order.kind.value,
        "texts": order.texts.whole,
        "texts_splitter": order.texts.splitter,
    }
    if order.theme is not None:
        fields |= {"theme_id": sent_id(order.theme.id), "request_data": order.theme.as_json()}
    elif order.phrases is not None:
        fields["request_data"] = order.phrases
    return fields
