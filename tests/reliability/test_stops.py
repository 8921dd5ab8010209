"""SIGTERM: exit code 0 within ten seconds, whatever is under way, and all of it goes on afterwards."""

from collections.abc import Awaitable, Callable

import pytest

from tests.reliability.conftest import Note
from tests.reliability.points import AUDIO, CREATE, FILE, RESULT
from tests.reliability.process import plainly
from tests.reliability.scene import Scene, new_bot

LIMIT = 10.0  # seconds; what the operator was promised
EVERYTHING = "."
ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
STAGES = {
    "preparing": ("telegram", FILE),
    "uploading": ("mvsep", CREATE),
    "fetching a stem": ("mvsep", RESULT),
    "sending a stem": ("telegram", AUDIO),
}


@pytest.mark.parametrize("stage", STAGES)
async def test_stopped_during_a_job(play: Scene, stage: str, note: Note) -> None:
    """The request of the stage hangs; after the next start the song is done, and paid for once."""
    barrier = play.barrier(*STAGES[stage])
    await _until_started(play)
    await play.until(barrier.arrived.is_set)
    await _stop_and_go_on(play, f"70 SIGTERM while {stage}", note)


async def test_stopped_while_a_job_waits(play: Scene, note: Note) -> None:
    play.mvsep.hold()
    await _until_started(play)
    await play.until(lambda: bool(play.looks()))
    await _stop_and_go_on(play, "71 SIGTERM while waiting", note)


@ON_SQLITE
async def test_stopped_while_telegram_hangs(play: Scene, note: Note) -> None:
    """Everything said to Telegram gets no answer: polls, edits, the sending of stems."""
    play.mvsep.hold()
    await _until_started(play)
    barrier = play.barrier("telegram", EVERYTHING)
    await play.cry()
    play.mvsep.release()
    await play.until(barrier.arrived.is_set)
    await _stop_and_go_on(play, "72 SIGTERM while Telegram hangs", note)


@pytest.mark.quick
@ON_SQLITE
async def test_stopped_before_telegram_said_who_we_are(play: Scene) -> None:
    barrier = play.barrier("telegram", EVERYTHING)
    bot = new_bot(play.stage, play.bot.log.parent, plainly)
    await bot.start()
    await play.until(barrier.arrived.is_set)
    assert await bot.stop() < LIMIT
    assert bot.exits == [0]


async def test_stopped_with_fifty_updates(play: Scene, note: Note) -> None:
    """Ten messages of each of five people, none of which can be answered yet."""
    chats = [play.telegram.person(f"Person {number}").private() for number in range(5)]
    await play.bot.start()
    await play.link()
    barrier = play.barrier("telegram", "/sendMessage$")
    for _ in range(10):
        for chat in chats:
            await chat.say("/help")
    await play.until(lambda: barrier.arrived.is_set() and not play.telegram.pending)
    seconds = await play.bot.stop()
    play.open_barriers()
    await play.bot.start()
    await play.until(lambda: all(len(chat.answers) >= 10 for chat in chats))
    await play.settled()
    await play.bot.stop()
    note(await play.row("73 SIGTERM with 50 updates", seconds))
    assert play.bot.exits == [0, 0]
    assert seconds < LIMIT


async def _until_started(scene: Scene) -> None:
    acts: tuple[Callable[[], Awaitable[None]], ...] = (
        scene.bot.start,
        scene.link,
        scene.send_song,
        scene.choose,
        scene.begin,
    )
    for act in acts:
        await act()


async def _stop_and_go_on(scene: Scene, point: str, note: Note) -> None:
    seconds = await scene.bot.stop()
    scene.open_barriers()
    scene.mvsep.release()
    await scene.bot.start()
    await scene.end()
    await scene.settled()
    await scene.bot.stop()
    row = await scene.row(point, seconds)
    note(row)
    assert scene.bot.exits == [0, 0]
    assert seconds < LIMIT
    assert (row.jobs, row.creates, row.final) == (1, 1, "done")
    assert (row.lost_updates, row.lost_stems, row.doubled_stems <= 1) == (0, 0, True)
    assert not scene.live_statuses()
