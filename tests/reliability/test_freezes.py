"""A process that stands still beyond its lease, and goes on as if nothing had happened: no double charge."""

import asyncio
from pathlib import Path

import pytest

from storage.engine.clock import db_now
from storage.tables import jobs
from tests.reliability.conftest import Note
from tests.reliability.points import CREATE
from tests.reliability.scene import CREDITS, PATIENCE, Scene
from tests.reliability.traps import Moment


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
@pytest.mark.parametrize("moment", [Moment.ARRIVES, Moment.DONE])
async def test_frozen_during_the_upload_beyond_its_lease(
    play: Scene, moment: Moment, tmp_path: Path, note: Note
) -> None:
    """The other process sees an upload that nobody renews, and must not repeat it."""
    await play.bot.start()
    await play.link()
    pause = play.pause("mvsep", CREATE, moment)
    await play.send_song()
    await play.choose()
    await play.begin()
    await asyncio.wait_for(pause.begun.wait(), PATIENCE)
    async with play.another_bot(tmp_path / "other") as other:
        await _lease_is_over(play)
        play.bot.thaw()
        pause.over.set()
        await play.end()
        await play.settled()
        await other.stop()
        await play.bot.stop()
    row = await play.row(f"50 frozen as the upload {moment}")
    note(row)
    assert (play.bot.exits, other.exits) == ([0], [0])
    assert (row.jobs, row.creates, row.final) == (1, 1, "done")
    assert (row.lost_updates, row.lost_stems, row.doubled_stems) == (0, 0, 0)
    assert play.account.credits == CREDITS - play.mvsep.creates[0].charged


async def _lease_is_over(scene: Scene) -> None:
    """Some looks of the other process after the end of the lease have passed, too."""
    async with asyncio.timeout(PATIENCE):
        while True:
            (row,) = await scene.rows(db_now() - jobs.c.lease_until)
            if row[0] > 1.0:
                return
            await asyncio.sleep(0.1)
