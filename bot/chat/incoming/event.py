"""One thing that happened in a chat, narrowed to what handlers need: who, where, in which language."""

from dataclasses import dataclass, replace

import structlog
from telegram import CallbackQuery, Chat, Message, Update
from telegram import User as Person
from telegram.constants import ChatType
from telegram.error import BadRequest, TelegramError

from bot.chat.display.screen import Screen
from bot.chat.display.translator import Translator, best_language, join, translator
from bot.chat.outgoing.retries import insisting
from bot.chat.outgoing.sender import Sender
from storage import Place, Storage

log = structlog.get_logger()
# People who hide behind a group or a channel write as these; a token or a job must never belong to them.
ANONYMOUS = frozenset({1087968824, 136817688, 777000})


class Told(Exception):
    """Something to explain to the person: a text's key and its arguments; no fault of ours."""

    def __init__(self, key: str, **arguments: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments


@dataclass(frozen=True, slots=True)
class Event:
    """A message or a button press of one person, with the person's language."""

    person: Person
    chat: Chat
    message: Message | None  # the message that was sent, or that carries the pressed button
    query: CallbackQuery | None
    place: Place
    t: Translator
    sender: Sender

    @property
    def is_private(self) -> bool:
        return self.chat.type == ChatType.PRIVATE

    async def reply(self, screen: Screen) -> int:
        """Send a new message here; returns its id."""
        return await self.sender.send(self.place, screen)

    async def show(self, screen: Screen) -> int:
        """Change the message whose button was pressed, or send a new one; returns its id."""
        if self.query and self.message:
            return await self.sender.edit(self.place, self.message.message_id, screen)
        return await self.reply(screen)

    async def ask(self, screen: Screen) -> int:
        """Show a question that is answered by writing; in a group only a reply reaches the bot."""
        if self.is_private:
            return await self.show(screen)
        hint = self.t.html("answer-by-reply")
        return await self.show(replace(screen, text=join(screen.text, hint)))

    async def tell(self, key: str, **arguments: str | int) -> None:
        await self.reply(Screen(self.t.html(key, **arguments)))

    async def popup(self, text: str = "", *, alert: bool = False) -> bool:
        """Answer the button press; False when it is too old for that (Bot API, answerCallbackQuery).

        An answer that cannot be brought costs the person a note, not what they pressed for.
        """
        if self.query is None:
            return True
        press, tries = self.query, 0

        async def call() -> bool:
            nonlocal tries
            tries += 1
            return await press.answer(text or None, show_alert=alert)

        try:
            return await insisting(call)
        except BadRequest as refusal:
            log.info("button press not answered", reason=refusal.message)
            return tries > 1  # an earlier try may have answered it
        except TelegramError as error:
            log.info("button press not answered", reason=error.message)
            return True


async def narrow(update: Update, storage: Storage, sender: Sender) -> Event | None:
    """Make the event of an update; None where nobody is there to answer (channel posts, service updates)."""
    person, chat = update.effective_user, update.effective_chat
    if person is None or chat is None or chat.type == ChatType.CHANNEL:
        return None
    user = await storage.users.seen(person.id, person.language_code)
    t = translator(best_language(user.language, user.language_code))
    query, message = update.callback_query, _message_of(update)
    return Event(person, chat, message, query, _place(chat, message, query), t, sender)


def _message_of(update: Update) -> Message | None:
    if update.callback_query:
        carrier = update.callback_query.message
        return carrier if isinstance(carrier, Message) else None
    return update.effective_message


def _place(chat: Chat, message: Message | None, query: CallbackQuery | None) -> Place:
    """Where an answer belongs: the same topic, and in groups as a reply to whoever asked."""
    thread = message.message_thread_id if message and message.is_topic_message else None
    in_group = chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
    reply_to = message.message_id if message and in_group and not query else None
    return Place(chat.id, thread, reply_to)
