"""Retry delays: exponential, with an upper limit."""


def growing(first: float, before: int, longest: float) -> float:
    """Seconds to wait when it went wrong `before` times already: doubling from `first` to `longest`."""
    return min(first * 2.0 ** min(before, 30), longest)
