"""How choosing looks: the card of a song, the order before Start, options, formats."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.chat.callbacks import (
    ChooseAlgorithm,
    ChooseFormat,
    ChooseGoal,
    ChooseOption,
    ChooseRemoteType,
    CompareWith,
    ForgetDraft,
    OfDraft,
    SameAgain,
    SavePreset,
    ShowAbout,
    ShowField,
    ShowFormats,
    ShowGoals,
    ShowGroups,
    ShowOptions,
    ShowOrder,
    ShowPresets,
    StartAnyway,
    StartJob,
    ToggleFavourite,
)
from bot.chat.event import Told
from bot.chat.screen import LABEL_LIMIT, Button, Row, Screen, cut, in_pairs, packed, page_of
from bot.chat.translator import Html, Translator, join
from bot.features.catalogue import (
    FROM_NOTHING,
    PREMIUM_ONLY,
    Book,
    long_description,
    short_description,
)
from bot.features.separate.choice import (
    FORMATS,
    Choice,
    Pick,
    label_of,
    missing_texts,
    option_id,
    value_of,
    visible,
)
from bot.features.separate.gates import Gate
from bot.features.separate.goals import reachable
from bot.features.separate.material import Material
from bot.features.separate.origins import back_to
from bot.features.separate.paging import turning
from bot.features.separate.sizes import stem_size
from bot.features.separate.song import Song
from bot.mvsep import Account, Algorithm, Field

PER_PAGE = 8
LONGEST_TITLE = 100  # characters; a message holds eight of them
LONGEST_SHOWN = 300  # characters of an address
MOST_NAMED = 5  # songs of a batch that the card names
REMOTE_TYPES = ("direct", "drive", "dropbox", "mega")


@dataclass(frozen=True, slots=True)
class Last:
    """The choice of somebody's last job, ready to be pressed again."""

    algorithm: str
    output_format: int


@dataclass(frozen=True, slots=True)
class Order:
    """All that the confirmation shows. `price` in credits, None where it cannot be told."""

    material: Material
    algorithm: Algorithm
    choice: Choice
    beside: Sequence[Algorithm] = ()
    price: int | None = None
    account: Account | None = None
    gates: Sequence[Gate] = field(default_factory=tuple)
    starred: bool = False

    @property
    def spends(self) -> int:
        """Credits that will really be taken: a free plan pays nothing."""
        pays = self.account is None or self.account.premium
        return self.price or 0 if pays else 0

    @property
    def open(self) -> bool:
        return not any(gate.closed for gate in self.gates)


def title_of(t: Translator, song: Song) -> str:
    """The song's name for people, plain."""
    if song.kind == "none":
        return t.plain("song-none-title")
    if song.title:
        return cut(song.title, LONGEST_TITLE)
    if song.kind == "link" and song.url:
        return t.plain("song-link-title", host=song.url.split("/")[2])
    return t.plain("song-untitled")


def name_of(t: Translator, material: Material) -> str:
    """One song's title, or how many there are."""
    if len(material.songs) > 1:
        return t.plain("songs-count", n=len(material.songs))
    return title_of(t, material.song)


def song_line(t: Translator, song: Song) -> Html:
    """`Feeling Good · Nina S. · 2:54 · 6.9 MB`, with what is known."""
    facts = [
        song.performer,
        t.duration(song.duration) if song.duration else None,
        t.size(song.size) if song.size else None,
        t.plain(f"kind-{song.remote_type}") if song.remote_type else None,
    ]
    rest = " · ".join(fact for fact in facts if fact)
    title = title_of(t, song)
    return (
        t.html("song-line", title=title, rest=rest)
        if rest
        else t.html("song-line-bare", title=title)
    )


def card(
    t: Translator, draft: int, material: Material, book: Book, last: Last | None, presets: int
) -> Screen:
    """The first answer to a song: what it is, the same as last time, and the goals."""
    goals = [
        Button(t.plain(f"goal-{goal.key}"), ChooseGoal(draft, goal.key))
        for goal in reachable(book)
    ]
    more = Button(t.plain("goal-more"), ShowGroups(draft))
    saved = [Button(t.plain("presets-button", n=presets), ShowPresets(draft))] if presets else []
    rows = (
        *((_same_again(t, draft, last),) if last else ()),
        *packed([*goals, *saved, more, _forget(t, draft)]),
    )
    return Screen(
        join(_what(t, material), t.html("card-what")), (*_kinds(t, draft, material), *rows)
    )


def creations(t: Translator, draft: int, book: Book) -> Screen:
    """What can be made from words alone."""
    rows = [
        (Button(each.name, ChooseAlgorithm(draft, each.render_id)),)
        for each in book.of_widget(FROM_NOTHING)
    ]
    key = "create-ask" if rows else "create-none"
    return Screen(t.html(key), (*rows, (_forget(t, draft),)))


def card_before_link(t: Translator, draft: int, material: Material, link: Button) -> Screen:
    """The same for somebody without a linked account: the song is kept, the link comes first."""
    text = join(_what(t, material), t.html("card-need-link"))
    return Screen(text, ((link,), (_forget(t, draft),)))


def card_later(t: Translator, draft: int, material: Material) -> Screen:
    """While the service is down and its catalogue was never seen: the song is kept."""
    again = Button(t.plain("button-retry"), ShowGoals(draft))
    text = join(_what(t, material), t.html("card-service-down"))
    return Screen(text, ((again, _forget(t, draft)),))


def order(t: Translator, draft: int, shown: Order) -> Screen:
    """What will be done, said once more before credits are spent."""
    text = join(
        _order_title(t, shown),
        *_about_lines(t, shown),
        t.html("order-format", format=t.plain(format_key(shown.choice.output_format))),
        _stems_line(t, shown.algorithm),
        *(t.html("order-beside", name=each.name) for each in shown.beside),
        _price_line(t, shown),
        *(t.html(gate.key, **gate.arguments) for gate in shown.gates),
    )
    return Screen(text, tuple(row for row in _order_rows(t, draft, shown) if row))


def sure(t: Translator, draft: int, told: Told) -> Screen:
    """Once more before a job that costs more than the person wanted to be warned of."""
    return Screen(
        t.html(told.key, **told.arguments),
        (
            (Button(t.plain("order-start-anyway"), StartAnyway(draft)),),
            (_back(t, ShowOrder(draft)),),
        ),
    )


def ask_reference(t: Translator, draft: int, algorithm: Algorithm) -> Screen:
    """The second file of an algorithm that matches one song to another."""
    text = t.html("reference-ask", name=algorithm.name)
    return Screen(text, ((_back(t, ShowGoals(draft)),),))


def about(t: Translator, draft: int, algorithm: Algorithm) -> Screen:
    """The service's own description, in full."""
    text = join(
        t.html("group-title", group=algorithm.name),
        long_description(algorithm, t.language) or t.html("about-none"),
        _rating_line(t, algorithm),
    )
    return Screen(text, ((_back(t, ShowOrder(draft)),),))


def options(t: Translator, draft: int, algorithm: Algorithm, choice: Choice) -> Screen:
    """Every field that applies, with its present value."""
    rows = [
        (Button(_option_text(t, "option-button", each, choice), ShowField(draft, each.name)),)
        for each in visible(algorithm, choice)
    ]
    text = t.html("options-title", name=algorithm.name)
    return Screen(text, (*rows, (_back(t, ShowOrder(draft)),)))


def field_values(t: Translator, draft: int, shown: Field, choice: Choice, page: int) -> Screen:
    """The values of one field; a field of free text asks for the next message instead."""
    if not shown.options:
        text = t.html("option-write", field=shown.text)
        return Screen(text, ((_back(t, ShowOptions(draft)),),))
    listed, page, pages = page_of(shown.options, page, PER_PAGE)
    chosen = value_of(choice, shown)
    rows = [
        (
            Button(
                _marked(t, each.label, chosen=each.key == chosen),
                ChooseOption(draft, shown.name, option_id(each.key)),
            ),
        )
        for each in listed
    ]
    line, turn = turning(t, page, pages, lambda to: ShowField(draft, shown.name, to))
    text = join(t.html("field-title", field=shown.text), line)
    return Screen(text, (*rows, *turn, (_back(t, ShowOptions(draft)),)))


def formats(t: Translator, draft: int, choice: Choice, seconds: int | None) -> Screen:
    """The six output formats, how big a stem gets, and what Telegram does with it."""
    buttons = [
        Button(
            _marked(t, _format_label(t, number, seconds), chosen=number == choice.output_format),
            ChooseFormat(draft, number),
        )
        for number in range(len(FORMATS))
    ]
    text = join(t.html("formats-title"), t.html("formats-hint"))
    return Screen(text, (*in_pairs(buttons), (_back(t, ShowOrder(draft)),)))


def format_key(output_format: int) -> str:
    return f"format-{FORMATS[output_format]}"


def names_of(picks: Sequence[Pick], book: Book) -> list[Algorithm]:
    return [found for each in picks if (found := book.get(each.sep_type))]


def _what(t: Translator, material: Material) -> Html:
    if len(material.songs) == 1:
        return join(song_line(t, material.song), _address(t, material.song))
    named = [t.html("songs-item", title=title_of(t, each)) for each in material.songs[:MOST_NAMED]]
    rest = len(material.songs) - MOST_NAMED
    more = t.html("songs-more", n=rest) if rest > 0 else Html("")
    return join(t.html("songs-title", n=len(material.songs)), *named, more)


def _same_again(t: Translator, draft: int, last: Last) -> Row:
    format_name = t.plain(format_key(last.output_format))
    name = last.algorithm.partition(" (")[0]  # its stems would push the format off the button
    label = t.plain("card-same", name=name, format=format_name)
    return (Button(label, SameAgain(draft)),)


def _kinds(t: Translator, draft: int, material: Material) -> tuple[Row, ...]:
    """For a link whose host says nothing, the person may know better what it is."""
    song = material.song
    if len(material.songs) > 1 or song.remote_type != "direct":
        return ()
    if song.title:
        return ()  # an address that ends like a file is one
    buttons = [
        Button(
            _marked(t, t.plain(f"kind-{kind}"), chosen=kind == song.remote_type),
            ChooseRemoteType(draft, kind),
        )
        for kind in REMOTE_TYPES
    ]
    return in_pairs(buttons)


def _order_title(t: Translator, shown: Order) -> Html:
    song = name_of(t, shown.material)
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
    ready = shown.open and not missing_texts(algorithm, choice)
    fields = visible(algorithm, choice)
    format_name = t.plain(format_key(choice.output_format))
    options_button = [Button(t.plain("order-options"), ShowOptions(draft))] if fields else []
    star = Button(
        t.plain("order-unstar" if shown.starred else "order-star"), ToggleFavourite(draft)
    )
    return [
        (Button(t.plain("order-start"), StartJob(draft)),) if ready else (),
        (
            *options_button,
            Button(t.plain("order-format-button", format=format_name), ShowFormats(draft)),
        ),
        (star, Button(t.plain("order-about"), ShowAbout(draft))),
        (
            Button(t.plain("order-compare"), CompareWith(draft)),
            Button(t.plain("order-save"), SavePreset(draft)),
        ),
        (_back(t, back_to(draft, choice)),),
    ]


def _option_html(t: Translator, shown: Field, choice: Choice) -> Html:
    value = label_of(shown, value_of(choice, shown)) or t.plain("option-unset")
    return t.html("order-option", field=shown.text, value=value[:200])


def _option_text(t: Translator, key: str, shown: Field, choice: Choice) -> str:
    value = label_of(shown, value_of(choice, shown)) or t.plain("option-unset")
    return t.plain(key, field=shown.text, value=value)


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


def _price_line(t: Translator, shown: Order) -> Html:
    if shown.account and not shown.account.premium:
        return t.html("order-free")
    if shown.price is None:
        return Html("")
    if shown.account:
        return t.html("order-price-have", n=shown.price, have=t.number(shown.account.credits))
    if shown.algorithm.orientation == PREMIUM_ONLY:
        return t.html("order-premium")
    return t.html("order-price", n=shown.price)


def _format_label(t: Translator, number: int, seconds: int | None) -> str:
    name = t.plain(format_key(number))
    if not seconds:
        return name
    return t.plain("format-size", name=name, size=t.size(stem_size(number, seconds)))


def _address(t: Translator, song: Song) -> Html:
    if song.kind != "link":
        return Html("")
    return join(
        t.html("card-link", url=cut(song.url or "", LONGEST_SHOWN)), t.html("card-link-check")
    )


def _marked(t: Translator, label: str, *, chosen: bool) -> str:
    return t.plain("option-chosen", label=cut(label, LABEL_LIMIT - 2)) if chosen else label


def _back(t: Translator, to: OfDraft) -> Button:
    return Button(t.plain("button-back"), to)


def _forget(t: Translator, draft: int) -> Button:
    return Button(t.plain("button-cancel"), ForgetDraft(draft))
