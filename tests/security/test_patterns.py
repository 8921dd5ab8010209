"""Every pattern of the code takes time in proportion to a text, also one made to hurt."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import bot
import storage

LENGTH = 50_000
LONGEST = 2.0  # seconds for one text; a quadratic pattern takes minutes
PIECES = (
    *("a", "A1", "1", " ", "\n", "\n \t", ".", "!", "-", "'", '"', "[", "(", "*", "<"),
    *("</a", "://", "a:", "a.", ";", "_", "=", "\\", "a'"),
)
HOSTILE = [piece * (LENGTH // len(piece)) for piece in PIECES]
LEFT_OUT = ("bot.sandbox",)  # plays services on loopback, and meets no strangers


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every compiled pattern of a module, with where it stands; also inside tuples."""
    for package in (bot, storage):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name.startswith(LEFT_OUT) or found.name.endswith(("__main__", ".env")):
                continue
            module = importlib.import_module(found.name)
            for name, value in vars(module).items():
                for pattern in _inside(value):
                    yield f"{found.name}.{name}", pattern


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, tuple | list):
        for each in value:
            yield from _inside(each)


ALL = sorted({(where, each.pattern, each.flags) for where, each in patterns()})


def test_there_are_patterns() -> None:
    assert len(ALL) > 30


@pytest.mark.parametrize(("where", "pattern", "flags"), ALL)
def test_a_pattern_is_linear(where: str, pattern: str, flags: int) -> None:
    compiled = re.compile(pattern, flags)
    for text in HOSTILE:
        began = time.process_time()
        for found in compiled.finditer(text):
            if found.end() == len(text):
                break
        assert time.process_time() - began < LONGEST, (where, text[:10])
