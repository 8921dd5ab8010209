"""Everything that texts can come as, baskets put together, and what changes between choosing and Start."""

import io

from openpyxl import Workbook

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
from tests.world import PATIENCE, Somebody, World

PICTURE = b"\x89PNG\r\n\x1a\n" + bytes(64)


async def holds(somebody: Somebody, count: int, *, after: Message | None = None) -> Message:
    texts = somebody.t.plain("texts-count", n=count, amount=str(count))
    return await somebody.room.wait_text(texts, PATIENCE, after=after)


async def test_whoever_wrote_it_is_named(world: World) -> None:
    await link_texts(world, world.ada)
    for origin in (world.ben.person, "hidden:Pyotr", "chat:Yard", "channel:News"):
        await world.ada.room.forward("Какой чудесный день!", origin, by=world.ada.person)
    await holds(world.ada, 4)
    await world.ada.presses("basket-show")
    for number, author in enumerate(("Ben", "Pyotr", "Yard", "News"), 1):
        shown = await world.ada.reads("basket-text", n=number, text="Какой чудесный день!")
        assert author in shown.text


async def test_an_album_gives_its_words_once_and_no_complaints(world: World) -> None:
    await link_texts(world, world.ada)
    about = {"by": world.ada.person, "group_id": "14000000000001"}
    first = await world.ada.room.send_photo(PICTURE, caption=REVIEWS[0], **about)
    for _ in range(3):
        await world.ada.room.send_photo(PICTURE, **about)
    await holds(world.ada, 1, after=first)
    said = await world.ada.says(REVIEWS[1])
    await holds(world.ada, 2)
    unknown = world.ada.t.plain("unknown-content")
    assert all(unknown not in one.text for one in world.ada.room.answers)
    assert said.id - first.id <= 5, "the card is changed, not sent again"


async def test_a_caption_may_be_an_example(world: World) -> None:
    await link_texts(world, world.ada)
    await world.ada.says("/themes")
    await world.ada.presses("theme-by-examples")
    await world.ada.says("Доставка")
    await world.ada.reads("examples-ask", n=0, name="Доставка")
    sent = await world.ada.room.send_photo(PICTURE, caption="Курьер привёз посылку вовремя")
    await world.ada.reads("examples-more", after=sent, n=1, name="Доставка")


async def test_a_column_of_a_wide_table_is_chosen(world: World) -> None:
    await link_texts(world, world.ada)
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Номер", "Имя", "Отзыв", "Ответ"])
    for at, text in enumerate(REVIEWS):
        sheet.append([at, f"Имя {at}", text, f"Спасибо, мы разберёмся с этим {at}"])
    file = io.BytesIO()
    book.save(file)
    await world.ada.room.send_document(file.getvalue(), filename="отзывы.xlsx")
    await world.ada.reads("file-columns", name="отзывы.xlsx")
    await world.ada.presses_label("Отзыв")
    card = await holds(world.ada, 4)
    await order(world.ada, "calc-sentiment", on=card)
    await result_of(world.ada, after=card)
    (made,) = world.city.neuro_semantic.creates
    assert made.texts == list(REVIEWS)


async def test_two_baskets_become_one(world: World) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    await world.ada.presses("basket-show", on=card)
    await world.ada.presses("button-back", on=card)
    sent = await world.ada.room.forward("Ещё один отзыв, просто чудо", "hidden:Olga")
    second = await holds(world.ada, 1, after=sent)
    await world.ada.presses("basket-join", on=second, n=4, amount="4")
    await holds(world.ada, 5)
    await order(world.ada, "calc-emcol", on=second)
    await result_of(world.ada, after=second)
    (made,) = world.city.neuro_semantic.creates
    assert sorted(made.texts) == sorted([*REVIEWS, "Ещё один отзыв, просто чудо"])


async def test_what_was_taken_out_meanwhile_is_not_paid_for(world: World) -> None:
    """The order stands in one message, the list of texts in another."""
    account = await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    said = await world.ada.says("/analyze")
    other = await world.ada.reads("basket-ask", after=said)
    await world.ada.presses("calc-sentiment", on=card)
    await world.ada.presses("basket-show", on=other)
    await world.ada.presses("basket-remove", on=other, n=1)
    await world.ada.presses("order-start", on=card)
    await world.ada.reads("order-roubles-have", price="1.50 ₽")
    assert world.city.neuro_semantic.creates == []
    await world.ada.presses("order-start", on=card)
    await result_of(world.ada, after=card)
    assert account.balance == 98.5


async def test_an_order_of_forgotten_texts_is_not_made(world: World) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    said = await world.ada.says("/analyze")
    other = await world.ada.reads("basket-ask", after=said)
    await world.ada.presses("calc-sentiment", on=card)
    await world.ada.presses("basket-clear", on=other)
    await world.ada.presses("basket-clear-yes", on=other)
    await world.ada.presses("order-start", on=card)
    await world.ada.reads("basket-gone")
    assert world.city.neuro_semantic.creates == []


async def test_texts_that_are_being_read_stay_as_they_are(world: World) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    said = await world.ada.says("/analyze")
    other = await world.ada.reads("basket-ask", after=said)
    world.city.neuro_semantic.hold()
    await order(world.ada, "calc-sentiment", on=card)
    await world.ada.presses("basket-clear", on=other)
    await world.ada.presses("basket-clear-yes", on=other)
    await world.ada.reads("basket-in-use")
    world.city.neuro_semantic.release()
    await result_of(world.ada, after=card)


async def test_frequent_words_are_delivered_listed_and_taken_along(world: World) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    await world.ada.presses("calc-wordfreq", on=card)
    await world.ada.presses_label("50", on=card)
    await world.ada.reads("order-phrases", n=50)
    await world.ada.presses("order-start", on=card)
    result = await result_of(world.ada, after=card)
    (made,) = world.city.neuro_semantic.creates
    assert made.request_data == 50
    first = made.result[0]
    await world.ada.presses("result-words", on=result)
    await world.ada.reads("phrase-line", text=first["phrase"], n=str(first["count"]))
    await world.ada.presses_label("CSV", on=result)
    lines = content_of(world.ada.last).decode("utf-8-sig").splitlines()
    assert f"{first['phrase']},{first['count']}" in lines


async def test_another_kind_is_one_press_away(world: World) -> None:
    await link_texts(world, world.ada)
    result = await read_reviews(world.ada)
    await world.ada.presses("calc-emcol", on=result)
    await world.ada.presses("order-start")
    await result_of(world.ada, after=result)
    kinds = [made.calc_type for made in world.city.neuro_semantic.creates]
    assert kinds == ["sentiment", "emcol"]
