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
from bot.features.analyze import discovery, report_screens, song_screens
from bot.features.analyze import screens as analyze
from bot.features.analyze import status as reading
from bot.features.link import account_screens as account
from bot.features.link import screens as link
from bot.features.meaning import screens as meaning
from bot.features.privacy import screens as privacy
from bot.features.separate import batch, lists, presets, status
from bot.features.separate import screens as separate
from bot.features.separate.choosing import MAX_OPTION_TEXT
from bot.features.start import screens as start
from bot.features.themes import example_screens
from bot.features.themes import screens as themes
from bot.sandbox.telegram.limits import CAPTION_LENGTH, TEXT_LENGTH
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
    separating = (separate, lists, presets, batch, status)
    texts = (analyze, report_screens, discovery, reading, themes, example_screens)
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
