"""Handlers of /start, /help, /settings, /language and /cancel, and the answer to unknown messages."""

from collections.abc import Awaitable, Callable

from telegram.ext import filters

from bot.chat.callbacks import SetLanguage, ShowHelp, ShowLanguages
from bot.chat.display.screen import Button, Screen
from bot.chat.display.translator import LANGUAGES, Translator, translator
from bot.chat.incoming.event import Event
from bot.chat.incoming.router import Router
from bot.features.start import screens
from storage import Storage

LinkButton = Callable[[Translator, int], Button]
DeepLink = Callable[[Event, str], Awaitable[None]]


class Start:
    """`link_button` offers the link; `deep_links` are what `/start <name>_<rest>` may lead to, by name."""

    def __init__(
        self, storage: Storage, link_button: LinkButton, deep_links: dict[str, DeepLink]
    ) -> None:
        self._storage = storage
        self._link_button = link_button
        self._deep_links = deep_links

    def join(self, router: Router) -> None:
        router.command("start", self.start)
        router.command("help", self.help)
        router.command("language", self.language)
        router.command("settings", self.settings)
        router.command("cancel", self.cancel)
        router.tap(SetLanguage, self.set_language)
        router.tap(ShowHelp, self.help_tapped)
        router.tap(ShowLanguages, self.languages_tapped)

    def join_last(self, router: Router) -> None:
        """What nobody else took: every private message gets an answer, groups are left in peace."""
        private = filters.ChatType.PRIVATE
        router.message(private & filters.COMMAND, self.unknown_command)
        router.message(private & ~filters.StatusUpdate.ALL, self.unknown_content)

    async def start(self, event: Event) -> None:
        word = (event.message.text or "").partition(" ")[2].strip() if event.message else ""
        name, _, rest = word.partition("_")
        if name in self._deep_links and event.is_private:
            await self._deep_links[name](event, rest)
        elif event.is_private:
            await self._hello(event)
        else:
            await event.tell("start-group")

    async def help(self, event: Event) -> None:
        await event.reply(screens.help_screen(event.t))

    async def help_tapped(self, event: Event, _tap: ShowHelp) -> None:
        await self.help(event)

    async def language(self, event: Event) -> None:
        await event.reply(screens.languages(event.t, event.person.id))

    async def settings(self, event: Event) -> None:
        """Everything that can be set, by name; in a group only what is not private."""
        await event.reply(screens.settings(event.t, event.person.id, private=event.is_private))

    async def languages_tapped(self, event: Event, _tap: ShowLanguages) -> None:
        await event.show(screens.languages(event.t, event.person.id))

    async def set_language(self, event: Event, tap: SetLanguage) -> None:
        if tap.language not in LANGUAGES:
            await event.tell("old-button")
            return
        await self._storage.users.set_language(event.person.id, tap.language)
        await event.show(Screen(translator(tap.language).html("language-set")))

    async def cancel(self, event: Event) -> None:
        expected = await self._storage.expectations.take(event.person.id, event.place)
        await event.tell("cancel-waiting" if expected else "cancel-nothing")

    async def unknown_command(self, event: Event) -> None:
        await event.tell("unknown-command")

    async def unknown_text(self, event: Event) -> bool:
        """The last reader of private texts: it takes everything."""
        await event.tell("unknown-text")
        return True

    async def unknown_content(self, event: Event) -> None:
        await event.tell("unknown-content")

    async def _hello(self, event: Event) -> None:
        linked = await self._storage.credentials.active(event.person.id, "mvsep")
        link = None if linked else self._link_button(event.t, event.person.id)
        await event.reply(screens.hello(event.t, event.person.first_name, event.person.id, link))
