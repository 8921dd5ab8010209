"""The main job: a song goes in, stems come out."""

import pytest

from bot.sandbox.song import ARTIST, TITLE
from tests.world import World, digests, files_of


@pytest.mark.parametrize("language", ["en", "ru", "es", "uz"])
async def test_somebody_new_gets_stems_in_their_language(world: World, language: str) -> None:
    mira = world.somebody("Mira", language)
    account = world.mvsep.account(name="Mira", premium=True)

    await mira.says("/start")
    await mira.reads("start-hello", name="Mira")
    await mira.presses("link-button")
    await mira.reads("link-ask")
    key = await mira.says(account.token)
    await mira.reads("link-done", name="Mira", last4=account.token[-4:])
    await mira.reads("link-next")
    assert key.deleted

    card = await mira.sends_song(world.song())
    assert TITLE in card.text
    assert ARTIST in card.text
    await mira.presses("goal-vocals")
    await mira.reads("order-goal", goal=mira.t.plain("goal-vocals"), song=TITLE)
    await mira.presses("order-start")

    stems = await mira.receives(2, after=key)
    await mira.reads("done-keep")
    assert [stem.filename for stem in stems] == [
        f"{ARTIST} - {TITLE} (Vocals).mp3",
        f"{ARTIST} - {TITLE} (Instrumental).mp3",
    ]
    assert digests(files_of(stems)) == digests([path for _, path in world.mvsep.jobs[0].files])
