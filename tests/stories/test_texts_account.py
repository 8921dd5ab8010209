"""What an account had read and paid before, and how people like their pictures."""

import io
import time

from PIL import Image

from bot.sandbox.neuro_semantic import NeuroAccount
from bot.sandbox.neuro_semantic.orders import take_in
from bot.sandbox.neuro_semantic.world import SandboxTransaction
from bot.sandbox.telegram.world import Message
from tests.stories.texts import (
    REVIEWS,
    content_of,
    forward_reviews,
    link_texts,
    order,
    read_reviews,
    result_of,
)
from tests.world import Somebody, World

MONTH = 31 * 24 * 3600.0


def ordered_elsewhere(
    world: World, account: NeuroAccount, kind: str = "sentiment"
) -> SandboxTransaction:
    """A request that did not come from this bot."""
    body = {"calc_type": kind, "texts": "¶".join(REVIEWS), "texts_splitter": "¶"}
    return take_in(world.city.neuro_semantic.world, account, body)


async def open_history(somebody: Somebody, count: int = 1) -> Message:
    await somebody.says("/discover")
    await somebody.presses("discover-texts")
    await somebody.presses("past-open")
    return await somebody.reads("past-title", n=count)


def brightness(picture: Message) -> float:
    with Image.open(io.BytesIO(content_of(picture))) as image:
        return image.convert("L").resize((1, 1)).tobytes()[0] / 255


async def test_a_result_that_was_ordered_elsewhere_is_opened_by_its_number(world: World) -> None:
    account = await link_texts(world, world.ada)
    made = ordered_elsewhere(world, account)
    await world.until(lambda: made.done)
    history = await open_history(world.ada)
    await world.ada.presses_label("Mood", on=history)
    result = await result_of(world.ada, after=history)
    assert "2 positive" in result.text
    await world.ada.presses_label("JSON", on=result)
    assert str(made.id) in str(world.ada.last.filename)
    assert world.city.neuro_semantic.creates == [made]


async def test_a_request_that_still_runs_is_not_called_lost(world: World) -> None:
    account = await link_texts(world, world.ada)
    world.city.neuro_semantic.hold()
    ordered_elsewhere(world, account)
    history = await open_history(world.ada)
    await world.ada.presses_label("Mood", on=history)
    await world.ada.reads("result-not-ready")
    world.city.neuro_semantic.release()


async def test_the_history_is_one_press_away_while_texts_wait(world: World) -> None:
    account = await link_texts(world, world.ada)
    ordered_elsewhere(world, account)
    card = await forward_reviews(world.ada)
    await world.ada.presses("past-open", on=card)
    await world.ada.reads("past-title", n=1)


async def test_months_add_up_what_was_read_and_paid(world: World) -> None:
    account = await link_texts(world, world.ada)
    for back in (0.0, 0.0, 2 * MONTH):
        ordered_elsewhere(world, account).created = time.time() - back
    await open_history(world.ada, 3)
    await world.ada.presses("past-months")
    t = world.ada.t
    for requests, texts in ((2, 8), (1, 4)):
        await world.ada.reads(
            "month-line",
            requests=t.plain("requests-count", n=requests),
            texts=t.plain("texts-count", n=texts, amount=str(texts)),
            spent=f"{texts // 2} ₽",
        )
    await world.ada.presses("button-back")
    await world.ada.reads("past-title", n=3)


async def test_payments_stand_in_the_account_with_the_latest_first(world: World) -> None:
    account = await link_texts(world, world.ada)
    made = ordered_elsewhere(world, account)
    account.movements.reverse()
    await world.ada.says("/account")
    await world.ada.presses("account-neuro-semantic")
    shown = await world.ada.reads("neuro-history")
    assert "98.00 ₽" in shown.text or "98 ₽" in shown.text
    assert f"№{made.id}" in shown.text
    await world.ada.presses("past-open", on=shown)
    await world.ada.reads("past-title", n=1)


async def test_pictures_turn_dark_and_stay_so(world: World) -> None:
    await link_texts(world, world.ada)
    light = await read_reviews(world.ada)
    await world.ada.presses("result-dark", on=light)
    dark = await result_of(world.ada, after=light)
    assert brightness(light) > 0.7
    assert brightness(dark) < 0.3

    said = await world.ada.says("/analyze")
    card = await world.ada.reads("basket-ask", after=said)
    await order(world.ada, "calc-emcol", on=card)
    again = await result_of(world.ada, after=card)
    assert brightness(again) < 0.3
    await world.ada.presses("result-light", on=again)
    assert brightness(await result_of(world.ada, after=again)) > 0.7


async def test_discover_shows_the_way_to_everything(world: World) -> None:
    said = await world.ada.says("/discover")
    menu = await world.ada.reads("discover-title", after=said)
    for topic in ("songs", "texts", "themes", "meaning"):
        await world.ada.presses(f"discover-{topic}", on=menu)
        await world.ada.reads(f"about-{topic}")
        await world.ada.presses("button-back", on=menu)
        await world.ada.reads("discover-title")


async def test_somebody_elses_account_shows_nothing_of_mine(world: World) -> None:
    """A past request is looked up in the account of whoever presses."""
    account = await link_texts(world, world.ada)
    ordered_elsewhere(world, account)
    await link_texts(world, world.ben)
    await world.ben.says("/discover")
    await world.ben.presses("discover-texts")
    await world.ben.presses("past-open")
    await world.ben.reads("past-none")
