""" "What is it about?": from a song's transcript to an analysis of its words."""

from dataclasses import replace

from bot.chat.callbacks import ChooseSongTheme, PickSongTheme, ReadSong, short_id
from bot.chat.display.screen import Screen
from bot.chat.display.translator import Translator
from bot.chat.incoming.event import Event, Told
from bot.chat.incoming.router import Router
from bot.features.analyze import (
    ANALYSIS,
    Collector,
    SongWords,
    TextMenu,
    mood_request,
    price_of,
)
from bot.features.link import NEURO_SEMANTIC, neuro_link_button
from bot.features.meaning import screens
from bot.features.meaning.screens import SongPlan
from bot.features.meaning.song_plan import MOST_VERSES, NO_THEME, usual_theme
from bot.features.separate import (
    SEPARATION,
    Choice,
    Separate,
    Song,
    Transcripts,
    Unreadable,
    title_of,
)
from bot.files.errors import UnreadableFile
from bot.neuro_semantic import BadSecret, Kind, Theme, read_theme
from storage import Basket, BasketText, Credential, Draft, Job, JobState


class Meaning:
    """Plans it before Start, begins it when the words are there."""

    def __init__(
        self, menu: TextMenu, gathering: Collector, separate: Separate, transcripts: Transcripts
    ) -> None:
        self._menu = menu
        self._storage = menu.storage
        self._gathering = gathering
        self._separate = separate
        self._transcripts = transcripts

    def join(self, router: Router) -> None:
        router.draft_tap(PickSongTheme, self.pick_theme)
        router.draft_tap(ChooseSongTheme, self.choose_theme)
        router.job_tap(ReadSong, self.read)

    async def take(self, event: Event, title: str, text: str) -> None:
        """A press on "Analyse this text": the words go into the basket, verse by verse."""
        if not event.is_private:
            raise Told("words-in-group")
        found = await self._verses(event.person.id, text)
        if not found:
            raise Told("words-none", title=title)
        await self._gathering.put(event, [BasketText(each) for each in found])

    async def show_waiting(self, event: Event) -> bool:
        """After linking: the song that waited for it, and the texts that did."""
        planned = await self._separate.intake.show_planned(event)
        return await self._gathering.show_newest(event) or planned

    # Before Start

    async def plan(self, event: Event, theme: str, songs: int) -> SongPlan:
        """`theme` as in a choice: the short form of an id, `-` for none, empty for the usual one."""
        credential = await self._menu.credential(event)
        try:
            return await self._plan(event, credential, theme, songs)
        except BadSecret:
            return SongPlan(songs, link=self._menu.link_button(event))

    async def pick_theme(self, event: Event, tap: PickSongTheme, draft: Draft) -> None:
        credential = await self._menu.credential(event)
        if credential is None:
            raise Told("neuro-link-first")
        await event.show(
            screens.themes(event.t, draft.id, await self._themes(credential), tap.page)
        )

    async def choose_theme(self, event: Event, tap: ChooseSongTheme, draft: Draft) -> None:
        choice = replace(Choice.read(draft.choice), theme=tap.theme)
        await self._separate.choose(event, draft, choice)

    async def _plan(
        self, event: Event, credential: Credential | None, theme: str, songs: int
    ) -> SongPlan:
        if credential is None:
            return SongPlan(songs, link=self._menu.link_button(event))
        types = await self._menu.prices.types()
        themes = await self._themes(credential)
        wanted = theme or await self._last_theme(event.person.id)
        return SongPlan(
            songs,
            themes,
            _chosen(themes, wanted),
            mood_price=price_of(types, Kind.SENTIMENT),
            theme_price=price_of(types, Kind.CLASSIFY),
            balance=await self._menu.balance(credential),
        )

    async def _themes(self, credential: Credential) -> list[Theme]:
        """Those with classes; one's own first."""
        found = await self._menu.library.themes(credential)
        return [each for each in found if each.entities]

    async def _last_theme(self, user_id: int) -> str:
        """What the person sorted a song by last."""
        jobs = await self._storage.jobs.of_user(user_id, list(JobState), limit=20)
        for job in jobs:
            if job.kind == SEPARATION and "then" in job.request:
                theme = job.request["then"]["theme"]
                return short_id(read_theme(theme).id) if theme else NO_THEME
        return ""

    # When the words are there

    async def _verses(self, owner: int, text: str, most: int = 0) -> list[str]:
        """None where there are no words, or where they cannot be read."""
        try:
            return await self._menu.around.reader.verses(owner, text, most)
        except UnreadableFile:
            return []

    async def open(self, job: Job, card: int | None) -> int:
        draft = await self._storage.drafts.create(job.user_id, job.place, {}, {}, kind=ANALYSIS)
        if card is not None:
            await self._storage.drafts.set_card(draft.id, card)
        return draft.id

    async def follow(self, job: Job, draft: int, text: str, t: Translator) -> Screen | None:
        """Begin with the mood; whoever asks a second time finds the draft started."""
        found = await self._storage.drafts.get(draft)
        if found is None or found.state != "open":
            return None
        told = await self._verses(job.user_id, text, MOST_VERSES)
        if not told:
            return screens.no_words(t)
        credential = await self._storage.credentials.active(job.user_id, NEURO_SEMANTIC)
        if credential is None or credential.refused:
            return screens.link_first(t, job.id, neuro_link_button(t, job.user_id))
        basket = await self._fill(job, told)
        title = title_of(t, Song(**job.request["song"]))
        words = SongWords(title, job.created_at, job.request["then"]["theme"])
        request = mood_request(words, basket)
        await self._storage.jobs.create(
            ANALYSIS, job.user_id, job.place, credential, request, draft_id=draft
        )
        return None

    async def read(self, event: Event, _tap: ReadSong, job: Job) -> None:
        """Go on with what had to wait for an account."""
        draft = await self._storage.drafts.get(int(job.progress.get("onward") or 0))
        if draft is None or "then" not in job.request:
            raise Told("old-button")
        if draft.state != "open":
            raise Told("job-over")
        try:
            text = await self._transcripts.words(await self._storage.stems.of_job(job.id))
        except Unreadable as error:
            raise Told("stem-gone") from error
        if event.message:
            await self._storage.drafts.set_card(draft.id, event.message.message_id)
        said = await self.follow(job, draft.id, text, event.t)
        if said is not None:
            await event.show(said)
        self._menu.around.wake_engine()

    async def _fill(self, job: Job, found: list[str]) -> Basket:
        """A basket of its own: no other texts come into it."""
        empty = await self._storage.baskets.create(job.user_id, job.place, open_for=0.0)
        texts = [BasketText(each) for each in found]
        return await self._storage.baskets.add(empty.id, texts, open_for=0.0) or empty


def _chosen(themes: list[Theme], wanted: str) -> Theme | None:
    if wanted == NO_THEME:
        return None
    named = (each for each in themes if short_id(each.id) == wanted)
    return next(named, None) or usual_theme(themes)
