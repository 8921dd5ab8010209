"""How jobs come to be: all of one draft in one transaction, each with its turn at the token."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from storage.conversations.drafts import start_draft
from storage.conversations.places import Place, place_columns
from storage.engine.clock import db_now
from storage.engine.vault import Vault
from storage.jobs.admission import admit, lock_token, next_turn
from storage.jobs.job import JobState
from storage.people.credentials import Credential
from storage.tables import jobs


@dataclass(frozen=True)
class JobOrder:
    """What one job is to do, and the name of its upload."""

    request: dict[str, Any] = field(repr=False)
    upload_name: str | None


def every_job(kind: str, user_id: int, place: Place, credential: Credential) -> dict[str, Any]:
    """The columns that all jobs of one request have in common."""
    return dict(
        kind=kind,
        user_id=user_id,
        **place_columns(place),
        credential_id=credential.id,
        credential_key=credential.key,
    )


async def queue(
    conn: AsyncConnection,
    vault: Vault,
    orders: Sequence[JobOrder],
    common: Mapping[str, Any],
    draft_id: int | None,
) -> list[int]:
    """Make the jobs and admit whoever finds a free slot; their ids, none for a draft started before.

    The draft becomes `started` in the same transaction, so a doubled tap makes jobs once.
    """
    if draft_id is not None and not await start_draft(conn, draft_id):
        return []
    made: list[int] = []
    for part, order in enumerate(orders):
        token = await lock_token(conn, common["credential_key"])
        row = {**common, **_fresh(vault, order), "draft_id": draft_id, "part": part}
        row["turn"] = await next_turn(conn, token, common["user_id"])
        insert = jobs.insert().values(row)
        made.append((await conn.execute(insert.returning(jobs.c.id))).scalar_one())
        await admit(conn, token)
    return made


def _fresh(vault: Vault, order: JobOrder) -> dict[str, Any]:
    return {
        "state": JobState.QUEUED,
        "request": vault.seal_json(order.request),
        "progress": vault.seal_json({}),
        "attempts": 0,
        "fence": 0,
        "slot": False,
        "cancel_requested": False,
        "upload_name": order.upload_name,
        "created_at": db_now(),
        "updated_at": db_now(),
    }
