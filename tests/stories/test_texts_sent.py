"""What people send to have it read, and what the service may answer."""

import json

from tests.stories.texts import REVIEWS, forward_reviews, link_texts, result_of
from tests.world import Somebody, World

TABLE = "имя;отзыв\nАнна;Отличный товар, всем советую\nПётр;Ужасная доставка, очень долго\n"
CHAT = {
    "name": "Отзывы",
    "type": "private_supergroup",
    "id": 1,
    "messages": [
        {"id": 1, "type": "service", "action": "create_group", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2026-11-01T10:00:00",
            "from": "Анна",
            "text": "Рада",
        },
        {
            "id": 3,
            "type": "message",
            "date": "2026-11-01T10:01:00",
            "from": "Пётр",
            "text": ["Смотри ", {"type": "bold", "text": "сюда"}],
        },
    ],
}


async def gathers(somebody: Somebody, count: int) -> None:
    texts = somebody.t.plain("texts-count", n=count, amount=str(count))
    await somebody.room.wait_text(texts, 20.0)


async def test_a_table_in_an_old_encoding(world: World) -> None:
    await link_texts(world, world.ada)
    await world.ada.room.send_document(TABLE.encode("cp1251"), filename="отзывы.csv")
    await world.ada.reads("file-columns")
    await world.ada.presses_label("отзыв")
    await gathers(world.ada, 2)


async def test_telegrams_own_export_of_a_chat(world: World) -> None:
    await link_texts(world, world.ada)
    content = json.dumps(CHAT, ensure_ascii=False).encode()
    await world.ada.room.send_document(content, filename="result.json")
    await gathers(world.ada, 2)
    await world.ada.presses("basket-show")
    await world.ada.reads("basket-text", n=2, text="Смотри сюда")


async def test_a_reply_is_read(world: World) -> None:
    await link_texts(world, world.ada)
    said = await world.ada.says("Какой чудесный день!")
    await world.ada.room.say("/analyze", reply_to=said)
    await world.ada.reads("basket-ask")


async def test_a_file_that_is_no_text(world: World) -> None:
    await world.ada.room.send_document(b"\x00\x01\x02" * 99, filename="a.txt")
    await world.ada.reads("file-binary")
    await world.ada.room.send_document(b"  ", filename="b.txt")
    await world.ada.reads("file-empty")


async def test_texts_are_added_removed_and_cleared(world: World) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    await world.ada.presses("basket-add", on=card)
    await world.ada.says("ещё")
    await gathers(world.ada, 5)
    await world.ada.presses("basket-show")
    await world.ada.presses("basket-remove", n=1)
    await world.ada.presses("button-back")
    await gathers(world.ada, 4)
    await world.ada.presses("basket-clear")
    await world.ada.presses("basket-clear-yes")
    await world.ada.reads("basket-cleared")


async def test_what_is_too_long_goes_out_in_parts(world: World) -> None:
    await link_texts(world, world.ada)
    stand_in = world.city.neuro_semantic
    stand_in.switches.longest_total = 1500
    content = "\n\n".join([*REVIEWS, *(f"{REVIEWS[0]} {at}" for at in range(40))])
    await world.ada.room.send_document(content.encode(), filename="all.txt")
    await world.ada.presses("way-paragraphs", n=44, amount="44")
    await world.ada.presses("calc-sentiment")
    await world.ada.presses("order-start")
    told = await world.ada.reads("reading-too-long", n=2)
    stand_in.switches.longest_total = 2000
    await world.ada.presses_label("Send in", on=told)
    await world.ada.presses("order-start")
    await result_of(world.ada, after=told)
    assert sum(len(made.texts) for made in stand_in.creates) == 44


async def test_a_refused_key_and_an_empty_account_are_told(world: World) -> None:
    account = await link_texts(world, world.ada)
    stand_in = world.city.neuro_semantic
    card = await forward_reviews(world.ada)
    await world.ada.presses("calc-wordfreq", on=card)
    stand_in.fail_next(2100)
    await world.ada.presses("order-start")
    await world.ada.reads("reading-failed-balance")
    stand_in.fail_next(2001)
    await world.ada.presses("button-retry")
    await world.ada.reads("reading-failed-invalid")
    stand_in.fail_next(1001)
    await world.ada.presses("button-retry")
    await world.ada.reads("reading-failed-secret")
    assert account.balance == 100.0


async def test_two_collections_are_compared_and_the_past_is_opened(world: World) -> None:
    await link_texts(world, world.ada)
    card = await forward_reviews(world.ada)
    for _ in range(2):
        await world.ada.presses("calc-emcol", on=card)
        await world.ada.presses("order-start")
        last = await result_of(world.ada, after=card)
        said = await world.ada.says("/analyze")
        card = await world.ada.reads("basket-ask", after=said)
    await world.ada.presses("result-compare", on=last)
    await world.ada.reads("compare-pick")
    await world.ada.presses_label("Emotions · 20")
    await world.ada.reads("compare-same")
