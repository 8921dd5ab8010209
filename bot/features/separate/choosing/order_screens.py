"""How an order looks before Start: what will be done, with what, for how much."""

from collections.abc import Mapping, Sequence

from bot.chat.callbacks import (
    CompareWith,
    RemoveCompared,
    SavePreset,
    ShowAbout,
    ShowCompared,
    ShowFormats,
    ShowGoals,
    ShowOptions,
    ShowOrder,
    StartAnyway,
    StartJob,
    ToggleFavourite,
)
from bot.chat.display.screen import Button, Row, Screen
from bot.chat.display.translator import Html, Translator, join
from bot.chat.incoming.event import Told
from bot.features.catalogue import PREMIUM_ONLY, Book, long_description, short_description
from bot.features.separate.choosing.card_screens import name_of
from bot.features.separate.choosing.list_position import back_to
from bot.features.separate.choosing.option_screens import back, format_key, value_shown
from bot.features.separate.choosing.order_summary import Order
from bot.features.separate.draft.choice import Choice, Pick, visible
from bot.mvsep import Algorithm, Field


def order(t: Translator, draft: int, shown: Order) -> Screen:
    """What will be done, said once more before credits are spent."""
    text = join(
        _order_title(t, shown),
        *_about_lines(t, shown),
        t.html("order-format", format=t.plain(format_key(shown.choice.output_format))),
        _stems_line(t, shown.algorithm),
        *(t.html("order-beside", name=each.name) for each in shown.beside),
        price_line(t, shown),
        *(t.html(gate.key, **gate.arguments) for gate in shown.gates),
    )
    return Screen(text, tuple(row for row in _order_rows(t, draft, shown) if row))


def sure(t: Translator, draft: int, told: Told) -> Screen:
    """Once more before a job that costs more than the person wanted to be warned of."""
    return Screen(
        t.html(told.key, **told.arguments),
        (
            (Button(t.plain("order-start-anyway"), StartAnyway(draft)),),
            (back(t, ShowOrder(draft)),),
        ),
    )


def compared(t: Translator, draft: int, found: Mapping[int, Algorithm]) -> Screen:
    """All that will run on the song, by their positions; one of them can be taken out."""
    rows = [
        (
            Button(
                t.plain("compare-remove", name=each.name),
                RemoveCompared(draft, position, each.render_id),
            ),
        )
        for position, each in found.items()
    ]
    return Screen(t.html("compare-list"), (*rows, (back(t, ShowOrder(draft)),)))


def ask_reference(t: Translator, draft: int, algorithm: Algorithm) -> Screen:
    """The second file of an algorithm that matches one song to another."""
    text = t.html("reference-ask", name=algorithm.name)
    return Screen(text, ((back(t, ShowGoals(draft)),),))


def about(t: Translator, draft: int, algorithm: Algorithm) -> Screen:
    """The service's own description, in full; mostly it begins with the name itself."""
    said = long_description(algorithm, t.language) or t.html("about-none")
    title = t.html("group-title", group=algorithm.name)
    text = join(
        "" if said.startswith(title) else title,
        said,
        _rating_line(t, algorithm),
    )
    return Screen(text, ((back(t, ShowOrder(draft)),),))


def names_of(picks: Sequence[Pick], book: Book) -> list[Algorithm]:
    return [found for each in picks if (found := book.get(each.sep_type))]


def _order_title(t: Translator, shown: Order) -> Html:
    song = name_of(t, shown.contents)
    if shown.choice.goal:
        return t.html("order-goal", goal=t.plain(f"goal-{shown.choice.goal}"), song=song)
    return t.html("order-for", name=shown.algorithm.name, song=song)


def _about_lines(t: Translator, shown: Order) -> list[Html]:
    """A goal says in one line how it is reached; an algorithm chosen by name says all about itself."""
    fields = visible(shown.algorithm, shown.choice)
    if shown.choice.goal:
        first = [_option_html(t, each, shown.choice) for each in fields[:1]]
        return [t.html("order-algorithm", name=shown.algorithm.name), *first]
    description = short_description(shown.algorithm, t.language)
    said = t.html("order-description", text=description) if description else Html("")
    settings = [_option_html(t, each, shown.choice) for each in fields]
    return [said, _rating_line(t, shown.algorithm), *settings]


def _order_rows(t: Translator, draft: int, shown: Order) -> list[Row]:
    choice, algorithm = shown.choice, shown.algorithm
    fields = visible(algorithm, choice)
    format_name = t.plain(format_key(choice.output_format))
    options_button = [Button(t.plain("order-options"), ShowOptions(draft))] if fields else []
    star = Button(
        t.plain("order-unstar" if shown.starred else "order-star"), ToggleFavourite(draft)
    )
    return [
        (Button(t.plain("order-start"), StartJob(draft)),) if shown.open else (),
        (
            *options_button,
            Button(t.plain("order-format-button", format=format_name), ShowFormats(draft)),
        ),
        (star, Button(t.plain("order-about"), ShowAbout(draft))),
        (
            Button(t.plain("order-compare"), CompareWith(draft)),
            Button(t.plain("order-save"), SavePreset(draft)),
        ),
        (Button(t.plain("order-compared"), ShowCompared(draft)),) if choice.also else (),
        (back(t, back_to(draft, choice)),),
    ]


def _option_html(t: Translator, shown: Field, choice: Choice) -> Html:
    value = value_shown(t, shown, choice)[:200]
    return t.html("order-option", field=shown.text, value=value)


def _stems_line(t: Translator, algorithm: Algorithm) -> Html:
    if not algorithm.stems:
        return Html("")
    return t.html("order-stems", stems=", ".join(algorithm.stems))


def _rating_line(t: Translator, algorithm: Algorithm) -> Html:
    used = t.number(algorithm.usage)
    if algorithm.rating is None:
        return t.html("order-used", n=used)
    rating = t.number(algorithm.rating, digits=1)
    return t.html("order-rating", rating=rating, votes=t.number(algorithm.votes), n=used)


def price_line(t: Translator, shown: Order) -> Html:
    if shown.account and not shown.account.premium:
        return t.html("order-free")
    if shown.price is None:
        return Html("")
    if shown.account:
        return t.html("order-price-have", n=shown.price, have=t.number(shown.account.credits))
    if shown.algorithm.orientation == PREMIUM_ONLY:
        return t.html("order-premium")
    return t.html("order-price", n=shown.price)
