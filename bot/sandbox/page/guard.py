"""Who may talk to the page: its own origin on this machine, with the token of this run."""

import hmac
import ipaddress
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from aiohttp import web

TOKEN_HEADER = "X-Page-Token"  # noqa: S105
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
        "media-src 'self' blob:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "microphone=(self), camera=(), geolocation=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class OpenAddress(Exception):
    """The page was told to listen where others could reach it, without being told so twice."""


def check_listen(address: str, *, allowed_open: bool) -> None:
    """Refuse everything but loopback unless openness is `allowed_open`."""
    if not allowed_open and not _is_loopback(address):
        raise OpenAddress(
            f"{address} can be reached by others, and the page asks nobody for a password. "
            "Add --anyone-may-use-it if you mean it."
        )


@dataclass
class Guard:
    """Checks Host on every request; Origin and token on those that change something."""

    allowed_open: bool = False
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    port: int = 0

    @web.middleware
    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not self._knows_host(request.headers.get("Host", "")):
            raise web.HTTPMisdirectedRequest(text="This page does not answer to that name.\n")
        if request.method not in {"GET", "HEAD"} and not self._is_own(request):
            raise web.HTTPForbidden(text="This did not come from the page itself.\n")
        return await handler(request)

    async def add_headers(self, _: web.Request, response: web.StreamResponse) -> None:
        response.headers.update(HEADERS)
        response.headers.setdefault("Cache-Control", "no-store")

    def _knows_host(self, host: str) -> bool:
        """A foreign name that leads here is an attack (DNS rebinding); an address is none."""
        name, _, port = host.rpartition(":")
        bare = name.removeprefix("[").removesuffix("]").lower()
        if port != str(self.port):
            return False
        return bare in LOCAL_NAMES or (self.allowed_open and _is_address(bare))

    def _is_own(self, request: web.Request) -> bool:
        own = request.headers.get("Origin") == f"http://{request.headers['Host']}"
        sent = request.headers.get(TOKEN_HEADER, "")
        return own and hmac.compare_digest(sent.encode(), self.token.encode())


def _is_loopback(address: str) -> bool:
    if address == "localhost":
        return True
    return _is_address(address) and ipaddress.ip_address(address).is_loopback


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
