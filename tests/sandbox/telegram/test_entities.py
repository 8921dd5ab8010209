"""HTML as the server reads it."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.telegram.wire.entities import as_html, detected, parse_html
from bot.sandbox.telegram.wire.errors import ApiError


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("plain & simple > 1", "plain & simple > 1", []),
        ("&lt;&amp;&quot;&#65;&#x42;&nbsp;", '<&"AB&nbsp;', []),
        ("<b>Hi</b>", "Hi", [{"type": "bold", "offset": 0, "length": 2}]),
        ("🎵 <i>a</i>", "🎵 a", [{"type": "italic", "offset": 3, "length": 1}]),
        ("  <b> x </b> ", "x", [{"type": "bold", "offset": 0, "length": 1}]),
        (
            '<a href="https://e.org/?a=1&amp;b=2">link</a>',
            "link",
            [{"type": "text_link", "url": "https://e.org/?a=1&b=2", "offset": 0, "length": 4}],
        ),
        (
            '<pre><code class="language-python">x</code></pre>',
            "x",
            [{"type": "pre", "language": "python", "offset": 0, "length": 1}],
        ),
        (
            "<blockquote expandable>q</blockquote>",
            "q",
            [{"type": "expandable_blockquote", "offset": 0, "length": 1}],
        ),
        (
            "<b>a<u>b</u></b>",
            "ab",
            [
                {"type": "bold", "offset": 0, "length": 2},
                {"type": "underline", "offset": 1, "length": 1},
            ],
        ),
        ("<b></b>x", "x", []),
        (
            '<span class="tg-spoiler">s</span>',
            "s",
            [{"type": "spoiler", "offset": 0, "length": 1}],
        ),
    ],
)
def test_reads_what_the_documentation_allows(
    source: str, text: str, entities: list[dict[str, Any]]
) -> None:
    assert parse_html(source) == (text, entities)


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("ё<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<b", 'Unclosed start tag "b" at byte offset 0'),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_refuses_with_the_servers_words(source: str, reason: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {reason}"


def test_marks_commands_addresses_and_mentions() -> None:
    kinds = [(one["type"], one["offset"]) for one in detected("/start https://e.org, @ada x/y")]
    assert kinds == [("bot_command", 0), ("url", 7), ("mention", 22)]


def test_shows_entities_as_html_again() -> None:
    source = 'a &lt; <b>b<i>c</i></b> <a href="https://e.org/">d</a>'
    assert as_html(*parse_html(source)) == source


@given(st.text(alphabet="ab<>/&;ibu \"'=é🎵", max_size=40))
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except ApiError:
        return
    units = len(text.encode("utf-16-le")) // 2
    assert all(0 <= e["offset"] < e["offset"] + e["length"] <= units for e in entities)
