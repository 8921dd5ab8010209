"""Kinds of sound and film: one table of endings and types.

What the service's clients offer is known (mp3, wav, flac, m4a, mp4, aac, ogg, opus, aiff, wma, webm), and none
of them lists a refused kind: whatever common decoders read is let through. Types are those of IANA's list
of media types and those that systems write instead.
"""

from pathlib import PurePath

_TYPES: dict[str, tuple[str, ...]] = {
    "mp3": ("audio/mpeg", "audio/mp3", "audio/x-mp3", "audio/mpeg3", "audio/x-mpeg", "audio/mpg"),
    "mp2": ("audio/mp2", "audio/x-mp2"),
    "mp1": (),
    "mpga": (),
    "wav": ("audio/wav", "audio/x-wav", "audio/wave", "audio/vnd.wave", "audio/x-pn-wav"),
    "w64": ("audio/x-w64",),
    "rf64": (),
    "bwf": (),
    "flac": ("audio/flac", "audio/x-flac", "application/x-flac"),
    "m4a": ("audio/mp4", "audio/x-m4a", "audio/m4a", "audio/mp4a-latm"),
    "m4b": ("audio/x-m4b",),
    "m4r": ("audio/x-m4r",),
    "aac": ("audio/aac", "audio/x-aac", "audio/aacp", "audio/x-hx-aac-adts"),
    "adts": (),
    "ogg": ("audio/ogg", "application/ogg", "audio/x-ogg", "audio/vorbis", "audio/x-vorbis+ogg"),
    "oga": (),
    "spx": ("audio/speex", "audio/x-speex"),
    "opus": ("audio/opus", "audio/x-opus+ogg"),
    "aiff": ("audio/aiff", "audio/x-aiff"),
    "aif": (),
    "aifc": ("audio/x-aifc",),
    "caf": ("audio/x-caf", "audio/caf"),
    "au": ("audio/basic", "audio/x-au"),
    "snd": (),
    "wma": ("audio/x-ms-wma", "audio/wma"),
    "asf": ("video/x-ms-asf", "application/vnd.ms-asf"),
    "amr": ("audio/amr", "audio/amr-nb", "audio/x-amr"),
    "awb": ("audio/amr-wb",),
    "alac": ("audio/alac",),
    "ape": ("audio/ape", "audio/x-ape", "audio/x-monkeys-audio"),
    "wv": ("audio/wavpack", "audio/x-wavpack"),
    "tta": ("audio/tta", "audio/x-tta"),
    "mpc": ("audio/musepack", "audio/x-musepack"),
    "ac3": ("audio/ac3", "audio/x-ac3", "audio/vnd.dolby.dd-raw"),
    "eac3": ("audio/eac3",),
    "dts": ("audio/vnd.dts", "audio/x-dts"),
    "mka": ("audio/x-matroska", "audio/matroska"),
    "weba": ("audio/webm",),
    "ra": ("audio/vnd.rn-realaudio", "audio/x-realaudio", "audio/x-pn-realaudio"),
    "mp4": ("video/mp4", "application/mp4"),
    "m4v": ("video/x-m4v", "video/m4v"),
    "mov": ("video/quicktime",),
    "qt": (),
    "webm": ("video/webm",),
    "mkv": ("video/x-matroska", "video/matroska"),
    "avi": ("video/x-msvideo", "video/avi", "video/msvideo", "video/vnd.avi"),
    "wmv": ("video/x-ms-wmv",),
    "3gp": ("video/3gpp", "audio/3gpp"),
    "3g2": ("video/3gpp2", "audio/3gpp2"),
    "mpg": ("video/mpeg", "video/x-mpeg"),
    "mpeg": (),
    "vob": ("video/dvd", "video/x-ms-vob"),
    "ts": ("video/mp2t",),
    "mts": (),
    "m2ts": (),
    "flv": ("video/x-flv",),
    "f4v": ("video/x-f4v",),
    "ogv": ("video/ogg",),
    "rm": ("application/vnd.rn-realmedia",),
    "rmvb": ("application/vnd.rn-realmedia-vbr",),
}
SOUND_FILES = frozenset(_TYPES)
_ENDINGS = {kind: ending for ending, kinds in _TYPES.items() for kind in kinds}

# Notes and projects, not sound: they have to be played into a file first.
_NO_SOUND_YET = {
    "mid": "MIDI",
    "midi": "MIDI",
    "kar": "MIDI",
    "flp": "FL Studio",
    "als": "Ableton Live",
    "logicx": "Logic",
    "aup": "Audacity",
    "aup3": "Audacity",
    "cpr": "Cubase",
    "ptx": "Pro Tools",
    "rpp": "REAPER",
    "band": "GarageBand",
    "gp5": "Guitar Pro",
    "gpx": "Guitar Pro",
    "musicxml": "MusicXML",
    "mscz": "MuseScore",
    "m3u": "M3U",
    "m3u8": "M3U",
    "pls": "PLS",
    "cue": "CUE",
}
_NO_SOUND_YET_TYPES = {
    "audio/midi": "MIDI",
    "audio/x-midi": "MIDI",
    "audio/mid": "MIDI",
    "audio/sp-midi": "MIDI",
    "audio/x-mpegurl": "M3U",
    "audio/mpegurl": "M3U",
    "audio/x-scpls": "PLS",
}


def ending_of_type(mime: str) -> str | None:
    """The ending a file of this type should have; None for types nobody listed."""
    return _ENDINGS.get(_bare(mime))


def sounds_by_type(mime: str) -> bool:
    """Whether a type is one of sound or film."""
    return _bare(mime).startswith(("audio/", "video/")) or _bare(mime) in _ENDINGS


def needs_converting(filename: str, mime: str) -> str | None:
    """What a file is that holds notes, a project or a list instead of sound; None for all others."""
    suffix = PurePath(filename).suffix.lstrip(".").lower()
    return _NO_SOUND_YET.get(suffix) or _NO_SOUND_YET_TYPES.get(_bare(mime))


def _bare(mime: str) -> str:
    """`audio/ogg` of `Audio/OGG; codecs=opus`."""
    return mime.partition(";")[0].strip().lower()
