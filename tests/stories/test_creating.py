"""Sound from words alone, from two files, and options that are written."""

from bot.sandbox.song import TITLE
from tests.world import World, digests

BARK, QWEN, MATCHERING = 115, 120, 68


async def test_words_alone_become_sound(world: World) -> None:
    await world.link(world.ada)
    asked = await world.ada.says("/create")
    await world.ada.reads("create-ask", after=asked)
    await world.ada.presses_label("Bark")
    order = await world.ada.reads("order-for", name="Bark (Speech Gen)")
    start = world.ada.t.plain("order-start")
    assert start not in order.labels, "there is nothing to say yet"

    await world.ada.presses("order-options")
    await world.ada.presses_label("Text prompt")
    await world.ada.reads("option-write", field="Text prompt")
    written = await world.ada.says("Good evening, <everybody> & all")
    order = await world.ada.reads("order-for", after=written)
    assert "Good evening, <everybody> & all" in order.text

    await world.ada.presses("order-start", on=order)
    await world.ada.receives(1, after=order)
    job = await world.job()
    assert job.sep_type == BARK
    assert job.options["add_opt1"] == "Good evening, <everybody> & all"
    assert job.options["add_opt2"] == "en_0"
    assert list(job.inputs) == []


async def test_a_written_option_for_a_song_and_a_long_list_of_values(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-more")
    await world.ada.presses("search-button")
    sent = await world.ada.says(str(QWEN))
    found = await world.ada.reads("list-title-s", after=sent)
    await world.ada.presses_label("Qwen3-TTS", on=found)
    await world.ada.presses("order-options", on=found)
    await world.ada.presses_label("Text prompt", on=found)
    written = await world.ada.says("Sing this")
    order = await world.ada.reads("order-for", after=written)
    await world.ada.presses("order-start", on=order)
    await world.ada.receives(1, after=card)
    job = await world.job()
    assert job.options == {"add_opt1": "Sing this", "add_opt3": "auto", "add_opt4": "0"}


async def test_who_makes_sound_from_words_alone_takes_no_song(world: World) -> None:
    await world.link(world.ada)
    await world.ada.sends_song(world.song())
    await world.ada.presses("goal-more")
    await world.ada.presses("search-button")
    sent = await world.ada.says(str(BARK))
    found = await world.ada.reads("list-title-s", after=sent)
    await world.ada.presses_label("Bark", on=found)
    await world.ada.reads("gate-words-only")
    assert world.ada.t.plain("order-start") not in found.labels


async def test_two_files_are_asked_for_and_sent_as_target_and_reference(world: World) -> None:
    await world.link(world.ada)
    target, reference = world.song(), world.song(".wav")
    await world.ada.sends_song(target)
    await world.ada.presses("goal-more")
    await world.ada.presses("search-button")
    sent = await world.ada.says("macthering")
    found = await world.ada.reads("list-title-s", after=sent)
    await world.ada.presses_label("Matchering", on=found)
    await world.ada.reads("reference-ask", name="Matchering (by sergree)")
    words = await world.ada.says("which one?")
    await world.ada.reads("unknown-text", after=words)

    second = await world.ada.sends("audio", reference, filename="b.wav", mime="audio/wav")
    order = await world.ada.reads("order-for", after=second, song=TITLE)
    await world.ada.presses("order-start", on=order)
    await world.ada.receives(1, after=second)
    job = await world.job()
    assert job.sep_type == MATCHERING
    assert digests(job.inputs) == digests([target, reference])


async def test_a_link_cannot_be_matched_to_a_file(world: World) -> None:
    await world.link(world.ada)
    sent = await world.ada.says("https://songs.example.com/boats.mp3")
    await world.ada.gets_card(after=sent)
    await world.ada.presses("goal-more")
    await world.ada.presses("search-button")
    sent = await world.ada.says(str(MATCHERING))
    found = await world.ada.reads("list-title-s", after=sent)
    await world.ada.presses_label("Matchering", on=found)
    await world.ada.reads("gate-files")
    assert world.ada.t.plain("order-start") not in found.labels
