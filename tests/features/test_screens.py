"""Every screen in every language: how it looks, and that Telegram takes it."""

import ast
import inspect
from collections.abc import Callable
from types import ModuleType

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.chat.screen import Screen
from bot.chat.translator import LANGUAGES, Translator, translator
from bot.features.access import screens as access
from bot.features.link import account_screens as account
from bot.features.link import screens as link
from bot.features.privacy import screens as privacy
from bot.features.separate import batch, lists, presets, status
from bot.features.separate import screens as separate
from bot.features.separate.choosing import MAX_OPTION_TEXT
from bot.features.start import screens as start
from tests.features import cases, worlds
from tests.features.limits import check, drawn
from tests.features.worlds import World

Topic = Callable[[Translator, World], dict[str, Screen]]
LONG_ADDRESS = f"https://example.org/{'a' * 2000}.mp3"
WORLDS = {
    "usual": worlds.usual(),
    "nasty": worlds.nasty(
        worlds.NASTY, worlds.NASTY, "https://example.org/R&B%20<3>.mp3?a=1&b=<2>"
    ),
    "heavy": worlds.nasty(worlds.HEAVY, "🎵" * MAX_OPTION_TEXT, LONG_ADDRESS),
}
languages = pytest.mark.parametrize("language", LANGUAGES)
topics = pytest.mark.parametrize("topic", cases.TOPICS, ids=lambda topic: topic.__name__)


@languages
@topics
def test_how_it_looks(topic: Topic, language: str, snapshot: SnapshotAssertion) -> None:
    screens = topic(translator(language), WORLDS["usual"])
    assert {name: drawn(screen) for name, screen in screens.items()} == snapshot


@topics
def test_how_it_looks_with_nasty_values(topic: Topic, snapshot: SnapshotAssertion) -> None:
    screens = topic(translator("ru"), WORLDS["nasty"])
    assert {name: drawn(screen) for name, screen in screens.items()} == snapshot


@pytest.mark.parametrize("world", WORLDS)
@languages
@topics
def test_telegram_takes_it(topic: Topic, language: str, world: str) -> None:
    refused = {}
    for name, screen in topic(translator(language), WORLDS[world]).items():
        try:
            check(screen)
        except AssertionError as problem:
            refused[name] = str(problem)
    assert not refused


def test_every_screen_function_is_shown_here() -> None:
    source = inspect.getsource(cases)
    shown = {
        node.func.attr
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    separating = (separate, lists, presets, batch, status)
    for module in (start, link, account, access, privacy, *separating):
        assert _screens(module) <= shown


def _screens(module: ModuleType) -> set[str]:
    return {
        name
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and inspect.signature(function).return_annotation is Screen
    }
