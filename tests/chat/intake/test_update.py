"""Whose conversation an update belongs to, and which updates can be kept."""

import json
import logging
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.chat.incoming import arrived, conversation_of

CHAT = {"id": -1001234567890, "type": "supergroup"}
ADA = {"id": 7, "is_bot": False, "first_name": "Ada"}


@pytest.mark.parametrize(
    ("body", "conversation"),
    [
        ({"message": {"message_id": 1, "chat": CHAT, "from": ADA}}, CHAT["id"]),
        ({"edited_message": {"message_id": 1, "chat": CHAT}}, CHAT["id"]),
        ({"my_chat_member": {"chat": CHAT, "from": ADA}}, CHAT["id"]),
        ({"callback_query": {"id": "1", "from": ADA, "message": {"chat": CHAT}}}, CHAT["id"]),
        ({"callback_query": {"id": "1", "from": ADA, "inline_message_id": "x"}}, 7),
        ({"inline_query": {"id": "1", "from": ADA, "query": "x"}}, 7),
        ({"poll_answer": {"poll_id": "1", "user": ADA}}, 7),
        ({"poll": {"id": "5"}}, 0),
        ({"message": {"chat": {"id": "9"}}}, 0),
        ({"message": {"chat": {"id": 2**70}}}, 0),
        ({"message": None}, 0),
        ({}, 0),
    ],
)
def test_conversation(body: dict[str, Any], conversation: int) -> None:
    assert conversation_of({"update_id": 1, **body}) == conversation


def test_an_update_is_kept_as_it_came() -> None:
    update = {"update_id": 9, "message": {"text": "тест 🎵 \ud83c", "chat": {"id": 5}}}
    row = arrived(update)
    assert row is not None
    assert (row.update_id, row.conversation) == (9, 5)
    assert row.raw.isascii()
    assert json.loads(row.raw) == update


@pytest.mark.parametrize(
    "update",
    [
        None,
        [],
        "x",
        {},
        {"update_id": "5"},
        {"update_id": True},
        {"update_id": -1},
        {"update_id": 2**63},
        {"update_id": 1.0},
    ],
)
def test_an_update_without_a_readable_id_is_logged_and_skipped(
    update: object, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR):
        assert arrived(update) is None
    assert "without a readable id skipped (E-" in caplog.text


_json = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("chat"), inner),
    max_leaves=20,
)


@settings(suppress_health_check=[HealthCheck.too_slow])  # a busy machine is no finding
@given(st.dictionaries(st.sampled_from(["message", "callback_query", "poll"]), _json))
def test_no_update_is_too_strange_to_be_kept(update: dict[str, Any]) -> None:
    row = arrived({"update_id": 1, **update})
    assert row is not None
    assert json.loads(row.raw) == {"update_id": 1, **update}
