"""Several algorithms on one song: put one beside the present one, take one out again."""

from bot.chat.callbacks import CompareWith, RemoveCompared, ShowCompared, ShowGroups
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.separate.choosing import order_screens
from bot.features.separate.draft.choice import Choice, missing_texts
from bot.features.separate.ordering.choice_handlers import Choosing
from bot.features.separate.ordering.menu import SongMenu
from storage import Draft


class Comparing:
    """What stands beside each other in an order."""

    def __init__(self, menu: SongMenu, choosing: Choosing) -> None:
        self._menu = menu
        self._choosing = choosing

    def join(self, router: Router) -> None:
        router.draft_tap(CompareWith, self.compare_with)
        router.draft_tap(ShowCompared, self.show)
        router.draft_tap(RemoveCompared, self.remove)

    async def compare_with(self, event: Event, _tap: CompareWith, draft: Draft) -> None:
        """Keep this algorithm, once it has all it needs, and choose another one for the same song."""
        choice = Choice.read(draft.choice)
        if choice.sep_type is not None:
            await self._check_texts(choice)
        if not await self._menu.storage.drafts.choose(
            draft.id, choice.set_beside().as_dict(), version=draft.version
        ):
            raise Told("draft-changed")
        await self._choosing.show_groups(event, ShowGroups(draft.id), draft)

    async def show(self, event: Event, _tap: ShowCompared, draft: Draft) -> None:
        book = await self._menu.catalogue.book()
        picks = enumerate(Choice.read(draft.choice).picks())
        found = {at: known for at, each in picks if (known := book.get(each.sep_type))}
        await event.show(order_screens.compared(event.t, draft.id, found))

    async def remove(self, event: Event, tap: RemoveCompared, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        picks = choice.picks()
        here = picks[tap.position : tap.position + 1] if tap.position >= 0 else []
        if len(picks) < 2 or not here or here[0].sep_type != tap.sep_type:
            raise Told("draft-changed")
        await self._menu.choose(event, draft, choice.without(here[0]))

    async def _check_texts(self, choice: Choice) -> None:
        """Beside another one nobody can write its texts any more."""
        algorithm = await self._menu.algorithm(choice)
        if missing := missing_texts(algorithm, choice):
            raise Told("gate-text", name=algorithm.name, field=missing[0].text)
