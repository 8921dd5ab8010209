"""Baskets of texts: in order, in pages, and sealed."""

import tracemalloc

from sqlalchemy import text

from storage import BasketText, Place, Storage

PLACE = Place(1)


async def test_ten_thousand_texts_are_read_in_pages(storage: Storage) -> None:
    basket = await storage.baskets.create(1, PLACE, open_for=60)
    for at in range(0, 10_000, 500):
        batch = [
            BasketText(f"text {n} " + "x" * 300, f"author {n % 3}") for n in range(at, at + 500)
        ]
        await storage.baskets.add(basket.id, batch, open_for=60)
    known = await storage.baskets.get(basket.id)
    assert known is not None
    assert (known.count, known.people) == (10_000, 3)
    tracemalloc.start()
    seen = 0
    async for each in storage.baskets.texts(basket.id):
        assert each.text.startswith(f"text {seen} ")
        seen += 1
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seen == 10_000
    assert peak < 3_000_000


async def test_any_characters_come_back_as_they_were(storage: Storage) -> None:
    odd = ["\x00\x1e\u2028", "👩\u200d👧 \u202eשלום", "oʻ g‘ ''\"\\", "␞¶", " \n "]
    basket = await storage.baskets.create(1, PLACE, open_for=60)
    await storage.baskets.add(basket.id, [BasketText(t, t, t) for t in odd], open_for=60)
    found = [each async for each in storage.baskets.texts(basket.id)]
    assert [(each.text, each.author, each.when) for each in found] == [(t, t, t) for t in odd]


async def test_texts_are_sealed(storage: Storage) -> None:
    basket = await storage.baskets.create(1, PLACE, open_for=60)
    await storage.baskets.add(basket.id, [BasketText("my secret", "Anna")], open_for=60)
    async with storage.database.engine.connect() as conn:
        rows = (await conn.execute(text("SELECT * FROM basket_texts"))).all()
    assert "secret" not in str(rows)
    assert "Anna" not in str(rows)


async def test_one_basket_is_poured_into_another(storage: Storage) -> None:
    first = await storage.baskets.create(1, PLACE, open_for=60)
    second = await storage.baskets.create(1, PLACE, open_for=60)
    await storage.baskets.add(first.id, [BasketText("a"), BasketText("b")], open_for=60)
    await storage.baskets.add(second.id, [BasketText("c")], open_for=60)
    assert await storage.baskets.remove(first.id, 1)
    assert await storage.baskets.pour(first.id, second.id)
    found = [each.text async for each in storage.baskets.texts(second.id)]
    assert found == ["c", "b"]
    assert await storage.baskets.get(first.id) is None
