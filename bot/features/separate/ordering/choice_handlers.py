"""Every tap between the card and Start: unpack, change one thing, show one screen."""

from collections.abc import Sequence

from bot.chat.callbacks import (
    AskSearch,
    ChooseAlgorithm,
    ChooseFormat,
    ChooseGoal,
    ChooseOption,
    ChooseRemoteType,
    SameAgain,
    ShowAbout,
    ShowCreations,
    ShowField,
    ShowFormats,
    ShowGoals,
    ShowGroup,
    ShowGroups,
    ShowList,
    ShowOptions,
    ShowOrder,
)
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.catalogue import FROM_NOTHING, FROM_TWO_FILES, Book, search
from bot.features.separate.choosing import (
    algorithm_screens,
    card_screens,
    option_screens,
    order_screens,
)
from bot.features.separate.choosing.goals import way_to
from bot.features.separate.draft.choice import FORMATS, Choice, key_of
from bot.features.separate.draft.contents import DraftContents
from bot.features.separate.draft.song import with_remote_type
from bot.features.separate.ordering.menu import PATIENCE, SongMenu
from bot.mvsep import Algorithm
from storage import Draft, Expectation

EXPECTS_OPTION = "option-text"
EXPECTS_SEARCH = "search"
MAX_OPTION_TEXT = 2000  # characters
MAX_QUERY = 60


class Choosing:
    """Goals, lists, algorithms, options, formats."""

    def __init__(self, menu: SongMenu) -> None:
        self._menu = menu
        self._storage = menu.storage

    def join(self, router: Router) -> None:
        router.draft_tap(ShowGoals, self.show_goals)
        router.draft_tap(ChooseGoal, self.choose_goal)
        router.draft_tap(SameAgain, self.same_again)
        router.draft_tap(ShowCreations, self.show_creations)
        router.draft_tap(ShowGroups, self.show_groups)
        router.draft_tap(ShowGroup, self.show_group)
        router.draft_tap(ShowList, self.show_list)
        router.draft_tap(AskSearch, self.ask_search)
        router.draft_tap(ChooseAlgorithm, self.choose_algorithm)
        router.draft_tap(ShowOrder, self.show_order)
        router.draft_tap(ShowAbout, self.show_about)
        router.draft_tap(ShowOptions, self.show_options)
        router.draft_tap(ShowField, self.show_field)
        router.draft_tap(ChooseOption, self.choose_option)
        router.draft_tap(ShowFormats, self.show_formats)
        router.draft_tap(ChooseFormat, self.choose_format)
        router.draft_tap(ChooseRemoteType, self.choose_remote_type)

    async def show_goals(self, event: Event, _tap: ShowGoals, draft: Draft) -> None:
        await event.show(await self._menu.card(event, draft))

    async def show_creations(self, event: Event, tap: ShowCreations, draft: Draft) -> None:
        book = await self._menu.catalogue.book()
        await event.show(card_screens.creations(event.t, draft.id, book, tap.page))

    async def choose_goal(self, event: Event, tap: ChooseGoal, draft: Draft) -> None:
        way = way_to(tap.goal, await self._menu.catalogue.book())
        if way is None:
            raise Told("order-gone")
        algorithm, options = way
        choice = Choice.read(draft.choice).of_algorithm(
            algorithm.render_id, options, goal=tap.goal
        )
        await self._menu.choose(event, draft, choice)

    async def same_again(self, event: Event, _tap: SameAgain, draft: Draft) -> None:
        """The algorithm, options and format of the last job."""
        book = await self._menu.catalogue.book()
        for job in await self._menu.recent(event.person.id):
            last = job.request
            if book.get(last["sep_type"]):
                choice = Choice(last["sep_type"], last["options"], last["output_format"])
                await self._menu.choose(event, draft, choice)
                return
        raise Told("order-gone")

    async def show_groups(self, event: Event, tap: ShowGroups, draft: Draft) -> None:
        book = await self._menu.catalogue.book()
        await self._storage.drafts.begin(draft)
        name = card_screens.name_of(event.t, DraftContents.read(draft.source))
        await event.show(algorithm_screens.menu(event.t, draft.id, name, book, tap.page))

    async def show_group(self, event: Event, tap: ShowGroup, draft: Draft) -> None:
        group = (await self._menu.catalogue.book()).group(tap.group)
        if group is None:  # it left the catalogue while its button was on the screen
            await self.show_groups(event, ShowGroups(draft.id), draft)
        else:
            await event.show(algorithm_screens.group(event.t, draft.id, group, tap.page))

    async def show_list(self, event: Event, tap: ShowList, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        found = await self._listed(event, tap.kind, choice.query)
        await event.show(
            algorithm_screens.listing(event.t, draft.id, tap.kind, found, tap.page, choice.query)
        )

    async def ask_search(self, event: Event, _tap: AskSearch, draft: Draft) -> None:
        await self._storage.expectations.put(
            event.person.id, event.place, EXPECTS_SEARCH, {"draft": draft.id}, PATIENCE
        )
        await event.ask(algorithm_screens.ask_search(event.t, draft.id))

    async def search_text(self, event: Event, expected: Expectation) -> bool:
        """The words somebody looks for; the search stays open for other words."""
        draft = await self._draft_of(event, expected)
        if draft is None:
            return False
        query = _text(event)[:MAX_QUERY]
        choice = Choice.read(draft.choice).searching(query)
        await self._storage.drafts.choose(draft.id, choice.as_dict(), version=draft.version)
        await self._storage.expectations.put(
            event.person.id, event.place, EXPECTS_SEARCH, {"draft": draft.id}, PATIENCE
        )
        found = await self._listed(event, "s", query)
        await event.reply(algorithm_screens.listing(event.t, draft.id, "s", found, 0, query))
        return True

    async def choose_algorithm(self, event: Event, tap: ChooseAlgorithm, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        options = choice.options if choice.sep_type == tap.sep_type and not choice.goal else {}
        chosen = choice.of_algorithm(tap.sep_type, options, origin=tap.origin)
        await self._storage.expectations.drop(event.person.id, event.place)
        await self._menu.choose(event, draft, chosen)

    async def show_order(self, event: Event, _tap: ShowOrder, draft: Draft) -> None:
        await self._menu.show_order(event, draft, Choice.read(draft.choice))

    async def show_about(self, event: Event, _tap: ShowAbout, draft: Draft) -> None:
        algorithm = await self._menu.algorithm(Choice.read(draft.choice))
        await event.show(order_screens.about(event.t, draft.id, algorithm))

    async def show_options(self, event: Event, _tap: ShowOptions, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        algorithm = await self._menu.algorithm(choice)
        await event.show(option_screens.options(event.t, draft.id, algorithm, choice))

    async def show_field(self, event: Event, tap: ShowField, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        shown = await self._menu.field(choice, tap.field)
        screen = option_screens.field_values(event.t, draft.id, shown, choice, tap.page)
        if shown.options:
            await event.show(screen)
            return
        data = {"draft": draft.id, "field": shown.name}
        await self._storage.expectations.put(
            event.person.id, event.place, EXPECTS_OPTION, data, PATIENCE
        )
        await event.ask(screen)

    async def choose_option(self, event: Event, tap: ChooseOption, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        key = key_of(await self._menu.field(choice, tap.field), tap.option)
        if key is None:
            raise Told("order-gone")
        await self._menu.choose(event, draft, choice.with_option(tap.field, key))

    async def option_text(self, event: Event, expected: Expectation) -> bool:
        """The next message after a free-text option was opened."""
        draft = await self._draft_of(event, expected)
        if draft is None:
            return False
        choice = Choice.read(draft.choice).with_option(
            expected.data["field"], _text(event)[:MAX_OPTION_TEXT]
        )
        await self._menu.choose(event, draft, choice)
        return True

    async def show_formats(self, event: Event, _tap: ShowFormats, draft: Draft) -> None:
        seconds = DraftContents.read(draft.source).song.duration
        await event.show(
            option_screens.formats(event.t, draft.id, Choice.read(draft.choice), seconds)
        )

    async def choose_format(self, event: Event, tap: ChooseFormat, draft: Draft) -> None:
        if not 0 <= tap.output_format < len(FORMATS):
            raise Told("old-button")
        choice = Choice.read(draft.choice).with_format(tap.output_format)
        await self._menu.choose(event, draft, choice)

    async def choose_remote_type(self, event: Event, tap: ChooseRemoteType, draft: Draft) -> None:
        """The person knows better than we what is behind a link."""
        contents = DraftContents.read(draft.source)
        song = with_remote_type(contents.song, tap.remote_type)
        changed = DraftContents((song,), contents.reference)
        await self._storage.drafts.resource(draft.id, changed.as_dict())
        fresh = await self._storage.drafts.get(draft.id) or draft
        await event.show(await self._menu.card(event, fresh))

    async def _listed(self, event: Event, kind: str, query: str) -> Sequence[Algorithm]:
        book = await self._menu.catalogue.book()
        match kind:
            case "p":
                return book.popular()
            case "r":
                return book.best_rated()
            case "f":
                return _delivered_files(book, await self._storage.favourites.of(event.person.id))
            case "h":
                jobs = await self._menu.recent(event.person.id)
                return _delivered_files(book, [job.request["sep_type"] for job in jobs])
            case _:
                everything = [*book.popular(), *book.of_widget(FROM_TWO_FILES)]
                return search([*everything, *book.of_widget(FROM_NOTHING)], query)

    async def _draft_of(self, event: Event, expected: Expectation) -> Draft | None:
        draft = await self._storage.drafts.get(expected.data["draft"])
        mine = draft and draft.user_id == event.person.id and draft.state == "open"
        return draft if mine else None


def _delivered_files(book: Book, sep_types: Sequence[int]) -> list[Algorithm]:
    """Each once, in order, without those the catalogue no longer has."""
    return [found for each in dict.fromkeys(sep_types) if (found := book.get(each))]


def _text(event: Event) -> str:
    return (event.message.text or "").strip() if event.message else ""
