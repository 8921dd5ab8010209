"""What the service tells: any form of it counts, nothing of it is believed, nothing is given away."""

from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import httpx
import pytest
from pydantic import SecretStr

from bot.chat.incoming.http_server import make_app, serve
from bot.features.separate.running.service_webhooks import LARGEST_BODY, ServiceWebhooks

PUBLIC = "https://bot.example"


class Polls:
    """A storage that notes the hints."""

    def __init__(self) -> None:
        self.polls = self
        self.hinted: list[int] = []
        self.broken = False

    async def hint(self, job_id: int) -> bool:
        if self.broken:
            raise ConnectionError
        self.hinted.append(job_id)
        return False


@pytest.fixture
def polls() -> Polls:
    return Polls()


@pytest.fixture
def webhooks(polls: Polls) -> ServiceWebhooks:
    return ServiceWebhooks(polls, PUBLIC, SecretStr("123:secret"))  # type: ignore[arg-type]


@pytest.fixture
async def client(webhooks: ServiceWebhooks) -> AsyncIterator[httpx.AsyncClient]:
    app = make_app()
    webhooks.join(app)
    async with (
        serve(app, "127.0.0.1", 0) as port,
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client,
    ):
        yield client


def path_of(webhooks: ServiceWebhooks, job_id: int) -> str:
    return urlsplit(webhooks.address(job_id) or "").path


async def test_every_form_is_a_hint(
    client: httpx.AsyncClient, webhooks: ServiceWebhooks, polls: Polls
) -> None:
    path = path_of(webhooks, 7)
    answers = [
        await client.get(path),
        await client.get(path, params={"hash": "of another", "status": "done"}),
        await client.post(path),
        await client.post(path, json={"status": "failed", "hash": "x"}),
        await client.post(path, content=b"\xff\x00 no text at all"),
    ]
    assert [(answer.status_code, answer.content) for answer in answers] == [(200, b"")] * 5
    assert polls.hinted == [7] * 5


@pytest.mark.parametrize("name", ["", "7", "7-", "7-00", "x-1", "²-1", "9" * 30, "7-é"])
async def test_other_addresses_are_unknown(
    client: httpx.AsyncClient, polls: Polls, name: str
) -> None:
    answer = await client.post(f"/mvsep/{name}")
    assert answer.status_code == 404
    assert polls.hinted == []


async def test_the_proof_of_one_job_is_none_for_another(
    client: httpx.AsyncClient, webhooks: ServiceWebhooks, polls: Polls
) -> None:
    proof = path_of(webhooks, 7).partition("-")[2]
    answers = [await client.get(f"/mvsep/8-{proof}"), await client.get("/mvsep/8-" + "0" * 32)]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].content == answers[1].content
    assert polls.hinted == []


async def test_large_bodies_are_refused(
    client: httpx.AsyncClient, webhooks: ServiceWebhooks, polls: Polls
) -> None:
    answer = await client.post(path_of(webhooks, 7), content=b"x" * (LARGEST_BODY + 1))
    assert answer.status_code == 413
    assert polls.hinted == []


async def test_a_sick_database_is_no_news_for_the_service(
    client: httpx.AsyncClient, webhooks: ServiceWebhooks, polls: Polls
) -> None:
    polls.broken = True
    assert (await client.get(path_of(webhooks, 7))).status_code == 200


def test_without_an_address_of_our_own_nobody_is_told(polls: Polls) -> None:
    assert ServiceWebhooks(polls, None, SecretStr("123:secret")).address(7) is None  # type: ignore[arg-type]


def test_every_process_makes_the_same_address_and_only_with_the_token(
    webhooks: ServiceWebhooks, polls: Polls
) -> None:
    again = ServiceWebhooks(polls, PUBLIC + "/", SecretStr("123:secret"))  # type: ignore[arg-type]
    other = ServiceWebhooks(polls, PUBLIC, SecretStr("123:other"))  # type: ignore[arg-type]
    assert again.address(7) == webhooks.address(7) != other.address(7)
    assert "secret" not in (webhooks.address(7) or "")
