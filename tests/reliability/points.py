"""The points of a song's way at which the bot is killed."""

from dataclasses import dataclass
from typing import Any

from tests.reliability.traps import Fits, Moment


@dataclass(frozen=True)
class Point:
    """`act`: what the person is about to do when the trap is set.

    `confirms`: it is the request that would confirm the next update to Telegram. `keeps_back`:
    requests to Telegram that may not be served before the kill.
    """

    name: str
    act: str
    service: str
    match: str
    moment: Moment
    nth: int = 1
    question: Fits | None = None
    answer: Fits | None = None
    cancels: bool = False
    confirms: bool = False
    keeps_back: str | None = None


def _bot_api(method: str) -> str:
    return f"POST /bot[^/]+/{method}$"


def _has_song(answer: dict[str, Any]) -> bool:
    return any("audio" in update.get("message", {}) for update in answer.get("result", []))


def _says(*words: str) -> Fits:
    return lambda question: any(word in str(question.get("text")) for word in words)


def _is_done(answer: dict[str, Any]) -> bool:
    return bool(answer["status"] == "done")


_TELLS_ALL = _says("72 hours")
_STOPPING = _says("Stopping")
AUDIO = _bot_api("sendAudio")
CREATE = "POST /api/separation/create"
RESULT = "GET /storage/processed/"
_GET = "GET /api/separation/get$"
_CANCEL = "POST /api/separation/cancel"
FILE = _bot_api("getFile")


def _telegram(name: str, act: str, match: str, moment: Moment, **about: Any) -> Point:
    return Point(name, act, "telegram", match, moment, **about)


def _mvsep(name: str, match: str, moment: Moment, **about: Any) -> Point:
    return Point(name, about.pop("act", "begin"), "mvsep", match, moment, **about)


def _stem(number: int) -> list[Point]:
    place = f"{15 + number * 4}"
    return [
        _telegram(
            f"{place}a before stem {number} is sent", "begin", AUDIO, Moment.ARRIVES, nth=number
        ),
        _telegram(
            f"{place}b while stem {number} is sent", "begin", AUDIO, Moment.HALFWAY, nth=number
        ),
        _telegram(
            f"{place}c stem {number} sent, no answer", "begin", AUDIO, Moment.DONE, nth=number
        ),
        _telegram(
            f"{place}d stem {number} answered, not stored",
            "begin",
            AUDIO,
            Moment.ANSWERED,
            nth=number,
        ),
    ]


POINTS = [
    _telegram(
        "01 update fetched, not stored",
        "start",
        _bot_api("getUpdates"),
        Moment.ANSWERED,
        answer=_has_song,
    ),
    _telegram(
        "02 update stored, not confirmed",
        "send_song",
        _bot_api("getUpdates"),
        Moment.ARRIVES,
        confirms=True,
    ),
    _telegram("03 card is about to be sent", "send_song", _bot_api("sendMessage"), Moment.ARRIVES),
    _telegram("04 card sent, no answer", "send_song", _bot_api("sendMessage"), Moment.DONE),
    _telegram(
        "05 card answered, not stored", "send_song", _bot_api("sendMessage"), Moment.ANSWERED
    ),
    _telegram("06 choice tapped", "choose", _bot_api("answerCallbackQuery"), Moment.DONE),
    _telegram(
        "07 choice stored, not shown", "choose", _bot_api("editMessageText"), Moment.ARRIVES
    ),
    _telegram(
        "08 Start tapped, no job yet",
        "begin",
        _bot_api("answerCallbackQuery"),
        Moment.DONE,
        keeps_back=FILE,
    ),
    _telegram(
        "09 job queued, not shown",
        "begin",
        _bot_api("editMessageText"),
        Moment.ARRIVES,
        keeps_back=FILE,
    ),
    _telegram(
        "10 job queued and shown",
        "begin",
        _bot_api("editMessageText"),
        Moment.ANSWERED,
        keeps_back=FILE,
    ),
    _telegram("11 before the upload", "begin", FILE, Moment.ARRIVES),
    _mvsep("12 upload begins", CREATE, Moment.ARRIVES),
    _mvsep("13 during the upload", CREATE, Moment.HALFWAY),
    _mvsep("14 uploaded, no answer", CREATE, Moment.DONE),
    _mvsep("15 upload answered, not stored", CREATE, Moment.ANSWERED),
    _mvsep("16 waiting", _GET, Moment.ARRIVES),
    _mvsep("17 done seen, not stored", _GET, Moment.ANSWERED, answer=_is_done),
    _mvsep("18 stem is about to be fetched", RESULT, Moment.ARRIVES),
    *_stem(1),
    *_stem(2),
    _telegram(
        "30 last word is about to be said",
        "begin",
        _bot_api("editMessageText"),
        Moment.ARRIVES,
        question=_TELLS_ALL,
    ),
    _telegram(
        "31 last word said, not stored",
        "begin",
        _bot_api("editMessageText"),
        Moment.ANSWERED,
        question=_TELLS_ALL,
    ),
    _telegram(
        "40 cancel stored, not shown",
        "cancel",
        _bot_api("editMessageText"),
        Moment.ARRIVES,
        question=_STOPPING,
        cancels=True,
    ),
    _mvsep("41 before the cancel at MVSEP", _CANCEL, Moment.ARRIVES, act="cancel", cancels=True),
    _mvsep("42 cancelled at MVSEP, no answer", _CANCEL, Moment.DONE, act="cancel", cancels=True),
]
QUICK = {"02", "05", "13", "14", "19c", "42"}
