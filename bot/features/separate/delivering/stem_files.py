"""A stem as a file to send: its name, and where its content is read from."""

from bot.chat.display.screen import cut
from bot.chat.display.translator import Translator
from bot.features.delivery import Form, Parcel, form_of, parts_of, split_zip
from bot.features.delivery.send_methods import Candidate
from bot.features.separate.draft.song import Song
from bot.features.separate.reporting.batch_status import title_beside_others
from bot.features.separate.running.stem_names import TITLE_LIMIT
from bot.mvsep import MvsepClient
from bot.net.streams import Source
from storage import Job, Stem


class Packing:
    """Reads from the service; a job that delivers a file in parts reads the same file for each."""

    def __init__(self, client: MvsepClient) -> None:
        self._client = client

    def pack(
        self, job: Job, stem: Stem, t: Translator, secret: str | None, cover: bytes | None
    ) -> Parcel:
        """`secret` is the job's hash, which no name may show."""
        song = Song(**job.request["song"])
        is_music = form_of(stem.filename) is Form.MUSIC
        return Parcel(
            candidate=self._candidate(job, stem, secret),
            source=lambda: self._source(job, stem),
            title=cut(f"{title_beside_others(t, job)} ({stem.label})", TITLE_LIMIT),
            performer=cut(song.performer, TITLE_LIMIT) if song.performer else None,
            duration=song.duration if is_music else None,
            cover=cover if is_music else None,
        )

    def _candidate(self, job: Job, stem: Stem, secret: str | None) -> Candidate:
        return Candidate(
            filename=stem.filename,
            url=stem.url,
            size=stem.size,
            file_id=stem.file_id,
            secret=secret,
            open_chat=job.place.chat_id != job.user_id,
            tried=stem.attempts > 0,
        )

    def _source(self, job: Job, stem: Stem) -> Source:
        cut_up = job.request.get("parts")
        if cut_up is None:
            return self._client.result(stem.url, size=stem.size)
        name, size = cut_up["filename"], cut_up["size"]
        part = parts_of(name, size, cut_up["largest"])[stem.position]
        return split_zip(self._client.result(stem.url, size=size), name, size, part)
