"""Having a message of a group read: for the one who asks, with their account, at their buttons."""

from bot.sandbox.telegram.people.groups import GroupChat
from tests.stories.texts import REVIEWS, link_texts, order, result_of
from tests.world import World


def shop(world: World, topics: list[str] | None = None) -> GroupChat:
    return world.telegram.group("Shop", [world.ada.person, world.ben.person], topics=topics)


async def test_whoever_asks_pays_and_alone_may_press(world: World) -> None:
    group = shop(world)
    hers, his = await link_texts(world, world.ada), await link_texts(world, world.ben)
    ada, ben = world.ada.in_room(group), world.ben.in_room(group)
    review = await ben.says(REVIEWS[0])
    asked = await ada.says("/analyze", reply_to=review)
    card = await ada.reads("basket-ask", after=asked)
    assert card.reply_to is asked
    assert ada.t.plain("past-open") not in card.labels, "what one had read is nobody else's"

    popup = await ben.taps("basket-clear", on=card)
    assert (popup.text, popup.alert) == (ben.t.plain("not-your-button"), True)
    await order(ada, "calc-sentiment", on=card)
    result = await result_of(ada, after=card)
    assert result.reply_to is asked
    assert (hers.balance, his.balance) == (99.5, 100.0)
    popup = await ben.taps("result-texts", on=result)
    assert (popup.text, popup.alert) == (ben.t.plain("not-your-button"), True)
    await ada.presses("result-texts", on=result)
    await ada.reads("classes-title")


async def test_without_an_account_the_group_leads_to_the_private_chat(world: World) -> None:
    ada = world.ada.in_room(shop(world))
    review = await ada.says(REVIEWS[0])
    asked = await ada.says("/analyze", reply_to=review)
    await ada.reads("basket-link-first", after=asked)
    await link_texts(world, world.ada)
    again = await ada.says("/analyze")
    card = await ada.reads("basket-ask", after=again)
    await order(ada, "calc-sentiment", on=card)
    await result_of(ada, after=card)


async def test_more_messages_join_by_further_replies(world: World) -> None:
    await link_texts(world, world.ada)
    ada = world.ada.in_room(shop(world, topics=["Reviews"]), "Reviews")
    first, second = await ada.says(REVIEWS[0]), await ada.says(REVIEWS[1])
    asked = await ada.says("/analyze", reply_to=first)
    card = await ada.reads("basket-ask", after=asked)
    await ada.presses("basket-add", on=card)
    await ada.reads("basket-adding-group")
    await ada.says("/analyze", reply_to=second)
    await ada.room.wait_text(ada.t.plain("texts-count", n=2, amount="2"), 20.0)
    assert card.topic == first.topic


async def test_alone_it_says_how_it_is_used_and_shows_nothing_private(world: World) -> None:
    await link_texts(world, world.ada)
    ada = world.ada.in_room(shop(world))
    asked = await ada.says("/analyze")
    shown = await ada.reads("analyze-how", after=asked)
    assert shown.labels == []
    asked = await ada.says("/discover")
    await ada.reads("discover-title", after=asked)
    await ada.presses("discover-texts")
    shown = await ada.reads("about-texts", after=asked)
    assert shown.labels == [ada.t.plain("button-back")]


async def test_jobs_of_a_group_are_stopped_from_the_private_chat(world: World) -> None:
    await link_texts(world, world.ada)
    world.city.neuro_semantic.hold()
    ada = world.ada.in_room(shop(world))
    review = await ada.says(REVIEWS[0])
    asked = await ada.says("/analyze", reply_to=review)
    card = await ada.reads("basket-ask", after=asked)
    await order(ada, "calc-sentiment", on=card)
    await ada.reads("reading-waiting")
    said = await world.ada.says("/jobs")
    listed = await world.ada.reads("jobs-title", after=said)
    await world.ada.presses("jobs-cancel", on=listed, title="Mood")
    await ada.reads("cancelled-texts-running")
    world.city.neuro_semantic.release()
