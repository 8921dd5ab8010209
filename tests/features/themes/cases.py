"""Every screen of themes, called with the values of a world."""

from dataclasses import replace

from bot.chat.display.screen import Screen
from bot.chat.display.translator import Translator
from bot.features.themes import example_screens, screens
from bot.features.themes.class_guess import Guess
from bot.features.themes.words import MOST_PROPOSED, MOST_WORDS
from bot.neuro_semantic import Directory, Entity, Folder
from tests.features.themes.values import entity, theme, themes
from tests.features.worlds import ROW, USER, World

QUESTIONS = (
    "folder-ask-name",
    "theme-ask-title",
    "theme-ask-descr",
    "theme-ask-file",
    "theme-ask-text",
    "class-ask-title",
    "examples-ask-title",
)


def foldering(t: Translator, w: World) -> dict[str, Screen]:
    here = Directory(str(ROW), w.name, "x" * 60)
    inside = Folder((here,) * 3, tuple(themes(w.name, 20)))
    mine = theme(w.name)
    return {
        "themes": screens.folder(t, USER, None, inside, 1),
        "no themes": screens.folder(t, USER, None, Folder((), ()), 0),
        "folder": screens.folder(t, USER, here, inside, 0),
        "empty folder": screens.folder(t, USER, here, Folder((), ()), 0),
        "delete a folder": screens.sure_about_folder(t, USER, here, 0),
        "really delete a folder": screens.sure_about_folder(t, USER, here, 1),
        "where to move": screens.move(t, USER, mine, [(here, 0)] * 20),
        "theme deleted": screens.deleted(t, USER, mine),
        "nowhere to move": screens.move(t, USER, mine, []),
        "move": screens.sure_to_move(t, USER, mine, here),
        "move to the top": screens.sure_to_move(t, USER, mine, None),
    }


def editing(t: Translator, w: World) -> dict[str, Screen]:
    mine, many = theme(w.name), theme(w.name, 100)
    ready = theme(w.name, 12, system=True)
    empty = replace(mine, entities=(), descr="")
    wordy = replace(mine, entities=(entity(w.name, MOST_WORDS),))
    bare = replace(mine, entities=(Entity(w.name),))
    return {
        "theme": screens.theme(t, USER, mine, 0),
        "theme of many classes": screens.theme(t, USER, many, 5),
        "theme of one class": screens.theme(t, USER, bare, 0),
        "theme without classes": screens.theme(t, USER, empty, 0),
        "ready-made theme": screens.theme(t, USER, ready, 1),
        "delete a theme": screens.sure_about_theme(t, USER, mine, 0),
        "really delete a theme": screens.sure_about_theme(t, USER, mine, 1),
        "delete an empty theme": screens.sure_about_theme(t, USER, empty, 0),
        "really delete an empty theme": screens.sure_about_theme(t, USER, empty, 1),
        "class": screens.entity(t, USER, mine, 1),
        "class of many words": screens.entity(t, USER, wordy, 0),
        "class without words": screens.entity(t, USER, bare, 0),
        "ready-made class": screens.entity(t, USER, ready, 0),
        "delete a class": screens.sure_about_class(t, USER, mine, 1),
        **{key: screens.question(t, USER, key) for key in QUESTIONS},
        **{
            f"write {each}": screens.ask_words(t, USER, wordy.entities[0], each)
            for each in screens.LISTS
        },
    }


def exemplifying(t: Translator, w: World) -> dict[str, Screen]:
    proposed = [f"{w.query} {at}" for at in range(MOST_PROPOSED)]
    hits = tuple(f"{w.name} {at}" for at in range(3))
    found = [Guess(w.name, 3, hits), Guess(w.name, 0, (), hits)] * 4
    return {
        "no examples": example_screens.examples(t, ROW, w.name, 0),
        "one example": example_screens.examples(t, ROW, w.name, 1),
        "three examples": example_screens.examples(t, ROW, w.name, 3),
        "words to tick": example_screens.proposal(t, ROW, w.name, proposed, []),
        "words, ticked": example_screens.proposal(t, ROW, w.name, proposed, range(MOST_PROPOSED)),
        "words, one ticked": example_screens.proposal(t, ROW, w.name, proposed[:3], [1]),
        "guess": example_screens.guessed(t, USER, theme(w.name), found, ROW),
        "guess, nothing fits": example_screens.guessed(t, USER, theme(w.name), [], ROW),
        "guess, ruled out": example_screens.guessed(t, USER, theme(w.name), found[1:2], None),
    }


TOPICS = (foldering, editing, exemplifying)
