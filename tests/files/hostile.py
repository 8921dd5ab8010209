"""Files made to hurt: wide, deep, long, nested, compressed, broken half-way, or not what they say."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable

from openpyxl import Workbook

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
MANY = 3000


def zipped(name: str, content: str | bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def word(body: str) -> bytes:
    return zipped("word/document.xml", f"<w:document {W}>{body}</w:document>")


def sheet() -> bytes:
    """A small workbook as Excel writes it."""
    book, file = Workbook(), io.BytesIO()
    assert book.active is not None
    book.active.append(["text"])
    book.active.append(["A review"])
    book.save(file)
    return file.getvalue()


def changed_sheet(rows: str, dimension: str = "A1:XFD1048576") -> bytes:
    """The small workbook with other rows, and a size that it does not have."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sheet())) as old, zipfile.ZipFile(file, "w", 8) as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith("sheet1.xml"):
                data = f'<dimension ref="{dimension}"/><sheetData>{rows}</sheetData>'
                content = f"<worksheet {SHEET}>{data}</worksheet>".encode()
            new.writestr(name, content)
    return file.getvalue()


def cell(at: str, text: str = "x") -> str:
    return f'<c r="{at}" t="inlineStr"><is><t>{text}</t></is></c>'


def nested_paragraphs() -> bytes:
    return word("<w:p>" * MANY + "<w:r><w:t>x</w:t></w:r>" + "</w:p>" * MANY)


def entities() -> bytes:
    """Billion laughs."""
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    dtd = f'<!DOCTYPE d [<!ENTITY a0 "ha">{levels}]>'
    return zipped("word/document.xml", f"{dtd}<w:document {W}>&a9;</w:document>")


FILES: dict[str, Callable[[], bytes]] = {
    "dimension.xlsx": lambda: changed_sheet(f'<row r="1">{cell("A1")}</row>'),
    "far-row.xlsx": lambda: changed_sheet(f'<row r="1048576">{cell("A1048576")}</row>'),
    "far-column.xlsx": lambda: changed_sheet(f'<row r="1">{cell("XFD1")}</row>'),
    "few-of-many.xlsx": lambda: changed_sheet(
        "".join(f'<row r="{n * 200}">{cell(f"A{n * 200}")}</row>' for n in range(1, 5000))
    ),
    "one-long-cell.xlsx": lambda: changed_sheet(
        f'<row r="1">{cell("A1", "x" * 12_000_000)}</row>'
    ),
    "half.xlsx": lambda: sheet()[: len(sheet()) // 2],
    "no-sheet.xlsx": lambda: zipped("nothing.xml", "<a/>"),
    "bomb.xlsx": lambda: zipped("xl/workbook.xml", b"\0" * (201 << 20)),
    "text.xlsx": lambda: b"id,text\n1,Just a table\n",
    "nested.docx": nested_paragraphs,
    "empty-paragraphs.docx": lambda: word("<w:p/>" * 6_000_000),
    "entities.docx": entities,
    "unclosed.docx": lambda: word("<w:p><w:r>"),
    "half.docx": lambda: nested_paragraphs()[:200],
    "no-document.docx": lambda: zipped("word/other.xml", "<a/>"),
    "bomb.docx": lambda: zipped("word/document.xml", b" " * (201 << 20)),
    "picture.docx": lambda: b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40,
    "wide.csv": lambda: (",".join("abc" for _ in range(MANY)) + "\n").encode() * 2,
    "square.csv": lambda: b",".join([b"a"] * MANY) + b"\na" * MANY,
    "long.csv": lambda: b"a,b\n" * 200_000,
    "quotes.csv": lambda: b'a,b\n"' + b'x""' * 500_000,
    "sniffer.csv": lambda: b"\"'" * 20_000,
    "blank-quotes.csv": lambda: (b"," + b' "' * 20_000) * 2,
    "nul.csv": lambda: b"a,b\n\0\0\0\0,\0\0\0\0\n" * 100,
    "one-line.csv": lambda: b"word " * 3_000_000,
    "broken-encoding.csv": lambda: b"text\n" + bytes(range(128, 256)) * 1000,
    "wide.tsv": lambda: b"\t".join([b"a"] * 100_000),
    "deep.json": lambda: b"[" * 100_000 + b"]" * 100_000,
    "deep-object.json": lambda: b'{"a":' * 900 + b"1" + b"}" * 900,
    "deep-export.json": lambda: (
        b'{"messages":[{"text":' + b"[" * 950 + b'"x"' + b"]" * 950 + b"}]}"
    ),
    "square.json": lambda: json.dumps([{f"k{n}": "text"} for n in range(MANY)]).encode(),
    "half.json": lambda: json.dumps(["text"] * 1000).encode()[:-5],
    "long-number.json": lambda: b"[" + b"9" * 5_000_000 + b"]",
    "gzip.json": lambda: gzip.compress(b'["text"]'),
    "half-utf16.txt": lambda: b"\xff\xfe" + "text".encode("utf-16-le")[:-1],
    "lines.txt": lambda: b"a line of words\n" * 700_000,
    "blank-lines.txt": lambda: b"x" + b"\n \t" * 1_000_000 + b"y",
    "brackets.srt": lambda: b"[" * 300_000,
    "stars.vtt": lambda: b"WEBVTT\n\n" + b"(*[" * 200_000,
}

LARGE: dict[str, Callable[[], bytes]] = {
    "large.txt": lambda: "слово ".encode() * 1_650_000,
    "large.csv": lambda: "текст\n".encode() + ("слово " * 30 + "\n").encode() * 55_000,
    "large.json": lambda: json.dumps(["слово " * 30] * 55_000, ensure_ascii=False).encode(),
}
