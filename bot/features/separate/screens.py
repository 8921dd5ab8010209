"""How choosing looks: the card of a song, goals, groups, algorithms, options, formats."""

from collections.abc import Callable

from bot.chat.callbacks import (
    ChooseAlgorithm,
    ChooseFormat,
    ChooseGoal,
    ChooseOption,
    ForgetDraft,
    OfDraft,
    ShowField,
    ShowFormats,
    ShowGoals,
    ShowGroup,
    ShowGroups,
    ShowOptions,
    ShowOrder,
    StartJob,
)
from bot.chat.screen import Button, Row, Screen, in_pairs, page_of
from bot.chat.translator import Html, Translator, join
from bot.features.catalogue import PREMIUM_ONLY, Book, Group
from bot.features.separate.choice import FORMATS, Choice, label_of, option_id, value_of, visible
from bot.features.separate.goals import reachable
from bot.features.separate.song import Song
from bot.mvsep import Algorithm, Field

PER_PAGE = 8


def title_of(t: Translator, song: Song) -> str:
    """The song's name for people, plain."""
    if song.title:
        return song.title
    if song.kind == "link" and song.url:
        return t.plain("song-link-title", host=song.url.split("/")[2])
    return t.plain("song-untitled")


def song_line(t: Translator, song: Song) -> Html:
    """`Feeling Good · Nina S. · 2:54 · 6.9 MB`, with what is known."""
    facts = [
        song.performer,
        t.duration(song.duration) if song.duration else None,
        t.size(song.size) if song.size else None,
        t.plain(f"kind-{song.remote_type}") if song.remote_type else None,
    ]
    rest = " · ".join(fact for fact in facts if fact)
    return (
        t.html("song-line", title=title_of(t, song), rest=rest)
        if rest
        else t.html("song-line-bare", title=title_of(t, song))
    )


def card(t: Translator, draft: int, song: Song, book: Book) -> Screen:
    """The first answer to a song: what it is, and the goals."""
    goals = [
        Button(t.plain(f"goal-{goal.key}"), ChooseGoal(draft, goal.key))
        for goal in reachable(book)
    ]
    more = Button(t.plain("goal-more"), ShowGroups(draft))
    text = join(song_line(t, song), _address(t, song), t.html("card-what"))
    return Screen(text, (*in_pairs(goals), (more, _forget(t, draft))))


def card_before_link(t: Translator, draft: int, song: Song, link: Button) -> Screen:
    """The same for somebody without a linked account: the song is kept, the link comes first."""
    text = join(song_line(t, song), _address(t, song), t.html("card-need-link"))
    return Screen(text, ((link,), (_forget(t, draft),)))


def card_later(t: Translator, draft: int, song: Song) -> Screen:
    """While the service is down and its catalogue was never seen: the song is kept."""
    again = Button(t.plain("button-retry"), ShowGoals(draft))
    text = join(song_line(t, song), t.html("card-service-down"))
    return Screen(text, ((again, _forget(t, draft)),))


def groups(t: Translator, draft: int, song: Song, book: Book, page: int) -> Screen:
    """The catalogue's groups."""
    shown, page, pages = page_of(book.groups(), page, PER_PAGE)
    rows = [(Button(_group_label(t, group), ShowGroup(draft, group.id)),) for group in shown]
    turn = _turn(t, page, pages, lambda to: ShowGroups(draft, to))
    text = join(t.html("groups-title", song=title_of(t, song)), _page_line(t, page, pages))
    return Screen(text, (*rows, *turn, (_back(t, ShowGoals(draft)),)))


def group(t: Translator, draft: int, chosen: Group, page: int) -> Screen:
    """The algorithms of one group, the most used first."""
    shown, page, pages = page_of(chosen.algorithms, page, PER_PAGE)
    rows = [
        (Button(_algorithm_label(t, each), ChooseAlgorithm(draft, each.render_id)),)
        for each in shown
    ]
    turn = _turn(t, page, pages, lambda to: ShowGroup(draft, chosen.id, to))
    text = join(t.html("group-title", group=chosen.name), _page_line(t, page, pages))
    return Screen(text, (*rows, *turn, (_back(t, ShowGroups(draft)),)))


def order(t: Translator, draft: int, song: Song, algorithm: Algorithm, choice: Choice) -> Screen:
    """What will be done, said once more before credits are spent."""
    fields = visible(algorithm, choice)
    settings = [_option_line(t, each, choice) for each in fields]
    text = join(
        _order_title(t, song, algorithm, choice),
        Html("") if not choice.goal else t.html("order-algorithm", name=algorithm.name),
        *settings,
        t.html("order-format", format=t.plain(format_key(choice.output_format))),
        _stems_line(t, algorithm),
        _price_line(t, song, algorithm),
    )
    options = [Button(t.plain("order-options"), ShowOptions(draft))] if fields else []
    format_name = t.plain(format_key(choice.output_format))
    change = Button(t.plain("order-format-button", format=format_name), ShowFormats(draft))
    back = ShowGoals(draft) if choice.goal else ShowGroup(draft, algorithm.group_id)
    return Screen(
        text,
        (
            (Button(t.plain("order-start"), StartJob(draft)),),
            (*options, change),
            (_back(t, back),),
        ),
    )


def options(t: Translator, draft: int, algorithm: Algorithm, choice: Choice) -> Screen:
    """Every field that applies, with its present value."""
    rows = [
        (Button(_option_button(t, each, choice), ShowField(draft, each.name)),)
        for each in visible(algorithm, choice)
    ]
    text = t.html("options-title", name=algorithm.name)
    return Screen(text, (*rows, (_back(t, ShowOrder(draft)),)))


def field(t: Translator, draft: int, shown: Field, choice: Choice, page: int) -> Screen:
    """The values of one field; a field of free text asks for the next message instead."""
    if not shown.options:
        text = t.html("option-write", field=shown.text)
        return Screen(text, ((_back(t, ShowOptions(draft)),),))
    listed, page, pages = page_of(shown.options, page, PER_PAGE)
    chosen = value_of(choice, shown)
    rows = [
        (
            Button(
                t.plain("option-chosen", label=each.label) if each.key == chosen else each.label,
                ChooseOption(draft, shown.name, option_id(each.key)),
            ),
        )
        for each in listed
    ]
    turn = _turn(t, page, pages, lambda to: ShowField(draft, shown.name, to))
    text = join(t.html("field-title", field=shown.text), _page_line(t, page, pages))
    return Screen(text, (*rows, *turn, (_back(t, ShowOptions(draft)),)))


def formats(t: Translator, draft: int, choice: Choice) -> Screen:
    """The six output formats and what they mean in Telegram."""
    buttons = []
    for number in range(len(FORMATS)):
        name = t.plain(format_key(number))
        chosen = number == choice.output_format
        label = t.plain("option-chosen", label=name) if chosen else name
        buttons.append(Button(label, ChooseFormat(draft, number)))
    text = join(t.html("formats-title"), t.html("formats-hint"))
    return Screen(text, (*in_pairs(buttons), (_back(t, ShowOrder(draft)),)))


def format_key(output_format: int) -> str:
    return f"format-{FORMATS[output_format]}"


def _order_title(t: Translator, song: Song, algorithm: Algorithm, choice: Choice) -> Html:
    if choice.goal:
        goal = t.plain(f"goal-{choice.goal}")
        return t.html("order-goal", goal=goal, song=title_of(t, song))
    return t.html("order-for", name=algorithm.name, song=title_of(t, song))


def _option_line(t: Translator, shown: Field, choice: Choice) -> Html:
    value = label_of(shown, value_of(choice, shown)) or t.plain("option-unset")
    return t.html("order-option", field=shown.text, value=value)


def _option_button(t: Translator, shown: Field, choice: Choice) -> str:
    value = label_of(shown, value_of(choice, shown)) or t.plain("option-unset")
    return t.plain("option-button", field=shown.text, value=value)


def _stems_line(t: Translator, algorithm: Algorithm) -> Html:
    if not algorithm.stems:
        return Html("")
    return t.html("order-stems", stems=", ".join(algorithm.stems))


def _price_line(t: Translator, song: Song, algorithm: Algorithm) -> Html:
    """`max(1, floor(seconds × coefficient / 60))` credits (MVSEP API document, `price_coefficient`)."""
    if algorithm.orientation == PREMIUM_ONLY:
        return t.html("order-premium")
    if not song.duration:
        return Html("")
    credits = max(1, int(song.duration * algorithm.price_coefficient / 60))
    return t.html("order-price", n=credits)


def _address(t: Translator, song: Song) -> Html:
    if song.kind != "link":
        return Html("")
    return join(t.html("card-link", url=song.url or ""), t.html("card-link-check"))


def _group_label(t: Translator, shown: Group) -> str:
    return t.plain("group-button", name=shown.name, n=len(shown.algorithms))


def _algorithm_label(t: Translator, algorithm: Algorithm) -> str:
    if algorithm.orientation == PREMIUM_ONLY:
        return t.plain("premium-mark", name=algorithm.name)
    return algorithm.name


def _page_line(t: Translator, page: int, pages: int) -> Html:
    return t.html("page-of", page=page + 1, pages=pages) if pages > 1 else Html("")


def _turn(t: Translator, page: int, pages: int, to: Callable[[int], OfDraft]) -> tuple[Row, ...]:
    """The row that turns pages; none where there is one page."""
    row: list[Button] = []
    if page > 0:
        row.append(Button(t.plain("page-previous"), to(page - 1)))
    if page + 1 < pages:
        row.append(Button(t.plain("page-next"), to(page + 1)))
    return (tuple(row),) if row else ()


def _back(t: Translator, to: OfDraft) -> Button:
    return Button(t.plain("button-back"), to)


def _forget(t: Translator, draft: int) -> Button:
    return Button(t.plain("button-cancel"), ForgetDraft(draft))
