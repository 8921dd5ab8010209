"""The four languages hold the same messages with the same variables, and no syntax errors."""

import re
from pathlib import Path

import pytest
from fluent.syntax import ast

from bot.chat.display.translator import LANGUAGES, LOCALES
from tests.locales import ftl

EVERY_FILE = [path for language in LANGUAGES for path in ftl.files(language)]


def _names(language: str) -> list[str]:
    return [path.name for path in ftl.files(language)]


def test_there_is_a_folder_for_every_language_and_no_other() -> None:
    folders = {path.parent.name for path in LOCALES.glob("*/*.ftl")}
    assert folders == set(LANGUAGES)


@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_file_is_valid_fluent(path: Path) -> None:
    for entry in ftl.entries(path):
        assert not isinstance(entry, ast.Junk), entry.content


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_message_is_defined_twice(language: str) -> None:
    ids = [
        entry.id.name
        for path in ftl.files(language)
        for entry in ftl.entries(path)
        if isinstance(entry, ast.Message)
    ]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("language", ftl.OTHERS)
def test_a_language_has_the_same_files_and_messages_in_the_same_order(language: str) -> None:
    assert _names(language) == _names("en")
    assert list(ftl.texts(language)) == list(ftl.texts("en"))


@pytest.mark.parametrize("language", ftl.OTHERS)
def test_a_message_takes_the_same_variables_in_every_language(language: str) -> None:
    here, english = ftl.texts(language), ftl.texts("en")
    assert {key: text.variables for key, text in here.items()} == {
        key: text.variables for key, text in english.items()
    }


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", {"one", "other"}),
        ("es", {"one", "other"}),
        ("uz", {"one", "other"}),
        ("ru", {"one", "few", "many"}),
    ],
)
def test_counting_knows_every_plural_form_of_the_language(language: str, forms: set[str]) -> None:
    for key, text in ftl.texts(language).items():
        for branches in text.selectors:
            assert {each for each in branches if not each.isdigit()} == forms, key


def test_whatever_is_counted_in_english_is_counted_everywhere() -> None:
    for language in ftl.OTHERS:
        for key, text in ftl.texts("en").items():
            assert ftl.texts(language)[key].counted == text.counted, (language, key)


def test_uzbek_is_written_with_its_own_letters() -> None:
    """oʻ and gʻ take U+02BB and the stop takes U+02BC; look-alikes break search and screen readers."""
    for path in ftl.files("uz"):
        assert not re.findall(r"\w*['’‘`´]\w*", path.read_text(encoding="utf-8")), path.name


def test_russian_and_uzbek_keep_to_their_alphabets() -> None:
    """No Latin look-alike inside a Russian word, no Cyrillic letter in Uzbek or Spanish."""
    for path in ftl.files("ru"):
        assert not re.findall(r"[а-яё][a-z]|[a-z][а-яё]", path.read_text(encoding="utf-8"), re.I)
    for path in (*ftl.files("uz"), *ftl.files("es")):
        assert not re.findall(r"[а-яё]+", path.read_text(encoding="utf-8"), re.I), path.name
