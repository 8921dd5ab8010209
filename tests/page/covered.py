"""A song file with a picture inside, as music shops sell them."""

from pathlib import Path

import av
import numpy as np
from av.stream import Disposition

from bot.sandbox.song import make_song

WIDTH, HEIGHT = 640, 480


def make_covered_song(path: Path) -> Path:
    """Write an MP3 of two seconds whose cover is one colour."""
    plain = make_song(path.with_name(f"plain-{path.name}"), 2)
    with av.open(str(plain)) as source, av.open(str(path), "w") as target:
        sound = target.add_stream_from_template(source.streams.audio[0])
        picture = target.add_stream("png")
        picture.width, picture.height, picture.pix_fmt = WIDTH, HEIGHT, "rgb24"
        picture.disposition = Disposition.attached_pic
        colour = np.full((HEIGHT, WIDTH, 3), (200, 40, 90), np.uint8)
        frame = av.VideoFrame.from_ndarray(colour, format="rgb24")
        target.mux([*picture.encode(frame), *picture.encode(None)])
        for packet in source.demux(source.streams.audio[0]):
            if packet.dts is not None:
                packet.stream = sound
                target.mux(packet)
    return path
