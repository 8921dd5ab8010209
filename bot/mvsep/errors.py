"""What a call to MVSEP can end with.

MvsepError
 ├ Temporary            nothing happened, the same call may work later
 │  ├ Unreachable       no complete request reached the service
 │  ├ RateLimited       asked too often (HTTP 429)
 │  └ ServiceDown       5xx, no answer or a garbled one, to a call that may be repeated
 ├ AnswerLost           sent, but no readable answer: the effect is unknown, never just repeat it
 ├ BadToken             the token is unknown or was revoked
 ├ NotFound             unknown, deleted or expired hash
 ├ Refused              the service says no, and why
 ├ ForeignAddress       an address that is not the service's own
 └ SourceFailed         reading the file to upload failed: the request was never complete

No text of ours holds a token, a hash or an address; the vendor's own text is kept in `message`.
"""

from collections.abc import Mapping
from enum import StrEnum

from bot.net.errors import StreamError


class MvsepError(Exception):
    """The root of everything a call to MVSEP raises."""


class Temporary(MvsepError):
    """Nothing happened; the same call may be repeated later without harm."""


class Unreachable(Temporary):
    """No connection, or it broke before the request was complete: safe to repeat."""

    def __init__(self) -> None:
        super().__init__("MVSEP could not be reached")


class RateLimited(Temporary):
    """HTTP 429; `retry_after` in seconds when the service named it."""

    def __init__(self, retry_after: float | None = None) -> None:
        super().__init__("MVSEP wants fewer requests")
        self.retry_after = retry_after


class ServiceDown(Temporary):
    """A failing or unreadable answer to a harmless call; no `status` means no answer at all."""

    def __init__(self, status: int | None = None) -> None:
        super().__init__("MVSEP gave no answer" if status is None else f"MVSEP: HTTP {status}")
        self.status = status


class AnswerLost(MvsepError):
    """The request went out whole, but what became of it is unknown: it may have been charged."""

    def __init__(self, status: int | None = None) -> None:
        super().__init__("MVSEP's answer was lost")
        self.status = status


class BadToken(MvsepError):
    """The account token (or the e-mail and password) is not accepted."""

    def __init__(self, message: str = "") -> None:
        super().__init__("MVSEP does not accept the token")
        self.message = message


class NotFound(MvsepError):
    """MVSEP does not know the hash: wrong, deleted, or older than its 72 hours."""

    def __init__(self, message: str = "") -> None:
        super().__init__("MVSEP does not know this separation")
        self.message = message


class Refusal(StrEnum):
    """Why MVSEP said no, as far as its text tells."""

    QUEUE_FULL = "queue_full"
    DAILY_LIMIT = "daily_limit"
    PREMIUM_ONLY = "premium_only"
    UNKNOWN_TYPE = "unknown_type"
    NO_CREDITS = "no_credits"
    TOO_LARGE = "too_large"
    INVALID = "invalid"


class Refused(MvsepError):
    """A readable no; nothing was charged. `message` is the vendor's text, untrusted.

    `fields` has the texts by the form's field where the service says which one is wrong.
    """

    def __init__(
        self, reason: Refusal, message: str = "", fields: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(f"MVSEP refused: {reason}")
        self.reason = reason
        self.message = message
        self.fields = fields or {}


class ForeignAddress(MvsepError):
    """An address outside the service's own hosts; it is not called."""

    def __init__(self) -> None:
        super().__init__("an address that is not MVSEP's")


class SourceFailed(MvsepError):
    """The file to upload could not be read to its end; nothing was charged."""

    def __init__(self, error: Exception) -> None:
        # Only our own texts are known to hold no address.
        cause = str(error) if isinstance(error, StreamError) else type(error).__name__
        super().__init__(f"the upload's source failed: {cause}")
        self.error = error
