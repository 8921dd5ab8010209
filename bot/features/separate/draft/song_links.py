"""Links to songs: recognised by host, and refused where they must not be passed on."""

import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import SplitResult, unquote, urlsplit

from bot.chat.incoming.event import Told

RemoteType = Literal["direct", "mega", "drive", "dropbox"]  # MVSEP API document, `remote_type`
_HOSTS: dict[str, RemoteType] = {
    "drive.google.com": "drive",
    "docs.google.com": "drive",
    "mega.nz": "mega",
    "mega.co.nz": "mega",
    "mega.io": "mega",
    "dropbox.com": "dropbox",
    "dropboxusercontent.com": "dropbox",
}
_STREAMING = (
    "youtube.com",
    "youtu.be",
    "spotify.com",
    "soundcloud.com",
    "music.apple.com",
    "music.yandex.ru",
    "deezer.com",
    "tidal.com",
    "vk.com",
    "tiktok.com",
)
_TELEGRAM = ("t.me", "telegram.org", "telegram.me", "telegram.dog")


@dataclass(frozen=True, slots=True)
class Link:
    url: str
    remote_type: RemoteType
    host: str
    title: str | None


def recognise(address: str) -> Link:
    """Tell what a link is. Raises `Told` for one that is unsafe to pass on or that the service cannot fetch."""
    parts = _split(address)
    host = (parts.hostname or "").rstrip(".").lower()
    if parts.scheme not in ("http", "https") or not host:
        raise Told("link-scheme")
    if parts.username or parts.password:
        raise Told("link-credentials")
    if _is_private(host):
        raise Told("link-private")
    if _belongs(host, _TELEGRAM):
        raise Told("link-telegram")
    if _belongs(host, _STREAMING):
        raise Told("link-streaming", host=host)
    kind = _kind_of(host)
    _check_shape(kind, parts)
    return Link(parts.geturl(), kind, host, _title(parts))


def _check_shape(kind: RemoteType, parts: SplitResult) -> None:
    """A folder is no song, and a MEGA file cannot be opened without the key behind the `#`."""
    if kind == "drive" and "/folders/" in parts.path:
        raise Told("link-folder")
    if kind == "mega" and parts.path.startswith("/folder/"):
        raise Told("link-folder")
    if kind == "mega" and "#" not in parts.geturl():
        raise Told("link-mega-key")
    if kind == "dropbox" and parts.path.startswith(("/sh/", "/scl/fo/")):
        raise Told("link-folder")


def _kind_of(host: str) -> RemoteType:
    return next((kind for name, kind in _HOSTS.items() if _belongs(host, [name])), "direct")


def _split(address: str) -> SplitResult:
    """Telegram marks `example.com/a.mp3` as a link too: https is meant."""
    try:
        parts = urlsplit(address if "://" in address else f"https://{address}")
        _ = parts.port  # a port that is no number raises here
    except ValueError as error:
        raise Told("link-scheme") from error
    return parts


def _belongs(host: str, names: Iterable[str]) -> bool:
    return any(host == name or host.endswith("." + name) for name in names)


def _is_private(host: str) -> bool:
    """Names and numbers that only mean something inside somebody's network."""
    if host == "localhost" or ("." not in host.strip("[]") and ":" not in host):
        return True
    if host.endswith((".localhost", ".local", ".internal", ".lan", ".home.arpa")):
        return True
    try:
        return not ipaddress.ip_address(host.strip("[]")).is_global
    except ValueError:
        # Old-style numbers such as 0x7f.1 or 127.1 are read as addresses by some clients.
        return all(_is_number(part) for part in host.split("."))


def _is_number(part: str) -> bool:
    return part.isdigit() or part.startswith("0x")


def _title(parts: SplitResult) -> str | None:
    """The file name in the address, where it has one with an ending."""
    name = PurePosixPath(unquote(parts.path))
    return name.stem if name.suffix and len(name.suffix) <= 6 else None
