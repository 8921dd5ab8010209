"""Word documents: paragraphs, tables, text boxes, notes and comments, each once (ECMA-376, part 1, 17.3)."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from defusedxml import ElementTree

from bot.files.errors import UnreadableFile
from bot.files.tables import check_archive

PARTS = ("document", "footnotes", "endnotes", "comments")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SKIPPED = frozenset({_FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}instrText"})


def document_text(filename: str, data: bytes) -> str:
    """The paragraphs of a document with a blank line between them. Raises `UnreadableFile`.

    A text box stands twice in a file, the second time for old programs (mc:Fallback): that is left
    out, as is what tracked changes deleted.
    """
    check_archive(filename, data)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            there = set(archive.namelist())
            names = [f"word/{part}.xml" for part in PARTS]
            roots = [
                ElementTree.fromstring(archive.read(name))
                for name in names
                if name in there or name == names[0]
            ]
    except MemoryError:
        raise
    except Exception as error:  # zlib, zipfile and the XML parser each have errors of their own
        raise UnreadableFile("file-broken", name=filename) from error
    paragraphs = (text for root in roots for text in _paragraphs(root))
    return "\n\n".join(filter(None, (each.strip() for each in paragraphs)))


def _paragraphs(root: Any) -> Iterator[str]:
    """Each paragraph's own words; one inside another (a text box) follows it. No recursion."""
    home: list[str] = []
    found = [home]
    waiting = [(root, home)]
    while waiting:
        node, home = waiting.pop()
        if node.tag in _SKIPPED:
            continue
        if node.tag == f"{_W}p":
            home = []
            found.append(home)
        elif node.tag == f"{_W}t":
            home.append(node.text or "")
        elif node.tag in (f"{_W}tab", f"{_W}br"):
            home.append(" ")
        waiting.extend((child, home) for child in reversed(node))
    return map("".join, found)
