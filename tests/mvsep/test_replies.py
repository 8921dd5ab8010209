"""Answers are read with patience: wrong types, missing keys, and anything else that is JSON."""

import json
from collections.abc import Callable, Coroutine
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.mvsep import (
    Condition,
    MvsepClient,
    MvsepError,
    Option,
    Order,
    PriceRule,
    RemoteLink,
    read_catalogue,
)

TOKEN, HASH = SecretStr("token"), SecretStr("hash")
WORDS = [
    *["success", "status", "data", "message", "errors", "hash", "link", "files", "url", "bytes"],
    *["render_id", "name", "algorithm_fields", "options", "rating", "average", "current_queue"],
    *["algorithm", "algorithm_group", "premium_minutes", "conditions", "value_json", "api_token"],
    *["algorithm_descriptions", "depends_on_field_id", "price_rules", "value", "output_stems"],
]
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=5),
    st.sampled_from(["true", "done", "[]", '{"a": 1}', "[[[", "1e400", "9" * 25, "\ud800"]),
)
JSON = st.recursive(
    SCALARS,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(WORDS) | st.text(max_size=3), inner, max_size=6)
    ),
    max_leaves=25,
)

CALLS: list[Callable[[MvsepClient], Coroutine[Any, Any, object]]] = [
    lambda client: client.algorithms(),
    lambda client: client.account(TOKEN),
    lambda client: client.report(HASH),
    lambda client: client.remote_report(HASH),
    lambda client: client.history(TOKEN),
    lambda client: client.cancel(TOKEN, HASH),
    lambda client: client.login("a@b.c", TOKEN),
    lambda client: client.register("a", "a@b.c", TOKEN),
    lambda client: client.toggle(TOKEN, "enable_premium"),
    lambda client: client.create(TOKEN, Order(1, {}, 0), link=RemoteLink("x", "direct")),
]


@given(
    answer=JSON | st.dictionaries(st.sampled_from(WORDS), JSON),
    status=st.sampled_from([200, 200, 200, 201, 302, 400, 401, 404, 413, 500]),
)
async def test_any_json_is_read_or_is_an_mvsep_error(answer: object, status: int) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, content=json.dumps(answer).encode())

    async with httpx.AsyncClient(transport=httpx.MockTransport(handler)) as http:
        client = MvsepClient(http, attempts=1)
        for call in CALLS:
            try:
                repr(await call(client)).encode()
            except MvsepError as error:
                str(error).encode()


@given(st.binary(max_size=50))
async def test_any_bytes_are_read_or_are_an_mvsep_error(body: bytes) -> None:
    def handler(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=body)

    async with httpx.AsyncClient(transport=httpx.MockTransport(handler)) as http:
        for call in CALLS:
            with pytest.raises(MvsepError):
                await call(MvsepClient(http, attempts=1))


ENTRY = {
    "id": 7,
    "render_id": 40,
    "name": "BS Roformer",
    "algorithm_group_id": 21,
    "algorithm_group": {"id": 21, "name": "Vocals / Instrumental"},
    "orientation": 0,
    "order_id": 5,
    "price_coefficient": 1,
    "is_active": 1,
    "audio_widget": "single_upload",
    "output_stems": '["vocals", "instrum"]',
    "usage": 1234,
    "rating": {"average": "4.2500", "total": 8},
    "algorithm_descriptions": [
        {"lang": "en", "short_description": "short", "long_description": "<p>long</p>"}
    ],
    "algorithm_fields": [
        {
            "id": 31,
            "name": "add_opt2",
            "text": "Overlap",
            "options": '{\n "10": "50%",\n "2": "87.5%"\n}',
            "default_key": "2",
            "input_type": "select",
            "required": 1,
            "registered_only_keys": ["2"],
            "price_rules": [{"option_key": "2", "mode": "multiplier", "value": "2.0000"}],
            "conditions": [
                {
                    "depends_on_field_id": 30,
                    "operator": "in",
                    "value_json": ["171"],
                    "action": "show",
                }
            ],
        },
        {"name": "add_opt1", "text": "Prompt", "options": "{}", "default_key": None},
    ],
}


def test_an_algorithm() -> None:
    (found,) = read_catalogue([ENTRY])
    assert (found.render_id, found.name, found.group_name) == (
        40,
        "BS Roformer",
        "Vocals / Instrumental",
    )
    assert (found.rating, found.votes, found.usage) == (4.25, 8, 1234)
    assert found.stems == ("vocals", "instrum")
    assert found.descriptions == {"en": ("short", "<p>long</p>")}
    overlap, prompt = found.fields
    assert overlap.options == (Option("10", "50%"), Option("2", "87.5%"))
    assert (overlap.name, overlap.default, overlap.required) == ("add_opt2", "2", True)
    assert overlap.registered_only == {"2"}
    assert overlap.price_rules == (PriceRule("2", "multiplier", 2.0),)
    assert overlap.conditions == (Condition(30, "in", ("171",), "show"),)
    assert (prompt.options, prompt.default, prompt.input_type) == ((), None, "text")


@pytest.mark.parametrize("key", [key for key in ENTRY if key not in {"render_id", "name"}])
@pytest.mark.parametrize("value", [None, "", "x", 3, [], {}, "[[", [None], [[]], {"a": None}])
def test_one_odd_value_does_not_cost_the_entry(key: str, value: object) -> None:
    (found,) = read_catalogue([{**ENTRY, key: value}])
    assert found.render_id == 40


def test_a_bare_entry_is_enough() -> None:
    (found,) = read_catalogue([{"render_id": "9", "name": "UVR"}])
    assert (found.render_id, found.is_active, found.widget) == (9, True, "single_upload")
    assert (found.price_coefficient, found.rating, found.fields) == (1.0, None, ())


def test_bad_entries_are_left_out() -> None:
    entries: list[Any] = [
        None,
        3,
        [],
        {},
        {"render_id": "x", "name": "n"},
        {"render_id": 1},
        ENTRY,
    ]
    assert [found.render_id for found in read_catalogue(entries)] == [40]


@pytest.mark.parametrize("wrapped", [{"success": True, "data": [ENTRY]}, {"0": ENTRY}])
def test_a_wrapped_catalogue_is_read(wrapped: object) -> None:
    assert len(read_catalogue(wrapped)) == 1


def test_an_algorithm_without_upload() -> None:
    (found,) = read_catalogue([{"render_id": 1, "name": "n", "audio_upload_disabled": "1"}])
    assert found.widget == "no_upload"
