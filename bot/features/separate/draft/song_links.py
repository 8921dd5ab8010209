"""Links to songs: recognised by host, and refused where they must not be passed on."""

import ipaddress
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import SplitResult, unquote, urlsplit

from bot.chat.incoming.event import Told
from bot.features.separate.draft.known_hosts import way_of

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
_DOCUMENTS = ("document", "spreadsheets", "presentation", "forms", "drawings")
_OWN = (
    "/home",
    "/my-drive",
    "/recent",
    "/starred",
    "/shared-with-me",
    "/login",
    "/personal",
    "/fm",
    "/account",
)
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]{0,20}:")
_PORT = re.compile(r"[0-9]{1,5}(?:[/?#]|$)")


LONE = "?"  # an address that has no host


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
    kind = _kind_of(host)
    if kind == "direct":
        _check_host(host, parts.path)
    else:
        _check_shape(kind, parts)
    return Link(parts.geturl(), kind, host, _title(parts))


@dataclass(frozen=True, slots=True)
class SortedLinks:
    """A message's links: songs, and for each of the others why it is none, what most needs saying first."""

    usable: tuple[Link, ...]
    refused: tuple[Told, ...]
    left_out: str


def sort_links(addresses: Iterable[str]) -> SortedLinks:
    """Tell a message's good links from the rest: a channel's signature spoils no song beside it."""
    usable: list[Link] = []
    refused: list[Told] = []
    names: list[str] = []
    for address in addresses:
        try:
            usable.append(recognise(address))
        except Told as told:
            refused.append(told)
            names.append(_name_of(address))
    refused.sort(key=lambda told: told.key == "link-telegram")
    return SortedLinks(tuple(usable), tuple(refused), ", ".join(dict.fromkeys(names)))


def _name_of(address: str) -> str:
    """The host of an address nobody takes, without a name or password that stands before it."""
    try:
        return _split(address).hostname or LONE
    except Told:
        return LONE


def _check_host(host: str, path: str) -> None:
    match way_of(host, path):
        case "telegram":
            raise Told("link-telegram")
        case "streaming":
            raise Told("link-streaming", host=host)
        case "page":
            raise Told("link-page", host=host)


def _check_shape(kind: RemoteType, parts: SplitResult) -> None:
    """Folders, documents and pages that only their owner sees are no songs."""
    steps = [step for step in parts.path.lower().split("/") if step]
    if kind == "mega":
        _check_mega(parts)
    elif kind == "drive":
        _check_drive(steps, parts.fragment)
    else:
        _check_dropbox(steps)
    first = steps[-1:] if steps[:1] == ["drive"] else steps[:1]
    if {f"/{step}" for step in first} & set(_OWN) or not (steps or parts.query or parts.fragment):
        raise Told("link-own")


def _check_drive(steps: list[str], fragment: str) -> None:
    if {"folders", "folderview", "embeddedfolderview"} & set(steps) or steps[:1] == ["folder"]:
        raise Told("link-folder")
    if fragment.startswith("folders/"):
        raise Told("link-folder")
    if steps and steps[0] in _DOCUMENTS:
        raise Told("link-document")


def _check_dropbox(steps: list[str]) -> None:
    """A file chosen inside a shared folder has its name behind the folder's id and key."""
    if steps[:1] == ["paper"] or steps[:2] == ["scl", "paper"]:
        raise Told("link-document")
    depth = 2 if steps[:2] == ["scl", "fo"] else 1 if steps[:1] == ["sh"] else None
    if depth and not (len(steps) > depth + 2 and "." in steps[-1]):
        raise Told("link-folder")


def _check_mega(parts: SplitResult) -> None:
    """`/file/ID#KEY`, `/folder/ID#KEY/file/ID`, and of old `#!ID!KEY`, `#F!ID!KEY!FILE` or `#F!ID!KEY?FILE`."""
    fragment = parts.fragment
    if fragment.startswith("F!"):
        pieces = [piece for piece in fragment.replace("?", "!").split("!") if piece]
        if len(pieces) < 4:
            raise Told("link-folder")
    elif parts.path.startswith("/folder/"):
        if "/file/" not in fragment:
            raise Told("link-folder")
    elif _lacks_key(parts.path, fragment):
        raise Told("link-mega-key")


def _lacks_key(path: str, fragment: str) -> bool:
    if path.startswith("/file/"):
        return not fragment
    return fragment.startswith("!") and "!" not in fragment.strip("!")


def _kind_of(host: str) -> RemoteType:
    return next((kind for name, kind in _HOSTS.items() if _belongs(host, [name])), "direct")


def _split(address: str) -> SplitResult:
    """Telegram marks `example.com/a.mp3` as a link too: https is meant."""
    try:
        parts = urlsplit(address if _has_scheme(address) else f"https://{address}")
        _ = parts.port  # a port that is no number raises here
    except ValueError as error:
        raise Told("link-scheme") from error
    return parts


def _has_scheme(address: str) -> bool:
    """Whether it begins with a scheme; a host with a port does not, nor does an address inside a query."""
    found = _SCHEME.match(address)
    return found is not None and not _PORT.match(address, found.end())


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
