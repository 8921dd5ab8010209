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
    found = [
        entity.url or text for entity, text in entities.items() if entity.url or _is_meant(text)
    ]
    return list(dict.fromkeys(found))


def _is_meant(text: str) -> bool:
    """Telegram marks `fine.so` too where a blank is missing after a full stop; a path or `www.` is a link's."""
    host, slash, path = text.partition("/")
    return ":" in host or "?" in host or text.lower().startswith("www.") or bool(slash and path)
