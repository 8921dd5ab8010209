"""The menu of a draft: shows its card and its order, and resolves what a choice names."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.chat.display.screen import Button, Screen
from bot.chat.incoming.event import Event, Told
from bot.features.catalogue import FROM_TWO_FILES, Book, Catalogue
from bot.features.link import Money, group_link_button, link_button
from bot.features.separate.choosing import card_screens, order_screens
from bot.features.separate.choosing.goals import MEANING
from bot.features.separate.choosing.order_summary import Order, Plan
from bot.features.separate.choosing.transcript_analysis import TranscriptAnalysis
from bot.features.separate.draft.choice import Choice, order_options, visible
from bot.features.separate.draft.contents import DraftContents
from bot.features.separate.draft.job_request import SEPARATION
from bot.features.separate.pricing.account_cache import AccountCache
from bot.features.separate.pricing.order_checks import Standing, gates, text_gates
from bot.features.separate.pricing.price import credits_for_all
from bot.mvsep import Algorithm, Field, MvsepError
from storage import Draft, Job, JobState, Storage

EXPECTS_REFERENCE = "reference"
PATIENCE = 3600.0  # seconds we wait for a text or a file we asked for


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What choosing needs to know of the rest: is it Telegram's cloud, who are we, whom to wake, and
    who reads the words of songs."""

    cloud: bool
    bot_name: Callable[[], str]
    wake_engine: Callable[[], None]
    transcript_analysis: TranscriptAnalysis


@dataclass(frozen=True, slots=True)
class SongMenu:
    """The tools every handler of this feature works with."""

    storage: Storage
    catalogue: Catalogue
    account_cache: AccountCache
    money: Money
    around: Surroundings

    async def card(self, event: Event, draft: Draft) -> Screen:
        """What a song's first message shows; without an account, or the service, as much as can be."""
        contents = DraftContents.read(draft.source)
        if await self.money.payer.credential(event.person.id) is None:
            return card_screens.card_before_link(
                event.t, draft.id, contents, self._link_button(event)
            )
        try:
            book = await self.catalogue.book()
        except MvsepError:
            return card_screens.card_later(event.t, draft.id, contents)
        if contents.song.kind == "none":
            return card_screens.creations(event.t, draft.id, book, 0)
        last = await self._last(event, book)
        presets = await self.storage.presets.count(event.person.id)
        return card_screens.card(event.t, draft.id, contents, book, last, presets)

    async def choose(self, event: Event, draft: Draft, choice: Choice) -> None:
        """Keep the choice, then show what would be done with it."""
        changed = await self.storage.drafts.choose(
            draft.id, choice.as_dict(), version=draft.version
        )
        if not changed:
            raise Told("draft-changed")
        await self.show_order(event, draft, choice)

    async def show_order(self, event: Event, draft: Draft, choice: Choice) -> None:
        algorithm = await self.algorithm(choice)
        contents = DraftContents.read(draft.source)
        alone = contents.reference is None and contents.song.kind == "file"
        if algorithm.widget == FROM_TWO_FILES and alone:
            await self._ask_reference(event, draft, algorithm)
            return
        order = await self._order(event, draft, choice)
        show = order.plan.screen if order.plan else order_screens.order
        await event.show(show(event.t, draft.id, order))

    async def algorithm(self, choice: Choice) -> Algorithm:
        book = await self.catalogue.book()
        algorithm = book.get(choice.sep_type) if choice.sep_type is not None else None
        if algorithm is None:
            raise Told("order-gone")
        return algorithm

    async def field(self, choice: Choice, name: str) -> Field:
        algorithm = await self.algorithm(choice)
        found = next((each for each in visible(algorithm, choice) if each.name == name), None)
        if found is None:
            raise Told("order-gone")
        return found

    async def order_of(self, event: Event, draft: Draft, choice: Choice) -> Order:
        """The order as it stands, with its price and whatever is in its way."""
        return await self._order(event, draft, choice)

    async def recent(self, user_id: int) -> list[Job]:
        """A person's latest separations, newest first."""
        jobs = await self.storage.jobs.of_user(user_id, list(JobState), limit=20)
        return [job for job in jobs if job.kind == SEPARATION]

    async def _order(self, event: Event, draft: Draft, choice: Choice) -> Order:
        book, algorithm = await self.catalogue.book(), await self.algorithm(choice)
        contents = DraftContents.read(draft.source)
        standing = await self._standing(event)
        beside = order_screens.names_of(choice.also, book)
        picked = _picked(book, choice)
        price = _price(picked, contents)
        plan = await self._plan(event, choice, contents)
        known = gates(contents, [algorithm, *beside], choice.output_format, price, standing)
        return Order(
            contents,
            algorithm,
            choice,
            beside=beside,
            price=price,
            account=standing.account,
            gates=[*known, *text_gates(picked), *(plan.gates if plan else ())],
            starred=algorithm.render_id in await self.storage.favourites.of(event.person.id),
            plan=plan,
        )

    async def _plan(self, event: Event, choice: Choice, contents: DraftContents) -> Plan | None:
        """What comes after the words, for a goal that ends with them being read."""
        if choice.goal != MEANING:
            return None
        return await self.around.transcript_analysis.plan(event, choice.theme, len(contents.songs))

    async def _standing(self, event: Event) -> Standing:
        credential = await self.money.payer.credential(event.person.id)
        return (
            await self.account_cache.of(event.person.id, credential) if credential else Standing()
        )

    async def _last(self, event: Event, book: Book) -> card_screens.Last | None:
        for job in await self.recent(event.person.id):
            if algorithm := book.get(job.request["sep_type"]):
                return card_screens.Last(algorithm.name, job.request["output_format"])
        return None

    async def _ask_reference(self, event: Event, draft: Draft, algorithm: Algorithm) -> None:
        await self.storage.expectations.put(
            event.person.id, event.place, EXPECTS_REFERENCE, {"draft": draft.id}, PATIENCE
        )
        await event.show(order_screens.ask_reference(event.t, draft.id, algorithm))

    def _link_button(self, event: Event) -> Button:
        if event.is_private:
            return link_button(event.t, event.person.id)
        return group_link_button(event.t, self.around.bot_name())


def _picked(book: Book, choice: Choice) -> list[tuple[Algorithm, Choice]]:
    """Every algorithm that will run, with its own options."""
    return [
        (found, replace(choice, sep_type=pick.sep_type, options=pick.options))
        for pick in choice.picks()
        if (found := book.get(pick.sep_type))
    ]


def _price(picked: Sequence[tuple[Algorithm, Choice]], contents: DraftContents) -> int | None:
    """For every song and every algorithm."""
    prices = [
        credits_for_all(algorithm, order_options(algorithm, choice), contents)
        for algorithm, choice in picked
    ]
    return None if None in prices else sum(price or 0 for price in prices)
