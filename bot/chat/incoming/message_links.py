"""Web addresses in messages, as Telegram marks them."""

from telegram import Message
from telegram.constants import MessageEntityType

_LINKS: list[str | None] = [MessageEntityType.URL, MessageEntityType.TEXT_LINK]


def links_in(message: Message) -> list[str]:
    """The web addresses of a message's text or caption, in order, each once."""
    if message.text:
        entities = message.parse_entities(_LINKS)
    elif message.caption:
        entities = message.parse_caption_entities(_LINKS)
    else:
        return []
    return list(dict.fromkeys(entity.url or text for entity, text in entities.items()))
