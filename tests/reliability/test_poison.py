"""What takes the process down each time is set aside in the end, and the others are served."""

import pytest

from storage.tables import inbox
from tests.reliability.conftest import Note
from tests.reliability.launch import BEGINNINGS
from tests.reliability.process import KILLED
from tests.reliability.scene import Scene
from tests.reliability.traps import Moment

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
PATIENT = 4  # deaths until the blame is clear


async def test_poison_update(play: Scene, note: Note) -> None:
    """Answering /account ends the process, whenever it is tried; /help of others is answered."""
    await play.bot.start()
    await play.link()
    play.trap("mvsep", "GET /api/app/user", Moment.ARRIVES, times=20)
    await play.chat.say("/account")
    told = play.t.plain("error-ours").partition("(")[0].strip()
    await play.wait(lambda m: told in m.text)
    await play.settled()
    await play.bot.stop()
    row = await play.row("80 poison update")
    note(row)
    states = [each.state for each in await play.rows(inbox.c.state)]
    assert states.count("aside") == 1
    assert row.lost_updates == 1, "the poison itself, which was told"
    assert 3 <= play.bot.deaths <= PATIENT
    assert play.bot.exits == [KILLED] * play.bot.deaths + [0]


@ON_SQLITE
async def test_poison_job(play: Scene, note: Note) -> None:
    """Reading the song ends the process, whenever it is tried: the job fails, and says so.

    The updates that were at hand each time are not blamed for it.
    """
    await play.bot.start()
    await play.link()
    play.trap("telegram", "/getFile$", Moment.ARRIVES, times=20)
    await play.play()
    await play.settled()
    await play.bot.stop()
    row = await play.row("81 poison job")
    note(row)
    assert (row.jobs, row.creates, row.final, row.lost_updates) == (1, 0, "failed", 0)
    assert play.bot.exits == [KILLED] * BEGINNINGS + [0]
    assert not play.live_statuses()
