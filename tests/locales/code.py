"""Which texts the code asks for, read from its syntax trees."""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

import bot
from bot.chat.outgoing.command_menu import GROUP, OPERATING, PRIVATE
from bot.features.analyze.after.discover_handlers import TOPICS
from bot.features.analyze.after.exports import TEXT_COLUMNS
from bot.features.analyze.order.progress import Stage as ReadingStage
from bot.features.analyze.results.classes import FEELINGS, MOODS
from bot.features.separate.choosing.goals import GOALS
from bot.features.separate.choosing.list_position import LISTS
from bot.features.separate.draft.choice import FORMATS
from bot.features.separate.draft.song_links import RemoteType
from bot.features.separate.reporting.progress import Stage
from bot.features.themes.screens import LISTS as WORD_LISTS
from bot.files.texts import WAYS
from bot.neuro_semantic import Kind
from tests.locales import ftl

BOT = Path(bot.__file__).parent
SPEAKING = ("chat", "composition", "features", "files", "process")
ASKING = frozenset(
    {"plain", "html", "tell", "Told", "UnreadableFile"}
)  # calls that take a key first
FAMILIES: dict[str, tuple[str, ...]] = {
    "goal-": tuple(goal.key for goal in GOALS),
    "status-": tuple(Stage),
    "format-": FORMATS,
    "kind-": get_args(RemoteType),
    "command-": tuple(dict.fromkeys((*PRIVATE, *GROUP, *OPERATING))),
    "sort-": LISTS[:4],
    "list-title-": LISTS[:4],
    "list-empty-": LISTS[:4],
    "calc-": tuple(Kind),
    "reading-": tuple(ReadingStage),
    "way-": WAYS,
    "mood-": tuple(MOODS),
    "feeling-": tuple(FEELINGS),
    "export-": TEXT_COLUMNS,
    "discover-": TOPICS,
    "about-": TOPICS,
    "listed-": WORD_LISTS,
    "edit-": WORD_LISTS,
    "ask-": WORD_LISTS,
}
NO_TEXTS = frozenset({"option-text", "preset-name"})  # names of expectations, spelt like keys


@dataclass(frozen=True)
class Call:
    """A text asked for by a literal key; `arguments` is None where they are not spelt out."""

    where: str
    how: str
    key: str
    arguments: frozenset[str] | None


@cache
def trees() -> tuple[tuple[Path, ast.Module], ...]:
    found = [
        *BOT.glob("*.py"),
        *(each for name in SPEAKING for each in (BOT / name).rglob("*.py")),
    ]
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in sorted(found))


def calls() -> list[Call]:
    """Every call that asks for a text by a literal key."""
    return [
        call for path, tree in trees() for node in ast.walk(tree) for call in _call(path, node)
    ]


def literals() -> set[str]:
    """Every string in the code, docstrings too: none of those is spelt like a key."""
    return {
        node.value
        for _path, tree in trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def prefixes() -> set[str]:
    """The beginnings of keys that are put together: `f"goal-{…}"` and `"goal-" + …`."""
    return {
        text
        for _path, tree in trees()
        for node in ast.walk(tree)
        for text in _beginning(node)
        if text.endswith("-") and any(key.startswith(text) for key in ftl.texts("en"))
    }


def put_together() -> set[str]:
    """The keys those beginnings lead to, by the tables and enums the code takes the rest from."""
    return {prefix + name for prefix in prefixes() for name in FAMILIES.get(prefix, ())}


def key_like() -> set[str]:
    """Literals that can only be meant as keys: `<a first word of a known key>-<more words>`."""
    first_words = {key.partition("-")[0] for key in ftl.texts("en")}
    return {text for text in literals() - NO_TEXTS if _is_key(text, first_words)}


def _is_key(text: str, first_words: set[str]) -> bool:
    first, dash, rest = text.partition("-")
    words = rest.split("-")
    return bool(dash) and first in first_words and all(w.isalnum() and w.islower() for w in words)


def _call(path: Path, node: ast.AST) -> Iterator[Call]:
    if not isinstance(node, ast.Call) or not node.args:
        return
    how = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    key = node.args[0]
    if how in ASKING and isinstance(key, ast.Constant) and isinstance(key.value, str):
        where = f"{path.relative_to(BOT.parent)}:{node.lineno}"
        yield Call(where, how, key.value, _arguments(node.keywords))


def _arguments(keywords: list[ast.keyword]) -> frozenset[str] | None:
    if any(each.arg is None for each in keywords):
        return None
    return frozenset(each.arg for each in keywords if each.arg)


def _beginning(node: ast.AST) -> Iterable[str]:
    first: ast.AST | None = None
    if isinstance(node, ast.JoinedStr) and node.values:
        first = node.values[0]
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        first = node.left
    if isinstance(first, ast.Constant) and isinstance(first.value, str):
        yield first.value
