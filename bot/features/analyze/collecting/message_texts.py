"""From a message to the text in it: whose words they are, and when they were written."""

from collections.abc import Iterable, Iterator

from telegram import (
    Message,
    MessageOrigin,
    MessageOriginChannel,
    MessageOriginChat,
    MessageOriginHiddenUser,
    MessageOriginUser,
)

from bot.chat.incoming.message_links import links_in
from bot.net import json_fields
from bot.neuro_semantic import LONGEST_TEXT, parts
from storage import BasketText


def piece_of(message: Message) -> BasketText | None:
    """The text or caption of a message; a forwarded one belongs to whoever wrote it."""
    text = (message.text or message.caption or "").strip()
    if not text:
        return None
    origin = message.forward_origin
    if origin is None:
        return BasketText(text, when=f"{message.date:%Y-%m-%d %H:%M}")
    return BasketText(text, _author_of(origin), f"{origin.date:%Y-%m-%d %H:%M}")


def piece_of_other(message: Message) -> BasketText | None:
    """Somebody else's message that a command answers."""
    found = piece_of(message)
    if found is None or found.author or message.from_user is None:
        return found
    return BasketText(found.text, message.from_user.full_name, found.when)


def quoted(message: Message) -> BasketText | None:
    """The part of another message, also one of another chat, that this one quotes."""
    if message.quote is None or not message.quote.text.strip():
        return None
    source, elsewhere = message.reply_to_message, message.external_reply
    whole = piece_of_other(source) if source else None
    author = whole.author if whole else _author_of(elsewhere.origin) if elsewhere else ""
    return BasketText(message.quote.text.strip(), author)


def own_words(message: Message) -> str:
    """A message's text without the addresses in it."""
    text = message.text or message.caption or ""
    for address in links_in(message):
        text = text.replace(address, " ")
    return text.strip()


def fitting(pieces: Iterable[BasketText]) -> Iterator[BasketText]:
    """The same texts without blank ones, and longer ones in parts that the service takes.

    A file may hold what can be sent nowhere: halves of surrogate pairs, and NUL.
    """
    for piece in pieces:
        clean, author = json_fields.text(piece.text), json_fields.text(piece.author)
        whole: Iterable[str] = (clean,) if len(clean) <= LONGEST_TEXT else parts(clean)
        for text in whole:
            if text.strip():
                yield BasketText(text, author, piece.when)


def _author_of(origin: MessageOrigin) -> str:
    match origin:
        case MessageOriginUser():
            return origin.sender_user.full_name
        case MessageOriginHiddenUser():
            return origin.sender_user_name
        case MessageOriginChat():
            return origin.sender_chat.effective_name or ""
        case MessageOriginChannel():
            return origin.chat.effective_name or ""
        case _:
            return ""
