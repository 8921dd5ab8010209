"""Links: recognised by host, checked for shape, and refused where they must not be passed on."""

import pytest

from bot.chat.incoming.event import Told
from bot.features.separate.draft.song_links import recognise


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("https://drive.google.com/file/d/1a2B/view?usp=sharing", "drive"),
        ("https://drive.google.com/open?id=1a2B", "drive"),
        ("https://docs.google.com/uc?id=1a2B", "drive"),
        ("https://mega.nz/file/abcd#key", "mega"),
        ("https://mega.nz/#!abcd!key", "mega"),
        ("https://www.mega.co.nz/file/abcd#key", "mega"),
        ("https://www.dropbox.com/scl/fi/abc/x.mp3?rlkey=k&dl=0", "dropbox"),
        ("https://dl.dropboxusercontent.com/s/abc/x.mp3", "dropbox"),
        ("https://songs.example.com/a.mp3", "direct"),
        ("http://songs.example.com:8080/a.mp3", "direct"),
        ("songs.example.com/a.mp3", "direct"),
        ("https://8.8.8.8/a.mp3", "direct"),
        ("https://notmega.nz/file/x", "direct"),
        ("https://DRIVE.google.com/file/d/1/view", "drive"),
    ],
)
def test_the_kind_is_known_by_the_host(address: str, kind: str) -> None:
    assert recognise(address).remote_type == kind


@pytest.mark.parametrize(
    ("address", "answer"),
    [
        ("https://drive.google.com/drive/folders/1a2B", "link-folder"),
        ("https://mega.nz/folder/abcd#key", "link-folder"),
        ("https://www.dropbox.com/sh/abc/def", "link-folder"),
        ("https://www.dropbox.com/scl/fo/abc/def", "link-folder"),
        ("https://mega.nz/file/abcd", "link-mega-key"),
        ("ftp://songs.example.com/a.mp3", "link-scheme"),
        ("file:///etc/passwd", "link-scheme"),
        ("javascript://songs.example.com/a", "link-scheme"),
        ("https://", "link-scheme"),
        ("https://songs.example.com:port/a.mp3", "link-scheme"),
        ("https://[::1/a.mp3", "link-scheme"),
        ("https://ada:secret@songs.example.com/a.mp3", "link-credentials"),
        ("https://ada@songs.example.com/a.mp3", "link-credentials"),
        ("http://localhost/a.mp3", "link-private"),
        ("http://localhost./a.mp3", "link-private"),
        ("http://127.0.0.1/a.mp3", "link-private"),
        ("http://127.1/a.mp3", "link-private"),
        ("http://0x7f000001/a.mp3", "link-private"),
        ("http://2130706433/a.mp3", "link-private"),
        ("http://0/a.mp3", "link-private"),
        ("http://10.1.2.3/a.mp3", "link-private"),
        ("http://192.168.0.5/a.mp3", "link-private"),
        ("http://172.16.0.1/a.mp3", "link-private"),
        ("http://169.254.169.254/latest/meta-data", "link-private"),
        ("http://[::1]/a.mp3", "link-private"),
        ("http://[fe80::1]/a.mp3", "link-private"),
        ("http://[::ffff:127.0.0.1]/a.mp3", "link-private"),
        ("http://nas/a.mp3", "link-private"),
        ("http://nas.local/a.mp3", "link-private"),
        ("http://router.lan/a.mp3", "link-private"),
        ("http://db.internal/a.mp3", "link-private"),
        ("https://t.me/songs/12", "link-telegram"),
        ("https://api.telegram.org/file/x", "link-telegram"),
        ("https://www.youtube.com/watch?v=x", "link-streaming"),
        ("https://youtu.be/x", "link-streaming"),
        ("https://open.spotify.com/track/x", "link-streaming"),
    ],
)
def test_what_must_not_or_cannot_be_passed_on(address: str, answer: str) -> None:
    with pytest.raises(Told) as caught:
        recognise(address)
    assert caught.value.key == answer


@pytest.mark.parametrize(
    ("address", "title"),
    [
        ("https://a.example.com/x/Paper%20Boats.mp3", "Paper Boats"),
        ("https://a.example.com/watch?v=1", None),
        ("https://a.example.com/", None),
        ("https://a.example.com/a.b.c.mp3?x=1#y", "a.b.c"),
    ],
)
def test_a_title_is_read_off_the_address(address: str, title: str | None) -> None:
    assert recognise(address).title == title
