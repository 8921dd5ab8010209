"""How the options of an algorithm and the output formats are chosen."""

from bot.chat.callbacks import (
    ChooseFormat,
    ChooseOption,
    OfDraft,
    ShowField,
    ShowOptions,
    ShowOrder,
)
from bot.chat.display.screen import LABEL_LIMIT, Button, Screen, cut, in_pairs, page_of
from bot.chat.display.translator import Translator, join
from bot.features.separate.choosing.paging import PER_PAGE, turning
from bot.features.separate.draft.choice import (
    FORMATS,
    Choice,
    label_of,
    option_id,
    value_of,
    visible,
)
from bot.features.separate.pricing.file_sizes import stem_size
from bot.mvsep import Algorithm, Field


def options(t: Translator, draft: int, algorithm: Algorithm, choice: Choice) -> Screen:
    """Every field that applies, with its present value."""
    rows = [
        (
            Button(
                t.plain("option-button", field=each.text, value=value_shown(t, each, choice)),
                ShowField(draft, each.name),
            ),
        )
        for each in visible(algorithm, choice)
    ]
    text = t.html("options-title", name=algorithm.name)
    return Screen(text, (*rows, (back(t, ShowOrder(draft)),)))


def field_values(t: Translator, draft: int, shown: Field, choice: Choice, page: int) -> Screen:
    """The values of one field; a field of free text asks for the next message instead."""
    if not shown.options:
        text = t.html("option-write", field=shown.text)
        return Screen(text, ((back(t, ShowOptions(draft)),),))
    listed, page, pages = page_of(shown.options, page, PER_PAGE)
    chosen = value_of(choice, shown)
    rows = [
        (
            Button(
                marked(t, each.label, chosen=each.key == chosen),
                ChooseOption(draft, shown.name, option_id(each.key)),
            ),
        )
        for each in listed
    ]
    line, turn = turning(t, page, pages, lambda to: ShowField(draft, shown.name, to))
    text = join(t.html("field-title", field=shown.text), line)
    return Screen(text, (*rows, *turn, (back(t, ShowOptions(draft)),)))


def formats(t: Translator, draft: int, choice: Choice, seconds: int | None) -> Screen:
    """The six output formats, how big a stem gets, and what Telegram does with it."""
    buttons = [
        Button(
            marked(t, _format_label(t, number, seconds), chosen=number == choice.output_format),
            ChooseFormat(draft, number),
        )
        for number in range(len(FORMATS))
    ]
    text = join(t.html("formats-title"), t.html("formats-hint"))
    return Screen(text, (*in_pairs(buttons), (back(t, ShowOrder(draft)),)))


def format_key(output_format: int) -> str:
    return f"format-{FORMATS[output_format]}"


def value_shown(t: Translator, shown: Field, choice: Choice) -> str:
    """The present value of a field, for people."""
    return label_of(shown, value_of(choice, shown)) or t.plain("option-unset")


def marked(t: Translator, label: str, *, chosen: bool) -> str:
    return t.plain("option-chosen", label=cut(label, LABEL_LIMIT - 2)) if chosen else label


def back(t: Translator, to: OfDraft) -> Button:
    return Button(t.plain("button-back"), to)


def _format_label(t: Translator, number: int, seconds: int | None) -> str:
    name = t.plain(format_key(number))
    if not seconds:
        return name
    return t.plain("format-size", name=name, size=t.size(stem_size(number, seconds)))
