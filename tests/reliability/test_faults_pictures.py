"""Every kind of fault on the call that brings the picture of an analysis: it comes, and is paid once."""

import asyncio
from dataclasses import replace

import pytest

from tests.reliability import stage
from tests.reliability.conftest import Note
from tests.reliability.patient import Patient, row_of, states_of
from tests.reliability.stage import lose_patience
from tests.reliability.struck import Case, Kind
from tests.reliability.test_faults_endpoints import AFTER_THE_EFFECT, KINDS, LASTING, MOST
from tests.stories.texts import forward_reviews, link_texts, order
from tests.world import PATIENCE, World

log, songs, world = stage.log, stage.songs, stage.world

SENDING = "POST /bot[^/]+/sendPhoto$"


def _ways() -> list[tuple[Kind, bool]]:
    kinds = (*KINDS, *AFTER_THE_EFFECT)
    return [(kind, False) for kind in kinds] + [(k, True) for k in KINDS if k.name in LASTING]


@pytest.mark.parametrize(("kind", "lasting"), _ways(), ids=lambda one: getattr(one, "name", one))
async def test_a_struck_picture(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    note: Note,
    port: int,
    kind: Kind,
    lasting: bool,
) -> None:
    patient = Patient(world, world.somebody("Мира", "ru"))
    faults = world.telegram.faults
    if kind.kind == "slow":
        lose_patience(monkeypatch, faults)
    case = Case(world, patient, world.mvsep.account(), kind, SENDING, faults, lasting, port)
    await link_texts(world, patient.who)
    card = await forward_reviews(patient.who)
    async with case.struck():
        await order(patient.who, "calc-sentiment", on=card)
    await patient.who.reads("reading-done")
    await _over(world)

    pictures = [m for m in patient.who.room.answers if m.media and m.media.kind == "photo"]
    title = f"sendPhoto: {kind.name}{' for a while' if lasting else ''}"
    charged, doubled = len(world.city.neuro_semantic.creates), len(pictures) - 1
    note(replace(await row_of(patient, title), creates=charged, doubled_stems=doubled))
    assert charged == 1
    assert 0 <= doubled <= len(faults.hits) <= MOST
    assert "error-ours" not in patient.told
    await patient.is_answered()
    patient.check_words()


async def _over(world: World) -> None:
    """The job's end is stored a moment after it was told."""
    async with asyncio.timeout(PATIENCE):
        while await states_of(world) != ["done"]:  # noqa: ASYNC110 - the database rings no bell
            await asyncio.sleep(0.02)
