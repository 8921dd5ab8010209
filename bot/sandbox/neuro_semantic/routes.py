"""Every address of the document and what it does; a body in, the `data` of the answer out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.neuro_semantic import views
from bot.sandbox.neuro_semantic.accounts import NeuroAccount
from bot.sandbox.neuro_semantic.bodies import Body, entities_in, flag_in, number_in, text_in
from bot.sandbox.neuro_semantic.envelope import INVALID_DATA, Failure
from bot.sandbox.neuro_semantic.library import ROOT
from bot.sandbox.neuro_semantic.orders import take_in
from bot.sandbox.neuro_semantic.world import World

_SYSTEM = -1

Call = Callable[[NeuroAccount, Body], Any]


class Routes:
    """The calls of one stand-in, by path below `/api/`."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._calls: Mapping[str, Call] = {
            "user/balance": self._balance,
            "user/balance/history": self._balance_history,
            "history/get": self._history,
            "transaction/create": self._create,
            "transaction/get": self._transaction,
            "entities/update": self._update_entities,
            "themes/create": self._create_theme,
            "themes/update": self._update_theme,
            "themes/delete": self._delete_theme,
            "directory/create": self._create_directory,
            "directory/update": self._update_directory,
            "directory/get": self._directory,
            "directory/delete": self._delete_directory,
        }
        self._open: Mapping[str, Callable[[Body], Any]] = {
            "calc_types/get": lambda _: views.calc_types(world),
            "themes/get": self._themes,
        }

    @property
    def paths(self) -> list[str]:
        return [*self._calls, *self._open]

    def play(self, path: str, body: Body) -> Any:
        """The `data` of the answer; raises `Failure`."""
        if path in self._open:
            return self._open[path](body)
        return self._calls[path](self._world.accounts.of(body.get("secret")), body)

    def _balance(self, account: NeuroAccount, _: Body) -> Any:
        return {"user_balance": self._world.number(account.balance)}

    def _balance_history(self, account: NeuroAccount, _: Body) -> Any:
        return views.movements(self._world, account)

    def _history(self, account: NeuroAccount, _: Body) -> Any:
        made = [each for each in self._world.transactions if each.account is account]
        return [views.history_row(self._world, each) for each in reversed(made)]

    def _create(self, account: NeuroAccount, body: Body) -> Any:
        return views.transaction(self._world, take_in(self._world, account, body))

    def _transaction(self, account: NeuroAccount, body: Body) -> Any:
        wanted = number_in(body, "transaction_id")
        for made in self._world.transactions:
            if made.id == wanted and made.account is account:
                return views.transaction(self._world, made)
        raise Failure(INVALID_DATA)

    def _update_entities(self, account: NeuroAccount, body: Body) -> None:
        """The entities given are the theme's from now on."""
        theme = self._world.library.own_theme(account, number_in(body, "theme_id"))
        theme.entities = entities_in(body)

    def _create_theme(self, account: NeuroAccount, body: Body) -> Any:
        """`theme_id`, which the document wants here too, cannot exist yet and is not asked."""
        theme = self._world.library.create_theme(
            account,
            number_in(body, "directory_id"),
            text_in(body, "title"),
            str(body.get("descr") or ""),
            entities_in(body),
        )
        return theme.as_json()

    def _update_theme(self, account: NeuroAccount, body: Body) -> None:
        theme = self._world.library.own_theme(account, number_in(body, "theme_id"))
        title, entities = text_in(body, "title"), entities_in(body)
        theme.title = title
        if "descr" in body:
            theme.descr = str(body["descr"] or "")
        if "entities" in body:
            theme.entities = entities

    def _delete_theme(self, account: NeuroAccount, body: Body) -> None:
        library = self._world.library
        library.themes.remove(library.own_theme(account, number_in(body, "theme_id")))

    def _themes(self, body: Body) -> Any:
        """The secret -1 asks for the service's own themes."""
        secret = body.get("secret")
        owner = None if secret in (_SYSTEM, str(_SYSTEM)) else self._world.accounts.of(secret)
        with_system = flag_in(body, "with_system")
        themes = self._world.library.themes_of(owner, with_system=with_system)
        return [theme.as_json() for theme in themes]

    def _create_directory(self, account: NeuroAccount, body: Body) -> None:
        root_id, title = number_in(body, "root_id"), text_in(body, "title")
        self._world.library.create_directory(account, root_id, title)

    def _update_directory(self, account: NeuroAccount, body: Body) -> None:
        directory = self._world.library.own_directory(account, number_in(body, "dir_id"))
        directory.title = text_in(body, "new_title")

    def _directory(self, account: NeuroAccount, body: Body) -> Any:
        """The document to the letter: the directory is only obeyed together with `recursive`."""
        wanted = number_in(body, "id", ROOT) if flag_in(body, "recursive") else ROOT
        with_system = flag_in(body, "with_system")
        inside = self._world.library.inside(account, wanted, with_system=with_system)
        return [entry.as_json() for entry in inside]

    def _delete_directory(self, account: NeuroAccount, body: Body) -> None:
        self._world.library.delete_directory(account, number_in(body, "dir_id"))
