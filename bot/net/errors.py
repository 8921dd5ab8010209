"""What can go wrong while bytes are read from a source.

StreamError
 ├ BadStatus     the server answered, but not with the content
 ├ Unreadable    no answer, a broken connection, a missing file
 ├ Truncated     the content ended before its announced length
 └ Overlong      the content went on after its announced length

None of them carries an address: addresses of files can hold tokens.
"""


class StreamError(Exception):
    """Reading a source failed; nothing that was read so far may be used as whole."""


class BadStatus(StreamError):
    """The server answered with another HTTP status than 200."""

    def __init__(self, status: int, retry_after: float | None = None) -> None:
        super().__init__(f"the source answered with HTTP {status}")
        self.status = status
        self.retry_after = retry_after


class Unreadable(StreamError):
    """The source could not be reached or broke off; the text names the kind of failure only."""


class Truncated(StreamError):
    """The source ended after `got` of `expected` bytes."""

    def __init__(self, expected: int, got: int) -> None:
        super().__init__(f"the source ended after {got} of {expected} bytes")
        self.expected = expected
        self.got = got


class Overlong(StreamError):
    """The source held more than the `expected` bytes it had announced."""

    def __init__(self, expected: int) -> None:
        super().__init__(f"the source went on after the {expected} bytes it had announced")
        self.expected = expected
