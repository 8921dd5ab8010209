"""Bot API formatting: HTML to text and entities as the server reads it, and back."""

import html
import itertools
import re
from dataclasses import dataclass, field

from bot.sandbox.telegram.wire.errors import ApiError, Json, bad_request
from bot.sandbox.telegram.wire.limits import utf16

TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
BACK = {kind: tag for tag, kind in reversed(TAGS.items()) if tag != "span"}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}

_ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|(lt|gt|amp|quot));")
_ATTRIBUTE = re.compile(r"""\s*([^\s=>"'/]+)(\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?""")
_FOUND = re.compile(
    r"(?P<url>https?://[^\s<>\"]+|(?<![\w@/.])(?:[a-z0-9-]+\.)+(?:com|org|net|me|io|ru|nz|uz)\b[^\s]*)"
    r"|(?P<bot_command>(?<![\w/])/[a-zA-Z0-9_]{1,32}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@\w{3,32}\b)",
    re.IGNORECASE,
)
_TRAILING = ".,:;!?)]}'"


@dataclass
class _Open:
    tag: str
    start: int
    at: int
    attributes: dict[str, str]


@dataclass
class _Reader:
    """One pass over HTML; offsets in errors count bytes, those in entities UTF-16 units."""

    source: str
    text: str = ""
    place: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Json] = field(default_factory=list)

    def read(self) -> tuple[str, list[Json]]:
        while self.place < len(self.source):
            self._step()
        if self.stack:
            tag = self.stack[-1].tag
            raise _unparsable(f'Can\'t find end tag corresponding to start tag "{tag}"')
        return self.text, self.entities

    def _step(self) -> None:
        if self.source[self.place] == "&":
            self._character_reference()
        elif self.source.startswith("</", self.place):
            self._end_tag()
        elif self.source[self.place] == "<":
            self._start_tag()
        else:
            self._plain()

    def _plain(self) -> None:
        stop = re.compile("[<&]").search(self.source, self.place)
        end = stop.start() if stop else len(self.source)
        self.text += self.source[self.place : end]
        self.place = end

    def _character_reference(self) -> None:
        found = _ENTITY.match(self.source, self.place)
        self.text += _referenced(found) if found else "&"
        self.place = found.end() if found else self.place + 1

    def _start_tag(self) -> None:
        at = self._byte(self.place)
        name = re.compile(r"[^\s>]*").match(self.source, self.place + 1)
        tag = name.group().lower() if name else ""
        if tag not in TAGS:
            raise _unparsable(f'Unsupported start tag "{tag}" at byte offset {at}')
        end = _tag_end(self.source, self.place)
        if end < 0:
            raise _unparsable(f'Unclosed start tag "{tag}" at byte offset {at}')
        attributes = _attributes(self.source[self.place + 1 + len(tag) : end])
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            reason = f'Tag "span" must have class "tg-spoiler" at byte offset {at}'
            raise _unparsable(reason)
        self.stack.append(_Open(tag, len(self.text), utf16(self.text), attributes))
        self.place = end + 1

    def _end_tag(self) -> None:
        at = self._byte(self.place)
        if not self.stack:
            raise _unparsable(f"Unexpected end tag at byte offset {at}")
        end = self.source.find(">", self.place)
        if end < 0:
            raise _unparsable(f"Unclosed end tag at byte offset {at}")
        found = self.source[self.place + 2 : end].strip().lower()
        opened = self.stack.pop()
        if found and found != opened.tag:
            reason = f'expected "</{opened.tag}>", found "</{found}>"'
            raise _unparsable(f"Unmatched end tag at byte offset {at}, {reason}")
        self._keep(opened)
        self.place = end + 1

    def _keep(self, opened: _Open) -> None:
        content = self.text[opened.start :]
        entity = _entity(
            opened, content, inside_pre=bool(self.stack) and self.stack[-1].tag == "pre"
        )
        if content and entity is not None:
            self.entities.append(entity | {"offset": opened.at, "length": utf16(content)})

    def _byte(self, place: int) -> int:
        return len(self.source[:place].encode())


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Text and entities (Bot API, "HTML style"); refuses what the server's parser refuses."""
    text, entities = _Reader(source).read()
    return trimmed(text, _merged(entities))


def trimmed(text: str, entities: list[Json]) -> tuple[str, list[Json]]:
    """The server drops blanks at both ends and shifts the entities accordingly."""
    lead = utf16(text) - utf16(text.lstrip())
    kept = text.strip()
    total = utf16(kept)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - lead, 0)
        end = min(entity["offset"] - lead + entity["length"], total)
        if end > start:
            moved.append(entity | {"offset": start, "length": end - start})
    return kept, sorted(moved, key=lambda entity: (entity["offset"], -entity["length"]))


def detected(text: str) -> list[Json]:
    """Commands, addresses and mentions that Telegram marks by itself."""
    found = []
    for match in _FOUND.finditer(text):
        kind = str(match.lastgroup)
        shown = match.group().rstrip(_TRAILING) if kind == "url" else match.group()
        start = utf16(text[: match.start()])
        found.append({"type": kind, "offset": start, "length": utf16(shown)})
    return found


def with_detected(text: str, entities: list[Json]) -> list[Json]:
    """The given entities and those found in the text between them."""
    closed = [e for e in entities if e["type"] in {"code", "pre", "text_link"}]
    more = [e for e in detected(text) if not any(_overlap(e, other) for other in closed)]
    return sorted([*entities, *more], key=lambda entity: (entity["offset"], -entity["length"]))


def as_html(text: str, entities: list[Json]) -> str:
    """The formatted text as Bot API HTML (for reading it in tests and in the demo)."""
    units = text.encode("utf-16-le")
    tags: dict[int, str] = {}
    for entity in entities:
        if entity["type"] not in BACK:
            continue
        start, end = entity["offset"], entity["offset"] + entity["length"]
        tag = BACK[entity["type"]]
        href = f' href="{html.escape(entity["url"])}"' if "url" in entity else ""
        tags[start] = f"{tags.get(start, '')}<{tag}{href}>"
        tags[end] = f"</{tag}>{tags.get(end, '')}"
    places = sorted({0, len(units) // 2, *tags})
    shown = tags.get(0, "")
    for start, end in itertools.pairwise(places):
        piece = units[start * 2 : end * 2].decode("utf-16-le")
        shown += html.escape(piece, quote=False) + tags.get(end, "")
    return shown


def _entity(opened: _Open, content: str, *, inside_pre: bool) -> Json | None:
    attributes = opened.attributes
    match opened.tag:
        case "a":
            url = attributes.get("href", content)
            return (
                {"type": "text_link", "url": url} if re.match(r"[a-z]+:|[\w-]+\.", url) else None
            )
        case "tg-emoji":
            return {"type": "custom_emoji", "custom_emoji_id": attributes.get("emoji-id", "")}
        case "blockquote" if "expandable" in attributes:
            return {"type": "expandable_blockquote"}
        case "code" if inside_pre and "class" in attributes:
            return {"type": "pre", "language": attributes["class"].removeprefix("language-")}
    return {"type": TAGS[opened.tag]}


def _merged(entities: list[Json]) -> list[Json]:
    """`<pre><code class=…>` is one entity: drop the plain `pre` around it."""
    inner = {(e["offset"], e["length"]) for e in entities if "language" in e}
    return [
        entity
        for entity in entities
        if "language" in entity
        or entity["type"] != "pre"
        or (entity["offset"], entity["length"]) not in inner
    ]


def _attributes(source: str) -> dict[str, str]:
    found = {}
    for match in _ATTRIBUTE.finditer(source):
        value = (match.group(3) or "").strip("\"'")
        found[match.group(1).lower()] = _ENTITY.sub(_referenced, value)
    return found


def _tag_end(source: str, start: int) -> int:
    quote = ""
    for place in range(start, len(source)):
        character = source[place]
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character == ">":
            return place
    return -1


def _referenced(match: re.Match[str]) -> str:
    hexadecimal, decimal, name = match.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code <= 0x10FFFF else match.group()


def _overlap(one: Json, other: Json) -> bool:
    return bool(
        one["offset"] < other["offset"] + other["length"]
        and other["offset"] < one["offset"] + one["length"]
    )


def _unparsable(reason: str) -> ApiError:
    return bad_request(f"can't parse entities: {reason}")
