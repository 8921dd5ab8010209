"""Who may talk to the page's server, and who may not."""

import pytest

from bot.sandbox.page import OpenAddress, Page
from bot.sandbox.page.guard import TOKEN_HEADER, Guard, check_listen
from bot.sandbox.page.people import gather
from bot.sandbox.services import City
from tests.page.conftest import Caller

SAY = "/api/rooms/ada/say"


async def test_the_page_answers_to_its_own_address(caller: Caller) -> None:
    answer = await caller.get("/")
    assert answer.status == 200
    assert caller.page.guard.token in await answer.text()


@pytest.mark.parametrize("host", ["evil.test", "127.0.0.1", "127.0.0.1:1", "evil.test:{port}", ""])
async def test_other_names_are_refused(caller: Caller, host: str) -> None:
    answer = await caller.get("/", Host=host.format(port=caller.page.guard.port))
    assert answer.status in {400, 421}
    assert caller.page.guard.token not in await answer.text()


@pytest.mark.parametrize("host", ["localhost", "[::1]", "LOCALHOST"])
async def test_names_of_this_machine_are_known(caller: Caller, host: str) -> None:
    assert (await caller.get("/", Host=f"{host}:{caller.page.guard.port}")).status == 200


@pytest.mark.parametrize("origin", ["http://evil.test", "null", "", "https://127.0.0.1"])
async def test_posts_from_elsewhere_are_refused(caller: Caller, origin: str) -> None:
    headers = caller.own | {"Origin": origin}
    answer = await caller.post(SAY, {"by": caller.ada, "text": "hi"}, headers=headers)
    assert answer.status == 403
    assert caller.cast.rooms["ada"].messages == []


async def test_posts_without_origin_or_token_are_refused(caller: Caller) -> None:
    for missing in ("Origin", TOKEN_HEADER):
        headers = {name: value for name, value in caller.own.items() if name != missing}
        answer = await caller.post(SAY, {"by": caller.ada, "text": "hi"}, headers=headers)
        assert answer.status == 403
    wrong = caller.own | {TOKEN_HEADER: "ключ"}
    with_wrong = await caller.post(SAY, {"by": caller.ada, "text": "hi"}, headers=wrong)
    assert with_wrong.status == 403


async def test_every_answer_is_locked_down(caller: Caller) -> None:
    for path in ("/", "/static/app.js", "/nothing"):
        headers = (await caller.get(path)).headers
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("address", ["0.0.0.0", "::", "192.0.2.7", "example.com"])  # noqa: S104
async def test_open_addresses_need_a_second_word(stage: City, address: str) -> None:
    with pytest.raises(OpenAddress, match="--anyone-may-use-it"):
        Page(stage, gather(stage, "en"), listen=address)
    check_listen(address, allowed_open=True)


@pytest.mark.parametrize("address", ["127.0.0.1", "localhost", "::1", "127.1.2.3"])
def test_loopback_needs_none(address: str) -> None:
    check_listen(address, allowed_open=False)


def test_an_open_page_knows_addresses_and_no_foreign_names() -> None:
    guard = Guard(allowed_open=True, port=8765)
    assert guard._knows_host("192.0.2.7:8765")
    assert not guard._knows_host("evil.test:8765")
    assert not Guard(port=8765)._knows_host("192.0.2.7:8765")


async def test_a_taken_port_gives_way_only_where_none_was_asked_for(
    caller: Caller, stage: City
) -> None:
    with pytest.raises(OSError, match="in use"):
        async with Page(stage, caller.cast, port=caller.page.guard.port):
            pass
