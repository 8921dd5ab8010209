"""What Telegram says about texts: sizes, tags, and where no tags are allowed."""

import html
import re
from collections.abc import Iterator

import pytest

from bot.chat.display.translator import LANGUAGES, translator
from bot.sandbox.telegram.wire.entities import parse_html
from bot.sandbox.telegram.wire.limits import utf16
from tests.locales import code, ftl

POPUP = 200  # characters (Bot API, answerCallbackQuery: text)
POPUPS = re.compile(r"old-button|not-your-.*|anonymous|draft-.*|job-over")
SIZES = {"command-": 256, "bot-description": 512, "bot-short-description": 120}
ALLOWED = frozenset({"b", "i", "u", "s", "code", "pre", "a"})
LONGEST = 1024  # a text of ours leaves room for names and vendor messages within 4096
STARTS = {"en": "Start", "ru": "Запустить", "es": "Iniciar", "uz": "Boshlash"}


def _size_of(key: str) -> int | None:
    if POPUPS.fullmatch(key):
        return POPUP
    return next((size for start, size in SIZES.items() if key.startswith(start)), None)


@pytest.mark.parametrize("language", LANGUAGES)
def test_popups_commands_and_descriptions_are_short_enough(language: str) -> None:
    for key in ftl.texts(language):
        if limit := _size_of(key):
            assert 1 <= utf16(translator(language).plain(key)) <= limit, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_html_telegram_can_read(language: str) -> None:
    for key in ftl.texts(language):
        for text in ftl.said(language, key):
            assert set(re.findall(r"</?([a-z-]+)", text)) <= ALLOWED, key
            assert 1 <= utf16(parse_html(text)[0]) <= LONGEST, key
            assert "{" not in text, f"{key}: a variable was not filled"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_shown_without_formatting_has_no_tags(language: str) -> None:
    for key in _plain_keys():
        for sample in ftl.texts(language)[key].samples():
            text = translator(language).plain(key, **sample)
            assert text.replace(ftl.SAMPLE, "") == html.escape(
                text.replace(ftl.SAMPLE, ""), quote=False
            )


@pytest.mark.parametrize("language", LANGUAGES)
def test_buttons_begin_with_a_word(language: str) -> None:
    for key in _plain_keys():
        sample = dict.fromkeys(ftl.texts(language)[key].variables, "x")
        assert translator(language).plain(key, **sample)[0].isalnum(), key


@pytest.mark.parametrize(("language", "word"), STARTS.items())
def test_the_button_that_spends_credits_says_start(language: str, word: str) -> None:
    assert translator(language).plain("order-start").startswith(word)
    assert word in translator(language).plain("help-text")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_text_that_names_the_retry_button_calls_it_what_it_is_called(language: str) -> None:
    label = translator(language).plain("button-retry")
    for key in ("failed-credits", "failed-token", "failed-ours"):
        assert any(label in text for text in ftl.said(language, key)), key


FORMATTED = (
    *("status-", "list-title-", "list-empty-"),
    *("reading-", "about-", "listed-", "ask-"),
)  # families of message texts


def _plain_keys() -> Iterator[str]:
    yield from {call.key for call in code.calls() if call.how == "plain"}
    yield from code.put_together() - {
        start + name for start in FORMATTED for name in code.FAMILIES[start]
    }
