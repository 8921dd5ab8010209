"""From a song to a job: every tap unpacks, changes one thing, and shows one screen."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass

from telegram import Message
from telegram.ext import filters

from bot.chat.callbacks import (
    ChooseAlgorithm,
    ChooseFormat,
    ChooseGoal,
    ChooseOption,
    ForgetDraft,
    ShowField,
    ShowFormats,
    ShowGoals,
    ShowGroup,
    ShowGroups,
    ShowOptions,
    ShowOrder,
    StartJob,
)
from bot.chat.event import Event, Told
from bot.chat.links import links_in
from bot.chat.router import Router
from bot.chat.screen import Button, Screen
from bot.features.catalogue import Book, Catalogue
from bot.features.link import group_link_button, link_button
from bot.features.separate import screens, status
from bot.features.separate.choice import FORMATS, Choice, key_of, order_options, visible
from bot.features.separate.goals import way_to
from bot.features.separate.links import recognise
from bot.features.separate.order import SEPARATION, new_request, new_upload_name
from bot.features.separate.song import Song, check, song_of, song_of_link
from bot.mvsep import Algorithm, Field, MvsepError
from storage import Draft, Expectation, Place, Storage

EXPECTS_OPTION = "option-text"
PATIENCE = 3600.0  # seconds we wait for the text of an option
MAX_OPTION_TEXT = 2000  # characters
SONGS = (
    filters.AUDIO
    | filters.VOICE
    | filters.VIDEO
    | filters.VIDEO_NOTE
    | filters.ANIMATION
    | filters.Document.ALL
)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What choosing needs to know of the rest: is it Telegram's cloud, who are we, and whom to wake."""

    cloud: bool
    bot_name: Callable[[], str]
    wake_engine: Callable[[], None]


class Separate:
    """Choosing what to do with a song, up to the job."""

    def __init__(self, storage: Storage, catalogue: Catalogue, around: Surroundings) -> None:
        self._storage = storage
        self._catalogue = catalogue
        self._around = around

    def join(self, router: Router) -> None:
        router.command("separate", self.separate)
        router.message(filters.ChatType.PRIVATE & SONGS, self.song)
        router.draft_tap(ShowGoals, self.show_goals)
        router.draft_tap(ChooseGoal, self.choose_goal)
        router.draft_tap(ShowGroups, self.show_groups)
        router.draft_tap(ShowGroup, self.show_group)
        router.draft_tap(ChooseAlgorithm, self.choose_algorithm)
        router.draft_tap(ShowOrder, self.show_order)
        router.draft_tap(ShowOptions, self.show_options)
        router.draft_tap(ShowField, self.show_field)
        router.draft_tap(ChooseOption, self.choose_option)
        router.draft_tap(ShowFormats, self.show_formats)
        router.draft_tap(ChooseFormat, self.choose_format)
        router.draft_tap(StartJob, self.start)
        router.draft_tap(ForgetDraft, self.forget)

    # What is to be separated

    async def song(self, event: Event) -> None:
        """A file in a private chat."""
        if event.message and (song := song_of(event.message)):
            await self._begin(event, song, event.message)

    async def read_links(self, event: Event) -> bool:
        """A private text with a link in it; more than one link makes more than one card."""
        addresses = links_in(event.message) if event.message else []
        for address in addresses:
            await self._begin_link(event, address)
        return bool(addresses)

    async def separate(self, event: Event) -> None:
        """`/separate` as a reply to a song, or with a link; alone it says how to use it."""
        message = event.message
        replied = message.reply_to_message if message else None
        addresses = (links_in(message) if message else []) or (
            links_in(replied) if replied else []
        )
        if replied and (song := song_of(replied)):
            await self._begin(event, song, replied)
        elif addresses:
            await self._begin_link(event, addresses[0])
        else:
            raise Told("song-none")

    async def show_newest(self, event: Event) -> bool:
        """Go on with the song that waited for the account to be linked."""
        draft = await self._storage.drafts.newest(event.person.id, event.place)
        if draft is None:
            return False
        card = await event.sender.send(draft.place, await self._card(event, draft))
        await self._storage.drafts.set_card(draft.id, card)
        return True

    # Choosing

    async def show_goals(self, event: Event, _tap: ShowGoals, draft: Draft) -> None:
        await event.show(await self._card(event, draft))

    async def choose_goal(self, event: Event, tap: ChooseGoal, draft: Draft) -> None:
        way = way_to(tap.goal, await self._catalogue.book())
        if way is None:
            raise Told("order-gone")
        algorithm, options = way
        choice = Choice.read(draft.choice).of_algorithm(algorithm.render_id, options, tap.goal)
        await self._choose(event, draft, choice)

    async def show_groups(self, event: Event, tap: ShowGroups, draft: Draft) -> None:
        book = await self._catalogue.book()
        song = Song(**draft.source)
        await event.show(screens.groups(event.t, draft.id, song, book, tap.page))

    async def show_group(self, event: Event, tap: ShowGroup, draft: Draft) -> None:
        book = await self._catalogue.book()
        group = book.group(tap.group)
        if group is None:  # it left the catalogue while its button was on the screen
            await event.show(screens.groups(event.t, draft.id, Song(**draft.source), book, 0))
        else:
            await event.show(screens.group(event.t, draft.id, group, tap.page))

    async def choose_algorithm(self, event: Event, tap: ChooseAlgorithm, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        if choice.sep_type != tap.sep_type or choice.goal:
            choice = choice.of_algorithm(tap.sep_type, {}, None)
        await self._choose(event, draft, choice)

    async def show_order(self, event: Event, _tap: ShowOrder, draft: Draft) -> None:
        await self._show_order(event, draft, Choice.read(draft.choice))

    async def show_options(self, event: Event, _tap: ShowOptions, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        algorithm = await self._algorithm(choice)
        await event.show(screens.options(event.t, draft.id, algorithm, choice))

    async def show_field(self, event: Event, tap: ShowField, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        shown = await self._field(choice, tap.field)
        if not shown.options:
            data = {"draft": draft.id, "field": shown.name}
            await self._storage.expectations.put(
                event.person.id, event.place, EXPECTS_OPTION, data, PATIENCE
            )
        await event.show(screens.field(event.t, draft.id, shown, choice, tap.page))

    async def choose_option(self, event: Event, tap: ChooseOption, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        key = key_of(await self._field(choice, tap.field), tap.option)
        if key is None:
            raise Told("order-gone")
        await self._choose(event, draft, choice.with_option(tap.field, key))

    async def option_text(self, event: Event, expected: Expectation) -> bool:
        """The next message after a free-text option was opened."""
        draft = await self._storage.drafts.get(expected.data["draft"])
        text = (event.message.text or "") if event.message else ""
        if draft is None or draft.user_id != event.person.id:
            return False
        choice = Choice.read(draft.choice).with_option(
            expected.data["field"], text[:MAX_OPTION_TEXT]
        )
        await self._choose(event, draft, choice)
        return True

    async def show_formats(self, event: Event, _tap: ShowFormats, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        await event.show(screens.formats(event.t, draft.id, choice))

    async def choose_format(self, event: Event, tap: ChooseFormat, draft: Draft) -> None:
        if not 0 <= tap.output_format < len(FORMATS):
            raise Told("old-button")
        await self._choose(event, draft, Choice.read(draft.choice).with_format(tap.output_format))

    async def forget(self, event: Event, _tap: ForgetDraft, draft: Draft) -> None:
        await self._storage.drafts.finish(draft.id)
        await event.show(Screen(event.t.html("card-forgotten")))

    # Starting

    async def start(self, event: Event, _tap: StartJob, draft: Draft) -> None:
        """Make exactly one job of the draft, however often the button is pressed."""
        credential = await self._storage.credentials.active(event.person.id, "mvsep")
        if credential is None:
            await event.show(await self._card(event, draft))
            return
        choice, song = Choice.read(draft.choice), Song(**draft.source)
        algorithm = await self._algorithm(choice)
        request = new_request(song, algorithm, choice, order_options(algorithm, choice))
        job = await self._storage.jobs.create(
            SEPARATION,
            event.person.id,
            draft.place,
            credential,
            request,
            draft_id=draft.id,
            upload_name=new_upload_name(song, secrets.token_hex(10)),
        )
        if job is None:
            return  # pressed twice: the first press has it
        card = await event.show(status.starting(event.t, job))
        await self._storage.jobs.set_status_message(job.id, card)
        self._around.wake_engine()

    # Shared steps

    async def _begin(self, event: Event, song: Song, message: Message) -> None:
        check(song, cloud=self._around.cloud)
        await self._new_draft(event, song, message.message_id)

    async def _begin_link(self, event: Event, address: str) -> None:
        song = song_of_link(recognise(address))
        await self._new_draft(event, song, event.message.message_id if event.message else None)

    async def _new_draft(self, event: Event, song: Song, reply_to: int | None) -> None:
        place = Place(event.place.chat_id, event.place.thread_id, reply_to)
        draft = await self._storage.drafts.create(
            event.person.id, place, song.as_dict(), Choice().as_dict()
        )
        card = await event.sender.send(place, await self._card(event, draft))
        await self._storage.drafts.set_card(draft.id, card)

    async def _card(self, event: Event, draft: Draft) -> Screen:
        song = Song(**draft.source)
        if await self._storage.credentials.active(event.person.id, "mvsep") is None:
            return screens.card_before_link(event.t, draft.id, song, self._link_button(event))
        try:
            book = await self._catalogue.book()
        except MvsepError:
            return screens.card_later(event.t, draft.id, song)
        return screens.card(event.t, draft.id, song, book)

    def _link_button(self, event: Event) -> Button:
        if event.is_private:
            return link_button(event.t, event.person.id)
        return group_link_button(event.t, self._around.bot_name())

    async def _choose(self, event: Event, draft: Draft, choice: Choice) -> None:
        """Keep the choice, then show what would be done with it."""
        changed = await self._storage.drafts.choose(
            draft.id, choice.as_dict(), version=draft.version
        )
        if not changed:
            raise Told("draft-changed")
        await self._show_order(event, draft, choice)

    async def _show_order(self, event: Event, draft: Draft, choice: Choice) -> None:
        algorithm = await self._algorithm(choice)
        await event.show(screens.order(event.t, draft.id, Song(**draft.source), algorithm, choice))

    async def _algorithm(self, choice: Choice) -> Algorithm:
        book: Book = await self._catalogue.book()
        algorithm = book.get(choice.sep_type) if choice.sep_type is not None else None
        if algorithm is None:
            raise Told("order-gone")
        return algorithm

    async def _field(self, choice: Choice, name: str) -> Field:
        algorithm = await self._algorithm(choice)
        found = next((each for each in visible(algorithm, choice) if each.name == name), None)
        if found is None:
            raise Told("order-gone")
        return found
