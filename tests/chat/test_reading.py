"""Objects are made without a question for each attribute, and are what they were."""

import json
import sys
from types import FrameType
from typing import Any

import pytest
from telegram import Bot, TelegramObject

from bot.chat.incoming.json_objects import read_update

BOT = Bot("1:AA")
PERSON = {"id": 7, "is_bot": False, "first_name": "Ada", "language_code": "en"}
CHAT = {"id": 7, "type": "private", "first_name": "Ada"}
COMMAND = {"type": "bot_command", "offset": 0, "length": 5}
TEXT = {"message_id": 3, "date": 1_700_000_000, "chat": CHAT, "from": PERSON, "text": "/help"}
RAW = {"update_id": 1, "message": TEXT | {"entities": [COMMAND], "new_field": {"a": 1}}}


def test_nothing_of_an_update_is_lost() -> None:
    update = read_update(json.dumps(RAW), BOT)
    message = update.message
    assert message is not None
    assert (update.update_id, message.message_id, message.text) == (1, 3, "/help")
    assert message.chat.to_dict() == CHAT
    assert message.from_user is not None
    assert message.from_user.to_dict() == PERSON
    assert [each.to_dict() for each in message.entities] == [COMMAND]
    assert message.api_kwargs == {"new_field": {"a": 1}}
    assert message.get_bot() is BOT
    assert update == read_update(json.dumps(RAW), BOT)


def test_no_attribute_of_a_message_costs_a_call() -> None:
    calls = 0

    def count(_frame: FrameType, event: str, _what: Any) -> None:
        nonlocal calls
        calls += event == "call"

    raw = json.dumps(RAW)
    read_update(raw, BOT)
    sys.setprofile(count)
    try:
        update = read_update(raw, BOT)
    finally:
        sys.setprofile(None)
    attributes = {name for kind in type(update.message).__mro__ for name in vars(kind)}
    assert "__setattr__" not in vars(TelegramObject)
    assert calls < len(attributes)


@pytest.mark.parametrize("raw", ["", "[]", '{"update_id": 1, "message": {"chat": 5}}'])
def test_what_is_no_update_is_refused(raw: str) -> None:
    with pytest.raises((TypeError, ValueError, LookupError, AttributeError)):
        read_update(raw, BOT)
