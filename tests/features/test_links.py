"""Links: recognised by host, checked for shape, and refused where they must not be passed on."""

import pytest

from bot.chat.incoming.event import Told
from bot.features.separate.draft.known_hosts import HOSTS, host_entry, way_of
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
        ("https://mega.nz/folder/abcd#key/file/efgh", "mega"),
        ("https://mega.nz/#F!abcd!key!efgh", "mega"),
        ("https://mega.nz/#F!abcd!key?efgh", "mega"),
        ("https://www.dropbox.com/sh/abc/def/x.mp3?dl=0", "dropbox"),
        ("https://www.dropbox.com/scl/fo/abc/def/x.mp3?rlkey=k", "dropbox"),
        ("CDN.example.com/get?file=https://a.example/x.mp3", "direct"),
        ("cdn.example.com:8080/x.mp3", "direct"),
        ("https://downloader.disk.yandex.ru/disk/x", "direct"),
        ("https://archive.org/download/x/x.mp3", "direct"),
        ("https://download1.download.mediafire.com/x.mp3", "direct"),
        ("https://ia800100.us.archive.org/1/items/x/x.mp3", "direct"),
        ("https://www.dropbox.com/s/abc/home", "dropbox"),
        ("https://notvk.com/x.mp3", "direct"),
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
        ("https://drive.google.com/folderview?id=1a2B", "link-folder"),
        ("https://drive.google.com/embeddedfolderview?id=1a2B", "link-folder"),
        ("https://drive.google.com/drive/u/0/folders/1a2B", "link-folder"),
        ("https://drive.google.com/#folders/1a2B", "link-folder"),
        ("https://mega.nz/#F!abcd!key", "link-folder"),
        ("https://mega.co.nz/#F!abcd", "link-folder"),
        ("https://mega.nz/folder/abcd#key/folder/efgh", "link-folder"),
        ("https://mega.nz/#!abcd", "link-mega-key"),
        ("https://docs.google.com/document/d/1a2B/edit", "link-document"),
        ("https://docs.google.com/spreadsheets/d/1a2B/edit#gid=0", "link-document"),
        ("https://docs.google.com/presentation/d/1a2B", "link-document"),
        ("https://docs.google.com/forms/d/e/1a2B/viewform", "link-document"),
        ("https://www.dropbox.com/scl/paper/abc", "link-document"),
        ("https://www.dropbox.com/home/Music/x.mp3", "link-own"),
        ("https://www.dropbox.com/personal/Music", "link-own"),
        ("https://drive.google.com/drive/my-drive", "link-own"),
        ("https://drive.google.com/drive/u/1/shared-with-me", "link-own"),
        ("https://mega.nz/fm/abcd", "link-own"),
        ("https://mega.nz/", "link-own"),
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
        ("https://vk.ru/audio1_2", "link-streaming"),
        ("https://m.vk.com/audio1_2", "link-streaming"),
        ("https://www.instagram.com/reel/x/", "link-streaming"),
        ("https://on.soundcloud.com/x", "link-streaming"),
        ("https://rutube.ru/video/x/", "link-streaming"),
        ("https://mover.uz/watch/x", "link-streaming"),
        ("https://band.bandcamp.com/track/x", "link-page"),
        ("https://disk.yandex.ru/d/x", "link-page"),
        ("https://yadi.sk/d/x", "link-page"),
        ("https://cloud.mail.ru/public/a/b", "link-page"),
        ("https://www.mediafire.com/file/x/x.mp3/file", "link-page"),
        ("https://1drv.ms/u/s!x", "link-page"),
        ("https://archive.org/details/x", "link-page"),
        ("https://we.tl/t-x", "link-page"),
        ("https://open.spotify.com/track/x", "link-streaming"),
    ],
)
def test_what_must_not_or_cannot_be_passed_on(address: str, answer: str) -> None:
    with pytest.raises(Told) as caught:
        recognise(address)
    assert caught.value.key == answer


def test_each_listed_host_is_answered_and_its_look_alike_is_not() -> None:
    assert len(HOSTS) >= 60
    for name, host in HOSTS.items():
        assert way_of(f"www.{name}", "/") == way_of(name, "/") == host.way
        assert host_entry(f"not-{name.replace('.', '-')}.example") is None


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
