"""Texts in four languages: fallback, escaping, plural forms, sizes and times."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.display import translator as module
from bot.chat.display.translator import (
    LANGUAGES,
    Html,
    MissingText,
    Translator,
    best_language,
    join,
    translator,
    unturned,
)

NBSP = "\N{NO-BREAK SPACE}"
KIB, MIB = 1024, 1024 * 1024


@pytest.mark.parametrize(
    ("wishes", "language"),
    [
        ((), "en"),
        ((None, None), "en"),
        (("ru",), "ru"),
        ((None, "uz"), "uz"),
        (("es", "ru"), "es"),
        (("pt-br", "es-419"), "es"),
        (("RU-ru",), "ru"),
        (("xx", ""), "en"),
    ],
)
def test_the_first_language_we_speak_is_taken(
    wishes: tuple[str | None, ...], language: str
) -> None:
    assert best_language(*wishes) == language


def test_an_unknown_language_gets_english() -> None:
    assert translator("tlh").language == "en"


def test_a_key_in_no_language_is_a_mistake() -> None:
    with pytest.raises(MissingText):
        translator("ru").plain("no-such-key")


@pytest.fixture
def half_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Translator]:
    """A Russian that lacks a text English has."""
    (tmp_path / "en").mkdir()
    (tmp_path / "ru").mkdir()
    (tmp_path / "en" / "a.ftl").write_text(
        "both = Both\nonly = Only { $name }\n", encoding="utf-8"
    )
    (tmp_path / "ru" / "a.ftl").write_text("both = Оба\n", encoding="utf-8")
    monkeypatch.setattr(module, "LOCALES", tmp_path)
    module._bundle.cache_clear()
    yield Translator("ru")
    module._bundle.cache_clear()


def test_what_a_language_lacks_is_said_in_english(half_translated: Translator) -> None:
    assert half_translated.plain("both") == "Оба"
    assert half_translated.plain("only", name="Ada") == "Only Ada"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_html_escapes_its_arguments_and_plain_does_not(title: str) -> None:
    t = translator("en")
    shown = t.html("song-line-bare", title=title)
    inside = shown.removeprefix("<b>").removesuffix("</b>")
    assert "<" not in inside
    assert ">" not in inside
    assert t.plain("stem-open", stem=title) == f"Download {unturned(title)}"


def test_no_argument_turns_around_what_follows() -> None:
    t = translator("en")
    turned = "song\u202e3pm.exe\u2066\u202c"
    assert t.plain("stem-open", stem=turned) == "Download song3pm.exe"
    assert t.html("song-line-bare", title=Html(turned)) == "<b>song3pm.exe</b>"
    assert unturned("\u200fשלום\u200f") == "\u200fשלום\u200f", "marks turn nothing but themselves"


def test_html_is_not_escaped_twice() -> None:
    t = translator("en")
    assert t.html("song-line-bare", title="R&B <3") == "<b>R&amp;B &lt;3</b>"
    assert t.html("song-line-bare", title=Html("R&amp;B")) == "<b>R&amp;B</b>"


def test_braces_in_an_argument_stay_what_they_are() -> None:
    assert translator("en").html("song-line-bare", title="{ $n }") == "<b>{ $n }</b>"


def test_lines_are_joined_without_empty_ones() -> None:
    assert join("a", "", "b") == "a\nb"
    assert isinstance(join("a"), Html)


@pytest.mark.parametrize(
    ("language", "sizes"),
    [
        ("en", ["1 KB", "1 KB", "820 KB", "1,023 KB", "1 MB", "6.9 MB", "1,953.1 MB"]),
        ("ru", ["1 КБ", "1 КБ", "820 КБ", f"1{NBSP}023 КБ", "1 МБ", "6,9 МБ", f"1{NBSP}953,1 МБ"]),
        ("es", ["1 KB", "1 KB", "820 KB", "1.023 KB", "1 MB", "6,9 MB", "1.953,1 MB"]),
        ("uz", ["1 KB", "1 KB", "820 KB", f"1{NBSP}023 KB", "1 MB", "6,9 MB", f"1{NBSP}953,1 MB"]),
    ],
)
def test_sizes(language: str, sizes: list[str]) -> None:
    counts = (0, 1, 820 * KIB, 1023 * KIB, MIB, int(6.9 * MIB), int(1953.125 * MIB))
    assert [translator(language).size(count) for count in counts] == sizes


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", ["0 s", "48 s", "1 min 0 s", "2 min 48 s", "1 h 5 min", "27 h 46 min"]),
        ("ru", ["0 с", "48 с", "1 мин 0 с", "2 мин 48 с", "1 ч 5 мин", "27 ч 46 мин"]),
        ("es", ["0 s", "48 s", "1 min 0 s", "2 min 48 s", "1 h 5 min", "27 h 46 min"]),
        (
            "uz",
            [
                "0 soniya",
                "48 soniya",
                "1 daqiqa 0 soniya",
                "2 daqiqa 48 soniya",
                "1 soat 5 daqiqa",
                "27 soat 46 daqiqa",
            ],
        ),
    ],
)
def test_elapsed_times(language: str, texts: list[str]) -> None:
    seconds = (-3, 48.4, 59.6, 168, 3900, 99_999)
    assert [translator(language).elapsed(each) for each in seconds] == texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_lengths_of_songs_look_alike_everywhere(language: str) -> None:
    t = translator(language)
    assert [t.duration(each) for each in (0, 5, 174, 3599.6, 3723)] == [
        "0:00",
        "0:05",
        "2:54",
        "1:00:00",
        "1:02:03",
    ]


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0 дорожек"),
        (1, "1 дорожка"),
        (2, "2 дорожки"),
        (5, "5 дорожек"),
        (11, "11 дорожек"),
        (12, "12 дорожек"),
        (21, "21 дорожка"),
        (22, "22 дорожки"),
        (111, "111 дорожек"),
    ],
)
def test_russian_counts(count: int, words: str) -> None:
    text = translator("ru").html("done-title", n=count, time="1 с")
    assert text == f"<b>Готово.</b> {words} за 1 с."


@pytest.mark.parametrize(
    ("language", "none", "one", "many"),
    [
        ("en", "0 stems", "1 stem", "5 stems"),
        ("es", "0 pistas", "1 pista", "5 pistas"),
        ("uz", "0 ta trek", "1 ta trek", "5 ta trek"),
    ],
)
def test_counts_in_the_other_languages(language: str, none: str, one: str, many: str) -> None:
    t = translator(language)
    for count, words in ((0, none), (1, one), (5, many)):
        assert f" {words}" in t.html("done-title", n=count, time="1 s")


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "1,234.5"), ("ru", f"1{NBSP}234,5"), ("es", "1.234,5"), ("uz", f"1{NBSP}234,5")],
)
def test_numbers(language: str, text: str) -> None:
    assert translator(language).number(1234.5, digits=1) == text
