"""Which of the addresses Telegram marks are meant as links."""

from datetime import UTC, datetime

import pytest
from telegram import Chat, Message, MessageEntity

from bot.chat.incoming.message_links import links_in


@pytest.mark.parametrize(
    ("address", "meant"),
    [
        ("fine.so", False),
        ("end.It", False),
        ("done.me", False),
        ("bien.es", False),
        ("a.b.co", False),
        ("fine.so/", False),
        ("fine.so/a.mp3", True),
        ("www.fine.so", True),
        ("WWW.fine.so", True),
        ("https://fine.so", True),
        ("fine.so:8080", True),
        ("CDN.example.com/get?file=https://a.example/x.mp3", True),
        ("youtu.be/x", True),
    ],
)
def test_a_missing_blank_makes_no_link(address: str, meant: bool) -> None:
    entity = MessageEntity(MessageEntity.URL, 3, len(address))
    chat = Chat(1, Chat.PRIVATE)
    message = Message(1, datetime.now(UTC), chat, text=f"So {address} we", entities=[entity])
    assert links_in(message) == ([address] if meant else [])
