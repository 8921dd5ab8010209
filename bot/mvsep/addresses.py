"""Which addresses are MVSEP's own; answers of the service are not trusted to lead elsewhere."""

import re
from collections.abc import Iterable

from bot.mvsep.errors import ForeignAddress

_VENDOR = r"https://(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)*mvsep\.com(?::443)?"
_REST = r"(?:[/?][!-\[\]-~]*)?"
_ORIGIN = re.compile(r"https?://(?:[a-z0-9.-]+|\[[0-9a-f:]+\])(?::[0-9]{1,5})?", re.IGNORECASE)


class Addresses:
    """The vendor's https hosts (`mvsep.com` and below) and the configured origins.

    Matched on the raw text, with nothing allowed between the host and the path, so no two URL
    parsers can see different hosts in it.
    """

    def __init__(self, origins: Iterable[str]) -> None:
        own = [re.escape(_origin(origin)) for origin in origins]
        self._pattern = re.compile(f"({'|'.join([*own, _VENDOR])}){_REST}", re.IGNORECASE)

    def checked(self, url: str) -> str:
        """`url` itself; raises `ForeignAddress` if it is not the service's."""
        self.origin(url)
        return url

    def origin(self, url: str) -> str:
        """Scheme, host and port of `url`; raises `ForeignAddress` if it is not the service's."""
        match = self._pattern.fullmatch(url)
        if match is None:
            raise ForeignAddress
        return match[1].lower()


def _origin(url: str) -> str:
    match = _ORIGIN.fullmatch(url.rstrip("/"))
    if match is None:
        raise ValueError("a base address is scheme, host and maybe a port, without a path")
    return match[0].lower()
