"""What the Bot API answers to a call it refuses."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]
"""A JSON object of the Bot API."""


@dataclass
class ApiError(Exception):
    """A refusal, worded as the server words it (Bot API, "Making requests").

    `fault`: the calling bot did something it should have known to be wrong, so a test fails.
    `parameters`: `retry_after` or `migrate_to_chat_id` (Bot API, ResponseParameters).
    """

    code: int
    description: str
    fault: bool = True
    parameters: Json = field(default_factory=dict)

    def body(self) -> Json:
        answer: Json = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        return answer | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(reason: str, *, fault: bool = True) -> ApiError:
    return ApiError(400, f"Bad Request: {reason}", fault)


def forbidden(reason: str) -> ApiError:
    return ApiError(403, f"Forbidden: {reason}", fault=False)


def too_many(seconds: int) -> ApiError:
    reason = f"Too Many Requests: retry after {seconds}"
    return ApiError(429, reason, fault=False, parameters={"retry_after": seconds})
