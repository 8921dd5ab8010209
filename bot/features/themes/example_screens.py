"""How examples and tries look: the words texts have in common, and where a text would go."""

from collections.abc import Sequence

from bot.chat.callbacks import (
    CreateByExamples,
    ForgetExamples,
    ProposeWords,
    ReadTested,
    ShowTheme,
    TestTheme,
    TickWord,
    short_id,
)
from bot.chat.display.screen import Button, Row, Screen, cut, in_pairs
from bot.chat.display.translator import Translator, join
from bot.features.themes.class_guess import Guess
from bot.features.themes.screens import LONGEST, PER_PAGE
from bot.neuro_semantic import Theme


def examples(t: Translator, draft: int, name: str, count: int) -> Screen:
    """What was given so far; from three texts on the words can be shown."""
    rows: list[Row] = []
    if count:
        rows.append((Button(t.plain("examples-enough"), ProposeWords(draft)),))
    rows.append((Button(t.plain("button-cancel"), ForgetExamples(draft)),))
    key = "examples-ask" if count == 0 else "examples-more"
    return Screen(t.html(key, name=cut(name, LONGEST), n=count), tuple(rows))


def proposal(
    t: Translator, draft: int, name: str, words: Sequence[str], ticked: Sequence[int]
) -> Screen:
    """The words the examples have in common, to be ticked."""
    buttons = [
        Button(
            t.plain("option-chosen", label=cut(word, 26)) if at in ticked else cut(word, 28),
            TickWord(draft, at),
        )
        for at, word in enumerate(words)
    ]
    rows = [*in_pairs(buttons)]
    if ticked:
        rows.append((Button(t.plain("examples-create"), CreateByExamples(draft)),))
    rows.append((Button(t.plain("button-cancel"), ForgetExamples(draft)),))
    return Screen(t.html("examples-words", name=cut(name, LONGEST), n=len(ticked)), tuple(rows))


def guessed(
    t: Translator, owner: int, one: Theme, found: Sequence[Guess], draft: int | None
) -> Screen:
    """Where a text would go by its words; the service may decide otherwise, and can be asked."""
    lines = [
        t.html(
            "guess-stopped" if each.stopped else "guess-line",
            name=cut(each.title),
            words=cut(", ".join(each.stopped or each.hits), LONGEST),
        )
        for each in found[:PER_PAGE]
    ]
    mark = short_id(one.id)
    paid = () if draft is None else ((Button(t.plain("theme-test-paid"), ReadTested(draft)),),)
    rows = (
        *paid,
        (Button(t.plain("theme-test-again"), TestTheme(owner, mark)),),
        (Button(t.plain("button-back"), ShowTheme(owner, mark)),),
    )
    best = next((each for each in found if each.score), None)
    title = t.html("guess-best", name=cut(best.title, LONGEST)) if best else t.html("guess-none")
    return Screen(join(title, *lines, t.html("guess-honest")), rows)
