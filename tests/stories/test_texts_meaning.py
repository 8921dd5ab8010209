"""From a song to what it says: its words into the basket, and the whole way in one tap."""

from bot.sandbox.neuro_semantic import NeuroAccount
from bot.sandbox.neuro_semantic.analysis.sorting import associations
from bot.sandbox.song import LYRICS, TITLE
from bot.sandbox.telegram.world import Message
from tests.stories.texts import link_texts, result_of
from tests.world import PATIENCE, Somebody, World

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
    await world.ada.reads("order-roubles-have", price="1.50 ₽", have="100 ₽")


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


LOVE = {"title": "Love", "descr": "", "associations": associations(["love", "heart"], [], [])}
RAIN = {"title": "Rain", "descr": "", "associations": associations(["rain", "cold"], [], [])}


async def linked(world: World, *, balance: float = 100.0, theme: bool = True) -> NeuroAccount:
    """Ada with both accounts, and a theme of her own for songs."""
    await world.link(world.ada)
    account = await link_texts(world, world.ada, balance=balance)
    library = world.city.neuro_semantic.library
    if theme:
        library.create_theme(account, 0, "My songs", entities=[LOVE, RAIN])
    return account


async def asks(world: World) -> Message:
    """Ada sends a song and asks what it is about; returns the message that shows the whole way."""
    card = await world.ada.sends_song(world.song())
    await world.ada.presses("goal-meaning", on=card)
    await world.ada.room.wait(lambda one: one is card and "2." in one.text, PATIENCE)
    return card


async def told(world: World, status: Message) -> Message:
    """The status message, once it has become the picture."""

    def ended(one: Message) -> bool:
        return one.id == status.id and one.media is not None

    return await world.ada.room.wait(ended, PATIENCE)


async def test_one_start_tells_what_a_song_is_about(world: World) -> None:
    account = await linked(world)
    status = await asks(world)
    assert "My songs" in status.text
    await world.ada.reads("meaning-cost-have", price="9 ₽", have="100 ₽")
    await world.ada.presses("order-start")
    result = await told(world, status)
    assert "Most often: Love" in result.text
    assert world.ada.t.plain("verses-count", n=VERSES, amount=str(VERSES)) in result.text
    assert [order.calc_type for order in world.city.neuro_semantic.creates] == [
        "sentiment",
        "classify",
    ]
    assert account.balance == 100.0 - VERSES * 1.5
    assert len(world.mvsep.creates) == 1
    words = world.ada.stems_after(status)
    assert [each.filename.rpartition(".")[2] for each in words if each.filename] == ["txt", "srt"]
    await world.ada.presses("meaning-themes", on=result)
    await world.ada.reads("summary-top", after=result, name="Love")


async def test_the_mood_alone(world: World) -> None:
    account = await linked(world)
    status = await asks(world)
    await world.ada.presses_label("Theme: ")
    await world.ada.presses("meaning-no-theme")
    await world.ada.reads("meaning-cost-have", price="3 ₽", have="100 ₽")
    await world.ada.presses("order-start")
    result = await told(world, status)
    assert world.ada.t.plain("meaning-themes") not in result.labels
    assert account.balance == 100.0 - VERSES * 0.5
    again = await asks(world)
    assert "Theme: Mood alone" in again.labels


async def test_without_themes_the_mood_is_read_all_the_same(world: World) -> None:
    account = await linked(world, theme=False)
    world.city.neuro_semantic.library.themes.clear()
    status = await asks(world)
    await world.ada.reads("meaning-themes-none")
    await world.ada.presses("order-start")
    await told(world, status)
    assert account.balance == 100.0 - VERSES * 0.5


async def test_the_account_that_is_missing_is_asked_for(world: World) -> None:
    await world.link(world.ada)
    asked = await asks(world)
    await world.ada.reads("meaning-link")
    assert world.ada.t.plain("order-start") not in asked.labels
    await link_texts(world, world.ada)
    status = await world.ada.reads("meaning-cost-have", after=asked)
    await world.ada.presses("order-start", on=status)
    await told(world, status)


async def test_too_little_money_is_told_before(world: World) -> None:
    await linked(world, balance=4.0)
    status = await asks(world)
    await world.ada.reads("meaning-too-dear", price="9 ₽", have="4 ₽")
    assert world.ada.t.plain("order-start") not in status.labels
    await world.ada.presses_label("Theme: ")
    await world.ada.presses("meaning-no-theme")
    await world.ada.presses("order-start")
    await told(world, status)


async def test_an_instrumental_costs_no_roubles(world: World) -> None:
    account = await linked(world)
    world.mvsep.switches.words = ()
    await asks(world)
    await world.ada.presses("order-start")
    await world.ada.reads("meaning-no-words")
    assert world.city.neuro_semantic.creates == []
    assert account.balance == 100.0


async def test_restarts_between_and_within_the_halves(world: World) -> None:
    account = await linked(world)
    status = await asks(world)
    world.mvsep.hold_processing()
    world.city.neuro_semantic.hold()
    await world.ada.presses("order-start")
    await world.job()
    await world.restart()
    world.mvsep.release()
    await world.ada.reads("reading-waiting")
    await world.restart()
    world.city.neuro_semantic.release()
    await told(world, status)
    assert [len(world.mvsep.creates), len(world.city.neuro_semantic.creates)] == [1, 2]
    assert account.balance == 100.0 - VERSES * 1.5


async def test_a_lost_answer_is_paid_once(world: World) -> None:
    account = await linked(world)
    status = await asks(world)
    world.city.neuro_semantic.fail_next(2, after_effect=True)
    await world.ada.presses("order-start")
    await told(world, status)
    assert account.balance == 100.0 - VERSES * 1.5


async def test_the_second_half_fails_and_is_tried_again(world: World) -> None:
    account = await linked(world)
    status = await asks(world)
    world.city.neuro_semantic.fail_next(2100)
    await world.ada.presses("order-start")
    failed = await world.ada.reads("reading-failed-balance")
    assert failed.id == status.id
    await world.ada.reads("meaning-words-stay")
    assert len(world.ada.stems_after(status)) == 2
    await world.ada.presses("button-retry", on=failed)
    await told(world, status)
    assert account.balance == 100.0 - VERSES * 1.5
    assert len(world.mvsep.creates) == 1


async def test_the_themes_fail_and_the_mood_stays(world: World) -> None:
    account = await linked(world)
    stand_in = world.city.neuro_semantic
    status = await asks(world)
    stand_in.hold()
    await world.ada.presses("order-start")
    await world.ada.reads("reading-waiting")
    stand_in.fail_next(2001)
    stand_in.release()
    failed = await world.ada.reads("reading-failed-invalid")
    assert account.balance == 100.0 - VERSES * 0.5
    await world.ada.presses("meaning-mood", on=failed)
    await result_of(world.ada, after=failed)
    await world.ada.presses("button-retry", on=failed)
    await told(world, status)
    assert account.balance == 100.0 - VERSES * 1.5


async def test_stopped_before_the_words(world: World) -> None:
    account = await linked(world)
    await asks(world)
    world.mvsep.hold()
    await world.ada.presses("order-start")
    await world.job()
    await world.ada.presses("button-cancel")
    await world.ada.reads("cancelled-title")
    world.mvsep.release()
    assert account.balance == 100.0
    assert world.city.neuro_semantic.creates == []


async def test_stopped_while_the_mood_is_read(world: World) -> None:
    account = await linked(world)
    await asks(world)
    world.city.neuro_semantic.hold()
    await world.ada.presses("order-start")
    await world.ada.reads("reading-waiting")
    await world.ada.presses("button-cancel")
    await world.ada.reads("cancelled-texts-running")
    await world.ada.reads("meaning-words-stay")
    world.city.neuro_semantic.release()
    assert account.balance == 100.0 - VERSES * 0.5
    assert len(world.city.neuro_semantic.creates) == 1


async def test_a_button_of_the_first_half_stops_the_second(world: World) -> None:
    """The press may come when the status message is not changed yet."""
    await linked(world)
    status = await asks(world)
    world.mvsep.hold()
    world.city.neuro_semantic.hold()
    await world.ada.presses("order-start")
    await world.job()
    _, cancel = await world.ada.finds_button(world.ada.t.plain("button-cancel"), status)
    world.mvsep.release()
    await world.ada.reads("reading-waiting")
    await world.ada.room.tap(status, by=world.ada.person, data=cancel.data, timeout=PATIENCE)
    await world.ada.reads("cancelled-texts-running")


async def test_a_key_that_goes_meanwhile_is_linked_again(world: World) -> None:
    account = await linked(world)
    status = await asks(world)
    world.mvsep.hold()
    await world.ada.presses("order-start")
    await world.job()
    await world.ada.says("/account")
    await world.ada.presses("account-neuro-semantic")
    await world.ada.presses("account-unlink")
    await world.ada.presses("account-unlink-yes")
    world.mvsep.release()
    await world.ada.reads("meaning-words-wait")
    await link_texts(world, world.ada)
    await world.ada.presses("meaning-go-on", on=status)
    await told(world, status)
    assert account.balance == 100.0


async def test_several_songs_tell_each_for_itself(world: World) -> None:
    account = await linked(world)
    first = await world.ada.sends_song(world.song())
    await world.ada.sends("audio", world.song(), filename="b.mp3", mime="audio/mpeg", duration=2)
    card = await world.ada.reads("songs-title", n=2)
    await world.ada.presses("goal-meaning", on=card)
    await world.ada.reads("meaning-cost-have", price="18 ₽", have="100 ₽")
    await world.ada.presses("order-start")

    def pictures() -> list[Message]:
        found = [one for one in world.ada.room.answers if one.id > first.id]
        return [one for one in found if one.media and one.media.kind == "photo"]

    await world.until(lambda: len(pictures()) == 2)
    assert account.balance == 100.0 - 2 * VERSES * 1.5


async def test_in_a_group_it_works_for_whoever_asked(world: World) -> None:
    await linked(world)
    group = world.telegram.group("Band", [world.ada.person])
    ada = world.ada.in_room(group)
    song = await ada.sends("audio", world.song(), filename="song.mp3", mime="audio/mpeg")
    await ada.says("/separate", reply_to=song)
    await ada.presses("goal-meaning")
    status = await ada.reads("meaning-step-words", after=song)
    await ada.presses("order-start")
    await ada.room.wait(lambda one: one.id == status.id and one.media is not None, PATIENCE)
