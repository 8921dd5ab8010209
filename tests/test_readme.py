"""The README and its companions tell the truth about settings and commands."""

import re
from pathlib import Path

import pytest

from bot import __version__
from bot.__main__ import _parser
from bot.settings import PREFIX, Settings

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


def settings_table() -> str:
    """The table as README must have it; copy it from the failing test."""
    lines = ["| Setting | Without it | What it is |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        usual = "**required**" if field.is_required() else shown(field.default)
        lines.append(f"| `{PREFIX}{name.upper()}` | {usual} | {field.description} |")
    return "\n".join(lines)


def shown(default: object) -> str:
    match default:
        case None | frozenset():
            return "none"
        case bool():
            return f"`{str(default).lower()}`"
        case _:
            return f"`{default}`"


def targets() -> set[str]:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return set(re.findall(r"^([a-z.]+):", makefile, re.MULTILINE))


def test_the_settings_table_is_that_of_the_code() -> None:
    assert settings_table() in README


def test_the_example_file_lists_every_setting_with_its_default() -> None:
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    found = dict(re.findall(r"(STEMGRAM_\w+)=(.*)", "\n".join(lines)))
    assert set(found) == {PREFIX + name.upper() for name in Settings.model_fields}
    for name, field in Settings.model_fields.items():
        usual = "" if field.is_required() else shown(field.default).strip("`")
        assert found[PREFIX + name.upper()] == ("" if usual == "none" else usual)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md"])
def test_every_command_named_is_in_the_makefile(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    code = re.findall(r"```.*?```|`[^`\n]+`", text, re.DOTALL)
    named = set(re.findall(r"\bmake ([a-z.]+)", "\n".join(code)))
    assert named
    assert named <= targets()


def test_the_two_commands_come_first() -> None:
    first_screen = "\n".join(README.splitlines()[:50])
    assert "make demo" in first_screen
    assert "make test" in first_screen


def test_every_linked_file_exists() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if "://" not in target:
            assert (ROOT / target).exists(), target


def test_every_make_target_says_what_it_does() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    explained = set(re.findall(r"^([a-z.]+):.*## \S", makefile, re.MULTILINE))
    assert explained == targets()


@pytest.mark.parametrize("page", ["README.md", ".env.example", "Makefile", "Dockerfile"])
def test_every_command_of_the_bot_that_is_named_exists(page: str) -> None:
    source = (ROOT / "bot" / "__main__.py").read_text(encoding="utf-8")
    text = (ROOT / page).read_text(encoding="utf-8")
    named = set(re.findall(r"(?:python|/python) -m bot ([a-z-]+)", text))
    named |= set(re.findall(r'"-m", "bot", "([a-z-]+)"', text))
    assert named
    assert named <= set(re.findall(r'add_parser\(\s*"([a-z-]+)"', source))


def test_the_version_is_told_and_in_the_changelog(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        _parser().parse_args(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"stemgram {__version__}\n"
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {__version__}\n" in changes
    assert "## Unreleased\n" in changes


def test_each_row_of_who_could_do_what_names_tests_that_exist() -> None:
    table = README.partition("## Who could do what")[2].partition("\n## ")[0]
    rows = [
        row for row in table.splitlines() if row.startswith("| ") and "What stops it" not in row
    ]
    assert len(rows) > 10
    for row in rows:
        named = re.findall(r"`(tests/[\w/.]+)`", row.rpartition("|")[0].rpartition("|")[2])
        assert named, row
        assert all((ROOT / each).exists() for each in named), row
