"""Who is on the stage: two people, their chats with the bot, two groups, and their MVSEP keys."""

from dataclasses import dataclass

from bot.sandbox.mvsep import SandboxAccount
from bot.sandbox.services import City
from bot.sandbox.telegram.people.groups import GroupChat, Person, PrivateChat
from bot.sandbox.telegram.world import GENERAL, Chat, Message

LANGUAGES = {
    "en": "English",
    "ru": "Русский",
    "es": "Español",
    "uz": "Oʻzbekcha",
    "de": "Deutsch",
}
CREDITS = 40

Room = PrivateChat | GroupChat


@dataclass(frozen=True)
class Cast:
    """People by id, rooms by the short name the page uses, an account for each person."""

    people: dict[int, Person]
    rooms: dict[str, Room]
    accounts: dict[int, SandboxAccount]

    def room_of(self, chat: Chat) -> str | None:
        """The short name of a chat; None for one the page does not show."""
        return next((name for name, room in self.rooms.items() if room.chat is chat), None)

    def members(self, name: str) -> list[Person]:
        """Who can act in a room."""
        inside = {person.user.id for person in self.rooms[name].people}
        return [person for person in self.people.values() if person.id in inside]

    def topics(self, name: str) -> dict[int, str]:
        return self.rooms[name].chat.topics


def gather(stage: City, language: str) -> Cast:
    """Ada speaks `language` and is premium; Ben speaks another one and uses the free plan."""
    ada = stage.telegram.person("Ada", language_code=language, username="ada_demo")
    other = "ru" if language != "ru" else "en"
    ben = stage.telegram.person("Ben", language_code=other, username="ben_demo")
    rooms: dict[str, Room] = {
        "ada": ada.private(),
        "ben": ben.private(),
        "band": stage.telegram.group("The Loopbacks", [ada, ben]),
        "studio": stage.telegram.group(
            "Home studio", [ben, ada], topics=["General", "Vocals", "Drum takes"]
        ),
    }
    accounts = {
        ada.id: stage.mvsep.account(name="Ada", credits=CREDITS, premium=True),
        ben.id: stage.mvsep.account(name="Ben"),
    }
    return Cast({ada.id: ada, ben.id: ben}, rooms, accounts)


def topic_of(message: Message) -> int | None:
    """The forum topic a message is shown in; None outside of forums."""
    return (message.topic or GENERAL) if message.chat.is_forum else None
