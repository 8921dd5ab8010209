"""A choice kept under a name: saved, used, renamed, deleted, and shared."""

from tests.world import World


async def test_a_preset_from_saving_to_deleting(world: World) -> None:
    await world.link(world.ada)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-bass", on=card)
    await world.ada.presses("order-format-button", format="", on=card)
    await world.ada.presses_label(world.ada.t.plain("format-wav"), on=card)
    await world.ada.presses("order-save", on=card)
    await world.ada.reads("preset-ask-name")
    named = await world.ada.says("Practice <1>")
    await world.ada.reads("preset-saved", after=named, name="Practice <1>")
    order = await world.ada.reads("order-goal", after=named)
    await world.ada.presses("order-start", on=order)
    await world.ada.receives(2, after=named)

    card = await world.ada.sends_song(world.song(".wav"), filename="b.wav", mime="audio/wav")
    await world.ada.presses("presets-button", n=1, on=card)
    await world.ada.presses_label("Practice <1>", on=card)
    await world.ada.presses("preset-rename", on=card)
    named = await world.ada.says("Evening")
    await world.ada.reads("preset-saved", after=named, name="Evening")
    presets = await world.ada.reads("presets-title", after=named)
    assert presets.labels == ["Evening", world.ada.t.plain("button-back")]
    await world.ada.presses_label("Evening", on=presets)
    await world.ada.presses("preset-use", on=presets)
    await world.ada.presses("order-start", on=presets)
    await world.ada.receives(2, after=presets)
    first, second = world.mvsep.creates
    assert (first.sep_type, first.output_format) == (second.sep_type, second.output_format)

    card = await world.ada.sends_song(world.song())
    await world.ada.presses("presets-button", n=1, on=card)
    await world.ada.presses_label("Evening", on=card)
    await world.ada.presses("preset-delete", on=card)
    await world.ada.reads("presets-none")


async def test_a_shared_preset_is_copied_by_its_link(world: World) -> None:
    await world.link(world.ada)
    await world.link(world.ben)
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-piano", on=card)
    await world.ada.presses("order-save", on=card)
    named = await world.ada.says("Keys")
    await world.ada.reads("preset-saved", after=named)

    card = await world.ada.sends_song(world.song(".wav"), filename="b.wav", mime="audio/wav")
    await world.ada.presses("presets-button", n=1, on=card)
    await world.ada.presses_label("Keys", on=card)
    link = next(word for word in card.text.split() if word.startswith("https://t.me/"))

    opened = await world.ben.person.follow(link)
    shared = await world.ben.reads("preset-shared", after=opened, name="Keys")
    popup = await world.ada.room.tap(card, data=shared.buttons[0][0].data)
    assert popup.text == world.ada.t.plain("not-your-button")
    await world.ben.presses("preset-keep", on=shared)
    await world.ben.reads("preset-saved", name="Keys")
    await world.ada.presses("preset-delete", on=card)

    card = await world.ben.sends_song(world.song())
    await world.ben.presses("presets-button", n=1, on=card)
    await world.ben.presses_label("Keys", on=card)
    await world.ben.presses("preset-use", on=card)
    await world.ben.presses("order-start", on=card)
    await world.ben.receives(2, after=card)
    assert (await world.job()).sep_type == 29

    opened = await world.ben.person.follow(link)
    await world.ben.reads("preset-gone", after=opened)


async def test_a_link_to_a_preset_there_never_was(world: World) -> None:
    opened = await world.ben.person.follow("https://t.me/stemgram_bot?start=p_nothing")
    await world.ben.reads("preset-gone", after=opened)
