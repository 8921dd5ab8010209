"""What the service says of its algorithms, whatever it says, is something Telegram can show."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.features.catalogue import long_description, short_description
from bot.features.catalogue.descriptions import LIMIT, SHORT_LIMIT, safe
from bot.sandbox.telegram.wire.entities import parse_html
from tests.features.worlds import served

NASTY = {
    "<script>alert(1)</script>Hello": "Hello",
    "<style>b{}</style>Hello": "Hello",
    "<b>open": "<b>open</b>",
    "</b>closed": "closed",
    "<b><i>crossed</b></i>": "<b><i>crossed</i></b>",
    '<a href="javascript:x()">link</a>': "link",
    '<img src=x onerror="x()">picture': "picture",
    "<p>one</p><p>two</p>": "one\ntwo",
    "a<br>b<br/>c": "a\nb\nc",
    "<h2>Head</h2>text": "<b>Head</b>\ntext",
    "<strong>x</strong> <em>y</em>": "<b>x</b> <i>y</i>",
    "<ul><li>a</li><li>b</li></ul>": "a\nb",
    "<table><tr><th>SDR</th><td>11</td></tr><tr><td>x</td></tr></table>": "SDR 11\nx",
    "1 < 2 & 3 > 2": "1 &lt; 2 &amp; 3 &gt; 2",
    "a&nbsp;b": "a b",
    '<b class="x" onclick="y">bold</b>': "<b>bold</b>",
    "<!-- hidden -->shown": "shown",
    "": "",
}
pieces = st.sampled_from(
    ["<b>", "</b>", "<i", ">", "&", "<p>", "</p>", "text ", "<td>", "&lt;", "🎵"]
)


@pytest.mark.parametrize(("html", "shown"), NASTY.items())
def test_nasty_html(html: str, shown: str) -> None:
    assert safe(html) == shown


@pytest.mark.parametrize(
    "html",
    [
        "x" * 10_000,
        "<b>" + "x" * 10_000,
        "<b>line</b><br>" * 1_000,
        "&amp;" * 5_000,
        "<i>" * 5_000 + "x",
        "<p>" + "word " * 5_000,
        ("<td>" + "9" * 50) * 500,
    ],
    ids=["a word", "a bold word", "lines", "entities", "nested", "a paragraph", "cells"],
)
def test_huge_html_is_cut_where_it_stays_readable(html: str) -> None:
    text, _ = parse_html(safe(html))
    assert 1 <= len(text) <= LIMIT + 2


@given(st.lists(pieces | st.text(max_size=20), max_size=400).map("".join))
def test_any_html_becomes_something_telegram_reads(html: str) -> None:
    text, _ = parse_html(safe(html))
    assert len(text) <= LIMIT + 2


def test_another_language_falls_back_to_english() -> None:
    algorithm = replace(
        served()[0], descriptions={"en": ("Short.", "<p>Long</p>"), "ru": ("", " ")}
    )
    for language in ("en", "ru", "uz"):
        assert short_description(algorithm, language) == "Short."
        assert long_description(algorithm, language) == "Long"
    wordy = replace(algorithm, descriptions={"en": ("word " * 999, "")})
    assert len(short_description(wordy, "en")) <= SHORT_LIMIT
    bare = replace(algorithm, descriptions={})
    assert (short_description(bare, "en"), long_description(bare, "en")) == ("", "")
