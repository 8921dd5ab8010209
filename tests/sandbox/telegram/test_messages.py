"""Editing, deleting, answering, and the ways a chat can be closed."""

from typing import Any

from bot.sandbox.telegram import PrivateChat, TelegramSandbox
from tests.sandbox.telegram.conftest import Caller

KEYS = {"inline_keyboard": [[{"text": "▶️ Start", "callback_data": "go"}]]}


async def test_edits(call: Caller, chat: PrivateChat) -> None:
    sent = await call("sendMessage", chat_id=chat.id, text="one", reply_markup=KEYS)
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    same = await call.refused("editMessageText", **where, text="one", reply_markup=KEYS)
    assert same.startswith("Bad Request: message is not modified: ")
    edited = await call("editMessageText", **where, text="two")
    assert edited["text"] == "two"
    assert "reply_markup" not in edited
    await call("editMessageReplyMarkup", **where, reply_markup=KEYS)
    message = chat.answers[-1]
    assert [old.text for old in message.edits] == ["one", "two"]
    assert message.labels == ["▶️ Start"]
    assert "no caption" in await call.refused("editMessageCaption", **where, caption="x")
    assert [one.description for one in call.sandbox.violations] == [
        "Bad Request: there is no caption in the message to edit"
    ]


async def test_other_peoples_messages_cannot_be_edited(call: Caller, chat: PrivateChat) -> None:
    start = chat.messages[0]
    where = {"chat_id": chat.id, "message_id": start.id}
    assert "can't be edited" in await call.refused("editMessageText", **where, text="x")


async def test_captions_and_media_are_edited(call: Caller, chat: PrivateChat) -> None:
    await call.upload("sendDocument", {"document": ("a.wav", b"1")}, chat_id=chat.id)
    where: dict[str, Any] = {"chat_id": chat.id, "message_id": chat.answers[-1].id}
    await call("editMessageCaption", **where, caption="new")
    assert "no text" in await call.refused("editMessageText", **where, text="x")
    media = {"type": "audio", "media": "attach://f", "title": "T"}
    await call.upload("editMessageMedia", {"f": ("b.mp3", b"2")}, **where, media=media)
    message = chat.answers[-1]
    assert (message.kind, message.filename, message.text) == ("audio", "b.mp3", "")


async def test_deleting(call: Caller, chat: PrivateChat) -> None:
    first = await chat.say("a secret")
    where = {"chat_id": chat.id, "message_id": first.id}
    await call("deleteMessage", **where)
    assert first.deleted
    assert "message to delete not found" in await call.refused("deleteMessage", **where)
    old = await chat.say("old")
    call.sandbox.age(49 * 3600)
    refused = await call.refused("deleteMessage", chat_id=chat.id, message_id=old.id)
    assert "message can't be deleted" in refused
    new = await chat.say("new")
    await call("deleteMessages", chat_id=chat.id, message_ids=[old.id, new.id, 4711])
    assert (old.deleted, new.deleted) == (False, True)
    assert call.sandbox.violations == []


async def test_what_people_removed_is_nobodys_fault(call: Caller, chat: PrivateChat) -> None:
    sent = await call("sendMessage", chat_id=chat.id, text="status")
    chat.delete(chat.answers[-1])
    where = {"chat_id": chat.id, "message_id": sent["message_id"]}
    assert "to edit not found" in await call.refused("editMessageText", **where, text="x")
    reply = {"message_id": sent["message_id"]}
    refused = await call.refused("sendMessage", chat_id=chat.id, text="x", reply_parameters=reply)
    assert "message to be replied not found" in refused
    assert call.sandbox.violations == []


async def test_old_and_answered_queries(call: Caller, chat: PrivateChat) -> None:
    await call("sendMessage", chat_id=chat.id, text="x", reply_markup=KEYS)
    query = call.sandbox.state.ask()
    await call("answerCallbackQuery", callback_query_id=query.id)
    again = await call.refused("answerCallbackQuery", callback_query_id=query.id)
    late = call.sandbox.state.ask()
    call.sandbox.age(60)
    old = await call.refused("answerCallbackQuery", callback_query_id=late.id)
    assert "query is too old" in again
    assert again == old
    assert call.sandbox.violations == []


async def test_closed_private_chats(call: Caller, sandbox: TelegramSandbox) -> None:
    ben = sandbox.person("Ben").private()
    assert "chat not found" in await call.refused("sendMessage", chat_id=ben.id, text="x")
    sandbox.violations.clear()
    await ben.say("/start")
    ben.block()
    status, body = await call.raw("sendMessage", chat_id=ben.id, text="x")
    assert (status, body["description"]) == (403, "Forbidden: bot was blocked by the user")
    ben.unblock()
    await call("sendMessage", chat_id=ben.id, text="x")
    assert sandbox.violations == []


async def test_groups_that_close_or_move(call: Caller, sandbox: TelegramSandbox) -> None:
    ada, ben = sandbox.person("Ada"), sandbox.person("Ben")
    group = sandbox.group("Band", [ada, ben])
    old = group.id
    new = group.migrate()
    _, body = await call.raw("sendMessage", chat_id=old, text="x")
    assert body["parameters"] == {"migrate_to_chat_id": new}
    await call("sendMessage", chat_id=new, text="x")
    group.kick_bot(by=ben)
    status, body = await call.raw("sendMessage", chat_id=new, text="x")
    assert (status, body["description"]) == (
        403,
        "Forbidden: bot was kicked from the supergroup chat",
    )
    assert sandbox.violations == []


async def test_members_and_chats(call: Caller, sandbox: TelegramSandbox) -> None:
    ada, ben = sandbox.person("Ada"), sandbox.person("Ben")
    group = sandbox.group("Band", [ada])
    group.add_bot(admin=True)
    member = await call("getChatMember", chat_id=group.id, user_id=ada.id)
    stranger = await call("getChatMember", chat_id=group.id, user_id=ben.id)
    assert (member["status"], stranger["status"]) == ("creator", "left")
    admins = await call("getChatAdministrators", chat_id=group.id)
    assert [one["user"]["first_name"] for one in admins] == ["Ada", "Stemgram"]
    assert (await call("getChat", chat_id=group.id))["title"] == "Band"
    assert await call("getChatMemberCount", chat_id=group.id) == 2
    await call("leaveChat", chat_id=group.id)
    assert (await call.raw("sendMessage", chat_id=group.id, text="x"))[0] == 403


async def test_topics(call: Caller, sandbox: TelegramSandbox) -> None:
    ada = sandbox.person("Ada")
    group = sandbox.group("Band", [ada], topics=["General", "Mixes"])
    said = await group.say("/start", topic="Mixes")
    *_, update = await call("getUpdates")
    assert update["message"]["message_thread_id"] == group.thread("Mixes")
    assert update["message"]["is_topic_message"] is True
    assert "forum_topic_created" in update["message"]["reply_to_message"]
    place = {"chat_id": group.id, "message_thread_id": said.topic}
    await call("sendMessage", **place, text="here")
    assert group.answers[-1].topic == said.topic
    general = await group.say("/start")
    assert general.topic is None
    refused = await call.refused("sendMessage", chat_id=group.id, message_thread_id=1, text="x")
    assert "message thread not found" in refused


async def test_reply_threads_of_plain_supergroups_are_no_topics(
    call: Caller, sandbox: TelegramSandbox
) -> None:
    group = sandbox.group("Band", [sandbox.person("Ada")])
    group.migrate()
    song = await group.send_audio(b"x", filename="a.mp3")
    await group.say("/separate", reply_to=song)
    *_, update = await call("getUpdates")
    assert update["message"]["message_thread_id"] == song.id
    assert "is_topic_message" not in update["message"]
    refused = await call.refused(
        "sendMessage", chat_id=group.id, message_thread_id=song.id, text="x"
    )
    assert "message thread not found" in refused


async def test_profile_and_commands(call: Caller, sandbox: TelegramSandbox) -> None:
    listed = [{"command": "start", "description": "Begin"}]
    scope = {"type": "all_private_chats"}
    await call("setMyCommands", commands=listed, scope=scope, language_code="ru")
    assert sandbox.commands == {("all_private_chats", "ru"): [("start", "Begin")]}
    assert await call("getMyCommands", scope=scope, language_code="ru") == listed
    await call("deleteMyCommands", scope=scope, language_code="ru")
    assert sandbox.commands == {}
    await call("setMyName", name="Stems")
    assert await call("getMyName", language_code="es") == {"name": "Stems"}
    await call("setMyDescription", description="d")
    await call("setMyShortDescription", short_description="s")
    await call("setChatMenuButton", menu_button={"type": "commands"})
    assert await call("getChatMenuButton") == {"type": "commands"}
    assert sandbox.violations == []


async def test_forward_copy_react(call: Caller, chat: PrivateChat) -> None:
    said = await chat.say("text")
    where = {"chat_id": chat.id, "from_chat_id": chat.id, "message_id": said.id}
    forwarded = await call("forwardMessage", **where)
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "Ada"
    await call("copyMessage", **where)
    assert [one.text for one in chat.answers] == ["text", "text"]
    reaction = [{"type": "emoji", "emoji": "👍"}]
    await call("setMessageReaction", chat_id=chat.id, message_id=said.id, reaction=reaction)
    assert said.reactions == reaction
