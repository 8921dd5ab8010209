"""Takes in `transaction/create`: checks it, cuts its texts, charges for it, sees it through."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from bot.sandbox.neuro_semantic.accounts import NeuroAccount
from bot.sandbox.neuro_semantic.analysis.calculate import (
    USUAL_PHRASES,
    as_shares,
    by_emotion,
    by_frequency,
    by_sentiment,
    by_theme,
)
from bot.sandbox.neuro_semantic.bodies import Body, entities_in, number_in
from bot.sandbox.neuro_semantic.envelope import (
    INVALID_DATA,
    NEGATIVE_BALANCE,
    TOO_LONG,
    Failure,
)
from bot.sandbox.neuro_semantic.world import DONE, RUNNING, SandboxTransaction, World

PRICES: Mapping[str, float] = {"classify": 1.0, "sentiment": 0.5, "emcol": 0.5, "wordfreq": 0.0}
"""Roubles for one text (document, request type); it names no price for word frequency."""

_FIRST_ID = 5001
_USUAL_SPLITTER = "\n"
_QUEUE_SECONDS, _RUNNING_SECONDS = 2.0, 3.0
_MOST_PHRASES = 10_000


def take_in(world: World, account: NeuroAccount, body: Body) -> SandboxTransaction:
    """A new transaction, charged and on its way."""
    kind = body.get("calc_type")
    if not isinstance(kind, str) or kind not in PRICES:
        raise Failure(INVALID_DATA)
    splitter, texts = _texts(world, body)
    request_data = _request_data(kind, body)
    price = round(PRICES[kind] * len(texts), 2)
    if account.balance - price < 0:
        raise Failure(NEGATIVE_BALANCE)
    made = SandboxTransaction(
        id=_FIRST_ID + len(world.creates),
        account=account,
        calc_type=kind,
        raw=body["texts"],
        texts=texts,
        splitter=splitter,
        request_data=request_data,
        price=price,
        created=world.now(),
    )
    _charge(world, made)
    made.task = asyncio.create_task(_see_through(world, made))
    return made


def _charge(world: World, made: SandboxTransaction) -> None:
    world.creates.append(made)
    world.transactions.append(made)
    if made.price:
        made.account.move(made.created, f"Оплата запроса №{made.id}", -made.price)


def _texts(world: World, body: Body) -> tuple[str, list[str]]:
    """The splitter, and the texts that are not blank."""
    splitter = body.get("texts_splitter") or _USUAL_SPLITTER
    raw = body.get("texts")
    if not isinstance(splitter, str) or not isinstance(raw, str | list):
        raise Failure(INVALID_DATA)
    pieces = raw.split(splitter) if isinstance(raw, str) else raw
    if not all(isinstance(piece, str) for piece in pieces):
        raise Failure(INVALID_DATA)
    texts = [piece for piece in pieces if piece.strip()]
    if not texts:
        raise Failure(INVALID_DATA)
    _check_length(world, texts)
    return splitter, texts


def _check_length(world: World, texts: list[str]) -> None:
    switches = world.switches
    total = sum(map(len, texts))
    if total > switches.longest_total or max(map(len, texts)) > switches.longest_text:
        raise Failure(TOO_LONG)


def _request_data(kind: str, body: Body) -> Any:
    told = body.get("request_data")
    if kind == "classify":
        number_in(body, "theme_id")
        if not isinstance(told, dict) or not entities_in(told):
            raise Failure(INVALID_DATA)
        return told
    if kind == "wordfreq":
        return _phrases(told)
    return None


def _phrases(told: Any) -> int:
    """The document gives the number no name, so an object with one value is taken as well."""
    if isinstance(told, dict) and len(told) == 1:
        told = next(iter(told.values()))
    amount = number_in({"amount": told}, "amount") if told is not None else USUAL_PHRASES
    if not 0 < amount <= _MOST_PHRASES:
        raise Failure(INVALID_DATA)
    return amount


async def _see_through(world: World, made: SandboxTransaction) -> None:
    switches = world.switches
    await switches.pace(_QUEUE_SECONDS)
    await switches.queue_gate.wait()
    made.status = RUNNING
    await switches.pace(_RUNNING_SECONDS)
    result = await asyncio.to_thread(_calculate, world, made)
    await switches.running_gate.wait()
    made.result, made.processed = result, len(made.texts)
    made.completed, made.status = world.now(), DONE


def _calculate(world: World, made: SandboxTransaction) -> Any:
    match made.calc_type:
        case "classify":
            return by_theme(made.request_data, made.texts)
        case "sentiment":
            return by_sentiment(made.texts)
        case "wordfreq":
            return by_frequency(made.texts, made.request_data, world.switches.wordfreq_shape)
        case _:
            found = by_emotion(made.texts)
            return as_shares(found) if world.switches.emcol_shape == "shares" else found
