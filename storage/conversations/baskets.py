"""Texts people gathered to have them read: sealed, one row each, so that ten thousand are read in pages."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.conversations.places import Place, place_columns
from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import basket_texts, baskets

PAGE = 200  # texts read at once
NOBODY = ""


@dataclass(frozen=True)
class BasketText:
    """One text and who wrote it, when (as told by its source); empty where nobody knows."""

    text: str = field(repr=False)
    author: str = field(default="", repr=False)
    when: str = ""


@dataclass(frozen=True)
class StoredText(BasketText):
    """A text in its basket; positions grow and are never used twice."""

    position: int = 0


@dataclass(frozen=True)
class Basket:
    """`last` is the highest position so far; `people` counts the known authors."""

    id: int
    user_id: int
    place: Place
    card_id: int | None
    count: int
    characters: int
    people: int
    last: int


class Baskets(Records):
    """A basket takes texts while it is open; afterwards new texts begin another one."""

    @writes
    async def create(
        self, conn: AsyncConnection, user_id: int, place: Place, *, open_for: float
    ) -> Basket:
        """An empty basket that takes texts for `open_for` seconds."""
        insert = baskets.insert().values(
            user_id=user_id,
            **place_columns(place),
            amount=0,
            characters=0,
            last=0,
            open_until=db_now() + open_for,
            updated_at=db_now(),
        )
        row = (await conn.execute(insert.returning(baskets))).one()
        return _basket(row, 0)

    @reads
    async def open_here(
        self, conn: AsyncConnection, user_id: int, place: Place, *, besides: int = 0
    ) -> Basket | None:
        """The newest basket of this person in this chat and topic that takes texts now."""
        query = _here(user_id, place).where(
            baskets.c.open_until > db_now(), baskets.c.id != besides
        )
        return await self._first(conn, query)

    @reads
    async def newest(
        self, conn: AsyncConnection, user_id: int, place: Place, *, before: int | None = None
    ) -> Basket | None:
        """The newest basket here that holds texts, or the newest one older than `before`."""
        query = _here(user_id, place).where(baskets.c.amount > 0)
        if before is not None:
            query = query.where(baskets.c.id < before)
        return await self._first(conn, query)

    @reads
    async def get(self, conn: AsyncConnection, basket_id: int) -> Basket | None:
        """Look one up."""
        return await self._first(conn, select(baskets).where(baskets.c.id == basket_id))

    @writes
    async def add(
        self,
        conn: AsyncConnection,
        basket_id: int,
        texts: Sequence[BasketText],
        *,
        open_for: float,
    ) -> Basket | None:
        """Put texts at the end and take more for `open_for` seconds at least; None: it is gone."""
        size = sum(len(each.text) for each in texts)
        until = db_now() + open_for
        grown = (
            update(baskets)
            .where(baskets.c.id == basket_id)
            .values(
                amount=baskets.c.amount + len(texts),
                characters=baskets.c.characters + size,
                last=baskets.c.last + len(texts),
                open_until=_later(baskets.c.open_until, until),
                updated_at=db_now(),
            )
        )
        row = (await conn.execute(grown.returning(baskets))).one_or_none()
        if row is None:
            return None
        first = row.last - len(texts) + 1
        if texts:
            rows = [self._row(row, first + at, each) for at, each in enumerate(texts)]
            await conn.execute(basket_texts.insert(), rows)
        return await self._counted(conn, row)

    @writes
    async def keep_open(self, conn: AsyncConnection, basket_id: int, seconds: float) -> None:
        """Take texts for so long from now; 0 closes the basket."""
        change = update(baskets).where(baskets.c.id == basket_id)
        await conn.execute(change.values(open_until=db_now() + seconds))

    @writes
    async def set_card(self, conn: AsyncConnection, basket_id: int, message_id: int) -> None:
        """Remember the message that shows the basket."""
        change = update(baskets).where(baskets.c.id == basket_id)
        await conn.execute(change.values(card_id=message_id))

    @writes
    async def remove(self, conn: AsyncConnection, basket_id: int, position: int) -> bool:
        """Take one text out; False when it was out already."""
        gone = delete(basket_texts).where(
            basket_texts.c.basket_id == basket_id, basket_texts.c.position == position
        )
        size = (await conn.execute(gone.returning(basket_texts.c.characters))).scalar_one_or_none()
        if size is None:
            return False
        change = update(baskets).where(baskets.c.id == basket_id)
        await conn.execute(
            change.values(amount=baskets.c.amount - 1, characters=baskets.c.characters - size)
        )
        return True

    @writes
    async def delete(self, conn: AsyncConnection, basket_id: int) -> None:
        """Forget a basket and its texts."""
        await conn.execute(delete(baskets).where(baskets.c.id == basket_id))

    @writes
    async def pour(self, conn: AsyncConnection, basket_id: int, into: int) -> bool:
        """Put all texts of a basket behind those of another one of the same person."""
        poured = (
            await conn.execute(select(baskets).where(baskets.c.id == basket_id).with_for_update())
        ).one_or_none()
        if poured is None or basket_id == into:
            return False
        grown = (
            update(baskets)
            .where(baskets.c.id == into, baskets.c.user_id == poured.user_id)
            .values(
                amount=baskets.c.amount + poured.amount,
                characters=baskets.c.characters + poured.characters,
                last=baskets.c.last + poured.last,
                updated_at=db_now(),
            )
        )
        row = (await conn.execute(grown.returning(baskets.c.last))).one_or_none()
        if row is None:
            return False
        offset = row.last - poured.last
        moved = update(basket_texts).where(basket_texts.c.basket_id == basket_id)
        await conn.execute(moved.values(basket_id=into, position=basket_texts.c.position + offset))
        await conn.execute(delete(baskets).where(baskets.c.id == basket_id))
        return True

    @reads
    async def page(
        self,
        conn: AsyncConnection,
        basket_id: int,
        *,
        after: int = 0,
        through: int | None = None,
        limit: int = PAGE,
    ) -> list[StoredText]:
        """The next texts behind a position, in order."""
        query = select(basket_texts).where(
            basket_texts.c.basket_id == basket_id, basket_texts.c.position > after
        )
        if through is not None:
            query = query.where(basket_texts.c.position <= through)
        rows = await conn.execute(query.order_by(basket_texts.c.position).limit(limit))
        return [self._open(row) for row in rows]

    async def texts(
        self, basket_id: int, *, through: int | None = None
    ) -> AsyncIterator[StoredText]:
        """All texts up to a position, page by page."""
        after = 0
        while page := await self.page(basket_id, after=after, through=through):
            for each in page:
                yield each
            after = page[-1].position

    @reads
    async def position_at(self, conn: AsyncConnection, basket_id: int, number: int) -> int:
        """The position behind which the `number`th text (from 0) stands."""
        query = select(basket_texts.c.position).where(basket_texts.c.basket_id == basket_id)
        ahead = query.order_by(basket_texts.c.position).offset(max(0, number - 1)).limit(1)
        if number <= 0:
            return 0
        return (await conn.execute(ahead)).scalar_one_or_none() or 0

    @writes
    async def purge(self, conn: AsyncConnection, older_than: float) -> int:
        """Delete baskets last touched before a moment (epoch seconds); says how many."""
        old = delete(baskets).where(baskets.c.updated_at < older_than)
        return (await conn.execute(old)).rowcount

    def _row(self, basket: Row[Any], position: int, one: BasketText) -> dict[str, Any]:
        told = {"text": one.text, "author": one.author, "when": one.when}
        who = self._vault.fingerprint(f"author:{one.author}") if one.author else NOBODY
        return {
            "basket_id": basket.id,
            "position": position,
            "user_id": basket.user_id,
            "author_key": who,
            "characters": len(one.text),
            "text": self._vault.seal_json(told),
        }

    def _open(self, row: Row[Any]) -> StoredText:
        return StoredText(**self._vault.open_json(row.text), position=row.position)

    async def _first(self, conn: AsyncConnection, query: Any) -> Basket | None:
        row = (await conn.execute(query.limit(1))).one_or_none()
        return None if row is None else await self._counted(conn, row)

    async def _counted(self, conn: AsyncConnection, row: Row[Any]) -> Basket:
        query = select(func.count(func.distinct(basket_texts.c.author_key))).where(
            basket_texts.c.basket_id == row.id, basket_texts.c.author_key != NOBODY
        )
        return _basket(row, (await conn.execute(query)).scalar_one())


def _here(user_id: int, place: Place) -> Any:
    query = select(baskets).where(
        baskets.c.user_id == user_id,
        baskets.c.chat_id == place.chat_id,
        baskets.c.thread_id.is_not_distinct_from(place.thread_id),
    )
    return query.order_by(baskets.c.id.desc())


def _later(first: Any, second: Any) -> Any:
    """The later of two moments; GREATEST and MAX have different names in the two engines."""
    return case((first > second, first), else_=second)


def _basket(row: Row[Any], people: int) -> Basket:
    return Basket(
        id=row.id,
        user_id=row.user_id,
        place=Place(row.chat_id, row.thread_id, row.reply_to),
        card_id=row.card_id,
        count=row.amount,
        characters=row.characters,
        people=people,
        last=row.last,
    )
