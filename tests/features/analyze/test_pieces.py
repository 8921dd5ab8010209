"""Whose words a message holds, for every way in which Telegram tells it."""

from typing import Any

import pytest
from telegram import Message

from bot.features.analyze.pieces import fitting, piece_of, piece_of_other, quoted
from bot.neuro_semantic import LONGEST_TEXT
from storage import BasketText

ANNA = {"id": 7, "is_bot": False, "first_name": "Anna", "last_name": "K"}
CHANNEL = {"id": -1001, "type": "channel", "title": "News"}
GROUP = {"id": -1002, "type": "supergroup", "title": "Yard"}
WRITTEN = {"date": 1_700_000_000}
ORIGINS: dict[str, dict[str, Any]] = {
    "Anna K": {"type": "user", "sender_user": ANNA},
    "Pyotr": {"type": "hidden_user", "sender_user_name": "Pyotr"},
    "Yard": {"type": "chat", "sender_chat": GROUP},
    "News": {"type": "channel", "chat": CHANNEL, "message_id": 3},
}


def message(**about: Any) -> Message:
    told = {"message_id": 1, "date": 1_760_000_000, "chat": {"id": 5, "type": "private"}, **about}
    return Message.de_json(told, None)


@pytest.mark.parametrize("author", ORIGINS)
def test_a_forwarded_text_belongs_to_whoever_wrote_it(author: str) -> None:
    found = piece_of(message(text="Good", forward_origin=ORIGINS[author] | WRITTEN))
    assert found == BasketText("Good", author, "2023-11-14 22:13")


def test_the_words_under_a_picture_are_its_text() -> None:
    assert piece_of(message(caption=" Good ")) == BasketText("Good", when="2025-10-09 08:53")
    assert piece_of(message()) is None


def test_a_message_that_a_command_answers_is_its_senders() -> None:
    found = piece_of_other(message(text="Good", **{"from": ANNA}))
    assert found is not None
    assert found.author == "Anna K"


def test_of_a_quote_only_the_quoted_part_counts() -> None:
    whole = message(text="Bad. Good.", **{"from": ANNA}).to_dict()
    part = {"text": "Good.", "position": 5}
    found = quoted(message(text="/analyze", quote=part, reply_to_message=whole))
    assert found == BasketText("Good.", "Anna K")


@pytest.mark.parametrize("author", ORIGINS)
def test_a_quote_from_another_chat_keeps_its_author(author: str) -> None:
    elsewhere = {"origin": ORIGINS[author] | WRITTEN}
    part = {"text": "Good.", "position": 5}
    found = quoted(message(text="/analyze", quote=part, external_reply=elsewhere))
    assert found == BasketText("Good.", author)


def test_a_text_beyond_the_services_limit_comes_in_parts() -> None:
    whole = "Слово. " * (LONGEST_TEXT // 5)
    cut = list(fitting([BasketText(whole, "Anna", "2026-01-01"), BasketText("  ")]))
    assert "".join(each.text for each in cut) == whole
    assert max(len(each.text) for each in cut) <= LONGEST_TEXT
    assert {each.author for each in cut} == {"Anna"}
