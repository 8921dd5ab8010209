"""How well results pleased people: one to five stars for an algorithm with its options."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.engine.clock import db_now
from storage.engine.database import Records, reads, writes
from storage.tables import ratings


@dataclass(frozen=True)
class Rated:
    """What somebody thinks of an algorithm: the mean of their stars, over `count` choices."""

    sep_type: int
    stars: float
    count: int


class Ratings(Records):
    """The last word counts; other people's stars are never shown with a name."""

    @writes
    async def rate(
        self,
        conn: AsyncConnection,
        user_id: int,
        sep_type: int,
        options: Mapping[str, str],
        stars: int,
    ) -> None:
        """Keep a person's stars (1-5) for an algorithm with these options."""
        insert = self._db.insert(ratings).values(
            user_id=user_id,
            sep_type=sep_type,
            options=_digest(options),
            stars=stars,
            updated_at=db_now(),
        )
        keys = [ratings.c.user_id, ratings.c.sep_type, ratings.c.options]
        await conn.execute(
            insert.on_conflict_do_update(
                index_elements=keys, set_={"stars": stars, "updated_at": db_now()}
            )
        )

    @reads
    async def of(self, conn: AsyncConnection, user_id: int) -> list[Rated]:
        """What works for a person: the algorithms they rated, the best first."""
        mean = func.avg(ratings.c.stars)
        query = (
            select(ratings.c.sep_type, mean, func.count())
            .where(ratings.c.user_id == user_id)
            .group_by(ratings.c.sep_type)
            .order_by(mean.desc(), ratings.c.sep_type)
        )
        rows = await conn.execute(query)
        return [Rated(sep_type, float(stars), count) for sep_type, stars, count in rows]


def _digest(options: Mapping[str, str]) -> str:
    told = json.dumps(dict(options), sort_keys=True, separators=(",", ":"))
    return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()
