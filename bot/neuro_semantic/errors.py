"""What a call to Neuro-Semantic can end with.

NeuroSemanticError
 ├ Temporary            nothing happened, the same call may work later
 │  ├ Unreachable       no complete request reached the service
 │  ├ RateLimited       asked too often (HTTP 429)
 │  └ ServiceDown       5xx, code 2, no answer or a garbled one
 ├ BadSecret            the secret key is not accepted (code 1001)
 └ Refused              the service says no; its code and text are kept

No text of ours holds a secret or an address.
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


class BadSecret(NeuroSemanticError):
    """The secret key is unknown or was replaced."""

    def __init__(self, message: str = "") -> None:
        super().__init__("Neuro-Semantic does not accept the secret key")
        self.message = message


class Refused(NeuroSemanticError):
    """A readable no: the service's `code` and its text, untrusted.

    Neuro-Semantic API document, error codes: 2001 invalid data, 2100 negative balance,
    2200 text too long.
    """

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(f"Neuro-Semantic refused with code {code}")
        self.code = code
        self.message = message
