"""Reads, harmless calls and results, against servers that answer as MVSEP was seen to."""

from collections.abc import Callable
from typing import Any

import httpx
import pytest
from aiohttp import web
from pydantic import SecretStr

from bot.mvsep import (
    AnswerLost,
    BadToken,
    ForeignAddress,
    MvsepClient,
    MvsepError,
    NotFound,
    RateLimit,
    RateLimited,
    Refused,
    ServiceDown,
    Status,
    Temporary,
    Unreachable,
)
from bot.net.errors import BadStatus, Truncated

TOKEN = SecretStr("Tok3nTok3nTok3nTok3nTok3nTok3n")
HASH = SecretStr("20240119124024-413c481b80-10-luke-s theme&a=b.mp3")
USER = {
    "name": "Ann",
    "email": "ann@example.org",
    "api_token": TOKEN.get_secret_value(),
    "premium_minutes": "12",
    "premium_enabled": 1,
    "long_filenames_enabled": 0,
    "current_queue": [{"hash": "h1"}, {"id": 2}],
}


class Service:
    """Gives the scripted answers in turn (the last one for ever) and keeps what was asked."""

    def __init__(self, *answers: Callable[[], web.StreamResponse]) -> None:
        self._answers = list(answers)
        self.asked: list[tuple[str, str, dict[str, str]]] = []

    async def handle(self, request: web.Request) -> web.StreamResponse:
        form = {key: str(value) for key, value in (await request.post()).items()}
        self.asked.append((request.method, request.path, {**request.query, **form}))
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        return answer()


def _json(
    value: object, status: int = 200, headers: dict[str, str] | None = None
) -> Callable[[], web.Response]:
    return lambda: web.json_response(value, status=status, headers=headers)


def _text(text: str, status: int = 200, **headers: str) -> Callable[[], web.Response]:
    return lambda: web.Response(text=text, status=status, headers=headers)


async def _no_wait(seconds: float) -> None:
    return None


async def _client(
    http: httpx.AsyncClient, serve: Any, *answers: Callable[[], web.StreamResponse]
) -> tuple[MvsepClient, Service]:
    service = Service(*answers)
    return MvsepClient(http, await serve(service.handle), sleep=_no_wait), service


CALLS: dict[str, Callable[[MvsepClient], Any]] = {
    "algorithms": lambda client: client.algorithms(),
    "account": lambda client: client.account(TOKEN),
    "report": lambda client: client.report(HASH),
    "remote_report": lambda client: client.remote_report(HASH),
    "history": lambda client: client.history(TOKEN),
    "cancel": lambda client: client.cancel(TOKEN, HASH),
    "delete": lambda client: client.delete(TOKEN, HASH),
    "login": lambda client: client.login("ann@example.org", TOKEN),
    "toggle": lambda client: client.toggle(TOKEN, "enable_premium"),
}
REPEATED = {"algorithms", "account", "report", "remote_report", "history"}


def _assert_discreet(error: BaseException) -> None:
    told = f"{error!r}{error}{error.__dict__}"
    assert TOKEN.get_secret_value() not in told
    assert HASH.get_secret_value() not in told
    assert error.__cause__ is None
    assert error.__context__ is None or error.__suppress_context__


@pytest.mark.parametrize("name", CALLS)
async def test_no_connection(http: httpx.AsyncClient, name: str) -> None:
    client = MvsepClient(http, "http://127.0.0.1:1", sleep=_no_wait)
    with pytest.raises(Unreachable) as caught:
        await CALLS[name](client)
    _assert_discreet(caught.value)


@pytest.mark.parametrize("name", CALLS)
@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (_json({"success": False, "message": "Server Error"}, 500), 500),
        (_text("<html>Bad Gateway</html>", 502), 502),
        (_text('{"success": tr'), 200),
        (_text("<html>moved</html>", 302, Location="https://mvsep.com"), 302),
        (_json("text"), 200),
        (_json({}), 200),
    ],
)
async def test_failing_answers(
    http: httpx.AsyncClient,
    serve: Any,
    name: str,
    answer: Callable[[], web.Response],
    status: int,
) -> None:
    client, service = await _client(http, serve, answer)
    with pytest.raises(ServiceDown) as caught:
        await CALLS[name](client)
    _assert_discreet(caught.value)
    assert caught.value.status == status
    assert len(service.asked) == (3 if name in REPEATED and status >= 500 else 1)


@pytest.mark.parametrize("name", CALLS)
async def test_lost_answers(http: httpx.AsyncClient, serve_raw: Any, name: str) -> None:
    async def lose(reader: Any, writer: Any) -> None:
        await reader.readuntil(b"\r\n\r\n")

    client = MvsepClient(http, await serve_raw(lose), sleep=_no_wait)
    with pytest.raises(ServiceDown) as caught:
        await CALLS[name](client)
    _assert_discreet(caught.value)
    assert caught.value.status is None
    assert isinstance(caught.value, Temporary)


@pytest.mark.parametrize("name", CALLS)
async def test_asking_too_often(http: httpx.AsyncClient, serve: Any, name: str) -> None:
    client, service = await _client(http, serve, _text("slow down", 429, **{"Retry-After": "30"}))
    with pytest.raises(RateLimited) as caught:
        await CALLS[name](client)
    assert caught.value.retry_after == 30
    assert len(service.asked) == 1


@pytest.mark.parametrize("name", ["account", "history", "login", "toggle"])
@pytest.mark.parametrize("status", [400, 401])
async def test_bad_tokens(http: httpx.AsyncClient, serve: Any, name: str, status: int) -> None:
    answer = _json({"success": False, "message": "Wrong credentials"}, status)
    client, _ = await _client(http, serve, answer)
    with pytest.raises(BadToken) as caught:
        await CALLS[name](client)
    assert caught.value.message == "Wrong credentials"


async def test_a_passing_failure_is_overcome(http: httpx.AsyncClient, serve: Any) -> None:
    account = _json({"success": True, "data": USER}, headers={"X-RateLimit-Remaining": "59"})
    client, service = await _client(http, serve, _text("no", 503), _text("no", 502), account)
    await client.account(TOKEN)
    assert len(service.asked) == 3
    assert client.rate_limit == RateLimit(None, 59)


async def test_an_account(http: httpx.AsyncClient, serve: Any) -> None:
    client, service = await _client(http, serve, _json({"success": True, "data": USER}))
    account = await client.account(TOKEN)
    assert (account.name, account.credits, account.premium, account.parallel) == (
        "Ann",
        12,
        True,
        10,
    )
    assert [job.hash and job.hash.get_secret_value() for job in account.running] == ["h1", None]
    assert service.asked == [("GET", "/api/app/user", {"api_token": TOKEN.get_secret_value()})]


@pytest.mark.parametrize(
    ("minutes", "enabled", "parallel"),
    [(0, 1, 1), (5, 0, 1), (5, 1, 10), (None, None, 1), ("5", "1", 10), (-3, True, 1)],
)
async def test_premium_needs_credits_that_may_be_spent(
    http: httpx.AsyncClient, serve: Any, minutes: object, enabled: object, parallel: int
) -> None:
    user = {"premium_minutes": minutes, "premium_enabled": enabled}
    client, _ = await _client(http, serve, _json({"success": 1, "data": user}))
    assert (await client.account(TOKEN)).parallel == parallel


@pytest.mark.parametrize(
    ("queue", "count"),
    [(None, 0), ([], 0), (3, 3), ({}, 0), ({"hash": "a"}, 1), ({"0": {"hash": "a"}}, 1), ("x", 0)],
)
async def test_any_form_of_the_queue(
    http: httpx.AsyncClient, serve: Any, queue: object, count: int
) -> None:
    answer = _json({"success": True, "data": {**USER, "current_queue": queue}})
    client, _ = await _client(http, serve, answer)
    assert len((await client.account(TOKEN)).running) == count


async def test_a_waiting_job(http: httpx.AsyncClient, serve: Any) -> None:
    data = {"queue_count": 3, "current_order": "2", "message": "Waiting"}
    client, service = await _client(
        http, serve, _json({"success": True, "status": "waiting", "data": data})
    )
    report = await client.report(HASH)
    assert report.status is Status.WAITING
    assert (report.queue_count, report.current_order, report.message) == (3, 2, "Waiting")
    assert report.finished_chunks is None
    assert service.asked == [("GET", "/api/separation/get", {"hash": HASH.get_secret_value()})]


async def test_a_done_job(http: httpx.AsyncClient, serve: Any) -> None:
    file = {
        "type": "Vocals",
        "url": "https://mvsep.com/storage/processed/x_vocals.mp3",
        "size": "5.84 MB",
        "download": "x_vocals.mp3",
        "bytes": "6123456",
        "peaks": [0.1] * 100,
        "image": None,
    }
    data = {
        "algorithm": "BS Roformer",
        "output_format": "mp3 (320 kbps)",
        "date": "2024-01-19 12:40:25",
        "tags": {"x": ["\x00"]},
        "files": [file, "junk", {"type": "Other", "url": ""}],
    }
    client, _ = await _client(
        http, serve, _json({"success": True, "status": "done", "data": data})
    )
    report = await client.report(HASH)
    assert (report.status, report.algorithm, report.output_format) == (
        Status.DONE,
        "BS Roformer",
        "mp3 (320 kbps)",
    )
    vocals, other = report.stems
    assert (vocals.label, vocals.bytes, vocals.size_text) == ("Vocals", 6123456, "5.84 MB")
    assert (other.label, other.url, other.bytes) == ("Other", "", None)
    assert "processed" not in repr(report)


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        ({"success": True, "status": "distributing"}, Status.DISTRIBUTING),
        ({"success": True, "status": "Merging", "data": None}, Status.MERGING),
        ({"success": True, "status": "failed", "data": {"message": "why"}}, Status.FAILED),
        ({"success": False, "status": "failed", "data": {"message": "why"}}, Status.FAILED),
        ({"success": False, "status": "error"}, Status.FAILED),
        ({"success": False, "status": "not_found"}, Status.NOT_FOUND),
        (
            {"success": False, "data": {"message": "File or File Hash not found"}},
            Status.NOT_FOUND,
        ),
        ({"success": False}, Status.NOT_FOUND),
        ({"success": True}, Status.PROCESSING),
        ({"success": True, "status": "brewing"}, Status.PROCESSING),
    ],
)
async def test_statuses(
    http: httpx.AsyncClient, serve: Any, answer: object, status: Status
) -> None:
    client, _ = await _client(http, serve, _json(answer))
    assert (await client.report(HASH)).status is status


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (
            {
                "success": False,
                "data": {"message": "Your audio file is being downloaded, please wait a while..."},
            },
            Status.PROCESSING,
        ),
        ({"success": False, "data": {"message": "???"}}, Status.PROCESSING),
        (
            {"success": False, "data": {"message": "File or File Hash not found"}},
            Status.NOT_FOUND,
        ),
        ({"success": True, "status": "waiting", "data": {"queue_count": 1}}, Status.WAITING),
    ],
)
async def test_remote_statuses(
    http: httpx.AsyncClient, serve: Any, answer: object, status: Status
) -> None:
    client, _ = await _client(http, serve, _json(answer))
    report = await client.remote_report(HASH)
    assert (report.status, report.hash) == (status, None)


async def test_a_fetched_link_leads_to_its_job(http: httpx.AsyncClient, serve: Any) -> None:
    data = {"hash": "long", "link": "https://sg.mvsep.com/api/separation/get?hash=long"}
    client, _ = await _client(
        http, serve, _json({"success": True, "status": "done", "data": data})
    )
    report = await client.remote_report(HASH)
    assert report.hash is not None
    assert report.hash.get_secret_value() == "long"
    assert report.host == "https://sg.mvsep.com"


async def test_a_job_is_asked_for_on_its_own_host(http: httpx.AsyncClient, serve: Any) -> None:
    main, node = Service(_json({"success": True})), Service(_json({"success": True}))
    origin, other = await serve(main.handle), await serve(node.handle)
    client = MvsepClient(http, origin, extra_origins=[other])
    await client.report(HASH, host=other)
    await client.remote_report(HASH, host=other)
    await client.cancel(TOKEN, HASH, host=other)
    await client.delete(TOKEN, HASH, host=other)
    assert [path for _, path, _ in node.asked] == [
        f"/api/separation/{word}" for word in ("get", "get-remote", "cancel", "delete")
    ]
    assert main.asked == []


async def test_a_foreign_host_is_not_called(http: httpx.AsyncClient, serve: Any) -> None:
    client, _ = await _client(http, serve, _json({}))
    for host in ("https://evilmvsep.com", "http://169.254.169.254", "https://mvsep.com@e.org"):
        with pytest.raises(ForeignAddress):
            await client.report(HASH, host=host)
        with pytest.raises(ForeignAddress):
            await client.cancel(TOKEN, HASH, host=host)


async def test_cancelling(http: httpx.AsyncClient, serve: Any) -> None:
    client, service = await _client(http, serve, _json({"success": True}))
    await client.cancel(TOKEN, HASH)
    form = {"api_token": TOKEN.get_secret_value(), "hash": HASH.get_secret_value()}
    assert service.asked == [("POST", "/api/separation/cancel", form)]


@pytest.mark.parametrize("status", [200, 400])
async def test_cancelling_what_is_gone(http: httpx.AsyncClient, serve: Any, status: int) -> None:
    answer = {"success": False, "data": {"message": "File or File Hash not found"}}
    client, _ = await _client(http, serve, _json(answer, status))
    with pytest.raises(NotFound):
        await client.cancel(TOKEN, HASH)


async def test_cancelling_too_late(http: httpx.AsyncClient, serve: Any) -> None:
    answer = {"success": False, "message": "Separation is already being processed"}
    client, _ = await _client(http, serve, _json(answer, 400))
    with pytest.raises(Refused) as caught:
        await client.cancel(TOKEN, HASH)
    assert caught.value.message == answer["message"]


async def test_history(http: httpx.AsyncClient, serve: Any) -> None:
    row = {
        "id": 1,
        "hash": "20240119124024-413c481b80-abc123.mp3",
        "created_at": "2024-01-19T12:40:24.000000Z",
        "job_exists": True,
        "credits": None,
        "time_left": -3,
        "algorithm": {"name": "BS Roformer", "render_id": 40},
    }
    client, service = await _client(
        http, serve, _json({"success": True, "data": [row, {"id": 2}, None]})
    )
    (job,) = await client.history(TOKEN, start=5, limit=100)
    assert (job.exists, job.credits, job.hours_left, job.render_id) == (True, None, -3, 40)
    assert job.came_from("ABC123.mp3")
    assert not job.came_from("abc124.mp3")
    assert "413c" not in repr(job)
    assert service.asked[0][2] == {
        "api_token": TOKEN.get_secret_value(),
        "start": "5",
        "limit": "20",
    }


async def test_login(http: httpx.AsyncClient, serve: Any) -> None:
    client, service = await _client(http, serve, _json({"success": True, "data": USER}))
    login = await client.login("ann@example.org", SecretStr("pw"))
    assert login.token == TOKEN
    assert TOKEN.get_secret_value() not in repr(login)
    assert service.asked == [
        ("POST", "/api/app/login", {"email": "ann@example.org", "password": "pw"})
    ]


async def test_login_of_someone_without_a_token(http: httpx.AsyncClient, serve: Any) -> None:
    answer = _json({"success": True, "data": {**USER, "api_token": None}})
    client, _ = await _client(http, serve, answer)
    assert (await client.login("a", SecretStr("pw"))).token is None


async def test_register(http: httpx.AsyncClient, serve: Any) -> None:
    sent = "Account verification email sent to ann@example.org"
    client, service = await _client(http, serve, _json({"success": True, "message": sent}))
    assert await client.register("Ann", "ann@example.org", SecretStr("pw")) == sent
    assert service.asked[0][2]["password_confirmation"] == "pw"


async def test_a_registration_may_be_refused_or_lost(http: httpx.AsyncClient, serve: Any) -> None:
    errors = {"email": ["The email has already been taken."]}
    client, _ = await _client(
        http, serve, _json({"success": False, "message": errors}, 400), _text("no", 502)
    )
    with pytest.raises(Refused, match="refused") as caught:
        await client.register("Ann", "ann@example.org", SecretStr("pw"))
    assert caught.value.message == errors["email"][0]
    with pytest.raises(AnswerLost):
        await client.register("Ann", "ann@example.org", SecretStr("pw"))


async def test_toggles(http: httpx.AsyncClient, serve: Any) -> None:
    client, service = await _client(
        http, serve, _json({"success": True, "message": "successfully disabled"})
    )
    assert await client.toggle(TOKEN, "disable_long_filenames") == "successfully disabled"
    assert service.asked[0][:2] == ("POST", "/api/app/disable_long_filenames")


async def test_a_result_is_streamed(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        if request.path == "/old":
            return web.Response(status=302, headers={"Location": "/new"})
        return web.Response(body=b"music")

    origin = await serve(handler)
    source = MvsepClient(http, origin).result(f"{origin}/old", size=5)
    assert source.size == 5
    async with source.open() as opened:
        assert opened.size == 5
        assert [chunk async for chunk in opened.chunks] == [b"music"]


async def test_results_come_from_the_service_only(http: httpx.AsyncClient, serve: Any) -> None:
    async def handler(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": "http://169.254.169.254/x"})

    origin = await serve(handler)
    client = MvsepClient(http, origin)
    with pytest.raises(ForeignAddress):
        client.result("http://169.254.169.254/x")
    with pytest.raises(ForeignAddress):
        async with client.result(origin).open():
            pass


async def test_bad_results(http: httpx.AsyncClient, serve: Any, serve_raw: Any) -> None:
    async def gone(request: web.Request) -> web.Response:
        return web.Response(status=404)

    async def cut(reader: Any, writer: Any) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc")
        await writer.drain()

    origin, broken = await serve(gone), await serve_raw(cut)
    client = MvsepClient(http, origin, extra_origins=[broken])
    with pytest.raises(BadStatus):
        async with client.result(origin).open():
            pass
    with pytest.raises(Truncated):
        async with client.result(broken).open() as opened:
            async for _ in opened.chunks:
                pass


def test_every_error_is_an_mvsep_error() -> None:
    assert issubclass(Temporary, MvsepError)
    assert {Unreachable, RateLimited, ServiceDown} == set(Temporary.__subclasses__())
