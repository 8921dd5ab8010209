"""Only the service's own addresses are used, however one tries to smuggle in others."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from bot.mvsep.addresses import Addresses
from bot.mvsep.errors import ForeignAddress

SANDBOX = Addresses(["http://127.0.0.1:9001"])
VENDOR = Addresses(["https://mvsep.com"])


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://mvsep.com/storage/processed/a_b.mp3", "https://mvsep.com"),
        ("https://de2.mvsep.com/api/separation/get?hash=1-a.mp3", "https://de2.mvsep.com"),
        ("https://a.b-c.mvsep.com", "https://a.b-c.mvsep.com"),
        ("HTTPS://MVSEP.COM/x", "https://mvsep.com"),
        ("https://mvsep.com:443/x", "https://mvsep.com:443"),
        ("https://mvsep.com?x=1", "https://mvsep.com"),
        ("https://mvsep.com/a%20b@c:d[1]", "https://mvsep.com"),
        ("http://127.0.0.1:9001/api", "http://127.0.0.1:9001"),
    ],
)
def test_own_addresses(url: str, origin: str) -> None:
    assert SANDBOX.origin(url) == origin
    assert SANDBOX.checked(url) == url


FOREIGN = [
    *["", "mvsep.com", "//mvsep.com/x", "/storage/x", "javascript:alert(1)", "file:///etc/passwd"],
    *["http://mvsep.com/x", "ftp://mvsep.com/x", "https:/mvsep.com/x", "https:mvsep.com"],
    *["https://evilmvsep.com/x", "https://mvsep.com.evil.org/x", "https://mvsep.co/x"],
    *["https://mvsep.comevil.org", "https://evil.org/mvsep.com", "https://evil.org#.mvsep.com"],
    *["https://evil.org?.mvsep.com/", "https://evil.org\\.mvsep.com/", "https://-.mvsep.com/"],
    *["https://mvsep.com@evil.org/", "https://user@mvsep.com/", "https://u:p@mvsep.com/x"],
    *["https://mvsep.com:8443/x", "https://mvsep.com:80/x", "https://mvsep.com:@evil.org/"],
    *["https://mvsep.com:443@evil.org/", "https://mvsep.com\\@evil.org/", "https://mvsep.com."],
    *["https://mvsep.com#@evil.org/", "https://mvsep.com /x", "https://mvsep.com/a b"],
    *["https://mvsep.com/\r\nHost: evil.org", "https://mvsep.com/x\n", "\nhttps://mvsep.com/x"],
    *["https://mvsep.com\t.evil.org/", "https://mvsep\u3002com/", "https://mvsep.com/\u00e9"],
    *["https://127.0.0.1/x", "http://127.0.0.1:9002/x", "https://127.0.0.1:9001/x"],
    *["http://127.0.0.1:9001@evil.org/", "http://127.0.0.1:90010/", "http://127.0.0.1/"],
    *["http://localhost:9001/", "http://2130706433:9001/", "http://[::1]:9001/", "https://[::]/"],
    *["https://169.254.169.254/latest/meta-data", "https://..mvsep.com/", "https://a..mvsep.com/"],
    "https://ⓜvsep.com/",
]


@pytest.mark.parametrize("url", FOREIGN)
def test_foreign_addresses(url: str) -> None:
    with pytest.raises(ForeignAddress):
        SANDBOX.checked(url)


@given(st.text(alphabet="htps:/mvec.o@#?\\%[] evil\n\t-0", max_size=40))
def test_what_passes_leads_to_the_vendor(tail: str) -> None:
    for url in (f"https://{tail}", f"https://mvsep.com{tail}", tail):
        try:
            VENDOR.checked(url)
        except ForeignAddress:
            continue
        parsed = URL(url)
        assert parsed.scheme == "https"
        assert parsed.host is not None
        assert f".{parsed.host}".endswith(".mvsep.com")
        assert (parsed.user, parsed.port) == (None, 443)


@pytest.mark.parametrize(
    "base", ["", "mvsep.com", "https://mvsep.com/api", "https://a@b", "x://y"]
)
def test_a_base_address_is_an_origin(base: str) -> None:
    with pytest.raises(ValueError, match="base address"):
        Addresses([base])


def test_a_base_address_may_end_with_a_slash() -> None:
    assert (
        Addresses(["http://localhost:1/"]).origin("http://localhost:1/x") == "http://localhost:1"
    )
