"""Prepares the files of an order to be streamed to the service."""

from dataclasses import dataclass

from bot.chat.incoming.telegram_files import TelegramFiles
from bot.features.separate.draft.job_request import mark_of
from bot.features.separate.draft.song import Song
from bot.mvsep import RemoteLink, Upload
from storage import Job


@dataclass(frozen=True, slots=True)
class PreparedUpload:
    """What goes to the service: files to stream, a link for it to fetch, or words alone."""

    upload: Upload | None = None
    reference: Upload | None = None
    link: RemoteLink | None = None

    @property
    def size(self) -> int:
        """Bytes to send, as far as they are known."""
        files = [each.source.size or 0 for each in (self.upload, self.reference) if each]
        return sum(files)


class UploadLoader:
    """Finds the files of a job where people sent them. Raises `FileTooBig` and `FileGone`."""

    def __init__(self, files: TelegramFiles) -> None:
        self._files = files

    async def load(self, job: Job) -> PreparedUpload:
        song = Song(**job.request["song"])
        if song.kind == "link":
            kind = song.remote_type or "direct"
            return PreparedUpload(link=RemoteLink(song.url or "", kind))  # type: ignore[arg-type]
        if song.kind == "none":
            return PreparedUpload()
        upload = await self._upload(song, job.upload_name or "song.bin")
        if "reference" not in job.request:
            return PreparedUpload(upload)
        second = Song(**job.request["reference"])
        name = f"{mark_of(job.upload_name or 'song')}r.{second.extension}"
        return PreparedUpload(upload, await self._upload(second, name))

    async def _upload(self, song: Song, name: str) -> Upload:
        return Upload(name, await self._files.source(song.file_id or "", song.size))
