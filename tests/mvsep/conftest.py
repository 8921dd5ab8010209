"""The servers and the client of the tests below."""

from tests.net.conftest import http, serve, serve_raw

__all__ = ["http", "serve", "serve_raw"]
