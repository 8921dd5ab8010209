"""The conditions under which people are served: let in, not banned, and not faster than is fair."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from telegram import Message
from telegram.constants import MessageEntityType

from bot.chat.callbacks import EraseData
from bot.chat.incoming import Later
from bot.chat.incoming.event import Event
from storage import Standing, Storage

INVITED_BY = "inv_"  # begins the payload of an invite's deep link
ALWAYS = ("/privacy", "/exportmydata", "/deletemydata")  # everybody's right, even when shut out
MINUTE = 60.0
SHORTEST_REST = 0.1  # seconds
REMEMBERED = 10_000


@dataclass(frozen=True, slots=True)
class Doors:
    """How the operator set them: open to everybody or to the invited; ids that always pass."""

    is_open: bool
    allowed: frozenset[int]
    admins: frozenset[int]


class AccessGate:
    """Operators and allowed ids pass; banned people never; others if invited, or if the doors are open."""

    def __init__(self, storage: Storage, doors: Doors) -> None:
        self._storage = storage
        self._doors = doors

    async def admits(self, event: Event) -> bool:
        if event.person.id in self._doors.admins or _is_a_right(event):
            return True
        standing = await self._storage.access.standing(event.person.id)
        if standing is Standing.BANNED:
            return await self._refuse(event, "access-banned")
        invited = standing is Standing.UNKNOWN and await self._redeem(event)
        if invited or self._doors.is_open or await self.knows(event.person.id):
            return True
        return await self._refuse(event, "access-needed")

    async def knows(self, user_id: int) -> bool:
        """Whether the operator let this person in by name: as an operator, by id, or by invite."""
        if user_id in self._doors.admins | self._doors.allowed:
            return True
        return await self._storage.access.standing(user_id) is Standing.MEMBER

    async def _redeem(self, event: Event) -> bool:
        """`/start inv_<code>` makes a member, once for each use of the invite."""
        text = (event.message.text or "") if event.message and not event.query else ""
        command, _, payload = text.partition(" ")
        if not (event.is_private and command == "/start" and payload.startswith(INVITED_BY)):
            return False
        code = payload.removeprefix(INVITED_BY).strip()
        if not await self._storage.access.redeem(code, event.person.id):
            await event.tell("invite-over")
            return False
        await event.tell("invite-welcome")
        return True

    async def _refuse(self, event: Event, key: str) -> bool:
        """Said in private and to presses; in a group strangers' commands are left in peace."""
        if event.query:
            await event.popup(event.t.plain(key), alert=True)
        elif event.is_private:
            await event.tell(key)
        return False


class RateGate:
    """So many messages and presses of one person in a minute, by this process's clock.

    What they write in private beyond that is not lost: it waits for the next minute. A press, or
    a command in a group, where others must not wait for it, is declined.
    Forwarded messages are not counted: Telegram sends up to a hundred of them at once.
    """

    def __init__(self, per_minute: int, clock: Callable[[], float]) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._seen: OrderedDict[int, _Minute] = OrderedDict()

    async def admits(self, event: Event) -> bool:
        if event.query is None and event.message and event.message.forward_origin:
            return True
        minute = self._minute_of(event.person.id)
        minute.count += 1
        if minute.count <= self._per_minute:
            return True
        if event.query:
            await event.popup(event.t.plain("access-slower"), alert=True)
            return False
        if not minute.told:
            minute.told = True
            await event.tell("access-rest" if event.is_private else "access-slower")
        if event.is_private:
            raise Later(max(SHORTEST_REST, minute.began + MINUTE - self._clock()))
        return False

    def _minute_of(self, user_id: int) -> "_Minute":
        now = self._clock()
        minute = self._seen.pop(user_id, None)
        if minute is None or now - minute.began >= MINUTE:
            minute = _Minute(now)
        self._seen[user_id] = minute
        if len(self._seen) > REMEMBERED:
            self._seen.popitem(last=False)
        return minute


@dataclass(slots=True)
class _Minute:
    began: float
    count: int = 0
    told: bool = False


def _is_a_right(event: Event) -> bool:
    """Reading the privacy policy, getting one's data and deleting it is open to everybody."""
    if event.query:
        return EraseData.claims(event.query.data)
    return event.message is not None and _command_of(event.message) in ALWAYS


def _command_of(message: Message) -> str:
    """The command that Telegram marked: the same words in monospace reach the handlers of texts."""
    marked = message.parse_entities([MessageEntityType.BOT_COMMAND]) if message.text else {}
    first = next((text for entity, text in marked.items() if entity.offset == 0), "")
    return first.partition("@")[0]
