"""Groups: several people, topics, and what can happen to the bot in them."""

from dataclasses import dataclass

from bot.sandbox.telegram.people import messages
from bot.sandbox.telegram.people.room import Person, Popup, PrivateChat, Room
from bot.sandbox.telegram.people.talk import GENERAL_NAME
from bot.sandbox.telegram.state import State
from bot.sandbox.telegram.world import GENERAL, Chat, Message

__all__ = ["GroupChat", "Person", "Popup", "PrivateChat", "Room", "open_group"]


@dataclass(eq=False)
class GroupChat(Room):
    """A group with the bot in it. Its `id` changes when it becomes a supergroup."""

    def thread(self, topic: str) -> int | None:
        """The message_thread_id of a topic by its name, None for General."""
        return self._thread(topic, None)

    def open_topic(self, name: str) -> None:
        """A new topic; the message that tells so is what its messages seem to reply to."""
        if name == GENERAL_NAME:
            self.chat.topics[GENERAL] = name
            return
        created = {"forum_topic_created": {"name": name, "icon_color": 0x6FB9F0}}
        message = self._message(None, None, None, service=created)
        self.chat.topics[message.id] = name
        message.topic = message.id
        messages.enter(self.state, message)

    def join(self, person: Person) -> None:
        self.people.append(person)
        self.chat.members[person.id] = person.user

    def kick_bot(self, by: Person | None = None) -> None:
        """The bot is removed: it gets 403 from now on."""
        messages.change_membership(self.state, self.chat, "kicked", self._actor(by))

    def add_bot(self, by: Person | None = None, *, admin: bool = False) -> None:
        """The bot comes (back), or is made an administrator who may delete messages."""
        state = "administrator" if admin else "member"
        messages.change_membership(self.state, self.chat, state, self._actor(by))

    def migrate(self) -> int:
        """The group becomes a supergroup with a new id, which is returned; the old one is dead."""
        old = self.chat
        new = Chat(_fresh_id(self.state, "supergroup"), "supergroup", old.title)
        new.members, new.admins, new.bot_state = old.members, old.admins, old.bot_state
        self.state.world.chats[new.id] = new
        self._service({"migrate_to_chat_id": new.id})
        old.migrated_to = new.id
        self.chat = new
        self._service({"migrate_from_chat_id": old.id})
        return new.id

    def _service(self, service: dict[str, int]) -> Message:
        message = self._message(None, None, None, service=service)
        return messages.enter(self.state, message)


def open_group(state: State, title: str, people: list[Person], topics: list[str]) -> GroupChat:
    """A new group of these people, the first of whom owns it and adds the bot."""
    kind = "supergroup" if topics else "group"
    chat = Chat(_fresh_id(state, kind), kind, title, bot_state="left")
    chat.members = {person.id: person.user for person in people}
    chat.last_id = 20
    state.world.chats[chat.id] = chat
    group = GroupChat(state, chat, list(people))
    for name in topics:
        group.open_topic(name)
    group.add_bot()
    return group


def _fresh_id(state: State, kind: str) -> int:
    base = 1_002_200_000_000 if kind == "supergroup" else 4_700_000_000
    return -(base + state.world.serial() * 17)
