"""A theme or a class by examples: a few texts are given, the words they share are proposed and ticked."""

from typing import Any

from bot.chat.callbacks import (
    CreateByExamples,
    ForgetExamples,
    ProposeWords,
    ThemeByExamples,
    TickWord,
    short_id,
)
from bot.chat.display.screen import Screen
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.themes import example_screens
from bot.features.themes.edit_handlers import Editing
from bot.features.themes.menu import ThemeMenu, text_in, title_in
from bot.features.themes.words import new_entity, proposed
from bot.neuro_semantic import Theme
from storage import Draft, Expectation

EXPECTS_EXAMPLE = "theme_example"
EXPECTS_EXAMPLE_TITLE = "theme_example_title"
EXAMPLES = "theme_examples"  # the kind of draft
MOST_EXAMPLES = 20
LONGEST = 4000  # characters of one example
TICKED = 5  # words that are ticked beforehand


class Examples:
    """The draft's source holds the texts, its choice the words and which of them are ticked."""

    def __init__(self, menu: ThemeMenu, editing: Editing) -> None:
        self._menu = menu
        self._drafts = menu.storage.drafts
        self._editing = editing

    def join(self, router: Router) -> None:
        router.tap(ThemeByExamples, self.ask_title)
        router.draft_tap(ProposeWords, self.propose)
        router.draft_tap(TickWord, self.tick)
        router.draft_tap(CreateByExamples, self.create)
        router.draft_tap(ForgetExamples, self.forget)

    async def ask_title(self, event: Event, tap: ThemeByExamples) -> None:
        await self._menu.account(event)
        data = {"folder": tap.folder, "theme": tap.theme}
        await self._menu.ask(event, EXPECTS_EXAMPLE_TITLE, data, "examples-ask-title")

    async def begin(self, event: Event, expected: Expectation) -> bool:
        """The name is there; now the texts."""
        source = {"title": title_in(event), "texts": [], **expected.data}
        draft = await self._drafts.create(event.person.id, event.place, source, {}, kind=EXAMPLES)
        await self._ask(event, draft.id, source)
        return True

    async def add(self, event: Event, expected: Expectation) -> bool:
        """One more example, typed or forwarded."""
        draft = await self._drafts.get(expected.data["draft"])
        if draft is None or draft.user_id != event.person.id or draft.state != "open":
            return False
        texts = [*draft.source["texts"], text_in(event)[:LONGEST]][-MOST_EXAMPLES:]
        source = {**draft.source, "texts": texts}
        await self._drafts.resource(draft.id, source)
        await self._ask(event, draft.id, source)
        return True

    async def propose(self, event: Event, _tap: ProposeWords, draft: Draft) -> None:
        words = proposed(draft.source["texts"])
        if not words:
            raise Told("examples-too-short")
        await self._menu.storage.expectations.drop(event.person.id, event.place)
        choice = {"words": words, "ticked": list(range(min(TICKED, len(words))))}
        await self._choose(event, draft, choice)

    async def tick(self, event: Event, tap: TickWord, draft: Draft) -> None:
        words = draft.choice.get("words", [])
        if not 0 <= tap.number < len(words):
            raise Told("old-button")
        ticked = set(draft.choice["ticked"]) ^ {tap.number}
        await self._choose(event, draft, {"words": words, "ticked": sorted(ticked)})

    async def create(self, event: Event, _tap: CreateByExamples, draft: Draft) -> None:
        """Make the theme, or the class of a theme, once."""
        credential = await self._menu.account(event)
        words = draft.choice.get("words", [])
        ticked = [words[at] for at in draft.choice.get("ticked", []) if at < len(words)]
        if not ticked or not await self._drafts.finish(draft.id):
            raise Told("old-button")
        source, made = draft.source, new_entity(draft.source["title"], ticked)
        if source["theme"]:
            theme = await self._menu.library.own_theme(credential, source["theme"])
            theme = await self._menu.add_entity(credential, theme, made)
        else:
            new = Theme("", source["title"], entities=(made,))
            theme = await self._editing.make(credential, new, source["folder"])
        await self._menu.show_theme(event, short_id(theme.id))

    async def forget(self, event: Event, _tap: ForgetExamples, draft: Draft) -> None:
        await self._drafts.finish(draft.id)
        await self._menu.storage.expectations.drop(event.person.id, event.place)
        await event.show(Screen(event.t.html("examples-forgotten")))

    async def _ask(self, event: Event, draft: int, source: dict[str, Any]) -> None:
        await self._menu.expect(event, EXPECTS_EXAMPLE, {"draft": draft})
        count = len(source["texts"])
        await event.reply(example_screens.examples(event.t, draft, source["title"], count))

    async def _choose(self, event: Event, draft: Draft, choice: dict[str, Any]) -> None:
        if not await self._drafts.choose(draft.id, choice, version=draft.version):
            raise Told("draft-changed")
        title = draft.source["title"]
        screen = example_screens.proposal(
            event.t, draft.id, title, choice["words"], choice["ticked"]
        )
        await event.show(screen)
