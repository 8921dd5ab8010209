"""The written-out command: what it understands, and what it says to the rest."""

import pytest

from bot.chat.incoming.event import Told
from bot.features.separate.choosing.written_command import parse
from bot.features.separate.draft.choice import FORMATS, Choice, order_options
from tests.features.worlds import whole_book

BOOK = whole_book()


def told(text: str) -> Told:
    with pytest.raises(Told) as caught:
        parse(text, BOOK)
    return caught.value


@pytest.mark.parametrize(
    "text",
    [
        "/separate",
        "/separate@stemgram_bot",
        "/separate https://a.example/40.mp3",
        "/separate x",
        "/separate my song, please add_opt1=1",
    ],
)
def test_without_a_number_nothing_is_chosen(text: str) -> None:
    assert parse(text, BOOK) == Choice()


@pytest.mark.parametrize(
    "text", ["/separate flac", "/separate this FLAC", "/separate format=flac"]
)
def test_a_format_alone_waits_for_its_algorithm(text: str) -> None:
    assert parse(text, BOOK) == Choice(output_format=FORMATS.index("flac"))


@pytest.mark.parametrize(
    "text", ["/separate 40 flac", "/separate FLAC 40", "/separate 40 wav flac"]
)
def test_a_format_needs_no_sign_of_equality(text: str) -> None:
    assert parse(text, BOOK) == Choice(40, output_format=FORMATS.index("flac"))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("/separate 40 ogg", "ogg"),
        ("/separate 40 flac please", "please"),
        ("/separate 40 48", "48"),
        ("/separate 40 40", "40"),
    ],
)
def test_a_word_that_means_nothing_is_named(text: str, word: str) -> None:
    problem = told(text)
    assert problem.key == "command-word"
    assert problem.arguments == {"given": word, "allowed": ", ".join(FORMATS)}


def test_everything_can_be_spelt_out() -> None:
    choice = parse("/separate 40 format=flac add_opt1=171 add_opt3=1", BOOK)
    assert (choice.sep_type, choice.output_format) == (40, FORMATS.index("flac"))
    algorithm = BOOK.get(40)
    assert algorithm
    assert order_options(algorithm, choice) == {
        "add_opt1": "171",
        "add_opt2": "2",
        "add_opt3": "1",
    }


def test_the_order_of_words_does_not_matter() -> None:
    spelt = "/separate add_opt3=1 format=FLAC https://a.example/x.mp3?a=b add_opt1=171 40"
    assert parse(spelt, BOOK) == parse("/separate 40 add_opt3=1 add_opt1=171 format=flac", BOOK)


@pytest.mark.parametrize("word", FORMATS)
def test_every_format_has_a_word(word: str) -> None:
    choice = parse(f"/separate 63 format={word}", BOOK)
    assert choice.output_format == FORMATS.index(word)


def test_an_algorithm_there_is_not() -> None:
    problem = told("/separate 4000")
    assert (problem.key, problem.arguments) == ("command-algorithm", {"number": "4000"})
    assert told("/separate 35").key == "command-algorithm", "it is not active"


def test_a_format_there_is_not() -> None:
    problem = told("/separate 40 format=ogg")
    assert problem.key == "command-format"
    assert problem.arguments == {"given": "ogg", "allowed": ", ".join(FORMATS)}


def test_an_option_there_is_not() -> None:
    problem = told("/separate 40 add_opt7=1")
    assert problem.key == "command-option"
    assert problem.arguments == {"given": "add_opt7", "allowed": "format, add_opt1, add_opt2"}


def test_an_option_that_does_not_apply() -> None:
    problem = told("/separate 40 add_opt1=81 add_opt3=1")
    assert (problem.key, problem.arguments["given"]) == ("command-option", "add_opt3")


def test_a_value_there_is_not() -> None:
    problem = told("/separate 9 add_opt2=7")
    assert problem.key == "command-value"
    assert problem.arguments["name"] == "add_opt2"
    assert problem.arguments["given"] == "7"
    assert "0.3" in str(problem.arguments["allowed"]).split(", ")


def test_a_text_is_taken_as_it_is() -> None:
    choice = parse("/separate 115 add_opt1=hello=there", BOOK)
    assert choice.options["add_opt1"] == "hello=there"
