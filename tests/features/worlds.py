"""The values screens are made of: as they usually are, as nasty as they get, and as long as they get."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from bot.features.catalogue import Book
from bot.features.separate.draft.choice import Choice
from bot.features.separate.draft.contents import DraftContents
from bot.features.separate.draft.job_request import SEPARATION, new_request
from bot.features.separate.draft.song import Song, song_of_link
from bot.features.separate.draft.song_links import recognise
from bot.features.separate.ordering.choice_handlers import MAX_QUERY
from bot.features.separate.ordering.preset_handlers import MAX_NAME
from bot.mvsep import Account, Algorithm, Field, Option, RunningJob, read_catalogue
from bot.sandbox.mvsep.catalogue import Catalogue
from storage import Job, JobState, Place, Preset

USER = 2**52 - 1
ROW = 2**63 - 1
WIDGETS = ("single_upload", "no_upload", "matchering_upload")
NASTY = (
    'Rock & <b>Roll</b> "</i>" &amp; <3 {n} {{ $n }} %s \\ `code` *bold* _it_ @all /start #tag '
    "שלום \u202eעולם\u202c مرحبا 日本語 👩\u200d👩\u200d👧\u200d👦 🇺🇿 e\u0301\u0301\u0301 "
).ljust(300, "x")
HEAVY = "A" + "🎵" * 299  # two UTF-16 units each
VENDOR = 100  # characters; the longest name of an algorithm or option has 76 today
VENDOR_STEM = 40


@dataclass(frozen=True)
class World:
    """One song, one link, one account, one algorithm with fields of every kind, and what was said.

    `message` is MVSEP's, `written` is what the person wrote into a field of free text, `query` what
    they searched for.
    """

    song: Song
    link: Song
    account: Account
    name: str
    host: str
    message: str
    written: str
    query: str
    preset: Preset
    book: Book
    algorithm: Algorithm
    premium: Algorithm

    @property
    def contents(self) -> DraftContents:
        return DraftContents((self.song,))

    @property
    def poor(self) -> Account:
        """The same account without credits, on the free plan."""
        return replace(self.account, credits=0)

    @property
    def choice(self) -> Choice:
        """Something set in the text field, the rest as the vendor has it."""
        text_field = self.algorithm.fields[-1]
        return Choice(self.algorithm.render_id, {text_field.name: self.written})

    def job(self, choice: Choice | None = None) -> Job:
        chosen = choice or Choice(self.algorithm.render_id)
        return job_of(new_request(self.song, self.algorithm, chosen, chosen.options))


def served() -> list[Algorithm]:
    """The whole catalogue as the client reads it."""
    return read_catalogue(Catalogue().served(WIDGETS))


@cache
def whole_book() -> Book:
    return Book(served())


def job_of(request: Mapping[str, Any]) -> Job:
    return Job(
        id=ROW,
        kind=SEPARATION,
        user_id=USER,
        place=Place(USER),
        credential_id=1,
        credential_key="key",
        state=JobState.WAITING,
        request=dict(request),
        progress={},
        attempts=1,
        due_at=None,
        owner=None,
        fence=1,
        slot=True,
        cancel_requested=False,
        status_message_id=7,
        draft_id=1,
        part=0,
        upload_name="sg1.mp3",
        created_at=0.0,
        submitted_at=None,
        updated_at=0.0,
        finished_at=None,
    )


def usual() -> World:
    book = whole_book()
    return World(
        song=Song("file", "Feeling Good", "Nina S.", duration=174, size=7_235_174, file_id="f"),
        link=Song(
            "link", "song", url="https://drive.google.com/file/d/1/song.mp3", remote_type="drive"
        ),
        account=Account("Ada", "ada@example.org", 42, True, False, (RunningJob(None),)),
        name="Ada",
        host="drive.google.com",
        message="You have reached the limit of separations for today.",
        written="a calm voice, close to the microphone",
        query="saxofone",
        preset=Preset(7, USER, "Practice", {}, "Zm9vYmFyYmF6cXV4"),
        book=book,
        algorithm=_with_text_field(_algorithm(book, 40), "Text prompt"),
        premium=_algorithm(book, 28),
    )


def nasty(text: str, written: str, address: str) -> World:
    """The same with one text wherever people or services may put one."""
    vendor = text[:VENDOR]
    algorithm = _renamed(_with_text_field(_algorithm(whole_book(), 40), vendor), vendor)
    premium = _renamed(_algorithm(whole_book(), 28), vendor)
    return World(
        song=Song("file", text, text, duration=360_000, size=2**40, file_id="f"),
        link=song_of_link(recognise(address)),
        account=Account(text, "", 123_456_789, True, False, (RunningJob(None),) * 10),
        name=text,
        host="xn--" + "a" * 240 + ".example.org",
        message=text,
        written=written,
        query=text[:MAX_QUERY],
        preset=Preset(7, USER, text[:MAX_NAME], {}, "_" * 16),
        book=Book(_renamed(each, f"{number} {vendor}") for number, each in enumerate(served())),
        algorithm=algorithm,
        premium=premium,
    )


def _algorithm(book: Book, sep_type: int) -> Algorithm:
    found = book.get(sep_type)
    assert found is not None
    return found


def _with_text_field(algorithm: Algorithm, text: str) -> Algorithm:
    """The last field takes free text, as some algorithms' prompts do."""
    prompt = Field(
        id=99_999,
        name="add_opt9",
        text=text,
        options=(),
        default=None,
        input_type="textarea",
        required=False,
        registered_only=frozenset(),
        price_rules=(),
        conditions=(),
    )
    return replace(algorithm, fields=(*algorithm.fields, prompt))


def _renamed(algorithm: Algorithm, text: str) -> Algorithm:
    return replace(
        algorithm,
        name=text,
        group_name=text,
        stems=tuple(text[:VENDOR_STEM] for _ in algorithm.stems),
        fields=tuple(_field(each, text) for each in algorithm.fields),
    )


def _field(field: Field, text: str) -> Field:
    options = tuple(Option(each.key, f"{n} {text}") for n, each in enumerate(field.options))
    return replace(field, text=text, options=options)
