"""The page for people who use a keyboard or a screen reader: axe-core finds nothing."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from tests.page.conftest import OpenPage

pytestmark = pytest.mark.asyncio(loop_scope="module")

AXE = "axe-core@4.14.1"


@pytest.fixture(scope="module")
def axe(pytestconfig: pytest.Config) -> str:
    """The source of axe-core, from npm, kept in pytest's cache."""
    npm = shutil.which("npm")
    if npm is None or pytestconfig.cache is None:
        pytest.skip("npm is missing: it brings axe-core, which looks at the page")
    kept = Path(pytestconfig.cache.mkdir(AXE.replace("@", "-"))) / "axe.min.js"
    if not kept.exists():
        _install(npm, kept)
    return kept.read_text("utf-8")


def _install(npm: str, kept: Path) -> None:
    """Several test processes may do this at once; each puts the whole file in place, or skips."""
    with tempfile.TemporaryDirectory(dir=kept.parent) as folder:
        order = [npm, "install", AXE, "--no-save", "--no-audit", "--no-fund", "--prefix", folder]
        done = subprocess.run(order, capture_output=True, check=False, timeout=240)  # noqa: S603
        if done.returncode:
            pytest.skip(f"npm did not bring axe-core: {done.stderr.decode(errors='replace')}")
        Path(folder, "node_modules", "axe-core", "axe.min.js").replace(kept)


async def _findings(page: Page, axe: str) -> list[str]:
    await page.evaluate(axe)
    found = await page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{one['id']}: {node['html'][:120]} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("width", [1360, 390])
async def test_axe_finds_nothing(open_page: OpenPage, axe: str, width: int, dark: bool) -> None:
    async with open_page(width, 844, dark=dark) as ada:
        assert await _findings(ada.page, axe) == []
        await ada.opens("ada")
        await ada.links()
        await ada.sends_sample()
        assert await _findings(ada.page, axe) == []
        await ada.opens("studio") if width > 500 else None
        if width < 500:
            await ada.page.get_by_role("button", name="What happens underneath").click()
            await expect(ada.page.get_by_role("form", name="Add a fault")).to_be_attached()
        assert await _findings(ada.page, axe) == []
        await ada.page.keyboard.press("Escape")
        await ada.attaches("Forward a message")
        assert await _findings(ada.page, axe) == []


async def test_the_keyboard_alone_will_do(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.page.keyboard.press("Tab")
        await ada.page.keyboard.press("Enter")  # the link that skips the chat list
        await ada.page.keyboard.type("/help")
        await ada.page.keyboard.press("Enter")
        await ada.sees(ada.says("help-text"))
        await ada.page.get_by_role("button", name="Commands of the bot").focus()
        await ada.page.keyboard.press("Enter")
        await expect(ada.page.get_by_role("menuitem").first).to_be_focused()
        await ada.page.keyboard.press("End")
        await expect(ada.page.get_by_role("menuitem").last).to_be_focused()
        await ada.page.keyboard.press("Escape")
        await expect(ada.page.get_by_role("menuitem")).to_have_count(0)


async def test_targets_are_large_enough_for_fingers(open_page: OpenPage) -> None:
    async with open_page(390, 844) as ada:
        await ada.opens("ada")
        await ada.links()
        await ada.sends_sample()
        small = await ada.page.evaluate(
            """() => [...document.querySelectorAll("button, .icon, select")]
              .filter(one => one.checkVisibility() && !one.closest(".text"))
              .map(one => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
              .filter(([_, box]) => box.width < 44 || box.height < 40)
              .map(([html]) => html)"""
        )
        assert small == []
