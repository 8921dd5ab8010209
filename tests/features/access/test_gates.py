"""Which messages are a right of everybody, also of those who are shut out."""

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, MessageEntity

from bot.features.access.gates import ALWAYS, _command_of


def message(text: str, *entities: tuple[str, int, int]) -> Message:
    marked = [MessageEntity(*each) for each in entities]
    return Message(1, datetime.now(UTC), Chat(1, "private"), text=text, entities=marked)


@pytest.mark.parametrize("text", ["/privacy", "/privacy@stemgram_bot", "/privacy please"])
def test_a_marked_command_is_a_right(text: str) -> None:
    length = len(text.partition(" ")[0])
    assert _command_of(message(text, ("bot_command", 0, length))) in ALWAYS


@pytest.mark.parametrize(
    ("text", "entities"),
    [
        ("/privacy", [("code", 0, 8)]),
        ("/privacy https://example.com/a.mp3", [("code", 0, 8), ("url", 9, 25)]),
        ("/privacy and a text to be read", [("pre", 0, 8)]),
        ("/privacy", []),
        ("see /privacy", [("bot_command", 4, 8)]),
        ("/privacy_", [("bot_command", 0, 9)]),
        ("/start", [("bot_command", 0, 6)]),
        ("", []),
    ],
)
def test_words_alone_are_none(text: str, entities: list[tuple[str, int, int]]) -> None:
    assert _command_of(message(text, *entities)) not in ALWAYS
