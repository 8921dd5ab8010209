"""From a message to a draft: songs, links, several at once, and the written-out command."""

from collections.abc import Sequence
from dataclasses import replace

from telegram import Message
from telegram.ext import filters

from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.message_links import links_in
from bot.chat.incoming.router import Router
from bot.features.separate.choosing.goals import MEANING
from bot.features.separate.choosing.written_command import parse
from bot.features.separate.draft.choice import Choice
from bot.features.separate.draft.contents import MOST_SONGS, DraftContents
from bot.features.separate.draft.song import Song, check, song_of, song_of_link
from bot.features.separate.draft.song_links import SortedLinks, sort_links
from bot.features.separate.ordering.menu import EXPECTS_REFERENCE, PATIENCE, SongMenu
from storage import Draft, Expectation, Place

GATHERING = 4.0  # seconds in which further songs join the first one
FEWEST_CHARACTERS = 20  # of words beside useless links that make a message a text
SONGS = (
    filters.AUDIO
    | filters.VOICE
    | filters.VIDEO
    | filters.VIDEO_NOTE
    | filters.ANIMATION
    | filters.Document.ALL
)


class Intake:
    """What is to be separated."""

    def __init__(self, menu: SongMenu) -> None:
        self._menu = menu
        self._storage = menu.storage

    def join(self, router: Router) -> None:
        router.command("separate", self.separate)
        router.command("create", self.create)
        router.message(filters.ChatType.PRIVATE & SONGS, self.song)

    async def song(self, event: Event) -> None:
        """A file in a private chat: a song, or the reference that was asked for."""
        song = song_of(event.message) if event.message else None
        if song is None or event.message is None:
            return
        check(song, cloud=self._menu.around.cloud)
        if not await self._is_reference(event, song):
            await self._gather(event, [song], event.message)

    async def read_links(self, event: Event) -> bool:
        """A private text with links in it; several make one batch, and what is no song is left out.

        A text whose links all lead elsewhere is a text, unless it is nothing but links.
        """
        addresses = links_in(event.message) if event.message else []
        if not addresses or event.message is None:
            return False
        sorting = sort_links(addresses)
        if sorting.usable:
            await self._gather(event, _songs_behind(sorting), event.message)
            return True
        if _is_text(event.message, addresses):
            return False
        raise sorting.refused[0]

    async def separate(self, event: Event) -> None:
        """`/separate` as a reply to a song, or with a link; with an algorithm it goes to the order."""
        message = event.message
        if message is None:
            return
        songs, about = self._songs_of(message)
        if not songs:
            raise Told("song-none")
        wish = parse(message.text or message.caption or "", await self._menu.catalogue.book())
        draft = await self._new(event, DraftContents(tuple(songs)), about.message_id, wish)
        if wish.sep_type is None:
            await self._show_card(event, draft)
        else:
            await self._menu.choose(event, draft, wish)

    async def create(self, event: Event) -> None:
        """Sound from words alone: the algorithms that take no file."""
        draft = await self._new(event, DraftContents((Song("none"),)), event.place.reply_to)
        await self._show_card(event, draft)

    async def show_newest(self, event: Event) -> bool:
        """Go on with the song that waited for the account to be linked."""
        draft = await self._storage.drafts.newest(event.person.id, event.place)
        if draft is None:
            return False
        await self._show_card(event, draft)
        return True

    async def show_planned(self, event: Event) -> bool:
        """Go on with the song whose words wait for somebody to read them."""
        draft = await self._storage.drafts.newest(event.person.id, event.place)
        choice = Choice.read(draft.choice) if draft and draft.choice else Choice()
        if draft is None or choice.goal != MEANING:
            return False
        await self._menu.show_order(event, draft, choice)
        return True

    async def begin(self, event: Event, songs: Sequence[Song]) -> None:
        """Open a card for songs that did not come in a message, such as a stem of before."""
        await self._show_card(event, await self._new(event, DraftContents(tuple(songs)), None))

    async def order(self, event: Event, song: Song, choice: Choice) -> None:
        """Show the order of a song that was chosen for before, in a message of its own."""
        draft = await self._new(event, DraftContents((song,)), None)
        await self._menu.choose(replace(event, query=None), draft, choice)

    def _songs_of(self, message: Message) -> tuple[list[Song], Message]:
        """The songs a command is about, and the message they stand in."""
        replied = message.reply_to_message
        if replied and (song := song_of(replied)):
            check(song, cloud=self._menu.around.cloud)
            return [song], replied
        for each in (message, replied):
            if each and (addresses := links_in(each)):
                sorting = sort_links(addresses)
                if not sorting.usable:
                    raise sorting.refused[0]
                return _songs_behind(sorting), each
        return [], message

    async def _is_reference(self, event: Event, song: Song) -> bool:
        """The second file of a two-file algorithm, when one was asked for."""
        expected = await self._storage.expectations.take(event.person.id, event.place)
        if expected is None or expected.kind != EXPECTS_REFERENCE:
            return False
        draft = await self._storage.drafts.get(expected.data["draft"])
        if draft is None or draft.state != "open":
            return False
        contents = DraftContents(DraftContents.read(draft.source).songs, song)
        await self._storage.drafts.resource(draft.id, contents.as_dict())
        fresh = await self._storage.drafts.get(draft.id) or draft
        await self._menu.show_order(event, fresh, Choice.read(draft.choice))
        return True

    async def not_a_reference(self, event: Event, expected: Expectation) -> bool:
        """A text came where a second song was asked for; we go on waiting for the song."""
        await self._storage.expectations.put(
            event.person.id, event.place, EXPECTS_REFERENCE, expected.data, PATIENCE
        )
        return False

    async def _gather(self, event: Event, songs: Sequence[Song], message: Message) -> None:
        """Songs that come within a few seconds belong together: one card, one choice."""
        draft = await self._storage.drafts.gathering(
            event.person.id, event.place, within=GATHERING
        )
        if draft and draft.card_id and _has_room(draft, songs):
            await self._add(event, draft, songs)
            return
        for first in range(0, len(songs), MOST_SONGS):
            contents = DraftContents(tuple(songs[first : first + MOST_SONGS]))
            await self._show_card(event, await self._new(event, contents, message.message_id))

    async def _add(self, event: Event, draft: Draft, songs: Sequence[Song]) -> None:
        contents = DraftContents.read(draft.source)
        for song in songs:
            contents = contents.with_song(song)
        if not await self._storage.drafts.resource(draft.id, contents.as_dict()):
            raise Told("draft-changed")
        grown = await self._storage.drafts.get(draft.id) or draft
        card = await self._menu.card(event, grown)
        await event.sender.edit(draft.place, draft.card_id or 0, card)

    async def _new(
        self,
        event: Event,
        contents: DraftContents,
        reply_to: int | None,
        choice: Choice | None = None,
    ) -> Draft:
        place = Place(event.place.chat_id, event.place.thread_id, reply_to)
        return await self._storage.drafts.create(
            event.person.id, place, contents.as_dict(), (choice or Choice()).as_dict()
        )

    async def _show_card(self, event: Event, draft: Draft) -> None:
        card = await event.sender.send(draft.place, await self._menu.card(event, draft))
        await self._storage.drafts.set_card(draft.id, card)


def _has_room(draft: Draft, songs: Sequence[Song]) -> bool:
    """Whether these songs still fit into the batch; words alone take none."""
    contents = DraftContents.read(draft.source)
    return contents.song.kind != "none" and len(contents.songs) + len(songs) <= MOST_SONGS


def _songs_behind(links: SortedLinks) -> list[Song]:
    """The songs of a message's good links; the first one remembers what was left out beside them."""
    first, *others = [song_of_link(link) for link in links.usable]
    return [replace(first, left_out=links.left_out or None), *others]


def _is_text(message: Message, addresses: Sequence[str]) -> bool:
    """Whether words stand beside the links, more than a greeting."""
    words = message.text or message.caption or ""
    for address in addresses:
        words = words.replace(address, " ")
    return len(words.strip()) >= FEWEST_CHARACTERS
