"""Several processes: on PostgreSQL they share the work, on SQLite the second one is refused."""

from pathlib import Path
from time import monotonic

import pytest

from bot.process.run import UNUSABLE
from tests.reliability.conftest import Note
from tests.reliability.process import KILLED, plainly
from tests.reliability.scene import Scene, new_bot


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_the_other_process_takes_over(play: Scene, tmp_path: Path, note: Note) -> None:
    """The one that polls is killed while a job waits: its updates and its job go on elsewhere."""
    await play.bot.start()
    await play.link()
    play.mvsep.hold()
    await play.send_song()
    await play.choose()
    await play.begin()
    async with play.another_bot(tmp_path / "other") as other:
        await play.bot.kill()
        died = monotonic()
        looks = len(play.looks())
        await play.cry()
        await play.until(lambda: play.lost_cries() == 0)
        seconds = monotonic() - died
        await play.until(lambda: len(play.looks()) > looks)
        play.mvsep.release()
        await play.end()
        await play.settled()
        await other.stop()
    row = await play.row("60 the polling one of two", seconds)
    note(row)
    assert (play.bot.exits, other.exits) == ([KILLED], [0])
    assert (row.jobs, row.creates, row.final) == (1, 1, "done")
    assert (row.lost_updates, row.lost_stems, row.doubled_stems) == (0, 0, 0)
    assert not play.telegram.violations


@pytest.mark.quick
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_sqlite_serves_one_process(play: Scene, tmp_path: Path) -> None:
    await play.bot.start()
    await play.until(lambda: play.bot.starts_seen > 0)
    second = new_bot(play.stage, tmp_path / "second", plainly)
    await second.start()
    assert await second.ended() == UNUSABLE
    last = second.said().splitlines()[-1]
    assert "in use by another process" in last
    assert f"pid {play.bot.pid}" in last
    assert "PostgreSQL" in last
    await play.bot.stop()
    assert play.bot.exits == [0]
