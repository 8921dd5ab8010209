"""Stars and presets: what somebody wants to find again."""

import secrets

from bot.chat.callbacks import (
    DeletePreset,
    KeepShared,
    RenamePreset,
    SavePreset,
    ShowPreset,
    ShowPresets,
    ToggleFavourite,
    UsePreset,
)
from bot.chat.display.screen import Screen
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.separate.choosing import preset_screens
from bot.features.separate.draft.choice import Choice
from bot.features.separate.ordering.menu import PATIENCE, SongMenu
from storage import Draft, Expectation, Preset

EXPECTS_NAME = "preset-name"
MOST_PRESETS = 20
MAX_NAME = 40  # characters


class Saving:
    """A person's favourites and presets; a preset is shared by a link that copies it."""

    def __init__(self, menu: SongMenu) -> None:
        self._menu = menu
        self._storage = menu.storage

    def join(self, router: Router) -> None:
        router.draft_tap(ToggleFavourite, self.toggle_favourite)
        router.draft_tap(SavePreset, self.ask_name)
        router.draft_tap(ShowPresets, self.show_presets)
        router.draft_tap(ShowPreset, self.show_preset)
        router.draft_tap(UsePreset, self.use)
        router.draft_tap(RenamePreset, self.ask_new_name)
        router.draft_tap(DeletePreset, self.delete)
        router.tap(KeepShared, self.keep_shared)

    async def toggle_favourite(self, event: Event, _tap: ToggleFavourite, draft: Draft) -> None:
        choice = Choice.read(draft.choice)
        algorithm = await self._menu.algorithm(choice)
        await self._storage.favourites.toggle(event.person.id, algorithm.render_id)
        await self._menu.show_order(event, draft, choice)

    async def ask_name(self, event: Event, _tap: SavePreset, draft: Draft) -> None:
        if await self._storage.presets.count(event.person.id) >= MOST_PRESETS:
            raise Told("preset-too-many", n=MOST_PRESETS)
        await self._expect_name(event, {"draft": draft.id})
        await event.ask(preset_screens.ask_name(event.t, draft.id))

    async def ask_new_name(self, event: Event, tap: RenamePreset, draft: Draft) -> None:
        preset = await self._own(event, tap.preset)
        await self._expect_name(event, {"draft": draft.id, "preset": preset.id})
        await event.ask(preset_screens.ask_name(event.t, draft.id))

    async def name_text(self, event: Event, expected: Expectation) -> bool:
        """The name of a new preset, or the new one of an old."""
        draft = await self._storage.drafts.get(expected.data["draft"])
        name = (event.message.text or "").strip()[:MAX_NAME] if event.message else ""
        if draft is None or draft.user_id != event.person.id or not name:
            return False
        if "preset" in expected.data:
            preset = await self._own(event, expected.data["preset"])
            await self._storage.presets.rename(preset.id, name)
            await event.tell("preset-saved", name=name)
            await self.show_presets(event, ShowPresets(draft.id), draft)
        else:
            await self._save(event, name, Choice.read(draft.choice).as_preset())
            if draft.state == "open":
                await self._menu.show_order(event, draft, Choice.read(draft.choice))
        return True

    async def show_presets(self, event: Event, tap: ShowPresets, draft: Draft) -> None:
        await self._storage.drafts.begin(draft)
        found = await self._storage.presets.of(event.person.id)
        await event.show(preset_screens.listing(event.t, draft.id, found, tap.page))

    async def show_preset(self, event: Event, tap: ShowPreset, draft: Draft) -> None:
        preset = await self._own(event, tap.preset)
        link = f"https://t.me/{self._menu.around.bot_name()}?start=p_{preset.code}"
        name = await self._algorithm_name(event, preset)
        await event.show(preset_screens.one(event.t, draft.id, preset, name, link))

    async def use(self, event: Event, tap: UsePreset, draft: Draft) -> None:
        preset = await self._own(event, tap.preset)
        await self._menu.choose(event, draft, Choice.read(preset.choice))

    async def delete(self, event: Event, tap: DeletePreset, draft: Draft) -> None:
        preset = await self._own(event, tap.preset)
        await self._storage.presets.delete(preset.id)
        await self.show_presets(event, ShowPresets(draft.id), draft)

    async def open_shared(self, event: Event, code: str) -> None:
        """`/start p_…`: somebody's preset, to be copied."""
        preset = await self._storage.presets.by_code(code)
        if preset is None:
            raise Told("preset-gone")
        algorithm = await self._menu.algorithm(Choice.read(preset.choice))
        await event.reply(preset_screens.shared(event.t, preset, algorithm.name, event.person.id))

    async def keep_shared(self, event: Event, tap: KeepShared) -> None:
        preset = await self._storage.presets.by_code(tap.code)
        if preset is None:
            raise Told("preset-gone")
        if await self._storage.presets.count(event.person.id) >= MOST_PRESETS:
            raise Told("preset-too-many", n=MOST_PRESETS)
        code = secrets.token_urlsafe(12)
        await self._storage.presets.save(event.person.id, preset.name, preset.choice, code)
        await event.show(Screen(event.t.html("preset-saved", name=preset.name)))

    async def _save(self, event: Event, name: str, choice: Choice) -> None:
        code = secrets.token_urlsafe(12)
        await self._storage.presets.save(event.person.id, name, choice.as_dict(), code)
        await event.tell("preset-saved", name=name)

    async def _algorithm_name(self, event: Event, preset: Preset) -> str:
        """A preset outlives its algorithm: it can still be renamed and deleted."""
        sep_type = Choice.read(preset.choice).sep_type
        found = (await self._menu.catalogue.book()).get(-1 if sep_type is None else sep_type)
        return found.name if found else event.t.plain("order-gone")

    async def _own(self, event: Event, preset_id: int) -> Preset:
        preset = await self._storage.presets.get(preset_id)
        if preset is None or preset.user_id != event.person.id:
            raise Told("preset-gone")
        return preset

    async def _expect_name(self, event: Event, data: dict[str, int]) -> None:
        await self._storage.expectations.put(
            event.person.id, event.place, EXPECTS_NAME, data, PATIENCE
        )
