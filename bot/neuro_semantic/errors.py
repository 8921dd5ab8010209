"""What a call to Neuro-Semantic can end with.

NeuroSemanticError
 ├ Temporary            nothing happened, the same call may work later
 │  ├ Unreachable       no complete request reached the service
 │  ├ RateLimited       asked too often (HTTP 429)
 │  └ ServiceDown       5xx, no answer or a garbled one, to a call that may be repeated
 │     └ ServerError    the service says so itself (code 2)
 ├ AnswerLost           sent, but no readable answer: the effect is unknown, never just repeat it
 ├ BadSecret            the secret key is not accepted (code 1001)
 └ Refused              the service says no; its code and text are kept
    ├ InvalidData       something in the request is wrong, or is not there (code 2001)
    ├ NegativeBalance   the account is below zero (code 2100)
    └ TooLong           all texts together are too long (code 2200)

No text of ours holds a secret, an address or a person's texts; the vendor's own text is kept in
`message`.
"""


class NeuroSemanticError(Exception):
    """The root of everything a call to Neuro-Semantic raises."""


class Temporary(NeuroSemanticError):
    """Nothing happened; the same call may be repeated later without harm."""


class Unreachable(Temporary):
    """No connection: safe to repeat."""

    def __init__(self) -> None:
        super().__init__("Neuro-Semantic could not be reached")


class RateLimited(Temporary):
    """HTTP 429; `retry_after` in seconds when the service named it."""

    def __init__(self, retry_after: float | None = None) -> None:
        super().__init__("Neuro-Semantic wants fewer requests")
        self.retry_after = retry_after


class ServiceDown(Temporary):
    """A failing or unreadable answer; no `status` (HTTP) means no answer at all."""

    def __init__(self, status: int | None = None) -> None:
        told = "no answer" if status is None else f"HTTP {status}"
        super().__init__(f"Neuro-Semantic: {told}")
        self.status = status


class ServerError(ServiceDown):
    """Code 2: the service failed while it worked on a call that may be repeated."""

    def __init__(self, status: int | None = None, message: str = "") -> None:
        super().__init__(status)
        self.message = message


class AnswerLost(NeuroSemanticError):
    """The request went out whole, but what became of it is unknown: it may have been charged.

    `code` is 2 when the service said that it failed, None when nothing readable came back.
    """

    def __init__(self, status: int | None = None, code: int | None = None) -> None:
        super().__init__("Neuro-Semantic's answer was lost")
        self.status = status
        self.code = code


class BadSecret(NeuroSemanticError):
    """The secret key is unknown or was replaced."""

    def __init__(self, message: str = "") -> None:
        super().__init__("Neuro-Semantic does not accept the secret key")
        self.message = message


class Refused(NeuroSemanticError):
    """A readable no, nothing was charged: the service's `code` and its text, untrusted."""

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(f"Neuro-Semantic refused with code {code}")
        self.code = code
        self.message = message


class InvalidData(Refused):
    """Wrong data in the request; also how an unknown id is told."""

    def __init__(self, message: str = "") -> None:
        super().__init__(INVALID_DATA, message)


class NegativeBalance(Refused):
    """The account's balance is below zero."""

    def __init__(self, message: str = "") -> None:
        super().__init__(NEGATIVE_BALANCE, message)


class TooLong(Refused):
    """The whole text exceeds a limit that the document does not name: send it in parts."""

    def __init__(self, message: str = "") -> None:
        super().__init__(TOO_LONG, message)


SERVER_ERROR = 2
NOT_AUTHORIZED = 1001
INVALID_DATA = 2001
NEGATIVE_BALANCE = 2100
TOO_LONG = 2200

_REFUSALS: dict[int, type[InvalidData | NegativeBalance | TooLong]] = {
    INVALID_DATA: InvalidData,
    NEGATIVE_BALANCE: NegativeBalance,
    TOO_LONG: TooLong,
}


def refusal(status: int, code: int, message: str) -> NeuroSemanticError:
    """The error for a code of the document's table; `status` is the HTTP status."""
    if code == SERVER_ERROR:
        return ServerError(status, message)
    if code == NOT_AUTHORIZED:
        return BadSecret(message)
    known = _REFUSALS.get(code)
    return Refused(code, message) if known is None else known(message)
