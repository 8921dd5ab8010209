"""The architecture page: its picture is that of the code, and each place it names exists."""

import ast
import re
from pathlib import Path

import pytest

from tests.picture import PAGE, updated

ROOT = PAGE.parents[2]
TEXT = PAGE.read_text(encoding="utf-8")
STOPS = re.findall(r"^\d+\. `([\w/.]+):([\w.]+)`", TEXT, re.MULTILINE)
LARGEST_FOLDER = 16
LONGEST_WALK = 12


def defined(file: Path) -> set[str]:
    """Functions by name, methods with their class before them."""
    found: set[str] = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        if isinstance(node, ast.ClassDef):
            methods = (
                each
                for each in node.body
                if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
            )
            found |= {f"{node.name}.{each.name}" for each in methods}
    return found


def test_the_picture_is_that_of_the_code() -> None:
    assert updated(TEXT) == TEXT, "run `make picture`"


@pytest.mark.parametrize(("file", "function"), STOPS)
def test_each_stop_of_a_walk_exists(file: str, function: str) -> None:
    assert function in defined(ROOT / file)


def test_a_walk_is_short() -> None:
    walks = re.findall(r"^### .*?(?=^##)", TEXT, re.DOTALL | re.MULTILINE)
    assert len(walks) == 3
    assert all(
        0 < len(re.findall(r"^\d+\.", walk, re.MULTILINE)) <= LONGEST_WALK for walk in walks
    )


def test_each_place_named_exists() -> None:
    named = set(re.findall(r"`((?:bot|storage|tests|locales)/[\w/.]*)`", TEXT))
    assert len(named) > 20
    assert [each for each in named if not (ROOT / each).exists()] == []


@pytest.mark.parametrize("top", ["bot", "storage"])
def test_no_folder_is_crowded(top: str) -> None:
    folders = {file.parent for file in (ROOT / top).rglob("*.py")}
    crowded = {
        str(folder.relative_to(ROOT)): len(list(folder.glob("*.py")))
        for folder in folders
        if len(list(folder.glob("*.py"))) > LARGEST_FOLDER
    }
    assert crowded == {}
