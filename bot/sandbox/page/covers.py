"""The cover inside a song, made small as a messenger makes it when a phone sends the song."""

from fractions import Fraction
from pathlib import Path

import av
from av.video.frame import VideoFrame

LARGEST = 320  # pixels on either side (Bot API, sendAudio, thumbnail)


def cover_of(path: Path) -> bytes | None:
    """A JPEG of the picture in a sound file, or None where there is none (blocking)."""
    try:
        with av.open(str(path), "r") as container:
            pictures = container.streams.video
            if not pictures:
                return None
            return _as_jpeg(next(container.decode(pictures[0])))
    except (av.FFmpegError, StopIteration):
        return None


def _as_jpeg(frame: VideoFrame) -> bytes:
    share = min(1.0, LARGEST / max(frame.width, frame.height))
    width, height = (max(2, int(side * share) // 2 * 2) for side in (frame.width, frame.height))
    encoder = av.CodecContext.create("mjpeg", "w")
    encoder.width, encoder.height = width, height
    encoder.pix_fmt, encoder.time_base = "yuvj420p", Fraction(1, 25)
    small = frame.reformat(width, height, format="yuvj420p")
    return b"".join(bytes(packet) for packet in [*encoder.encode(small), *encoder.encode(None)])
