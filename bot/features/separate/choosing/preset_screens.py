"""How presets look."""

from collections.abc import Sequence

from bot.chat.callbacks import (
    DeletePreset,
    KeepShared,
    RenamePreset,
    ShowGoals,
    ShowOrder,
    ShowPreset,
    ShowPresets,
    UsePreset,
)
from bot.chat.display.screen import Button, Screen, page_of
from bot.chat.display.translator import Translator, join
from bot.features.separate.choosing.paging import PER_PAGE, turning
from storage import Preset


def ask_name(t: Translator, draft: int) -> Screen:
    back = Button(t.plain("button-back"), ShowOrder(draft))
    return Screen(t.html("preset-ask-name"), ((back,),))


def listing(t: Translator, draft: int, found: Sequence[Preset], page: int) -> Screen:
    shown, page, pages = page_of(found, page, PER_PAGE)
    rows = [(Button(each.name, ShowPreset(draft, each.id)),) for each in shown]
    line, turn = turning(t, page, pages, lambda to: ShowPresets(draft, to))
    text = join(t.html("presets-title") if found else t.html("presets-none"), line)
    return Screen(text, (*rows, *turn, (Button(t.plain("button-back"), ShowGoals(draft)),)))


def one(t: Translator, draft: int, preset: Preset, algorithm: str, link: str) -> Screen:
    """A preset with what can be done to it; the link is for whoever shall have a copy."""
    return Screen(
        t.html("preset-title", name=preset.name, algorithm=algorithm, link=link),
        (
            (Button(t.plain("preset-use"), UsePreset(draft, preset.id)),),
            (
                Button(t.plain("preset-rename"), RenamePreset(draft, preset.id)),
                Button(t.plain("preset-delete"), DeletePreset(draft, preset.id)),
            ),
            (Button(t.plain("button-back"), ShowPresets(draft)),),
        ),
    )


def shared(t: Translator, preset: Preset, algorithm: str, owner: int) -> Screen:
    keep = Button(t.plain("preset-keep"), KeepShared(owner, preset.code))
    text = t.html("preset-shared", name=preset.name, algorithm=algorithm)
    return Screen(text, ((keep,),))
