"""kill -9 at every point: charged once, nothing lost, at most one stem doubled, told to the end."""

import pytest
from _pytest.mark import ParameterSet

from tests.reliability.conftest import Note
from tests.reliability.points import POINTS, QUICK, Point
from tests.reliability.process import KILLED
from tests.reliability.scene import CREDITS, Scene
from tests.reliability.traps import Trap


def _params() -> list[ParameterSet]:
    chosen = []
    for engine in ("sqlite", "postgresql"):
        for point in POINTS:
            quick = engine == "sqlite" and point.name.partition(" ")[0] in QUICK
            marks = [pytest.mark.quick] if quick else []
            chosen.append(pytest.param(engine, point, id=f"{engine}-{point.name}", marks=marks))
    return chosen


@pytest.mark.parametrize(("database_url", "point"), _params(), indirect=["database_url"])
async def test_killed(play: Scene, point: Point, note: Note) -> None:
    trap = await _play(play, point)
    await play.end()
    await play.settled()
    assert trap.sprung.is_set()
    await play.bot.stop()
    row = await play.row(point.name)
    note(row)
    assert play.bot.exits == [KILLED, 0]
    assert (row.jobs, row.creates, row.lost_updates) == (1, 1, 0)
    assert (row.lost_stems, row.doubled_stems <= 1) == (0, True)
    assert row.final == ("cancelled" if point.cancels else "done")
    assert not play.live_statuses()
    assert not point.cancels or play.says("cancelled-refunded")
    assert not play.telegram.violations
    assert play.account.credits == CREDITS - play.mvsep.creates[0].charged


async def _play(scene: Scene, point: Point) -> Trap:
    """Link, send, choose, begin and perhaps cancel, with the trap on the way."""
    acts = {
        "start": scene.bot.start,
        "link": scene.link,
        "send_song": scene.send_song,
        "choose": scene.choose,
        "begin": scene.begin,
    }
    if point.cancels:
        scene.mvsep.hold()
        acts["cancel"] = scene.cancel
    for name, act in acts.items():
        if name == point.act:
            trap = _set_trap(scene, point)
        await act()
    return trap


def _set_trap(scene: Scene, point: Point) -> Trap:
    if point.keeps_back:
        scene.barrier("telegram", point.keeps_back)
    question, newest = point.question, scene.telegram.state.updates.last_id
    if point.confirms:
        question = lambda asked: asked.get("offset", 0) > newest + 1  # noqa: E731
    about = {"nth": point.nth, "question": question, "answer": point.answer}
    return scene.trap(point.service, point.match, point.moment, **about)
