"""Folders, themes and classes as people keep them in order, also when the service fails in the middle."""

import csv
import io

from bot.sandbox.neuro_semantic.library import SandboxTheme
from bot.sandbox.telegram.world import Message
from tests.stories.texts import content_of, link_texts
from tests.world import Somebody, World


def own_themes(world: World) -> list[SandboxTheme]:
    return [each for each in world.city.neuro_semantic.library.themes if each.user_uuid]


async def make_folder(somebody: Somebody, name: str) -> Message:
    await somebody.says("/themes")
    await somebody.presses("folder-new")
    said = await somebody.says(name)
    shown, _ = await somebody.finds_button(somebody.t.plain("folder-button", name=name))
    assert shown.id > said.id
    return shown


async def make_theme(somebody: Somebody, title: str = "Магазин") -> Message:
    """A theme with two classes, out of a table; returns the message that shows it."""
    table = "class;description;words;exact words;stop words\n"
    table += "Цена;Дорого ли;дорого, дёшево;;скидка\nДоставка;;курьер;;\n"
    await somebody.says("/themes")
    await somebody.presses("theme-import")
    await somebody.reads("theme-ask-file")
    sent = await somebody.room.send_document(table.encode(), filename=f"{title}.csv")
    return await somebody.reads("theme-classes", after=sent, n=2)


async def move_to(somebody: Somebody, folder: str, *, on: Message) -> None:
    await somebody.presses("theme-move", on=on)
    await somebody.presses("folder-button", on=on, name=folder)
    await somebody.presses("theme-move-yes", on=on)


async def test_a_folder_is_renamed_and_deleted_after_two_questions(world: World) -> None:
    await link_texts(world, world.ada)
    shown = await make_folder(world.ada, "Старое")
    await world.ada.presses("folder-button", on=shown, name="Старое")
    await world.ada.presses("button-rename")
    said = await world.ada.says("Новое")
    shown = await world.ada.reads("folder-title", after=said, name="Новое")
    library = world.city.neuro_semantic.library
    assert [each.title for each in library.directories] == ["Новое"]

    await world.ada.presses("button-delete", on=shown)
    await world.ada.reads("folder-delete-sure", name="Новое")
    await world.ada.presses("delete-yes", on=shown)
    await world.ada.reads("folder-delete-really", name="Новое")
    assert len(library.directories) == 1
    await world.ada.presses("delete-yes", on=shown)
    await world.ada.reads("themes-title")
    assert library.directories == []


async def test_a_moved_theme_is_never_in_no_place(world: World) -> None:
    """The service fails between making it there and deleting it here; trying again finishes it."""
    await link_texts(world, world.ada)
    await make_folder(world.ada, "Архив")
    shown = await make_theme(world.ada)
    (before,) = own_themes(world)
    world.city.neuro_semantic.fail_next(2, "themes/delete")
    await move_to(world.ada, "Архив", on=shown)
    await world.ada.reads("theme-moved-twice", name="Магазин")
    assert len(own_themes(world)) == 2

    await world.ada.says("/themes")
    await world.ada.presses_label("Магазин")
    shown, _ = await world.ada.finds_button(world.ada.t.plain("theme-move"))
    await move_to(world.ada, "Архив", on=shown)
    await world.ada.reads("theme-classes", n=2)
    await world.until(lambda: len(own_themes(world)) == 1)
    (after,) = own_themes(world)
    (folder,) = world.city.neuro_semantic.library.directories
    assert after.directory_id == folder.directory_id
    assert [(e["title"], e["associations"]) for e in after.entities] == [
        (e["title"], e["associations"]) for e in before.entities
    ]


async def test_a_theme_that_cannot_be_made_there_stays_here(world: World) -> None:
    await link_texts(world, world.ada)
    await make_folder(world.ada, "Архив")
    shown = await make_theme(world.ada)
    (before,) = own_themes(world)
    world.city.neuro_semantic.fail_next(2, "themes/create")
    await move_to(world.ada, "Архив", on=shown)
    await world.ada.reads("neuro-down")
    assert own_themes(world) == [before]


async def test_a_move_whose_answer_was_lost_makes_no_second_one(world: World) -> None:
    await link_texts(world, world.ada)
    await make_folder(world.ada, "Архив")
    shown = await make_theme(world.ada)
    world.city.neuro_semantic.fail_next(2, "themes/create", after_effect=True)
    await move_to(world.ada, "Архив", on=shown)
    await world.ada.reads("theme-classes", n=2)
    await world.until(lambda: len(own_themes(world)) == 1)


async def test_a_move_to_where_it_is_changes_nothing(world: World) -> None:
    await link_texts(world, world.ada)
    shown = await make_theme(world.ada)
    (before,) = own_themes(world)
    await world.ada.presses("theme-move", on=shown)
    await world.ada.presses("folder-root", on=shown)
    await world.ada.presses("theme-move-yes", on=shown)
    await world.ada.reads("theme-classes", n=2)
    assert own_themes(world) == [before]


async def test_folders_beyond_the_first_page_can_be_moved_to(world: World) -> None:
    account = await link_texts(world, world.ada)
    library = world.city.neuro_semantic.library
    for number in range(1, 10):
        library.create_directory(account, 0, f"Папка {number}")
    shown = await make_theme(world.ada)
    await world.ada.presses("theme-move", on=shown)
    await world.ada.presses("page-next", on=shown)
    await world.ada.presses("folder-button", on=shown, name="Папка 9")
    await world.ada.presses("theme-move-yes", on=shown)
    await world.ada.reads("theme-classes", n=2)
    assert own_themes(world)[0].directory_id == library.directories[-1].directory_id


async def test_a_class_is_renamed_and_deleted(world: World) -> None:
    await link_texts(world, world.ada)
    await make_theme(world.ada)
    await world.ada.presses_label("Цена (")
    await world.ada.presses("button-rename")
    await world.ada.reads("class-ask-title")
    taken = await world.ada.says("Доставка")
    await world.ada.reads("class-exists", after=taken, name="Доставка")
    said = await world.ada.says("Стоимость")
    shown = await world.ada.reads("class-of-theme", after=said, name="Стоимость", theme="Магазин")
    assert [each["title"] for each in own_themes(world)[0].entities] == ["Стоимость", "Доставка"]

    await world.ada.presses("button-delete", on=shown)
    await world.ada.reads("class-delete-sure", name="Стоимость")
    await world.ada.presses("delete-yes", on=shown)
    await world.ada.reads("theme-classes", n=1)
    assert [each["title"] for each in own_themes(world)[0].entities] == ["Доставка"]


async def test_all_three_lists_of_words_grow_and_shrink(world: World) -> None:
    await link_texts(world, world.ada)
    await make_theme(world.ada)
    await world.ada.presses_label("Цена (")
    for kind, typed, left in (
        ("words", "скидки, -дорого", "дёшево, скидки"),
        ("strict", "ценник, рубль", "ценник, рубль"),
        ("stop", "-скидка, акция", "акция"),
    ):
        await world.ada.presses(f"edit-{kind}")
        said = await world.ada.says(typed)
        await world.ada.reads(f"listed-{kind}", after=said, words=left)
    kept = own_themes(world)[0].entities[0]["associations"]
    assert [*kept.values()] == [["дёшево", "скидки"], ["ценник", "рубль"], ["акция"]]


async def test_words_are_sent_again_after_a_fault_without_a_button(world: World) -> None:
    await link_texts(world, world.ada)
    await make_theme(world.ada)
    await world.ada.presses_label("Цена (")
    await world.ada.presses("edit-stop")
    world.city.neuro_semantic.fail_next(2, "entities/update")
    await world.ada.says("акция")
    await world.ada.reads("neuro-down")
    said = await world.ada.says("акция")
    await world.ada.reads("listed-stop", after=said, words="скидка, акция")


async def test_a_file_without_classes_may_be_mended_and_sent_again(world: World) -> None:
    await link_texts(world, world.ada)
    await world.ada.says("/themes")
    await world.ada.presses("theme-import")
    for content, key in ((b"[]", "theme-file-wrong"), (b"{", "file-broken")):
        sent = await world.ada.room.send_document(content, filename="t.json")
        await world.ada.reads(key, after=sent)
    mended = b'{"title": "Shop", "entities": [{"title": "Price", "associations": "cheap"}]}'
    sent = await world.ada.room.send_document(mended, filename="t.json")
    await world.ada.reads("theme-classes", after=sent, n=1)
    assert [each.title for each in own_themes(world)] == ["Shop"]


async def test_a_description_and_a_name_go_out_with_the_table(world: World) -> None:
    await link_texts(world, world.ada)
    shown = await make_theme(world.ada)
    await world.ada.presses("theme-describe", on=shown)
    said = await world.ada.says("О чём пишут")
    shown = await world.ada.reads("theme-descr", after=said, text="О чём пишут")
    await world.ada.presses_label("CSV", on=shown)
    content, name = content_of(world.ada.last), str(world.ada.last.filename)
    first = next(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert first == ["theme", "Магазин", "О чём пишут"]
    await world.ada.presses("button-rename", on=shown)
    said = await world.ada.says("Лавка")
    await world.ada.reads("theme-descr", after=said, text="О чём пишут")
    await world.ada.says("/themes")
    await world.ada.presses("theme-import")
    sent = await world.ada.room.send_document(content, filename=name)
    await world.ada.reads("theme-title", after=sent, name="Магазин")
    first_theme, second = own_themes(world)
    assert (first_theme.title, second.title) == ("Лавка", "Магазин")
    assert first_theme.descr == second.descr == "О чём пишут"
    assert first_theme.entities == second.entities


async def test_a_changed_mind_leaves_everything_as_it_was(world: World) -> None:
    await link_texts(world, world.ada)
    shown = await make_theme(world.ada)
    (before,) = own_themes(world)
    await world.ada.presses("button-delete", on=shown)
    await world.ada.presses("delete-yes", on=shown)
    await world.ada.presses("button-back", on=shown)
    await world.ada.reads("theme-classes", n=2)
    await world.ada.presses("button-rename", on=shown)
    await world.ada.says("/cancel")
    await world.ada.reads("cancel-waiting")
    assert own_themes(world) == [before]
