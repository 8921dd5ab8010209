"""From a song to what it says: its words into the basket, and the whole way in one tap."""

from bot.sandbox.song import LYRICS, TITLE
from bot.sandbox.telegram.world import Message
from tests.stories.texts import link_texts
from tests.world import Somebody, World

VERSES = len(LYRICS) // 4


async def has_words(world: World, somebody: Somebody) -> Message:
    """The transcript of a song, with its button."""
    sent = await somebody.sends_song(world.song())
    await somebody.orders("goal-text")
    words, *_rest = await somebody.receives(2, after=sent)
    return words


async def test_a_transcript_goes_into_the_basket(world: World) -> None:
    await world.link(world.ada)
    await link_texts(world, world.ada)
    words = await has_words(world, world.ada)
    assert words.text.startswith(LYRICS[0])
    await world.ada.presses("analyse-text", on=words)
    texts = world.ada.t.plain("texts-count", n=VERSES, amount=str(VERSES))
    card = await world.ada.reads("basket-contents", after=words, texts=texts)
    await world.ada.presses("calc-sentiment", on=card)
    await world.ada.reads("order-roubles-have", price="1.5 ₽", have="100 ₽")


async def test_the_words_wait_for_the_account(world: World) -> None:
    await world.link(world.ada)
    words = await has_words(world, world.ada)
    await world.ada.presses("analyse-text", on=words)
    asked = await world.ada.reads("basket-link-first", after=words)
    await link_texts(world, world.ada)
    card = await world.ada.reads("basket-ask", after=asked)
    texts = world.ada.t.plain("texts-count", n=VERSES, amount=str(VERSES))
    assert texts in card.text


async def test_in_a_group_the_button_says_where(world: World) -> None:
    await world.link(world.ada)
    group = world.telegram.group("Band", [world.ada.person])
    ada = world.ada.in_room(group)
    song = await ada.sends("audio", world.song(), filename="song.mp3", mime="audio/mpeg")
    await ada.says("/separate", reply_to=song)
    await ada.orders("goal-text")
    words, *_rest = await ada.receives(2, after=song)
    await ada.presses("analyse-text", on=words)
    await ada.reads("words-in-group", after=words)


async def test_an_instrumental_has_no_words(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.switches.words = ()
    await world.ada.sends_song(world.song())
    status = await world.ada.orders("goal-text")
    await world.ada.reads("done-wordless")
    assert world.ada.stems_after(status) == []


async def test_only_music_signs_are_no_words(world: World) -> None:
    await world.link(world.ada)
    world.mvsep.switches.words = ("♪♪♪", "[Music]")
    words = await has_words(world, world.ada)
    await world.ada.presses("analyse-text", on=words)
    await world.ada.reads("words-none", after=words, title=TITLE)
