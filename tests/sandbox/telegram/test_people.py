"""The people's side: talking, tapping, waiting, reading."""

import asyncio

import pytest

from bot.sandbox.telegram import PrivateChat, TelegramSandbox
from tests.sandbox.telegram.conftest import Caller


async def test_groups_show_a_bot_only_what_is_meant_for_it(
    call: Caller, sandbox: TelegramSandbox
) -> None:
    ada, ben = sandbox.person("Ada"), sandbox.person("Ben")
    group = sandbox.group("Band", [ada, ben])
    song = await group.send_audio(b"x", filename="a.mp3", by=ben)
    await group.say("nice song")
    await group.say("/roll@other_bot")
    await group.say("/separate@stemgram_bot", reply_to=song)
    joined, separate = await call("getUpdates")
    assert joined["my_chat_member"]["new_chat_member"]["status"] == "member"
    assert separate["message"]["reply_to_message"]["audio"]["file_name"] == "a.mp3"
    sent = await call("sendMessage", chat_id=group.id, text="ok")
    await group.say("thanks", reply_to=group.chat.messages[sent["message_id"]], by=ben)
    assert (await call("getUpdates"))[-1]["message"]["text"] == "thanks"
    sandbox.privacy = False
    await group.say("all is heard")
    assert (await call("getUpdates"))[-1]["message"]["text"] == "all is heard"


async def test_a_tap_waits_for_the_answer(call: Caller, chat: PrivateChat) -> None:
    keys = {
        "inline_keyboard": [
            [{"text": "▶️ Start", "callback_data": "go"}],
            [{"text": "Open", "url": "https://e.org"}],
        ]
    }
    sent = await call("sendMessage", chat_id=chat.id, text="Ready?", reply_markup=keys)
    tap = asyncio.create_task(chat.tap("Start"))
    await call.sandbox.until(lambda: len(call.sandbox.pending) == 2)
    *_, update = await call("getUpdates")
    query = update["callback_query"]
    assert query["data"] == "go"
    assert query["message"]["message_id"] == sent["message_id"]
    await call("answerCallbackQuery", callback_query_id=query["id"], text="Go!", show_alert=True)
    popup = await tap
    assert (popup.text, popup.alert) == ("Go!", True)
    assert (await chat.tap("Open")).url == "https://e.org"
    with pytest.raises(AssertionError, match=r"\[▶️ Start\]"):
        await chat.tap("Stop")
    with pytest.raises(AssertionError, match="did not answer"):
        await chat.tap(data="forged", timeout=0)


async def test_waiting_is_driven_by_events(call: Caller, chat: PrivateChat) -> None:
    waiting = asyncio.create_task(chat.wait_text("Done"))
    sent = await call("sendMessage", chat_id=chat.id, text="Working")
    await call("editMessageText", chat_id=chat.id, message_id=sent["message_id"], text="Done.")
    assert (await waiting).id == sent["message_id"]
    with pytest.raises(AssertionError, match="Stemgram: Done"):
        await chat.wait_text("Nothing", timeout=0)
    with pytest.raises(AssertionError):
        await chat.wait(lambda _: True, timeout=0, after=chat.answers[-1])


async def test_the_transcript_reads_like_the_chat(call: Caller, chat: PrivateChat) -> None:
    await chat.send_audio(b"12345", filename="a.mp3", caption="mine")
    gone = await chat.say("secret")
    chat.delete(gone)
    keys = {"inline_keyboard": [[{"text": "A", "callback_data": "a"}] * 2]}
    await call("sendMessage", chat_id=chat.id, text="Pick\none", reply_markup=keys)
    assert chat.transcript().splitlines() == [
        "Ada: /start",
        "Ada: ♪ a.mp3 (5 bytes)",
        "    mine",
        "Ada: secret (deleted)",
        "Stemgram: Pick",
        "    one",
        "    [A] [A]",
    ]


async def test_forwards_edits_albums_and_links(call: Caller, chat: PrivateChat) -> None:
    ben = call.sandbox.person("Ben")
    for origin in (ben, "hidden:Eve", "channel:News", "chat:Club"):
        await chat.forward("words", origin)
    await chat.edit(chat.messages[-1], "better")
    await chat.album("audio", [("1.mp3", b"1"), ("2.mp3", b"2")])
    await ben.follow("https://t.me/stemgram_bot?start=link_1")
    updates = await call("getUpdates")
    kinds = [one["message"]["forward_origin"]["type"] for one in updates[1:5]]
    assert kinds == ["user", "hidden_user", "channel", "chat"]
    assert updates[5]["edited_message"]["text"] == "better"
    assert updates[6]["message"]["media_group_id"] == updates[7]["message"]["media_group_id"]
    assert updates[8]["message"]["text"] == "/start link_1"
    assert updates[8]["message"]["entities"][0]["type"] == "bot_command"


async def test_every_kind_of_file_arrives_as_the_api_shapes_it(
    call: Caller, chat: PrivateChat
) -> None:
    await chat.send_video(b"v", filename="v.mp4", duration=3)
    await chat.send_video_note(b"n")
    await chat.send_document(b"d", filename="d.wav", mime="audio/x-wav")
    await chat.send_photo(b"p")
    _, video, note, document, photo = await call("getUpdates")
    assert video["message"]["video"]["duration"] == 3
    assert note["message"]["video_note"]["length"] == 240
    assert document["message"]["document"]["mime_type"] == "audio/x-wav"
    assert photo["message"]["photo"][0]["file_size"] == 1


async def test_ids_of_people_and_groups_need_64_bits(sandbox: TelegramSandbox) -> None:
    ada = sandbox.person("Ada")
    assert ada.id > 2**32
    assert sandbox.group("G", [ada]).id < -(2**32)


async def test_watchers_see_everything(call: Caller, chat: PrivateChat) -> None:
    seen: list[str] = []
    call.sandbox.watch(lambda event: seen.append(event.kind))
    await chat.say("x")
    await call("sendMessage", chat_id=chat.id, text="y")
    await call("sendChatAction", chat_id=chat.id, action="typing")
    assert seen == ["message", "message", "action"]
