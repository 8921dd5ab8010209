"""Word documents: everything somebody reads in them, once, and nothing that was deleted."""

import io
import zipfile

import pytest

from bot.files.documents import document_text
from bot.files.errors import UnreadableFile

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def paragraph(*runs: str) -> str:
    return f"<w:p>{''.join(runs)}</w:p>"


def run(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def box(text: str) -> str:
    """As Word writes it: the box, and once more for programs that do not know it."""
    inside = f"<w:txbxContent>{paragraph(run(text))}</w:txbxContent>"
    choice = f"<mc:Choice>{inside}</mc:Choice><mc:Fallback>{inside}</mc:Fallback>"
    return f"<w:r><mc:AlternateContent>{choice}</mc:AlternateContent></w:r>"


def document(body: str, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, inside in {"document": body, **parts}.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {SPACES}>{inside}</w:{name}>")
    return file.getvalue()


CASES = {
    "paragraphs": (
        paragraph(run("One ") + run("line")) + paragraph(run("Two")),
        ["One line", "Two"],
    ),
    "a text box": (paragraph(run("Outer"), box("Boxed")), ["Outer", "Boxed"]),
    "a box in a box": (
        paragraph(run("Outer"), box("Boxed") + box("Again")),
        ["Outer", "Boxed", "Again"],
    ),
    "words behind a box": (paragraph(run("Be"), box("Boxed"), run("fore")), ["Before", "Boxed"]),
    "a table": (
        f"<w:tbl><w:tr><w:tc>{paragraph(run('A'))}</w:tc><w:tc>{paragraph(run('B'))}</w:tc></w:tr></w:tbl>",
        ["A", "B"],
    ),
    "deleted and inserted": (
        paragraph(
            "<w:del><w:r><w:delText>Gone</w:delText></w:r></w:del>",
            f"<w:ins>{run('New')}</w:ins>",
        ),
        ["New"],
    ),
    "moved": (
        paragraph(f"<w:moveFrom>{run('Words')}</w:moveFrom>")
        + paragraph(f"<w:moveTo>{run('Words')}</w:moveTo>"),
        ["Words"],
    ),
    "a link": (
        paragraph(run("See "), f"<w:hyperlink>{run('there')}</w:hyperlink>"),
        ["See there"],
    ),
    "a field": (paragraph("<w:r><w:instrText>PAGE</w:instrText></w:r>", run("7")), ["7"]),
    "tab and break": (
        paragraph("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"),
        ["a b c"],
    ),
    "empty paragraphs": (paragraph() + paragraph(run("Text")) + paragraph(), ["Text"]),
    "nothing": ("", [""]),
}


@pytest.mark.parametrize("case", CASES)
def test_words_come_once_and_in_order(case: str) -> None:
    body, texts = CASES[case]
    assert document_text("a.docx", document(body)).split("\n\n") == texts


def test_notes_and_comments_follow() -> None:
    parts = {each: paragraph(run(each)) for each in ("comments", "endnotes", "footnotes")}
    text = document_text("a.docx", document(paragraph(run("Body")), **parts))
    assert text.split("\n\n") == ["Body", "footnotes", "endnotes", "comments"]


def test_a_document_without_a_body_is_broken() -> None:
    with pytest.raises(UnreadableFile) as told:
        document_text("a.docx", document("")[:-30])
    assert told.value.key == "file-broken"
