"""Turns MVSEP's refusals, which come in four shapes and several wordings, into errors."""

from collections.abc import Mapping

from bot.mvsep.errors import BadToken, MvsepError, NotFound, Refusal, Refused
from bot.net import json_fields

# In the order they are tried: the daily limit's text mentions premium, too.
_WORDINGS: tuple[tuple[Refusal, tuple[str, ...]], ...] = (
    (Refusal.QUEUE_FULL, ("unprocessed", "in queue", "already have")),
    (Refusal.DAILY_LIMIT, ("limit of separations", "for today", "tomorrow", "daily")),
    (Refusal.UNKNOWN_TYPE, ("type is not set", "unknown separation", "invalid sep")),
    (Refusal.NO_CREDITS, ("credit", "premium minutes", "balance")),
    (Refusal.PREMIUM_ONLY, ("premium",)),
    (Refusal.TOO_LARGE, ("too large", "too big", "too long", "file size", "greater than")),
)
_TOKEN_WORDINGS = ("api_token", "api token", "api key", "unauthenticated", "unauthorized")


def message_of(answer: object) -> str:
    """The vendor's text from any of its shapes, or nothing.

    `errors[]`, `data.message`, `message`, and `message` as field -> list of texts.
    """
    answer = json_fields.record(answer)
    places = (
        answer.get("errors"),
        json_fields.record(answer.get("data")).get("message"),
        answer.get("message"),
        answer.get("error"),
    )
    return next(filter(None, map(_joined, places)), "")


def fields_of(answer: object) -> dict[str, str]:
    """The texts of a refused form by field (MVSEP API document, `app/register`); else nothing."""
    answer = json_fields.record(answer)
    for place in (answer.get("message"), answer.get("errors")):
        if isinstance(place, dict):
            return {str(name): text for name, texts in place.items() if (text := _joined(texts))}
    return {}


def says_not_found(message: str) -> bool:
    """Whether the text means an unknown, deleted or expired hash."""
    return any(word in message.lower() for word in ("not found", "deleted", "expired"))


def refusal(
    status: int,
    message: str,
    *,
    token_checked: bool = False,
    fields: Mapping[str, str] | None = None,
) -> MvsepError:
    """The error for a readable no with this HTTP status.

    With `token_checked` a 400 means a bad token, which is the only 400 those calls document.
    """
    lowered = message.lower()
    if status == 401 or any(word in lowered for word in _TOKEN_WORDINGS):
        return BadToken(message)
    if token_checked and status in {400, 403}:
        return BadToken(message)
    if status == 413:
        return Refused(Refusal.TOO_LARGE, message)
    if "hash" in lowered and says_not_found(message):
        return NotFound(message)
    return Refused(_reason(lowered), message, fields)


def _reason(message: str) -> Refusal:
    for reason, words in _WORDINGS:
        if any(word in message for word in words):
            return reason
    return Refusal.INVALID


def _joined(found: object) -> str:
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list):
        return "\n".join(filter(None, (_joined(entry) for entry in found[:20])))
    return json_fields.text(found).strip()
