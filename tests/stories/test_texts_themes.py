"""Themes in the chat: made by examples, edited, passed on as files, tried out, and sorted by."""

import json

from bot.sandbox.telegram.world import Message
from tests.stories.texts import content_of, forward_reviews, link_texts, result_of
from tests.world import Somebody, World

EXAMPLES = (
    "Курьер привёз посылку вовремя, доставка быстрая",
    "Доставка задержалась, курьер не позвонил",
    "Посылка потерялась, доставка ужасная",
)


async def make_by_examples(ada: Somebody) -> Message:
    """A theme with one class; returns the message that shows it."""
    await ada.says("/themes")
    await ada.presses("theme-by-examples")
    await ada.reads("examples-ask-title")
    await ada.says("Доставка")
    await ada.reads("examples-ask", n=0, name="Доставка")
    for number, text in enumerate(EXAMPLES, 1):
        sent = await ada.room.forward(text, "hidden:Ivan", by=ada.person)
        await ada.reads("examples-more", after=sent, n=number, name="Доставка")
    await ada.presses("examples-enough")
    await ada.reads("examples-words")
    await ada.presses("examples-create")
    return await ada.reads("theme-classes", n=1)


async def test_a_theme_by_examples_sorts_texts(world: World) -> None:
    account = await link_texts(world, world.ada)
    await make_by_examples(world.ada)
    card = await forward_reviews(world.ada)
    await world.ada.presses("calc-classify", on=card)
    await world.ada.reads("sort-ask")
    await world.ada.presses_label("Доставка")
    await world.ada.reads("order-roubles-have", price="4 ₽", have="100 ₽")
    await world.ada.presses("order-start")
    result = await result_of(world.ada, after=card)
    assert "Доставка" in result.text
    assert account.balance == 96.0


async def test_words_of_a_class_are_edited_in_the_chat(world: World) -> None:
    await link_texts(world, world.ada)
    await make_by_examples(world.ada)
    await world.ada.presses_label("Доставка (")
    await world.ada.presses("edit-stop")
    said = await world.ada.says("пицца, суши")
    await world.ada.reads("listed-stop", after=said, words="пицца, суши")
    (theme,) = [each for each in world.city.neuro_semantic.library.themes if each.user_uuid]
    assert theme.entities[0]["associations"]["stop_words"] == ["пицца", "суши"]


async def test_a_theme_is_made_renamed_described_and_deleted(world: World) -> None:
    await link_texts(world, world.ada)
    await world.ada.says("/themes")
    await world.ada.presses("theme-new")
    await world.ada.says("Отзывы")
    await world.ada.reads("theme-classes", n=0)
    await world.ada.presses("class-add")
    await world.ada.says("Цена")
    await world.ada.reads("ask-words")
    said = await world.ada.says("дорого, дёшево")
    await world.ada.reads("listed-words", after=said, words="дорого, дёшево")
    await world.ada.presses("button-back")
    await world.ada.presses("theme-describe")
    said = await world.ada.says("Что говорят о магазине")
    await world.ada.reads("theme-descr", after=said, text="Что говорят о магазине")
    await world.ada.presses("button-rename")
    said = await world.ada.says("Мнения")
    await world.ada.reads("theme-title", after=said, name="Мнения")
    await world.ada.presses("button-delete")
    await world.ada.presses("delete-yes")
    await world.ada.reads("theme-delete-really", n=1, name="Мнения")
    await world.ada.presses("delete-yes")
    await world.ada.reads("theme-deleted", name="Мнения")
    assert [one for one in world.city.neuro_semantic.library.themes if one.user_uuid] == []


async def test_a_theme_moves_into_a_folder(world: World) -> None:
    await link_texts(world, world.ada)
    await make_by_examples(world.ada)
    await world.ada.says("/themes")
    await world.ada.presses("folder-new")
    await world.ada.says("Магазин")
    await world.ada.finds_button("Доставка")
    await world.ada.presses("theme-move")
    asked = await world.ada.reads("theme-move-ask", name="Доставка")
    await world.ada.presses("folder-button", on=asked, name="Магазин")
    await world.ada.reads("theme-move-sure")
    await world.ada.presses("theme-move-yes")
    await world.ada.reads("theme-classes", n=1)
    library = world.city.neuro_semantic.library
    (theme,) = [each for each in library.themes if each.user_uuid]
    (folder,) = library.directories
    assert theme.directory_id == folder.directory_id


async def test_a_theme_goes_out_and_comes_back_as_a_file(world: World) -> None:
    await link_texts(world, world.ada)
    shown = await make_by_examples(world.ada)
    await world.ada.presses_label("JSON", on=shown)
    exported = content_of(world.ada.last)
    assert json.loads(exported)["entities"][0]["title"] == "Доставка"
    for form in ("Excel", "CSV"):
        await world.ada.presses_label(form, on=shown)
        name, content = str(world.ada.last.filename), content_of(world.ada.last)
        await world.ada.says("/themes")
        await world.ada.presses("theme-import")
        sent = await world.ada.room.send_document(content, filename=name)
        await world.ada.reads("theme-classes", after=sent, n=1)
    own = [each for each in world.city.neuro_semantic.library.themes if each.user_uuid]
    assert len(own) == 3
    assert len({str(each.entities[0]["associations"]) for each in own}) == 1


async def test_a_ready_made_theme_is_tried_and_copied(world: World) -> None:
    await link_texts(world, world.ada)
    await world.ada.says("/themes")
    await world.ada.presses_label("Отзывы о товаре")
    await world.ada.presses("theme-test")
    said = await world.ada.says("Доставка опоздала на неделю")
    told = await world.ada.reads("guess-best", after=said, name="Доставка")
    await world.ada.presses("button-back", on=told)
    await world.ada.presses("theme-copy")
    await world.ada.finds_button(world.ada.t.plain("class-add"))
    assert world.city.neuro_semantic.creates == []


async def test_a_text_that_was_tried_goes_on_to_the_service(world: World) -> None:
    account = await link_texts(world, world.ada)
    await world.ada.says("/themes")
    await world.ada.presses_label("Отзывы о товаре")
    await world.ada.presses("theme-test")
    said = await world.ada.says("Доставка опоздала на неделю")
    told = await world.ada.reads("guess-best", after=said, name="Доставка")
    await world.ada.presses("theme-test-paid", on=told)
    texts = world.ada.t.plain("texts-count", n=1, amount="1")
    name = world.ada.t.plain("calc-by-theme", theme="Отзывы о товаре")
    await world.ada.reads("order-analysis", name=name, texts=texts)
    await world.ada.reads("order-roubles-have", price="1 ₽", have="100 ₽")
    assert world.city.neuro_semantic.creates == []
    await world.ada.presses("order-start")
    result = await result_of(world.ada, after=said)
    assert "Доставка" in result.text
    assert account.balance == 99.0
    (made,) = world.city.neuro_semantic.creates
    assert list(made.texts) == ["Доставка опоздала на неделю"]


async def test_proposed_words_are_ticked_and_a_class_is_made_by_examples(world: World) -> None:
    await link_texts(world, world.ada)
    shown = await make_by_examples(world.ada)
    await world.ada.presses("class-by-examples", on=shown)
    await world.ada.says("Цена")
    for number, text in enumerate(("Слишком дорого", "Цена высокая, дорого", "Дорого!"), 1):
        sent = await world.ada.room.forward(text, world.ben.person, by=world.ada.person)
        await world.ada.reads("examples-more", after=sent, n=number, name="Цена")
    proposal, _ = await world.ada.finds_button(world.ada.t.plain("examples-enough"))
    await world.ada.presses("examples-enough", on=proposal)
    ticked = proposal.labels.index(world.ada.t.plain("option-chosen", label="дорого"))
    assert ticked == 0, "the word all examples share comes first, and is ticked"
    for label in [each for each in proposal.labels if each.endswith("✓")][1:]:
        await world.ada.presses_label(label, on=proposal)
    await world.ada.presses("examples-create", on=proposal)
    await world.ada.reads("theme-classes", n=2)
    (theme,) = [each for each in world.city.neuro_semantic.library.themes if each.user_uuid]
    assert theme.entities[1]["title"] == "Цена"
    assert theme.entities[1]["associations"]["associations"] == ["дорого"]


async def test_themes_are_nobody_elses_business(world: World) -> None:
    await link_texts(world, world.ada)
    group = world.telegram.group("Shop", [world.ada.person, world.ben.person])
    ada = world.ada.in_room(group)
    asked = await ada.says("/themes")
    await ada.reads("themes-in-private", after=asked)
