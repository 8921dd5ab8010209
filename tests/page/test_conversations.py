"""What people do on the page, in a real browser with the real bot."""

import asyncio
import re
from pathlib import Path

import pytest
from playwright.async_api import expect

from bot.chat.display.translator import translator
from bot.sandbox.mvsep import State
from bot.sandbox.song import make_song
from bot.sandbox.telegram.world import Event
from tests.page.conftest import OpenPage
from tests.page.covered import make_covered_song

pytestmark = pytest.mark.asyncio(loop_scope="module")

DROP = """async ([name, text]) => {
  const data = new DataTransfer();
  data.items.add(new File([text], name, { type: "text/plain" }));
  for (const kind of ["dragenter", "dragover", "drop"])
    document.getElementById("chat").dispatchEvent(
      new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
}"""

HEIGHTS = """() => {
  const shown = document.querySelector("#log canvas");
  const { width, height } = shown;
  const copy = Object.assign(document.createElement("canvas"), { width, height });
  const pen = copy.getContext("2d", { willReadFrequently: true });
  pen.drawImage(shown, 0, 0);
  const tall = (x) => pen.getImageData(x, 0, 1, height).data.filter((part, at) => at % 4 === 3 && part).length;
  return new Set([...Array(width).keys()].map(tall)).size;
}"""
"""How many different heights the bars of the first waveform have."""


async def test_from_start_to_stems_by_clicking(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.page.get_by_role("button", name="Start", exact=True).click()
        await ada.presses("link-button")
        await ada.sees(ada.says("link-ask"))
        await ada.attaches("The MVSEP key of Ada")
        await ada.page.get_by_role("button", name="Send", exact=True).click()
        await ada.sees(re.compile("Linked"))
        key = next(iter(ada.cast.accounts.values())).token
        await expect(ada.log.get_by_text(key)).to_have_count(0)  # the bot deletes it
        await ada.sends_sample()
        await ada.takes_picture("desktop-card")
        await ada.presses("goal-vocals")
        await ada.presses("order-start")
        await ada.sees(ada.says("done-keep"))
        play = ada.log.get_by_role("button", name="Play Paper Boats (Instrumental)")
        await expect(play).to_be_visible()
        await expect(ada.page.locator(".job .pill")).to_have_text("done")
        await play.click()
        playing = ada.log.get_by_role("button", name="Pause Paper Boats (Instrumental)")
        await expect(playing).to_be_visible()
        await ada.log.get_by_role("button", name="Play Paper Boats (Vocals)").click()
        await expect(playing).to_have_count(0)  # one sound at a time
        await ada.takes_picture("desktop-stems")


async def test_the_waveform_is_that_of_the_sound(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.attaches("The sample song")
        await expect(ada.log.locator("canvas")).to_be_visible()
        async with asyncio.timeout(60):
            while await ada.page.evaluate(HEIGHTS) <= 8:  # noqa: ASYNC110 - the browser rings no bell
                await asyncio.sleep(0.05)


async def test_a_job_that_is_cancelled(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.page.get_by_role("switch", name="Hold the queue").check()
        await ada.links()
        await ada.sends_sample()
        await ada.presses("goal-drums")
        await ada.presses("order-start")
        await expect(ada.page.locator(".job .pill")).to_have_text("waiting")
        await ada.presses("button-cancel")
        await ada.sees(ada.says("cancelled-title"))
        await expect(ada.page.locator(".job .pill")).to_have_text(re.compile("cancelled|deleted"))
        assert ada.stage.mvsep.creates[0].state is State.CANCELLED


async def test_a_group_where_a_button_belongs_to_somebody_else(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.links()
        await ada.opens("band")
        await ada.attaches("The sample song")
        await ada.more(ada.newest("Paper Boats"), "Reply")
        await ada.writes("/separate@stemgram_bot")
        await ada.sees(ada.says("card-what"))
        await ada.page.get_by_label("You are").select_option("as Ben")
        await ada.presses("goal-bass")
        told = ada.page.get_by_role("dialog")
        await expect(told).to_contain_text(translator("ru").plain("not-your-menu"))
        await ada.takes_picture("desktop-group")
        await ada.page.get_by_role("button", name="OK", exact=True).click()
        await ada.page.get_by_label("You are").select_option("as Ada")
        await ada.presses("goal-bass")
        await ada.presses("order-start")
        await ada.sees(ada.says("done-keep"))


async def test_a_link_to_the_bot_leads_into_the_own_chat(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.opens("band")
        await ada.writes("/link@stemgram_bot")
        await ada.log.get_by_role("link", name=ada.says("link-group-button")).click()
        await expect(ada.page.locator("#chat-title")).to_have_text("Stemgram, as Ada")
        await ada.sees(ada.says("link-ask"))


async def test_what_the_bot_is_doing_is_shown(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.writes("/help")
        await ada.sees(ada.says("help-text"))
        doing = {"action": "upload_document"}
        room = ada.cast.rooms["ada"]
        ada.stage.telegram.state.world.happened(Event("action", room.id, detail=doing))
        await expect(ada.page.locator("#chat-status")).to_have_text("Stemgram is sending a file…")


async def test_a_topic_keeps_its_messages(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.opens("studio")
        await ada.page.get_by_role("button", name="Vocals", exact=True).click()
        await ada.writes("/help@stemgram_bot")
        await ada.sees(ada.says("help-text"))
        await ada.page.get_by_role("button", name="General", exact=True).click()
        await expect(ada.log.get_by_text("How it works")).to_have_count(0)


async def test_the_other_person_speaks_another_language(open_page: OpenPage) -> None:
    async with open_page() as visitor:
        await visitor.opens("ben")
        await visitor.page.get_by_label("Language of this person").select_option("es")
        await visitor.page.get_by_role("button", name="Start", exact=True).click()
        visitor.language = "es"
        await visitor.sees(visitor.says("start-link-first"))
        await visitor.page.get_by_role("button", name="Commands of the bot").click()
        menu = visitor.page.get_by_role("menuitem", name=visitor.says("command-help"))
        await menu.click()
        await visitor.sees(visitor.says("help-text"))


async def test_a_phone_shows_one_thing_at_a_time(open_page: OpenPage) -> None:
    async with open_page(390, 844, dark=True) as ada:
        rooms, chat = ada.page.locator("#rooms"), ada.page.locator("#chat")
        await expect(rooms).to_be_visible()
        await expect(chat).to_be_hidden()
        await ada.opens("ada")
        await expect(rooms).to_be_hidden()
        await ada.page.get_by_role("button", name="Start", exact=True).tap()
        await ada.links()
        await ada.sends_sample()
        await ada.takes_picture("phone-card")
        wide = await ada.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390
        await ada.presses("goal-vocals")
        await ada.presses("order-start")
        await ada.sees(ada.says("done-keep"))
        await expect(ada.log.locator(".player")).to_have_count(3)
        await ada.takes_picture("phone-stems")
        await ada.page.get_by_role("button", name="What happens underneath").click()
        await expect(ada.page.locator(".job")).to_be_visible()
        await ada.page.keyboard.press("Escape")
        await ada.page.get_by_role("button", name="Back to the chats").tap()
        await expect(rooms).to_be_visible()


async def test_files_by_picker_and_by_drop(open_page: OpenPage, tmp_path: Path) -> None:
    songs = [make_song(tmp_path / name, 1) for name in ("one.mp3", "two.mp3")]
    async with open_page() as ada:
        await ada.page.get_by_label("Files to send").set_input_files(songs)
        await expect(ada.log.locator(".album article")).to_have_count(2)
        await ada.page.evaluate(DROP, ["notes.txt", "not a song"])
        document = ada.log.get_by_role("link", name=re.compile("^notes.txt"))
        await expect(document).to_have_attribute("download", "notes.txt")
        sent = ada.cast.rooms["ada"].messages
        albums = {message.group_id for message in sent if message.kind == "audio"}
        assert len(albums) == 1
        assert None not in albums


async def test_pictures_open_large(open_page: OpenPage, tmp_path: Path) -> None:
    async with open_page() as ada:
        picture = tmp_path / "chart.png"
        await ada.page.screenshot(path=picture)
        await ada.page.get_by_label("Files to send").set_input_files(picture)
        await ada.log.get_by_role("button", name="Open chart.png").click()
        large = ada.page.get_by_role("dialog", name="Picture")
        await expect(large.get_by_role("img")).to_be_visible()
        await ada.page.keyboard.press("Escape")
        await expect(large).to_be_hidden()


async def test_the_cover_of_a_song_is_shown(open_page: OpenPage, tmp_path: Path) -> None:
    song = await asyncio.to_thread(make_covered_song, tmp_path / "covered.mp3")
    async with open_page() as ada:
        await ada.page.get_by_label("Files to send").set_input_files(song)
        cover = ada.log.locator("img.cover")
        await expect(cover).to_be_visible()
        await expect(cover).to_have_js_property("naturalWidth", 320)
        await expect(cover).to_have_js_property("naturalHeight", 240)


async def test_a_voice_note(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.page.get_by_role("button", name="Record a voice note").click()
        await ada.page.get_by_role("button", name="Send the voice note").click()
        await expect(ada.log.locator(".media.voice")).to_be_visible()
        (voice,) = [one for one in ada.cast.rooms["ada"].messages if one.kind == "voice"]
        assert voice.file is not None
        assert voice.file.size > 0


async def test_forwarding_editing_and_deleting(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.attaches("Forward a message")
        await ada.page.get_by_label("Sample").select_option(label="Света (ru)")
        await ada.page.get_by_role("button", name="Forward", exact=True).click()
        await ada.sees("Forwarded from Света")
        await ada.writes("a <img src=x onerror=alert(1)> tpyo")
        await ada.more(ada.newest("tpyo"), "Edit")
        await ada.writes("a typo")
        await ada.sees("a typo")
        await expect(ada.log.get_by_text("tpyo")).to_have_count(0)
        await expect(ada.newest("a typo")).to_contain_text("edited")
        await ada.more(ada.newest("a typo"), "Delete")
        await expect(ada.log.get_by_text("a typo")).to_have_count(0)
        await ada.page.get_by_role("button", name="More", exact=True).click()
        await ada.page.get_by_role("menuitem", name="Delete the chat").click()
        await expect(ada.log.locator("article")).to_have_count(0)
        await expect(ada.page.get_by_role("button", name="Start", exact=True)).to_be_visible()


async def test_a_fault_is_easy_to_see(open_page: OpenPage) -> None:
    async with open_page() as ada:
        form = ada.page.get_by_role("form", name="Add a fault")
        await form.get_by_label("Service").select_option("Telegram")
        await form.get_by_label("Call").select_option("sending a text")
        await form.get_by_label("What goes wrong").select_option("429, too many requests")
        await form.get_by_role("button", name="Add fault").click()
        await expect(ada.page.locator(".rule")).to_contain_text("429 on sendMessage")
        await ada.writes("/help")
        await expect(ada.page.locator(".trouble li")).to_contain_text("sendMessage")
        await ada.sees(ada.says("help-text"))  # the bot tries again


async def test_the_page_comes_back_by_itself(open_page: OpenPage) -> None:
    async with open_page() as ada:
        await ada.writes("before")
        await ada.sees("before")
        await ada.page.reload()
        await ada.sees("before")
