"""The servers and the client of the tests below."""

from tests.net.conftest import http, serve

__all__ = ["http", "serve"]
