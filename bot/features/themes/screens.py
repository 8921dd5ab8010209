"""How themes look: a folder, a theme, one of its classes, and what is asked about them."""

from collections.abc import Callable, Sequence
from zlib import crc32

from bot.chat.callbacks import (
    AddClass,
    Callback,
    CopyTheme,
    DeleteEntity,
    DeleteFolder,
    DeleteTheme,
    DescribeTheme,
    EditWords,
    ExportTheme,
    ImportTheme,
    MoveTheme,
    NewFolder,
    NewTheme,
    PickFolder,
    RenameEntity,
    RenameFolder,
    RenameTheme,
    ShowEntity,
    ShowTheme,
    ShowThemes,
    StopWaiting,
    TestTheme,
    ThemeByExamples,
    short_id,
)
from bot.chat.display.screen import Button, Row, Screen, cut, packed, page_of
from bot.chat.display.translator import Html, Translator, join
from bot.features.themes.words import words_of
from bot.neuro_semantic import ROOT, Directory, Entity, Folder, Theme

PER_PAGE = 5
CLASSES_PER_PAGE = 4  # above all that can be done with a theme
MOST_FOLDERS = 7  # on one page
MOST_SHOWN = 40  # words of one list
LONGEST = 200  # characters of a title or a description in a message
LONGEST_LIST = 800  # characters of a list of words
LISTS = ("words", "strict", "stop")
Turn = Callable[[int], Callback]


def folder(t: Translator, owner: int, here: Directory | None, inside: Folder, page: int) -> Screen:
    """What lies here: folders, then themes; and what can be made."""
    mark = short_id(here.id if here else ROOT)
    entries: list[Directory | Theme] = [*inside.directories, *inside.themes]
    shown, page, pages = page_of(entries, page, PER_PAGE)
    rows: list[Row] = [(_entry(t, owner, each),) for each in shown]
    rows += _turning(t, page, pages, lambda to: ShowThemes(owner, mark, to))
    rows.append(
        (
            Button(t.plain("theme-new"), NewTheme(owner, mark)),
            Button(t.plain("theme-by-examples"), ThemeByExamples(owner, mark)),
        )
    )
    rows.append(
        (
            Button(t.plain("theme-import"), ImportTheme(owner, mark)),
            Button(t.plain("folder-new"), NewFolder(owner, mark)),
        )
    )
    if here is not None:
        rows += _folder_rows(t, owner, here)
    title = (
        t.html("folder-title", name=cut(here.title, LONGEST)) if here else t.html("themes-title")
    )
    hint = t.html("themes-hint") if entries else t.html("themes-none")
    return Screen(join(title, hint), tuple(rows))


def sure_about_folder(t: Translator, owner: int, here: Directory, sure: int) -> Screen:
    mark = short_id(here.id)
    yes = Button(t.plain("delete-yes"), DeleteFolder(owner, mark, sure + 1))
    back = Button(t.plain("button-back"), ShowThemes(owner, mark))
    key = "folder-delete-sure" if sure == 0 else "folder-delete-really"
    return Screen(t.html(key, name=cut(here.title, LONGEST)), ((yes,), (back,)))


def theme(t: Translator, owner: int, one: Theme, page: int) -> Screen:
    """A theme's classes, and what can be done with it; the service's own can be tried and copied."""
    mark = short_id(one.id)
    shown, page, pages = page_of(one.entities, page, CLASSES_PER_PAGE)
    first = page * CLASSES_PER_PAGE
    rows: list[Row] = [
        (Button(_class_label(t, each), ShowEntity(owner, mark, first + at, mark_of(each))),)
        for at, each in enumerate(shown)
    ]
    rows += _turning(t, page, pages, lambda to: ShowTheme(owner, mark, to))
    rows += _system_rows(t, owner, mark) if one.system else _own_rows(t, owner, mark, one)
    about = t.html("theme-descr", text=cut(one.descr, LONGEST)) if one.descr else Html("")
    kind = t.html("theme-is-system") if one.system else Html("")
    title = t.html("theme-title", name=cut(one.title or "–", LONGEST))
    hint = t.html("theme-classes", n=len(one.entities))
    return Screen(join(title, about, kind, hint), tuple(rows))


def entity(t: Translator, owner: int, one: Theme, number: int) -> Screen:
    """One class and its three lists of words."""
    mark, shown = short_id(one.id), one.entities[number]
    digest = mark_of(shown)
    lines = [_words_line(t, shown, each) for each in LISTS]
    back = Button(t.plain("button-back"), ShowTheme(owner, mark))
    title = t.html("class-of-theme", name=cut(shown.title, LONGEST), theme=cut(one.title, LONGEST))
    if one.system:
        return Screen(join(title, *lines), ((back,),))
    edits = tuple(
        (Button(t.plain(f"edit-{each}"), EditWords(owner, mark, number, digest, each)),)
        for each in LISTS
    )
    rename = Button(t.plain("button-rename"), RenameEntity(owner, mark, number, digest))
    delete = Button(t.plain("button-delete"), DeleteEntity(owner, mark, number, digest))
    return Screen(join(title, *lines), (*edits, (rename, delete), (back,)))


def sure_about_class(t: Translator, owner: int, one: Theme, number: int) -> Screen:
    mark, shown = short_id(one.id), one.entities[number]
    digest = mark_of(shown)
    yes = Button(t.plain("delete-yes"), DeleteEntity(owner, mark, number, digest, 1))
    back = Button(t.plain("button-back"), ShowEntity(owner, mark, number, digest))
    return Screen(t.html("class-delete-sure", name=cut(shown.title, LONGEST)), ((yes,), (back,)))


def sure_about_theme(t: Translator, owner: int, one: Theme, sure: int) -> Screen:
    """Asked twice; the second time it says what is lost."""
    mark = short_id(one.id)
    yes = Button(t.plain("delete-yes"), DeleteTheme(owner, mark, sure + 1))
    back = Button(t.plain("button-back"), ShowTheme(owner, mark))
    key = "theme-delete-sure" if sure == 0 else "theme-delete-really"
    text = t.html(key, name=cut(one.title, LONGEST), n=len(one.entities))
    return Screen(text, ((yes,), (back,)))


def deleted(t: Translator, owner: int, one: Theme) -> Screen:
    back = Button(t.plain("button-back"), ShowThemes(owner, short_id(one.directory_id or ROOT)))
    return Screen(t.html("theme-deleted", name=cut(one.title, LONGEST)), ((back,),))


def move(
    t: Translator,
    owner: int,
    one: Theme,
    folders: Sequence[tuple[Directory, int]],
    page: int = 0,
) -> Screen:
    """Where to."""
    mark = short_id(one.id)
    shown, page, pages = page_of(folders, page, MOST_FOLDERS)
    rows: list[Row] = [
        (Button(t.plain("folder-root"), MoveTheme(owner, mark, short_id(ROOT))),),
        *(
            (
                Button(
                    t.plain("folder-button", name=cut(each.title or "–", 40)),
                    MoveTheme(owner, mark, short_id(each.id)),
                ),
            )
            for each, _depth in shown
        ),
        *_turning(t, page, pages, lambda to: PickFolder(owner, mark, to)),
    ]
    back = Button(t.plain("button-back"), ShowTheme(owner, mark))
    return Screen(t.html("theme-move-ask", name=cut(one.title, LONGEST)), (*rows, (back,)))


def sure_to_move(t: Translator, owner: int, one: Theme, where: Directory | None) -> Screen:
    """The service moves nothing: the theme is made there anew, then deleted here, and gets a new id."""
    mark = short_id(one.id)
    goal = short_id(where.id if where else ROOT)
    name = cut(where.title, LONGEST) if where else t.plain("folder-root")
    yes = Button(t.plain("theme-move-yes"), MoveTheme(owner, mark, goal, 1))
    back = Button(t.plain("button-back"), ShowTheme(owner, mark))
    text = t.html("theme-move-sure", name=cut(one.title, LONGEST), folder=name)
    return Screen(text, ((yes,), (back,)))


def question(t: Translator, owner: int, key: str) -> Screen:
    """Something to write as the next message."""
    return Screen(t.html(key), ((Button(t.plain("button-cancel"), StopWaiting(owner)),),))


def ask_words(t: Translator, owner: int, shown: Entity, kind: str) -> Screen:
    text = join(_words_line(t, shown, kind), t.html(f"ask-{kind}"), t.html("ask-words-how"))
    return Screen(text, ((Button(t.plain("button-cancel"), StopWaiting(owner)),),))


def mark_of(entity: Entity) -> int:
    """A digest of a class's title: a button knows when the class at its place is another one."""
    return crc32(entity.title.encode())


def _entry(t: Translator, owner: int, one: Directory | Theme) -> Button:
    if isinstance(one, Directory):
        label = t.plain("folder-button", name=cut(one.title or "–", 40))
        return Button(label, ShowThemes(owner, short_id(one.id)))
    name = cut(one.title or "–", 36)
    label = t.plain("theme-system", name=name) if one.system else name
    return Button(label, ShowTheme(owner, short_id(one.id)))


def _folder_rows(t: Translator, owner: int, here: Directory) -> list[Row]:
    mark = short_id(here.id)
    return [
        (
            Button(t.plain("button-rename"), RenameFolder(owner, mark)),
            Button(t.plain("button-delete"), DeleteFolder(owner, mark)),
        ),
        (Button(t.plain("button-back"), ShowThemes(owner, short_id(here.parent_id or ROOT))),),
    ]


def _own_rows(t: Translator, owner: int, mark: str, one: Theme) -> list[Row]:
    home = short_id(one.directory_id or ROOT)
    exports = tuple(
        Button(label, ExportTheme(owner, mark, form))
        for form, label in (("xlsx", "Excel"), ("csv", "CSV"), ("json", "JSON"))
    )
    return [
        (
            Button(t.plain("class-add"), AddClass(owner, mark)),
            Button(t.plain("class-by-examples"), ThemeByExamples(owner, home, mark)),
        ),
        (
            Button(t.plain("button-rename"), RenameTheme(owner, mark)),
            Button(t.plain("theme-describe"), DescribeTheme(owner, mark)),
            Button(t.plain("theme-move"), MoveTheme(owner, mark)),
        ),
        (
            Button(t.plain("theme-test"), TestTheme(owner, mark)),
            Button(t.plain("button-delete"), DeleteTheme(owner, mark)),
        ),
        exports,
        (Button(t.plain("button-back"), ShowThemes(owner, home)),),
    ]


def _system_rows(t: Translator, owner: int, mark: str) -> list[Row]:
    return [
        *packed(
            [
                Button(t.plain("theme-test"), TestTheme(owner, mark)),
                Button(t.plain("theme-copy"), CopyTheme(owner, mark)),
            ]
        ),
        (
            Button("Excel", ExportTheme(owner, mark, "xlsx")),
            Button("CSV", ExportTheme(owner, mark, "csv")),
            Button("JSON", ExportTheme(owner, mark, "json")),
        ),
        (Button(t.plain("button-back"), ShowThemes(owner, short_id(ROOT))),),
    ]


def _class_label(t: Translator, one: Entity) -> str:
    n = len(one.associations.words) + len(one.associations.strict)
    return t.plain("class-words", name=cut(one.title or "–", 36), n=n)


def _words_line(t: Translator, one: Entity, kind: str) -> Html:
    words = words_of(one, kind)
    told = cut(", ".join(words[:MOST_SHOWN]), LONGEST_LIST)
    if len(words) > MOST_SHOWN and not told.endswith("…"):
        told += " …"
    return t.html(f"listed-{kind}", words=told or "–")


def _turning(t: Translator, page: int, pages: int, to: Turn) -> list[Row]:
    buttons = []
    if page > 0:
        buttons.append(Button(t.plain("page-previous"), to(page - 1)))
    if page + 1 < pages:
        buttons.append(Button(t.plain("page-next"), to(page + 1)))
    return [tuple(buttons)] if buttons else []
