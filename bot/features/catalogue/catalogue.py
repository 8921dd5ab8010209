"""The service's list of algorithms: cached in the database, refreshed daily, there when the service is not."""

import asyncio
import json
from collections.abc import Iterable
from dataclasses import dataclass

import structlog

from bot.mvsep import Algorithm, MvsepClient, MvsepError, read_catalogue
from storage import Storage

log = structlog.get_logger()
FRESH_FOR = 24 * 3600.0  # seconds
RETRY_AFTER = 60.0  # seconds between two tries while the service is down
FROM_A_FILE = "single_upload"
FROM_NOTHING = "no_upload"
FROM_TWO_FILES = "matchering_upload"
ENOUGH_VOTES = 5  # below it a rating says nothing
PREMIUM_ONLY = 2  # Algorithm.orientation


@dataclass(frozen=True, slots=True)
class Group:
    id: int
    name: str
    algorithms: tuple[Algorithm, ...]


class Book:
    """One edition of the catalogue."""

    def __init__(self, algorithms: Iterable[Algorithm]) -> None:
        self._by_type = {each.render_id: each for each in algorithms if each.is_active}

    def __len__(self) -> int:
        return len(self._by_type)

    def get(self, sep_type: int) -> Algorithm | None:
        return self._by_type.get(sep_type)

    def of_widget(self, widget: str) -> list[Algorithm]:
        """The algorithms that take this kind of input, the most used first."""
        found = [each for each in self._by_type.values() if each.widget == widget]
        return sorted(found, key=lambda each: (-each.usage, each.order_id))

    def popular(self) -> list[Algorithm]:
        """What can be done to one song, the most used first."""
        return self.of_widget(FROM_A_FILE)

    def best_rated(self) -> list[Algorithm]:
        """By rating, counting only what enough people rated."""
        rated = [each for each in self.popular() if each.rating and each.votes >= ENOUGH_VOTES]
        return sorted(rated, key=lambda each: -(each.rating or 0.0))

    def groups(self) -> list[Group]:
        """Groups with what can be done to one uploaded song, the most used group first."""
        members: dict[tuple[int, str], list[Algorithm]] = {}
        for each in self._by_type.values():
            if each.widget == FROM_A_FILE:
                members.setdefault((each.group_id, each.group_name), []).append(each)
        groups = [
            Group(id, name, tuple(sorted(found, key=lambda a: (-a.usage, a.order_id))))
            for (id, name), found in members.items()
        ]
        return sorted(groups, key=lambda g: -max(each.usage for each in g.algorithms))

    def group(self, id: int) -> Group | None:
        return next((group for group in self.groups() if group.id == id), None)


class Catalogue:
    """Gives the newest edition that can be had; asks the service at most once at a time."""

    def __init__(self, client: MvsepClient, storage: Storage) -> None:
        self._client = client
        self._storage = storage
        self._book: Book | None = None
        self._good_until = 0.0
        self._lock = asyncio.Lock()

    async def book(self) -> Book:
        """Raises MvsepError only when the service is down and no edition was ever stored."""
        if self._book is None or self._now() > self._good_until:
            async with self._lock:
                if self._book is None or self._now() > self._good_until:
                    self._book = await self._newest()
        return self._book

    async def keep_fresh(self) -> None:
        """Have an edition at hand before anybody asks, and a new one each day."""
        while True:
            try:
                await self.book()
                pause = max(self._good_until - self._now(), 0.0) + 1.0
            except MvsepError as error:
                log.info("catalogue not at hand", reason=type(error).__name__)
                pause = RETRY_AFTER
            await asyncio.sleep(pause)

    async def _newest(self) -> Book:
        cached = await self._storage.catalogue.load()
        age = await self._storage.now() - cached.fetched_at if cached else FRESH_FOR
        if cached and age < FRESH_FOR:
            self._good_until = self._now() + FRESH_FOR - age
            return Book(read_catalogue(json.loads(cached.payload)))
        try:
            return await self._fetch()
        except MvsepError as error:
            if cached is None:
                raise
            log.warning("catalogue not refreshed", reason=type(error).__name__)
            self._good_until = self._now() + RETRY_AFTER
            return Book(read_catalogue(json.loads(cached.payload)))

    async def _fetch(self) -> Book:
        raw = await self._client.catalogue()
        book = Book(read_catalogue(raw))
        if not len(book):
            raise MvsepError("the catalogue came back empty")
        await self._storage.catalogue.save(json.dumps(raw))
        self._good_until = self._now() + FRESH_FOR
        return book

    @staticmethod
    def _now() -> float:
        return asyncio.get_running_loop().time()
