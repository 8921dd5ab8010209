"""Web addresses in messages, as Telegram marks them."""

from telegram import Message
from telegram.constants import MessageEntityType


def links_in(message: Message) -> list[str]:
    """The web addresses of a message's text or caption, in order, each once."""
    found: dict[str, None] = {}
    wanted: list[str | None] = [MessageEntityType.URL, MessageEntityType.TEXT_LINK]
    entities = (
        message.parse_entities(wanted) if message.text else message.parse_caption_entities(wanted)
    )
    for entity, text in entities.items():
        found[entity.url or text] = None
    return list(found)
