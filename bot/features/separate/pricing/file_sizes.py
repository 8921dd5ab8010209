"""How big a stem becomes, so that people know before what Telegram will do with it."""

# Bytes a second of stereo at 44.1 kHz, by output_format 0-5; FLAC is a usual figure for music, not a promise.
_RATES = (40_000, 176_400, 105_000, 32_000, 352_800, 190_000)


def stem_size(output_format: int, seconds: float) -> int:
    """Bytes, roughly, of one stem of this length."""
    return int(_RATES[output_format] * seconds)
