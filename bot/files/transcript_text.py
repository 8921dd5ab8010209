"""The words of a transcript, without its times and marks, verse by verse."""

import json
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

LINES = 4  # of a verse, where the transcript shows no verses of its own
LONG_LINE = 200  # characters; on average longer ones are whole passages, and cut into sentences
_CLOCK = r"(?:\d{1,3}:)?\d{1,2}:\d{2}(?:[.,]\d{1,3})?"
_SECONDS = r"\d+(?:\.\d+)?\s*s?"
_CUE = re.compile(rf"^\s*{_CLOCK}\s*-->.*$")  # a line of its own in SubRip and WebVTT
_SPAN = re.compile(
    rf"^\s*(?:\[\s*(?:{_CLOCK}|{_SECONDS})\s*(?:(?:-->|->|[-–—])\s*(?:{_CLOCK}|{_SECONDS})\s*)?\]"
    rf"|{_CLOCK}\s*(?:->|[-–—])\s*{_CLOCK})\s*:?"
)
_HEADER = re.compile(r"^(?:WEBVTT|NOTE|STYLE|REGION)\b")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_NOTES = re.compile(r"[♩♪♫♬]+")
# [music], (applause), *laughs*; bounded, so that a line of brackets takes linear time
_ASIDE = re.compile(r"\[[^\]]{0,200}\]|\([^)]{0,200}\)|\*[^*]{0,200}\*")
_WORD = re.compile(r"[^\W\d_]")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")


def verses(transcript: str, most: int = 0) -> list[str]:
    """At most so many verses (0: as many as there are), in order; none where there are no words.

    Takes plain text, SubRip, WebVTT and JSON with segments.
    """
    found = ["\n".join(each) for each in _verses(_paragraphs(_spoken(transcript)))]
    if not most or len(found) <= most:
        return found
    edges = [at * len(found) // most for at in range(most + 1)]
    return ["\n".join(found[a:b]) for a, b in pairwise(edges)]


def _verses(paragraphs: list[list[str]]) -> Iterator[Sequence[str]]:
    """Paragraphs as they are; lines that stand alone or all together are put into verses."""
    lines = [line for each in paragraphs for line in each]
    if len(paragraphs) > 1 and len(lines) >= 2 * len(paragraphs):
        yield from paragraphs
        return
    if sum(map(len, lines)) > LONG_LINE * len(lines):
        lines = [each for line in lines for each in _SENTENCE.split(line)]
    for at in range(0, len(lines), LINES):
        yield lines[at : at + LINES]


def _paragraphs(text: str) -> list[list[str]]:
    """Lines with words in them; of a transcript with times, all of them as one paragraph."""
    lines = text.splitlines()
    timed = any(_CUE.match(line) for line in lines)
    paragraphs: list[list[str]] = [[]]
    for at, line in enumerate(lines):
        if not line.strip() and not timed:
            paragraphs.append([])
        elif words := _words(line, lines[at + 1 : at + 2]):
            paragraphs[-1].append(words)
    return [each for each in paragraphs if each]


def _words(line: str, following: Sequence[str]) -> str:
    """What is sung or said in a line; empty for times, numbers of cues and asides."""
    if _CUE.match(line) or _HEADER.match(line):
        return ""
    if line.strip().isdigit() and any(_CUE.match(each) for each in following):
        return ""
    text = _NOTES.sub(" ", _TAG.sub("", _SPAN.sub("", line))).strip()
    return text if _WORD.search(_ASIDE.sub(" ", text)) else ""


def _spoken(text: str) -> str:
    """The text itself, or the `text` of every segment of a JSON value."""
    if text.lstrip()[:1] not in ("{", "["):
        return text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return text
    return "\n".join(_texts(value))


def _texts(value: Any) -> list[str]:
    """A list's texts; of an object the longest list inside, or else its own text."""
    if isinstance(value, dict):
        lists = [each for each in value.values() if isinstance(each, list)]
        inner = _texts(max(lists, key=len)) if lists else []
        return inner or [str(value.get("text") or "")]
    if not isinstance(value, list):
        return []
    return [
        str(each.get("text") or "") if isinstance(each, dict) else str(each)
        for each in value
        if isinstance(each, dict | str)
    ]
