"""The Fluent files as the tests look at them: messages, their variables, their selectors."""

from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.chat.display.translator import LANGUAGES, LOCALES, Html, translator

OTHERS = LANGUAGES[1:]
COUNTS = (0, 1, 2, 5, 21)
SAMPLE = "<x> & y"


@dataclass
class Text:
    """One message: what it needs, and the branches of each of its selectors."""

    variables: set[str] = field(default_factory=set)
    selectors: list[set[str]] = field(default_factory=list)
    counted: set[str] = field(default_factory=set)

    def samples(self) -> list[dict[str, str | int]]:
        """Arguments that reach every branch."""
        return [
            {n: count if n in self.counted else SAMPLE for n in self.variables} for count in COUNTS
        ]


class _Reader(Visitor):
    """Gathers what one message refers to."""

    def __init__(self) -> None:
        self.text = Text()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:
        self.text.variables.add(node.id.name)

    def visit_SelectExpression(self, node: ast.SelectExpression) -> None:
        self.text.selectors.append({_branch(variant) for variant in node.variants})
        if isinstance(node.selector, ast.VariableReference):
            self.text.counted.add(node.selector.id.name)
        self.generic_visit(node)


def _branch(variant: ast.Variant) -> str:
    key = variant.key
    return key.name if isinstance(key, ast.Identifier) else str(key.value)


def files(language: str) -> list[Path]:
    return sorted((LOCALES / language).glob("*.ftl"))


def entries(path: Path) -> list[ast.EntryType]:
    return FluentParser().parse(path.read_text(encoding="utf-8")).body


@cache
def texts(language: str) -> dict[str, Text]:
    """Every message of a language by its key."""
    return {
        entry.id.name: _read(entry)
        for path in files(language)
        for entry in entries(path)
        if isinstance(entry, ast.Message)
    }


def said(language: str, key: str) -> list[Html]:
    """A message as people get it, once for each branch that counting can reach."""
    return [translator(language).html(key, **sample) for sample in texts(language)[key].samples()]


def _read(message: ast.Message) -> Text:
    reader = _Reader()
    reader.visit(message)
    return reader.text
