"""Which files become one album."""

from dataclasses import dataclass

from bot.features.delivery import together


@dataclass(frozen=True)
class File:
    filename: str
    size: int | None = 10
    file_id: str | None = None


def names(*files: File, largest: int = 50) -> list[str]:
    return ["".join(f.filename[0] for f in batch) for batch in together(files, largest)]


def mp3(name: str, size: int | None = 10, file_id: str | None = None) -> File:
    return File(f"{name}.mp3", size, file_id)


def test_neighbours_of_one_kind_go_together_in_order() -> None:
    assert names(mp3("a"), mp3("b"), mp3("c"), File("d.wav"), File("e.flac"), File("f.mid")) == [
        "abc",
        "def",
    ]


def test_two_go_one_by_one() -> None:
    assert names(mp3("a"), mp3("b")) == ["a", "b"]
    assert names() == []


def test_an_album_holds_ten_and_what_one_request_may_hold() -> None:
    assert names(*(mp3(name, 1) for name in "abcdefghijkl")) == ["abcdefghij", "k", "l"]
    assert names(*(mp3(name, 15) for name in "abcdef")) == ["abc", "def"]
    assert names(*(mp3(name, 45) for name in "abc")) == ["a", "b", "c"]


def test_what_telegram_has_weighs_nothing_and_an_unknown_size_goes_alone() -> None:
    assert names(*(mp3(name, 45, "F") for name in "abc")) == ["abc"]
    assert names(mp3("a"), mp3("b", None), mp3("c"), mp3("d"), mp3("e")) == ["a", "b", "cde"]


def test_texts_go_alone_because_they_have_buttons() -> None:
    assert names(File("a.txt"), File("b.srt"), File("c.json")) == ["a", "b", "c"]
