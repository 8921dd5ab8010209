"""Every button's data: typed, versioned, and within Telegram's 64 bytes.

A callback carries ids and nothing else; what it means is looked up when it is pressed, so a button
works after a restart, on any process, twice, and a week later. Format: `1<tag>:<field>:<field>…`, integers in base 36
(Bot API, InlineKeyboardButton.callback_data: 1-64 bytes).
"""

import re
from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import Any, ClassVar, Self
from urllib.parse import quote, unquote

VERSION = "1"
MAX_BYTES = 64
_NUMBER = re.compile(r"-?[0-9a-z]{1,13}")
_SHORT_ID = re.compile(r"[A-Za-z0-9-]{1,18}")
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class OldButton(Exception):
    """The data of a pressed button is of an older version, or was never ours."""


@dataclass(frozen=True, slots=True)
class Callback:
    """Base of all button data; `tag` is unique among them (a test holds the catalogue to it)."""

    tag: ClassVar[str] = ""

    def pack(self) -> str:
        values = (_encode(getattr(self, field.name)) for field in fields(self))
        data = ":".join([VERSION + self.tag, *values])
        if len(data.encode()) > MAX_BYTES:
            raise ValueError(f"{type(self).__name__} does not fit into {MAX_BYTES} bytes")
        return data

    @classmethod
    def unpack(cls, data: str) -> Self:
        head, *values = data.split(":")
        own = fields(cls)
        if head != VERSION + cls.tag or len(values) != len(own):
            raise OldButton(cls.tag)
        try:
            return cls(**{f.name: _decode(f.type, v) for f, v in zip(own, values, strict=True)})
        except ValueError as error:
            raise OldButton(cls.tag) from error

    @classmethod
    def claims(cls, data: object) -> bool:
        """Whether this packed string is of our type: the `pattern` of PTB's CallbackQueryHandler."""
        return isinstance(data, str) and data.split(":", 1)[0] == VERSION + cls.tag


@dataclass(frozen=True, slots=True)
class OfUser(Callback):
    """A button only the person with this Telegram id may press."""

    owner: int


@dataclass(frozen=True, slots=True)
class OfPrivate(OfUser):
    """A button that only works in its owner's private chat: what it shows or changes is nobody else's."""


@dataclass(frozen=True, slots=True)
class OfDraft(Callback):
    """A button of somebody's unfinished choice; the draft's owner alone may press it."""

    draft: int


@dataclass(frozen=True, slots=True)
class OfJob(Callback):
    """A button of a running or finished job; the job's owner alone may press it."""

    job: int


# Language and linking


@dataclass(frozen=True, slots=True)
class SetLanguage(OfUser):
    tag = "la"
    language: str


@dataclass(frozen=True, slots=True)
class ShowLanguages(OfUser):
    tag = "ls"


@dataclass(frozen=True, slots=True)
class LinkMvsep(OfUser):
    tag = "lm"


@dataclass(frozen=True, slots=True)
class StopWaiting(OfUser):
    """Do not take the next text as an answer any more."""

    tag = "sw"


@dataclass(frozen=True, slots=True)
class ShowHelp(OfUser):
    tag = "he"


# Choosing what to do with a song


@dataclass(frozen=True, slots=True)
class ShowGoals(OfDraft):
    tag = "go"


@dataclass(frozen=True, slots=True)
class ChooseGoal(OfDraft):
    tag = "gc"
    goal: str


@dataclass(frozen=True, slots=True)
class ShowGroups(OfDraft):
    tag = "gr"
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowGroup(OfDraft):
    tag = "ga"
    group: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ChooseAlgorithm(OfDraft):
    """`origin` is the list it stands in, such as `g21.2`: where Back leads."""

    tag = "al"
    sep_type: int
    origin: str = ""


@dataclass(frozen=True, slots=True)
class SameAgain(OfDraft):
    """The choice of the person's last job."""

    tag = "sa"


@dataclass(frozen=True, slots=True)
class ShowList(OfDraft):
    """A list that is no group: popular, rated, favourites, recent, or what a search found."""

    tag = "li"
    kind: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class AskSearch(OfDraft):
    tag = "se"


@dataclass(frozen=True, slots=True)
class ToggleFavourite(OfDraft):
    tag = "fv"


@dataclass(frozen=True, slots=True)
class ShowAbout(OfDraft):
    tag = "ab"


@dataclass(frozen=True, slots=True)
class CompareWith(OfDraft):
    """Keep the present algorithm and choose another one beside it."""

    tag = "cm"


@dataclass(frozen=True, slots=True)
class ChooseRemoteType(OfDraft):
    tag = "rt"
    remote_type: str


@dataclass(frozen=True, slots=True)
class SavePreset(OfDraft):
    tag = "ps"


@dataclass(frozen=True, slots=True)
class ShowPresets(OfDraft):
    tag = "pl"
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowPreset(OfDraft):
    tag = "pv"
    preset: int


@dataclass(frozen=True, slots=True)
class UsePreset(OfDraft):
    tag = "pu"
    preset: int


@dataclass(frozen=True, slots=True)
class RenamePreset(OfDraft):
    tag = "pr"
    preset: int


@dataclass(frozen=True, slots=True)
class DeletePreset(OfDraft):
    tag = "pd"
    preset: int


@dataclass(frozen=True, slots=True)
class KeepShared(OfUser):
    """Copy a preset somebody shared; its code proves that it was shared with this person."""

    tag = "pk"
    code: str


@dataclass(frozen=True, slots=True)
class CancelBatch(OfDraft):
    """Stop all jobs of a draft that became several."""

    tag = "cb"


@dataclass(frozen=True, slots=True)
class ShowOrder(OfDraft):
    """Back to the confirmation card."""

    tag = "or"


@dataclass(frozen=True, slots=True)
class ShowOptions(OfDraft):
    tag = "os"


@dataclass(frozen=True, slots=True)
class ShowField(OfDraft):
    tag = "fi"
    field: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class ChooseOption(OfDraft):
    """`option` is the option's key, or a short digest of a key that is too long for a button."""

    tag = "op"
    field: str
    option: str


@dataclass(frozen=True, slots=True)
class ShowFormats(OfDraft):
    tag = "fs"


@dataclass(frozen=True, slots=True)
class ChooseFormat(OfDraft):
    tag = "fo"
    output_format: int


@dataclass(frozen=True, slots=True)
class StartJob(OfDraft):
    """The button that spends credits."""

    tag = "st"


@dataclass(frozen=True, slots=True)
class StartAnyway(OfDraft):
    """The same, after a warning about the price."""

    tag = "sy"


@dataclass(frozen=True, slots=True)
class ForgetDraft(OfDraft):
    tag = "fd"


# After a job, and everything that ever was


@dataclass(frozen=True, slots=True)
class CancelListed(OfUser):
    """Cancel from the list of jobs, which may stand in another chat than the job."""

    tag = "lc"
    job: int


@dataclass(frozen=True, slots=True)
class RetryListed(OfUser):
    tag = "lr"
    job: int


@dataclass(frozen=True, slots=True)
class CancelAll(OfUser):
    tag = "lx"


@dataclass(frozen=True, slots=True)
class ShowDone(OfJob):
    """Back to the last word of a job."""

    tag = "jd"


@dataclass(frozen=True, slots=True)
class ChooseAnew(OfJob):
    """The same song, another algorithm or format."""

    tag = "ja"


@dataclass(frozen=True, slots=True)
class MakeAnew(OfJob):
    """Separate once more what was delivered from files Telegram had; spends credits."""

    tag = "jm"


@dataclass(frozen=True, slots=True)
class InFormat(OfJob):
    """The same order in another format; spends credits."""

    tag = "jo"
    output_format: int


@dataclass(frozen=True, slots=True)
class InParts(OfJob):
    """A stem too big for Telegram as a ZIP in parts."""

    tag = "jp"
    position: int


@dataclass(frozen=True, slots=True)
class ShowStems(OfJob):
    """Which stem to go on with."""

    tag = "js"


@dataclass(frozen=True, slots=True)
class UseStem(OfJob):
    """A stem is the next song."""

    tag = "ju"
    position: int


@dataclass(frozen=True, slots=True)
class ShowStars(OfJob):
    tag = "jt"


@dataclass(frozen=True, slots=True)
class GiveStars(OfJob):
    tag = "jg"
    stars: int


@dataclass(frozen=True, slots=True)
class DeleteResults(OfJob):
    """Delete at the service; asks before it does (`sure` 0, then 1)."""

    tag = "jx"
    sure: int = 0


@dataclass(frozen=True, slots=True)
class AnalyseStem(OfJob):
    """A transcript goes on as a text."""

    tag = "jn"
    position: int


@dataclass(frozen=True, slots=True)
class DeliverHere(OfUser):
    """Consent to get in private what could not be delivered where it was asked for."""

    tag = "dh"
    job: int


@dataclass(frozen=True, slots=True)
class ShowHistory(OfUser):
    """A page of the history; `sep_type` -1 stands for all algorithms."""

    tag = "hi"
    page: int = 0
    sep_type: int = -1


@dataclass(frozen=True, slots=True)
class ShowPast(OfUser):
    """One job of the history; `mark` is a digest of its hash, which itself is a key to the results."""

    tag = "hp"
    mark: str
    page: int = 0
    sep_type: int = -1


@dataclass(frozen=True, slots=True)
class DeliverPast(OfUser):
    tag = "hd"
    mark: str


@dataclass(frozen=True, slots=True)
class ShowHistoryFilter(OfUser):
    tag = "hf"
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowMonths(OfUser):
    tag = "hm"


@dataclass(frozen=True, slots=True)
class ShowQuiet(OfUser):
    tag = "qu"


@dataclass(frozen=True, slots=True)
class SetQuiet(OfUser):
    """Quiet hours in whole hours; `start` -1 ends them. `offset`: minutes ahead of UTC."""

    tag = "qs"
    start: int
    end: int
    offset: int


# Following a job


@dataclass(frozen=True, slots=True)
class CancelJob(OfJob):
    tag = "jc"


@dataclass(frozen=True, slots=True)
class RetryJob(OfJob):
    """Submit again what failed or whose fate cannot be found out."""

    tag = "jr"


@dataclass(frozen=True, slots=True)
class ForgetJob(OfJob):
    """Leave a job whose fate cannot be found out."""

    tag = "jf"


# Accounts, access and privacy


@dataclass(frozen=True, slots=True)
class SignIn(OfPrivate):
    """Link MVSEP by e-mail and password."""

    tag = "xl"


@dataclass(frozen=True, slots=True)
class Register(OfPrivate):
    """Make a new MVSEP account."""

    tag = "xr"


@dataclass(frozen=True, slots=True)
class LinkNeuroSemantic(OfPrivate):
    tag = "xn"


@dataclass(frozen=True, slots=True)
class ShowAccount(OfPrivate):
    tag = "xa"


@dataclass(frozen=True, slots=True)
class ShowNeuroSemantic(OfPrivate):
    tag = "xb"


@dataclass(frozen=True, slots=True)
class UseAccount(OfPrivate):
    """Make another of the linked accounts the active one; `credential` is its id."""

    tag = "xu"
    credential: int


@dataclass(frozen=True, slots=True)
class Unlink(OfPrivate):
    """Forget a linked account; asks first, until `sure` is 1."""

    tag = "xk"
    credential: int
    sure: int = 0


@dataclass(frozen=True, slots=True)
class SwitchPremium(OfPrivate):
    tag = "xp"
    credential: int
    on: int


@dataclass(frozen=True, slots=True)
class SwitchLongNames(OfPrivate):
    tag = "xf"
    credential: int
    on: int


@dataclass(frozen=True, slots=True)
class ChooseLimit(OfPrivate):
    """`kind` is `m` for the credits of a month, `w` for the warning before a job."""

    tag = "xm"
    kind: str


@dataclass(frozen=True, slots=True)
class SetLimit(OfPrivate):
    """`credits` 0 takes the limit away."""

    tag = "xs"
    kind: str
    credits: int


@dataclass(frozen=True, slots=True)
class EraseData(OfPrivate):
    """Delete everything about a person; `step` counts the times they said yes."""

    tag = "xe"
    step: int


@dataclass(frozen=True, slots=True)
class MakeInvite(OfPrivate):
    """For the operator: a new invite for `uses` people."""

    tag = "xi"
    uses: int


@dataclass(frozen=True, slots=True)
class RevokeInvite(OfPrivate):
    tag = "xv"
    invite: int


# Texts: gathering them, having them read, what came of it


@dataclass(frozen=True, slots=True)
class OfBasket(OfUser):
    """A button of somebody's gathered texts."""

    basket: int


@dataclass(frozen=True, slots=True)
class ShowBasket(OfBasket):
    tag = "na"


@dataclass(frozen=True, slots=True)
class AddTexts(OfBasket):
    tag = "nb"


@dataclass(frozen=True, slots=True)
class ShowTexts(OfBasket):
    tag = "nc"
    page: int = 0


@dataclass(frozen=True, slots=True)
class RemoveText(OfBasket):
    """`page` is where the list goes on."""

    tag = "nd"
    position: int
    page: int


@dataclass(frozen=True, slots=True)
class ClearBasket(OfBasket):
    """Asks first, until `sure` is 1."""

    tag = "ne"
    sure: int = 0


@dataclass(frozen=True, slots=True)
class JoinBaskets(OfBasket):
    """Put the texts of before, in basket `other`, to these."""

    tag = "nf"
    other: int


@dataclass(frozen=True, slots=True)
class ChooseKind(OfBasket):
    """`kind` is a calc_type."""

    tag = "ng"
    kind: str


@dataclass(frozen=True, slots=True)
class ChooseTexts(OfDraft):
    """One way to take the texts out of a file: a column, lines, paragraphs."""

    tag = "nh"
    way: int


@dataclass(frozen=True, slots=True)
class ChooseTheme(OfDraft):
    """`theme` is a short form of the theme's id."""

    tag = "ni"
    theme: str


@dataclass(frozen=True, slots=True)
class PickTheme(OfDraft):
    """The list of themes to sort by."""

    tag = "nj"
    page: int = 0


@dataclass(frozen=True, slots=True)
class ChoosePhrases(OfDraft):
    tag = "nk"
    phrases: int


@dataclass(frozen=True, slots=True)
class BackToBasket(OfDraft):
    tag = "nl"


@dataclass(frozen=True, slots=True)
class StartAnalysis(OfDraft):
    """The one button that spends roubles."""

    tag = "nm"


@dataclass(frozen=True, slots=True)
class CancelAnalysis(OfJob):
    tag = "nn"


@dataclass(frozen=True, slots=True)
class RetryAnalysis(OfJob):
    tag = "no"


@dataclass(frozen=True, slots=True)
class ForgetAnalysis(OfJob):
    tag = "np"


@dataclass(frozen=True, slots=True)
class AnalyseInParts(OfJob):
    """Order again what was too long, in parts of at most `longest` characters."""

    tag = "nq"
    longest: int


@dataclass(frozen=True, slots=True)
class OfResult(OfUser):
    """A button of a result."""

    analysis: int


@dataclass(frozen=True, slots=True)
class ShowResult(OfResult):
    tag = "nr"


@dataclass(frozen=True, slots=True)
class ShowClasses(OfResult):
    tag = "ns"
    page: int = 0


@dataclass(frozen=True, slots=True)
class ShowClass(OfResult):
    """The texts of a class; `number` is its place in the result."""

    tag = "nt"
    number: int
    page: int = 0


@dataclass(frozen=True, slots=True)
class ExportResult(OfResult):
    """`form` is `xlsx`, `csv` or `json`."""

    tag = "nu"
    form: str


@dataclass(frozen=True, slots=True)
class PickComparison(OfResult):
    tag = "nv"
    page: int = 0


@dataclass(frozen=True, slots=True)
class CompareResults(OfResult):
    tag = "nw"
    other: int


@dataclass(frozen=True, slots=True)
class SwitchPicture(OfResult):
    """The same picture dark or light, and from now on."""

    tag = "nx"
    dark: int


@dataclass(frozen=True, slots=True)
class ShowTextHistory(OfUser):
    """What the account had read so far."""

    tag = "ny"
    page: int = 0


@dataclass(frozen=True, slots=True)
class OpenPast(OfUser):
    """`transaction` is a short form of its id."""

    tag = "nz"
    transaction: str


@dataclass(frozen=True, slots=True)
class ShowTextMonths(OfUser):
    tag = "ma"


@dataclass(frozen=True, slots=True)
class ShowDiscovery(OfUser):
    """The short guided menu; an empty topic is its first page."""

    tag = "mb"
    topic: str = ""


# Themes to sort texts by; `theme` and `folder` are short forms of the service's ids


@dataclass(frozen=True, slots=True)
class ShowThemes(OfUser):
    tag = "ta"
    folder: str
    page: int = 0


@dataclass(frozen=True, slots=True)
class NewFolder(OfUser):
    tag = "tb"
    folder: str


@dataclass(frozen=True, slots=True)
class RenameFolder(OfUser):
    tag = "tc"
    folder: str


@dataclass(frozen=True, slots=True)
class DeleteFolder(OfUser):
    """Asks twice: `sure` counts the times they said yes."""

    tag = "td"
    folder: str
    sure: int = 0


@dataclass(frozen=True, slots=True)
class NewTheme(OfUser):
    tag = "te"
    folder: str


@dataclass(frozen=True, slots=True)
class ImportTheme(OfUser):
    tag = "tf"
    folder: str


@dataclass(frozen=True, slots=True)
class ThemeByExamples(OfUser):
    """A new theme in a folder, or a new class of `theme`."""

    tag = "tg"
    folder: str
    theme: str = ""


@dataclass(frozen=True, slots=True)
class OfTheme(OfUser):
    theme: str


@dataclass(frozen=True, slots=True)
class ShowTheme(OfTheme):
    tag = "th"
    page: int = 0


@dataclass(frozen=True, slots=True)
class RenameTheme(OfTheme):
    tag = "ti"


@dataclass(frozen=True, slots=True)
class DescribeTheme(OfTheme):
    tag = "tj"


@dataclass(frozen=True, slots=True)
class MoveTheme(OfTheme):
    """Into `folder`; without one the folders are shown. Asks, until `sure` is 1."""

    tag = "tk"
    folder: str = ""
    sure: int = 0


@dataclass(frozen=True, slots=True)
class DeleteTheme(OfTheme):
    """Asks twice: `sure` counts the times they said yes."""

    tag = "tl"
    sure: int = 0


@dataclass(frozen=True, slots=True)
class ExportTheme(OfTheme):
    tag = "tm"
    form: str


@dataclass(frozen=True, slots=True)
class TestTheme(OfTheme):
    tag = "tn"


@dataclass(frozen=True, slots=True)
class AddClass(OfTheme):
    tag = "to"


@dataclass(frozen=True, slots=True)
class CopyTheme(OfTheme):
    """A theme of the service's as one's own, to change it."""

    tag = "tp"


@dataclass(frozen=True, slots=True)
class ShowEntity(OfTheme):
    """`number` is the class's place in its theme, `digest` one of its title in case that has changed."""

    tag = "tq"
    number: int
    digest: int


@dataclass(frozen=True, slots=True)
class EditWords(OfTheme):
    """`list` is `words`, `strict` or `stop`."""

    tag = "tr"
    number: int
    digest: int
    list: str


@dataclass(frozen=True, slots=True)
class RenameEntity(OfTheme):
    tag = "ts"
    number: int
    digest: int


@dataclass(frozen=True, slots=True)
class DeleteEntity(OfTheme):
    tag = "tt"
    number: int
    digest: int
    sure: int = 0


@dataclass(frozen=True, slots=True)
class ProposeWords(OfDraft):
    """Enough examples: show the words they have in common."""

    tag = "tu"


@dataclass(frozen=True, slots=True)
class TickWord(OfDraft):
    tag = "tv"
    number: int


@dataclass(frozen=True, slots=True)
class CreateByExamples(OfDraft):
    tag = "tw"


@dataclass(frozen=True, slots=True)
class ForgetExamples(OfDraft):
    tag = "tx"


def all_callbacks() -> list[type[Callback]]:
    """Every concrete type, by tag; a dataclass with slots is made twice, and the last one counts."""
    found: dict[str, type[Callback]] = {}
    waiting: list[type[Callback]] = [Callback]
    while waiting:
        kind = waiting.pop(0)
        waiting.extend(kind.__subclasses__())
        if kind.tag:
            found[kind.tag] = kind
    return list(found.values())


def short_id(id: str) -> str:
    """A service's id as it travels in a button: itself where it is short, else a digest to find it again by."""
    if _SHORT_ID.fullmatch(id):
        return id
    return "~" + blake2b(id.encode(), digest_size=6).hexdigest()


def _encode(value: int | str) -> str:
    return quote(value, safe="") if isinstance(value, str) else _base36(value)


def _decode(kind: Any, text: str) -> int | str:
    if kind is not int:
        return unquote(text)
    if not _NUMBER.fullmatch(text) or not -(2**63) <= int(text, 36) < 2**63:
        raise ValueError(text)  # the database keeps 64 bits
    return int(text, 36)


def _base36(number: int) -> str:
    if number < 0:
        return "-" + _base36(-number)
    digits = ""
    while number:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits or "0"
