"""What holds for every test: fixtures, and examples that are the same on every machine, fast or slow."""

import socket
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "stemgram",
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("stemgram")

pytest_plugins = ["tests.storage_fixtures"]


@pytest.fixture
def port() -> Iterator[int]:
    """A port that nobody else is given until the test is over; who listens there may come and go."""
    with socket.socket() as place:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        place.bind(("127.0.0.1", 0))
        yield place.getsockname()[1]
