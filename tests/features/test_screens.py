"""Every screen in every language: how it looks, and that Telegram takes it."""

import ast
import inspect
from collections.abc import Callable
from types import ModuleType

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.chat.display.screen import Screen
from bot.chat.display.translator import LANGUAGES, Translator, translator
from bot.features.access import screens as access
from bot.features.analyze.after import discover_handlers
from bot.features.analyze.collecting import basket_screens as analyze
from bot.features.analyze.reporting import song_screens
from bot.features.analyze.reporting import status_screens as reading
from bot.features.analyze.results import report_screens
from bot.features.link import account_screens as account
from bot.features.link import screens as link
from bot.features.meaning import screens as meaning
from bot.features.privacy import screens as privacy
from bot.features.separate.choosing import algorithm_screens, preset_screens
from bot.features.separate.choosing import card_screens as separate
from bot.features.separate.ordering.choice_handlers import MAX_OPTION_TEXT
from bot.features.separate.reporting import batch_status, status_screens
from bot.features.start import screens as start
from bot.features.themes import example_screens
from bot.features.themes import screens as themes
from bot.sandbox.telegram.wire.limits import CAPTION_LENGTH, TEXT_LENGTH
from tests.features import cases, worlds
from tests.features.analyze import cases as analyze_cases
from tests.features.limits import check, drawn
from tests.features.meaning import cases as meaning_cases
from tests.features.themes import cases as themes_cases
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
CAPTIONS = (analyze_cases.resulting, meaning_cases.resulting_in)
CASES = (cases, analyze_cases, themes_cases, meaning_cases)
TOPICS = [topic for each in CASES for topic in each.TOPICS]
languages = pytest.mark.parametrize("language", LANGUAGES)
topics = pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.__name__)


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
            check(screen, CAPTION_LENGTH if topic in CAPTIONS else TEXT_LENGTH)
        except AssertionError as problem:
            refused[name] = str(problem)
    assert not refused


def test_every_screen_function_is_shown_here() -> None:
    shown = {
        node.func.attr
        for each in CASES
        for node in ast.walk(ast.parse(inspect.getsource(each)))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    }
    separating = (separate, algorithm_screens, preset_screens, batch_status, status_screens)
    texts = (analyze, report_screens, discover_handlers, reading, themes, example_screens)
    songs = (meaning, song_screens)
    for module in (start, link, account, access, privacy, *separating, *texts, *songs):
        assert _screens(module) <= shown


def _screens(module: ModuleType) -> set[str]:
    return {
        name
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and inspect.signature(function).return_annotation is Screen
    }
