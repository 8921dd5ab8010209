"""Many texts through all steps of an analysis, and how much memory each step takes beside the texts.

`python -m tests.features.analyze.many 10000` prints the figures of one process as JSON; with `rss`
behind it, by how much the whole process grew, unburdened by the tracing of the figures.
"""

import asyncio
import csv
import gc
import io
import json
import resource
import sys
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import httpx
from cryptography.fernet import Fernet
from pydantic import SecretStr

from bot.chat.display.translator import translator
from bot.features.analyze.after.exports import FORMS, make_file
from bot.features.analyze.collecting import basket_screens
from bot.features.analyze.collecting.message_texts import fitting
from bot.features.analyze.order.analysis_request import Wish, order_of
from bot.features.analyze.ordering.collector import AT_ONCE, GATHERING
from bot.features.analyze.results import report_screens
from bot.features.analyze.results.reports import Reports
from bot.files.texts import ways_of
from bot.neuro_semantic import Kind, NeuroSemanticClient
from storage import Basket, BasketText, Place, Storage, Vault, open_storage
from tests.features.analyze.cases import MOODS, job_for
from tests.features.worlds import USER

MIB = 1024 * 1024
PLACE = Place(USER)
SENTENCE = "Курьер приехал вовремя, но коробка была помята, и никто не извинился. "
Step = Callable[[], Awaitable[object]]


@dataclass(repr=False)
class Service(httpx.AsyncBaseTransport):
    """Answers like Neuro-Semantic, from bytes that were made before anything is measured."""

    texts: list[str]
    largest_piece: int = 0
    received: int = 0
    answer: bytes = field(init=False)

    def __post_init__(self) -> None:
        parts = [self.texts[at :: len(MOODS)] for at in range(len(MOODS))]
        entities = [
            {"title": title, "texts_amount": len(part), "texts": part}
            for title, part in zip(MOODS, parts, strict=True)
        ]
        transaction = {
            "transaction_id": 5001,
            "calc_type": "sentiment",
            "transaction_status": 30,
            "texts_amount": len(self.texts),
            "transaction_price": 5,
            "date_create": "2026-01-02 10:00:00",
            "date_complete": "2026-01-02 10:01:00",
            "texts_splitter": "␞",
            "request_raw": "␞".join(self.texts),
            "result_data": {"entities": entities},
        }
        envelope = {"status": 0, "data": transaction}
        self.answer = json.dumps(envelope, ensure_ascii=False).encode()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Take the body in as it comes, and keep none of it."""
        assert isinstance(request.stream, httpx.AsyncByteStream)
        async for piece in request.stream:
            self.largest_piece = max(self.largest_piece, len(piece))
            self.received += len(piece)
        if request.url.path.endswith("create"):
            return httpx.Response(200, content=b'{"status":0,"data":{"transaction_id":5001}}')
        return httpx.Response(200, content=self._pieces())

    async def _pieces(self) -> AsyncIterator[bytes]:
        for at in range(0, len(self.answer), 64 * 1024):
            yield self.answer[at : at + 64 * 1024]


@dataclass(repr=False)  # asyncio asks for it at the end, and it would hold all texts several times
class Many:
    """One basket and its result, step by step; `peaks` in bytes above what was held before a step."""

    storage: Storage
    service: Service
    client: NeuroSemanticClient
    folder: Path
    file: bytes
    basket: Basket
    peaks: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)
    held: int = 0

    @property
    def size(self) -> int:
        """Bytes of all texts as Python holds them."""
        return sum(map(sys.getsizeof, self.service.texts))

    async def measure(self) -> None:
        reports = Reports(self.client, self.storage)
        steps: dict[str, Step] = {
            "add": self.add,
            "show": self.show,
            "prune": self.prune,
            "send": self.send,
            "read": lambda: self.read(reports),
            "texts of a class": lambda: self.look(reports),
            **{form: self._export(reports, form) for form in FORMS},
        }
        for name, step in steps.items():
            await self._step(name, step)

    async def _step(self, name: str, step: Step) -> None:
        gc.collect()
        if tracemalloc.is_tracing():
            tracemalloc.reset_peak()
        before, _ = tracemalloc.get_traced_memory()
        await step()
        self.peaks[name] = tracemalloc.get_traced_memory()[1] - before

    async def add(self) -> None:
        """From a table to the basket, as it is done with every file."""
        (way,) = ways_of("reviews.csv", self.file)
        pieces = list(fitting(BasketText(*each) for each in way.texts))
        for at in range(0, len(pieces), AT_ONCE):
            batch = pieces[at : at + AT_ONCE]
            grown = await self.storage.baskets.add(self.basket.id, batch, open_for=GATHERING)
            assert grown is not None
            self.basket = grown

    async def show(self) -> None:
        """The last page, behind all others."""
        page = (self.basket.count - 1) // basket_screens.TEXTS_PER_PAGE
        baskets = self.storage.baskets
        after = await baskets.position_at(self.basket.id, page * basket_screens.TEXTS_PER_PAGE)
        shown = await baskets.page(
            self.basket.id, after=after, limit=basket_screens.TEXTS_PER_PAGE
        )
        assert shown[-1].text == self.service.texts[-1]
        basket_screens.texts(translator("ru"), self.basket, shown, page)

    async def prune(self) -> None:
        assert await self.storage.baskets.remove(self.basket.id, 1)
        left = await self.storage.baskets.get(self.basket.id)
        assert left is not None
        self.basket = left

    async def send(self) -> None:
        wish = Wish(
            self.basket.id,
            self.basket.last,
            self.basket.count,
            self.basket.characters,
            Kind.SENTIMENT,
        )
        job = replace(job_for(Kind.SENTIMENT), request={"wish": wish.as_dict()})
        await self.client.create(SecretStr("s"), await order_of(self.storage, job))

    async def read(self, reports: Reports) -> None:
        before, _ = tracemalloc.get_traced_memory()
        report = await reports.load(await self._analysis())
        assert report.count == len(self.service.texts)
        gc.collect()
        self.held = tracemalloc.get_traced_memory()[0] - before

    async def look(self, reports: Reports) -> None:
        report = await reports.load(await self._analysis())
        report_screens.texts_of_class(translator("ru"), USER, report, 2, 10**6)

    def _export(self, reports: Reports, form: str) -> Step:
        async def export() -> None:
            report = await reports.load(await self._analysis())
            path = self.folder / f"result.{form}"
            await make_file(translator("ru"), self.storage, reports, report, path)
            self.sizes[form] = path.stat().st_size

        return export

    async def _analysis(self) -> Any:
        credential = await self.storage.credentials.active(USER, "neuro_semantic")
        assert credential is not None
        about = {
            "kind": Kind.SENTIMENT,
            "basket": self.basket.id,
            "through": self.basket.last,
            "credential": credential.id,
        }
        return await self.storage.analyses.note(USER, ["5001"], about)


async def measured(folder: Path, count: int) -> Many:
    """`count` texts of some 300 characters each, with an author."""
    vault = Vault([SecretStr(Fernet.generate_key().decode())])
    storage = await open_storage(f"sqlite+aiosqlite:///{folder / f'{count}.sqlite3'}", vault)
    texts = [f"{SENTENCE * 4}{number}" for number in range(count)]
    service = Service(texts)
    try:
        await storage.credentials.link(
            USER, "neuro_semantic", SecretStr("s"), label="", capacity=1
        )
        async with httpx.AsyncClient(transport=service) as http:
            client = NeuroSemanticClient(http, "https://service.example")
            basket = await storage.baskets.create(USER, PLACE, open_for=GATHERING)
            many = Many(storage, service, client, folder, _table(texts), basket)
            await many.measure()
            return many
    finally:
        await storage.close()


def _table(texts: list[str]) -> bytes:
    file = io.StringIO(newline="")
    csv.writer(file).writerows([["review"], *([text] for text in texts)])
    return file.getvalue().encode()


def main(count: int, *, traced: bool) -> None:
    with TemporaryDirectory() as folder:
        asyncio.run(measured(Path(folder), 10))  # loads what is loaded once
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        if traced:
            tracemalloc.start()
        many = asyncio.run(measured(Path(folder), count))
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    steps = {name: peak / MIB for name, peak in many.peaks.items()} if traced else {"rss": grown}
    told = {"texts": many.size / MIB, **steps}
    print(json.dumps({name: round(value, 2) for name, value in told.items()}))  # noqa: T201


if __name__ == "__main__":
    main(int(sys.argv[1]), traced="rss" not in sys.argv)
