"""Somebody who sits in front of the page: finds things by what is written on them."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from playwright.async_api import ConsoleMessage, Error, Locator, Page, expect

from bot.chat.display.translator import translator
from bot.sandbox.page.people import Cast
from bot.sandbox.services import City

PATIENCE = 60_000  # milliseconds


@dataclass(eq=False)
class Visitor:
    """`complaints`: what the browser's console held against the page."""

    page: Page
    stage: City
    cast: Cast
    pictures: Path | None = None
    language: str = "en"
    complaints: list[str] = field(default_factory=list)

    async def arrive(self, url: str) -> None:
        self.page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        self.page.on("console", self._complain)
        self.page.on("pageerror", self._fail)
        await self.page.goto(url)
        await expect(self.page.locator("#room-list button")).to_have_count(len(self.cast.rooms))

    @property
    def log(self) -> Locator:
        return self.page.get_by_role("log")

    def says(self, key: str, **known: str | float) -> str:
        """The beginning of a text of the bot in the visitor's language."""
        text = translator(self.language).plain(key, **known).partition("\n")[0]
        return re.sub(r"<[^>]+>", "", text)

    async def opens(self, room: str) -> None:
        await self.page.locator(f"[data-room={room}]").click()

    async def writes(self, text: str) -> None:
        await self.page.get_by_role("textbox", name="Message").fill(text)
        await self.page.keyboard.press("Enter")

    async def sees(self, text: str | re.Pattern[str]) -> None:
        await expect(self.log.get_by_text(text).last).to_be_visible()

    async def presses(self, key: str) -> None:
        """The newest button with this text of the bot."""
        label = re.compile("^" + re.escape(self.says(key)))
        await self.page.locator(".keyboard button").filter(has_text=label).last.click()

    async def attaches(self, choice: str) -> None:
        await self.page.get_by_role("button", name="Attach or forward").click()
        await self.page.get_by_role("menuitem", name=choice).click()

    async def more(self, message: Locator, choice: str) -> None:
        await message.get_by_role("button", name=re.compile("^More about")).click()
        await self.page.get_by_role("menuitem", name=choice).click()

    def newest(self, text: str) -> Locator:
        return self.log.locator("article").filter(has_text=text).last

    async def links(self) -> None:
        """Give the bot the key that lies ready."""
        await self.writes("/link")
        await self.sees(self.says("link-ask"))
        await self.attaches("The MVSEP key of")
        await self.page.keyboard.press("Enter")
        await self.sees(re.compile("Linked"))

    async def sends_sample(self) -> None:
        await self.attaches("The sample song")
        await self.sees(self.says("card-what"))

    async def takes_picture(self, name: str) -> None:
        for canvas in await self.log.locator("canvas").all():
            await canvas.scroll_into_view_if_needed()
            await expect(canvas).to_have_attribute("data-drawn", "wave")
        await self.page.evaluate("document.getElementById('log').scrollTo(0, 1e6)")
        if self.pictures:
            await self.page.screenshot(path=self.pictures / f"{name}.png", animations="disabled")

    def _complain(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self.complaints.append(message.text)

    def _fail(self, error: Error) -> None:
        self.complaints.append(str(error))
