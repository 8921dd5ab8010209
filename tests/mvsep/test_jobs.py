"""Where a job is, and how it is stopped, asked on the node it lives on."""

from typing import Any

import httpx
import pytest

from bot.mvsep import (
    ForeignAddress,
    MvsepClient,
    NotFound,
    Refused,
    Status,
)
from tests.mvsep.service import (
    HASH,
    TOKEN,
    Service,
    client_with,
    json_answer,
)


async def test_a_waiting_job(http: httpx.AsyncClient, serve: Any) -> None:
    data = {"queue_count": 3, "current_order": "2", "message": "Waiting"}
    client, service = await client_with(
        http, serve, json_answer({"success": True, "status": "waiting", "data": data})
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
    client, _ = await client_with(
        http, serve, json_answer({"success": True, "status": "done", "data": data})
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
    client, _ = await client_with(http, serve, json_answer(answer))
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
    client, _ = await client_with(http, serve, json_answer(answer))
    report = await client.remote_report(HASH)
    assert (report.status, report.hash) == (status, None)


async def test_a_fetched_link_leads_to_its_job(http: httpx.AsyncClient, serve: Any) -> None:
    data = {"hash": "long", "link": "https://sg.mvsep.com/api/separation/get?hash=long"}
    client, _ = await client_with(
        http, serve, json_answer({"success": True, "status": "done", "data": data})
    )
    report = await client.remote_report(HASH)
    assert report.hash is not None
    assert report.hash.get_secret_value() == "long"
    assert report.host == "https://sg.mvsep.com"


async def test_a_job_is_asked_for_on_its_own_host(http: httpx.AsyncClient, serve: Any) -> None:
    main, node = Service(json_answer({"success": True})), Service(json_answer({"success": True}))
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
    client, _ = await client_with(http, serve, json_answer({}))
    for host in ("https://evilmvsep.com", "http://169.254.169.254", "https://mvsep.com@e.org"):
        with pytest.raises(ForeignAddress):
            await client.report(HASH, host=host)
        with pytest.raises(ForeignAddress):
            await client.cancel(TOKEN, HASH, host=host)


async def test_cancelling(http: httpx.AsyncClient, serve: Any) -> None:
    client, service = await client_with(http, serve, json_answer({"success": True}))
    await client.cancel(TOKEN, HASH)
    form = {"api_token": TOKEN.get_secret_value(), "hash": HASH.get_secret_value()}
    assert service.asked == [("POST", "/api/separation/cancel", form)]


@pytest.mark.parametrize("status", [200, 400])
async def test_cancelling_what_is_gone(http: httpx.AsyncClient, serve: Any, status: int) -> None:
    answer = {"success": False, "data": {"message": "File or File Hash not found"}}
    client, _ = await client_with(http, serve, json_answer(answer, status))
    with pytest.raises(NotFound):
        await client.cancel(TOKEN, HASH)


async def test_cancelling_too_late(http: httpx.AsyncClient, serve: Any) -> None:
    answer = {"success": False, "message": "Separation is already being processed"}
    client, _ = await client_with(http, serve, json_answer(answer, 400))
    with pytest.raises(Refused) as caught:
        await client.cancel(TOKEN, HASH)
    assert caught.value.message == answer["message"]
