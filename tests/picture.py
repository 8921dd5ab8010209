"""The picture of the packages in bot/docs/architecture.md, made from the imports: `make picture`."""

import re
import sys
from pathlib import Path

import grimp

PAGE = Path(__file__).parents[1] / "bot" / "docs" / "architecture.md"
PACKAGES = (
    "bot.process",
    "bot.composition",
    "bot.features.separate",
    "bot.features.analyze",
    "bot.features",
    "bot.chat.incoming",
    "bot.chat.outgoing",
    "bot.chat.display",
    "bot.jobs",
    "bot.mvsep",
    "bot.neuro_semantic",
    "bot.net",
    "storage",
)
STAGES = ("bot.features.separate", "bot.features.analyze")
FENCE = re.compile(r"(?<=<!-- picture -->\n).*?(?=<!-- end of picture -->)", re.DOTALL)


def arrows(packages: tuple[str, ...]) -> list[tuple[str, str]]:
    """Which package imports which; a module counts for the innermost package named."""
    graph = grimp.build_graph("bot", "storage")
    homes = {name: _home(name, packages) for name in graph.modules}
    found = {
        (start, end)
        for name, start in homes.items()
        for other in graph.find_modules_directly_imported_by(name)
        if start and (end := homes[other]) and start != end
    }
    return sorted(found)


def stages_of(feature: str) -> tuple[str, ...]:
    """The feature's sub-packages."""
    graph = grimp.build_graph("bot", "storage")
    return tuple(
        sorted(each for each in graph.find_children(feature) if graph.find_children(each))
    )


def picture() -> str:
    """All drawings of the page, as Mermaid."""
    drawings = [_drawn(PACKAGES, "bot.")]
    drawings += [_drawn(stages_of(feature), feature + ".") for feature in STAGES]
    return "\n".join(drawings)


def updated(page: str) -> str:
    """The page with the picture as the code is now."""
    return FENCE.sub(lambda _: picture() + "\n", page)


def _home(module: str, packages: tuple[str, ...]) -> str | None:
    inside = [each for each in packages if module == each or module.startswith(each + ".")]
    return max(inside, key=len, default=None)


def _drawn(packages: tuple[str, ...], prefix: str) -> str:
    lines = (
        f"  {start.removeprefix(prefix)} --> {end.removeprefix(prefix)}"
        for start, end in arrows(packages)
    )
    return "\n".join(["```mermaid", "flowchart TD", *lines, "```"])


if __name__ == "__main__":
    PAGE.write_text(updated(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
    sys.stdout.write(f"{PAGE.name} has the picture of the code as it is\n")
