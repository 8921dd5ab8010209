"""Hosts whose links people paste, as data: what each is, and which way leads to a song the service can fetch.

A host covers its subdomains; of several entries that fit, the longest wins. The service's `remote_type`
knows direct files, Google Drive, Dropbox and MEGA (MVSEP API document); all else must be a file's own address.
"""

from dataclasses import dataclass
from typing import Literal

Way = Literal["streaming", "page", "telegram", "fetched"]
"""What to say: no music can be had there; a page with a download; send the song itself; nothing, it is a file."""


@dataclass(frozen=True, slots=True)
class Host:
    """`files` are beginnings of paths under which the host serves files themselves."""

    way: Way
    about: str
    files: tuple[str, ...] = ()


HOSTS: dict[str, Host] = {
    # Players and networks: they hand out no files.
    "youtube.com": Host("streaming", "videos"),
    "youtu.be": Host("streaming", "videos"),
    "youtube-nocookie.com": Host("streaming", "videos"),
    "spotify.com": Host("streaming", "player"),
    "spotify.link": Host("streaming", "player, short links"),
    "soundcloud.com": Host("streaming", "player"),
    "music.apple.com": Host("streaming", "player"),
    "itunes.apple.com": Host("streaming", "player"),
    "podcasts.apple.com": Host("streaming", "podcasts"),
    "music.amazon.com": Host("streaming", "player"),
    "music.amazon.es": Host("streaming", "player"),
    "music.yandex.ru": Host("streaming", "player"),
    "music.yandex.com": Host("streaming", "player"),
    "music.yandex.uz": Host("streaming", "player"),
    "music.yandex.kz": Host("streaming", "player"),
    "zvuk.com": Host("streaming", "player"),
    "deezer.com": Host("streaming", "player"),
    "deezer.page.link": Host("streaming", "player, short links"),
    "tidal.com": Host("streaming", "player"),
    "qobuz.com": Host("streaming", "player and shop"),
    "pandora.com": Host("streaming", "player"),
    "audiomack.com": Host("streaming", "player"),
    "boomplay.com": Host("streaming", "player"),
    "anghami.com": Host("streaming", "player"),
    "mixcloud.com": Host("streaming", "mixes"),
    "last.fm": Host("streaming", "charts"),
    "genius.com": Host("streaming", "lyrics"),
    "shazam.com": Host("streaming", "recogniser"),
    "song.link": Host("streaming", "links to players"),
    "album.link": Host("streaming", "links to players"),
    "odesli.co": Host("streaming", "links to players"),
    "lnk.to": Host("streaming", "links to players"),
    "band.link": Host("streaming", "links to players"),
    "smule.com": Host("streaming", "karaoke"),
    "starmakerstudios.com": Host("streaming", "karaoke"),
    "suno.com": Host("streaming", "song generator"),
    "udio.com": Host("streaming", "song generator"),
    "vk.com": Host("streaming", "network"),
    "vk.ru": Host("streaming", "network"),
    "vk.cc": Host("streaming", "network, short links"),
    "vkvideo.ru": Host("streaming", "videos"),
    "ok.ru": Host("streaming", "network"),
    "odnoklassniki.ru": Host("streaming", "network"),
    "my.mail.ru": Host("streaming", "network"),
    "rutube.ru": Host("streaming", "videos"),
    "dzen.ru": Host("streaming", "network"),
    "dailymotion.com": Host("streaming", "videos"),
    "dai.ly": Host("streaming", "videos"),
    "vimeo.com": Host("streaming", "videos"),
    "twitch.tv": Host("streaming", "videos"),
    "kick.com": Host("streaming", "videos"),
    "bilibili.com": Host("streaming", "videos"),
    "tiktok.com": Host("streaming", "short videos"),
    "likee.video": Host("streaming", "short videos"),
    "instagram.com": Host("streaming", "network"),
    "facebook.com": Host("streaming", "network"),
    "fb.watch": Host("streaming", "network"),
    "threads.net": Host("streaming", "network"),
    "twitter.com": Host("streaming", "network"),
    "x.com": Host("streaming", "network"),
    "pinterest.com": Host("streaming", "network"),
    "pin.it": Host("streaming", "network"),
    "reddit.com": Host("streaming", "network"),
    "redd.it": Host("streaming", "network, short links"),
    "mover.uz": Host("streaming", "videos"),
    "ivi.ru": Host("streaming", "films"),
    "netflix.com": Host("streaming", "films"),
    # Shops and clouds: what people share is a page around the file.
    "bandcamp.com": Host("page", "shop"),
    "beatport.com": Host("page", "shop"),
    "beatstars.com": Host("page", "shop"),
    "disk.yandex.ru": Host("page", "cloud"),
    "disk.yandex.com": Host("page", "cloud"),
    "disk.yandex.uz": Host("page", "cloud"),
    "disk.yandex.kz": Host("page", "cloud"),
    "disk.yandex.by": Host("page", "cloud"),
    "disk.360.yandex.ru": Host("page", "cloud"),
    "yadi.sk": Host("page", "cloud, short links"),
    "downloader.disk.yandex.ru": Host("fetched", "a cloud's files"),
    "downloader.disk.yandex.com": Host("fetched", "a cloud's files"),
    "cloud.mail.ru": Host("page", "cloud"),
    "1drv.ms": Host("page", "cloud, short links"),
    "onedrive.live.com": Host("page", "cloud", ("/download",)),
    "icloud.com": Host("page", "cloud"),
    "pcloud.com": Host("page", "cloud"),
    "pcloud.link": Host("page", "cloud"),
    "box.com": Host("page", "cloud", ("/shared/static/",)),
    "terabox.com": Host("page", "cloud"),
    "1024terabox.com": Host("page", "cloud"),
    "mediafire.com": Host("page", "cloud"),
    "download.mediafire.com": Host("fetched", "a cloud's files"),
    "wetransfer.com": Host("page", "file exchange"),
    "we.tl": Host("page", "file exchange, short links"),
    "dropmefiles.com": Host("page", "file exchange"),
    "fex.net": Host("page", "file exchange"),
    "gofile.io": Host("page", "file exchange"),
    "fromsmash.com": Host("page", "file exchange"),
    "transfernow.net": Host("page", "file exchange"),
    "4shared.com": Host("page", "file exchange"),
    "krakenfiles.com": Host("page", "file exchange"),
    "workupload.com": Host("page", "file exchange"),
    "uploadfiles.io": Host("page", "file exchange"),
    "sendspace.com": Host("page", "file exchange"),
    "zippyshare.com": Host("page", "file exchange, closed"),
    "photos.google.com": Host("page", "pictures and films"),
    "photos.app.goo.gl": Host("page", "pictures and films"),
    "vocaroo.com": Host("page", "recordings"),
    "voca.ro": Host("page", "recordings"),
    "bandlab.com": Host("page", "recordings"),
    "freesound.org": Host("page", "sounds", ("/data/",)),
    "archive.org": Host("page", "library", ("/download/", "/serve/")),
    "discord.com": Host("page", "chat"),
    "discord.gg": Host("page", "chat"),
    "whatsapp.com": Host("page", "chat"),
    "wa.me": Host("page", "chat"),
    # Telegram: the song itself can be forwarded.
    "t.me": Host("telegram", "chat"),
    "telegram.org": Host("telegram", "chat"),
    "telegram.me": Host("telegram", "chat"),
    "telegram.dog": Host("telegram", "chat"),
    "telegra.ph": Host("telegram", "articles"),
}


def host_entry(name: str) -> Host | None:
    """The entry of a host or of the nearest domain above it."""
    while name:
        if name in HOSTS:
            return HOSTS[name]
        name = name.partition(".")[2]
    return None


def way_of(host: str, path: str) -> Way:
    """How a link of this host leads to a song. Hosts that nobody listed count as files themselves."""
    entry = host_entry(host)
    if entry is None or path.startswith(entry.files or ("\0",)):
        return "fetched"
    if host.startswith(("ia", "dn")) and host.endswith(".archive.org"):
        return "fetched"  # the library's file servers, which its downloads lead to
    return entry.way
