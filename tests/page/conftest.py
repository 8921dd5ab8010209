"""The page on a stage of its own; for the browser tests with the bot and with Chromium."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright

from bot.sandbox.page import Page
from bot.sandbox.page.guard import TOKEN_HEADER
from bot.sandbox.page.people import Cast, gather
from bot.sandbox.services import City, city, running_bot
from tests.page.visitor import Visitor
from tests.waits import shorten_waits
from tests.world import SPEED

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-fake-device-for-media-stream",
    "--use-fake-ui-for-media-stream",
    "--autoplay-policy=no-user-gesture-required",
)
PICTURES = "STEMGRAM_SCREENSHOTS"
"""The folder for the screenshots; without it, none are made."""


class Caller:
    """Speaks to the page's server as its own page does, and as others would."""

    def __init__(self, page: Page, cast: Cast, session: aiohttp.ClientSession) -> None:
        self.page, self.cast, self.session = page, cast, session
        self.origin = page.url.rstrip("/")

    @property
    def own(self) -> dict[str, str]:
        """The headers of the page's own requests."""
        return {"Origin": self.origin, TOKEN_HEADER: self.page.guard.token}

    async def post(
        self, path: str, body: object = None, **about: object
    ) -> aiohttp.ClientResponse:
        about.setdefault("headers", self.own)
        return await self.session.post(self.origin + path, json=body or {}, **about)  # type: ignore[arg-type]

    async def get(self, path: str, **headers: str) -> aiohttp.ClientResponse:
        return await self.session.get(self.origin + path, headers=headers)

    @property
    def ada(self) -> int:
        return next(iter(self.cast.people))


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[City]:
    async with city(tmp_path, speed=SPEED) as stage:
        yield stage


@pytest.fixture
async def caller(stage: City) -> AsyncIterator[Caller]:
    cast = gather(stage, "en")
    async with (
        Page(stage, cast, port=0) as page,
        aiohttp.ClientSession() as session,
    ):
        yield Caller(page, cast, session)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("No Chromium is installed: apt-get install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def open_page(
    browser: Browser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator["OpenPage"]:
    """A visitor's view of a stage with the bot: `async with open_page(width, height, …)`."""
    shorten_waits(monkeypatch)
    yield OpenPage(browser, tmp_path)


class OpenPage:
    """Opens the page in a window of its own; nothing may be complained about in its console."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self._browser, self._folder = browser, folder

    @asynccontextmanager
    async def __call__(
        self, width: int = 1360, height: int = 860, *, dark: bool = False
    ) -> AsyncIterator[Visitor]:
        async with city(self._folder, speed=SPEED) as stage:
            cast = gather(stage, "en")
            async with running_bot(stage.settings), Page(stage, cast, port=0) as page:
                context = await self._browser.new_context(
                    viewport={"width": width, "height": height},
                    color_scheme="dark" if dark else "light",
                    has_touch=width < 500,
                    reduced_motion="reduce",
                    permissions=["clipboard-read", "clipboard-write", "microphone"],
                )
                visitor = Visitor(await context.new_page(), stage, cast, self._pictures())
                await visitor.arrive(page.url)
                yield visitor
                await context.close()
        assert visitor.complaints == []

    @staticmethod
    def _pictures() -> Path | None:
        folder = os.environ.get(PICTURES)
        return Path(folder) if folder else None
