"""How a song's card looks: what it is, and what can be done with it."""

from dataclasses import dataclass

from bot.chat.callbacks import (
    ChooseAlgorithm,
    ChooseGoal,
    ChooseRemoteType,
    ForgetDraft,
    SameAgain,
    ShowCreations,
    ShowGoals,
    ShowGroups,
    ShowPresets,
)
from bot.chat.display.screen import Button, Row, Screen, cut, in_pairs, packed, page_of
from bot.chat.display.translator import Html, Translator, join
from bot.features.catalogue import FROM_NOTHING, Book
from bot.features.separate.choosing.goals import reachable
from bot.features.separate.choosing.option_screens import format_key, marked
from bot.features.separate.choosing.paging import PER_PAGE, turning
from bot.features.separate.draft.contents import DraftContents
from bot.features.separate.draft.song import Song

LONGEST_TITLE = 100  # characters; a message holds eight of them
LONGEST_SHOWN = 300  # characters of an address
MOST_NAMED = 5  # songs of a batch that the card names
REMOTE_TYPES = ("direct", "drive", "dropbox", "mega")


@dataclass(frozen=True, slots=True)
class Last:
    """The choice of somebody's last job, ready to be pressed again."""

    algorithm: str
    output_format: int


def title_of(t: Translator, song: Song) -> str:
    """The song's name for people, plain."""
    if song.kind == "none":
        return t.plain("song-none-title")
    if song.title:
        return cut(song.title, LONGEST_TITLE)
    if song.kind == "link" and song.url:
        return t.plain("song-link-title", host=song.url.split("/")[2])
    return t.plain("song-untitled")


def name_of(t: Translator, contents: DraftContents) -> str:
    """One song's title, or how many there are."""
    if len(contents.songs) > 1:
        return t.plain("songs-count", n=len(contents.songs))
    return title_of(t, contents.song)


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
    t: Translator, draft: int, contents: DraftContents, book: Book, last: Last | None, presets: int
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
        join(_what(t, contents), t.html("card-what")), (*_kinds(t, draft, contents), *rows)
    )


def creations(t: Translator, draft: int, book: Book, page: int) -> Screen:
    """What can be made from words alone."""
    shown, page, pages = page_of(book.of_widget(FROM_NOTHING), page, PER_PAGE)
    rows = [(Button(each.name, ChooseAlgorithm(draft, each.render_id)),) for each in shown]
    line, turn = turning(t, page, pages, lambda to: ShowCreations(draft, to))
    text = join(t.html("create-ask" if rows else "create-none"), line)
    return Screen(text, (*rows, *turn, (_forget(t, draft),)))


def card_before_link(t: Translator, draft: int, contents: DraftContents, link: Button) -> Screen:
    """The same for somebody without a linked account: the song is kept, the link comes first."""
    text = join(_what(t, contents), t.html("card-need-link"))
    return Screen(text, ((link,), (_forget(t, draft),)))


def card_later(t: Translator, draft: int, contents: DraftContents) -> Screen:
    """While the service is down and its catalogue was never seen: the song is kept."""
    again = Button(t.plain("button-retry"), ShowGoals(draft))
    text = join(_what(t, contents), t.html("card-service-down"))
    return Screen(text, ((again, _forget(t, draft)),))


def _what(t: Translator, contents: DraftContents) -> Html:
    if len(contents.songs) == 1:
        line = song_line(t, contents.song)
        return join(line, _address(t, contents.song), _left_out(t, contents))
    named = [t.html("songs-item", title=title_of(t, each)) for each in contents.songs[:MOST_NAMED]]
    rest = len(contents.songs) - MOST_NAMED
    more = t.html("songs-more", n=rest) if rest > 0 else Html("")
    return join(t.html("songs-title", n=len(contents.songs)), *named, more, _left_out(t, contents))


def _same_again(t: Translator, draft: int, last: Last) -> Row:
    format_name = t.plain(format_key(last.output_format))
    name = last.algorithm.partition(" (")[0]  # its stems would push the format off the button
    label = t.plain("card-same", name=name, format=format_name)
    return (Button(label, SameAgain(draft)),)


def _kinds(t: Translator, draft: int, contents: DraftContents) -> tuple[Row, ...]:
    """For a link whose host says nothing, the person may know better what it is."""
    song = contents.song
    if len(contents.songs) > 1 or song.remote_type != "direct":
        return ()
    if song.title:
        return ()  # an address that ends like a file is one
    buttons = [
        Button(
            marked(t, t.plain(f"kind-{kind}"), chosen=kind == song.remote_type),
            ChooseRemoteType(draft, kind),
        )
        for kind in REMOTE_TYPES
    ]
    return in_pairs(buttons)


def _address(t: Translator, song: Song) -> Html:
    if song.kind != "link":
        return Html("")
    return join(
        t.html("card-link", url=cut(song.url or "", LONGEST_SHOWN)), t.html("card-link-check")
    )


def _left_out(t: Translator, contents: DraftContents) -> Html:
    """Links beside the songs that lead to none."""
    hosts = ", ".join(dict.fromkeys(each.left_out for each in contents.songs if each.left_out))
    return t.html("links-left-out", hosts=cut(hosts, LONGEST_SHOWN)) if hosts else Html("")


def _forget(t: Translator, draft: int) -> Button:
    return Button(t.plain("button-cancel"), ForgetDraft(draft))
