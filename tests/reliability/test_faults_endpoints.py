"""Every kind of fault on every call the bot makes: once, and for a while; the song comes all the same."""

from dataclasses import dataclass

import pytest
from _pytest.mark import ParameterSet

from tests.reliability import stage
from tests.reliability.conftest import Note
from tests.reliability.patient import Patient, row_of, states_of
from tests.reliability.stage import TOO_LATE, lose_patience
from tests.reliability.struck import (
    Act,
    Case,
    Kind,
    album_is_struck,
    cancel_is_struck,
    end_of_webhook_is_struck,
    first_start_is_struck,
    flac_is_struck,
    link_is_struck,
    order_of_a_link_is_struck,
    search_is_struck,
    song_is_struck,
    start_is_struck,
    webhook_is_struck,
)
from tests.reliability.struck_beside import (
    deleting_is_struck,
    login_is_struck,
    registering_is_struck,
    switching_is_struck,
)
from tests.world import World

log, songs, world = stage.log, stage.songs, stage.world

MOST = 30  # requests while a fault lasts; a loop without waits makes hundreds

KINDS = [
    Kind("429", "429"),
    Kind("500", "500"),
    Kind("502", "502"),
    Kind("bad JSON", "bad_json"),
    Kind("reset", "reset"),
    Kind("reset after the effect", "reset", after=True),
    Kind("slow", "slow", after=True, seconds=TOO_LATE),
    Kind("truncated", "truncated"),
]
AFTER_THE_EFFECT = [
    Kind("502 after the effect", "502", after=True),
    Kind("bad JSON after the effect", "bad_json", after=True),
]
LASTING = ("429", "502", "reset")


@dataclass(frozen=True)
class Endpoint:
    """A call of the bot, and a story in which it is made; an `album` brings all stems with one call."""

    name: str
    service: str
    match: str
    act: Act
    more: tuple[Kind, ...] = ()
    end: str = "done-keep"
    album: bool = False


def _telegram(method: str, act: Act, *more: Kind, album: bool = False) -> Endpoint:
    match = f"POST /bot[^/]+/{method}$"
    return Endpoint(method, "telegram", match, act, more, album=album)


def _mvsep(
    path: str, act: Act, *more: Kind, method: str = "GET", end: str = "done-keep"
) -> Endpoint:
    return Endpoint(path, "mvsep", f"{method} /api/{path}$", act, more, end)


ENDPOINTS = [
    _telegram("getMe", start_is_struck),
    _telegram("setMyCommands", start_is_struck),
    _telegram("setMyDescription", start_is_struck),
    _telegram("setMyShortDescription", start_is_struck),
    _telegram("setWebhook", webhook_is_struck),
    _telegram("deleteWebhook", end_of_webhook_is_struck),
    _telegram("getUpdates", song_is_struck),
    _telegram("sendMessage", song_is_struck, *AFTER_THE_EFFECT),
    _telegram("editMessageText", song_is_struck),
    _telegram("answerCallbackQuery", song_is_struck),
    _telegram("deleteMessage", link_is_struck),
    _telegram("getFile", song_is_struck),
    Endpoint("file download", "telegram", "GET /file/bot", song_is_struck),
    _telegram("sendChatAction", song_is_struck),
    _telegram("sendAudio", song_is_struck, *AFTER_THE_EFFECT),
    _telegram("sendMediaGroup", album_is_struck, *AFTER_THE_EFFECT, album=True),
    _telegram("sendDocument", flac_is_struck),
    _mvsep("app/algorithms", first_start_is_struck),
    _mvsep("app/user", link_is_struck),
    _mvsep("separation/create", song_is_struck, *AFTER_THE_EFFECT, method="POST"),
    _mvsep("separation/get", song_is_struck),
    _mvsep("separation/get-remote", order_of_a_link_is_struck),
    _mvsep("separation/cancel", cancel_is_struck, method="POST", end="cancelled-title"),
    _mvsep("app/separation_history", search_is_struck),
    _mvsep("app/login", login_is_struck, method="POST"),
    _mvsep("app/register", registering_is_struck, method="POST"),
    _mvsep(
        "app/(enable|disable)_premium",
        switching_is_struck("account-premium-off", "account-premium-on"),
        method="POST",
    ),
    _mvsep(
        "app/(enable|disable)_long_filenames",
        switching_is_struck("account-names-off", "account-names-on"),
        method="POST",
    ),
    _mvsep("separation/delete", deleting_is_struck, method="POST"),
    Endpoint("result download", "mvsep", "GET /storage/processed", song_is_struck),
]
QUICK = {
    ("getUpdates", "502"),
    ("sendMessage", "500"),
    ("answerCallbackQuery", "reset"),
    ("getFile", "502"),
    ("sendAudio", "reset after the effect"),
    ("separation/create", "reset after the effect"),
    ("separation/create", "500"),
    ("separation/get", "bad JSON"),
    ("result download", "truncated"),
}


def _pairs() -> list[ParameterSet]:
    pairs = []
    for endpoint in ENDPOINTS:
        for kind in (*KINDS, *endpoint.more):
            quick = [pytest.mark.quick] if (endpoint.name, kind.name) in QUICK else []
            name = f"{endpoint.name}-{kind.name}"
            pairs.append(pytest.param(endpoint, kind, False, id=name, marks=quick))
            if kind.name in LASTING:
                pairs.append(pytest.param(endpoint, kind, True, id=f"{name}-lasting"))
    return pairs


@pytest.mark.parametrize(("endpoint", "kind", "lasting"), _pairs())
async def test_a_struck_call(
    world: World,
    monkeypatch: pytest.MonkeyPatch,
    note: Note,
    port: int,
    endpoint: Endpoint,
    kind: Kind,
    lasting: bool,
) -> None:
    patient = Patient(world, world.somebody("Мира", "ru"))
    account = world.mvsep.account(name="Mira", premium=True)
    faults = getattr(world, endpoint.service).faults
    if kind.kind == "slow":
        lose_patience(monkeypatch, faults)
    case = Case(world, patient, account, kind, endpoint.match, faults, lasting, port)

    end = await endpoint.act(case)

    await patient.is_answered()
    title = f"{endpoint.name}: {kind.name}{' for a while' if lasting else ''}"
    row = await row_of(patient, title)
    note(row)
    assert end == endpoint.end
    assert await states_of(world) == [end.partition("-")[0]]
    assert len(world.mvsep.creates) == 1
    assert row.lost_stems == row.lost_updates == 0
    at_once = len(world.mvsep.creates[0].files) if endpoint.album else 1
    assert row.doubled_stems <= len(faults.hits) * at_once
    assert len(faults.hits) <= MOST
    assert "error-ours" not in patient.told
    patient.check_words()
