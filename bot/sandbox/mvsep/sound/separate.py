"""Splits sound into stems: simple and honest, audibly different, adding up to the input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

import numpy as np

from bot.sandbox.mvsep.sound.codec import Samples
from bot.sandbox.mvsep.sound.spectrum import (
    FREQUENCIES,
    Plane,
    Spectrum,
    centre_of,
    percussive_of,
    sound_of,
    spectrum_of,
)


@dataclass(frozen=True)
class Taste:
    """Where a kind of stem lives: a band in Hz, middle (+1) or sides (-1), clicks or tones."""

    low: float
    high: float
    middle: int = 0
    clicks: int = 0
    share: float = 1.0


@dataclass(frozen=True)
class Scene:
    """What is measured once for a block and used for all its stems."""

    spectrum: Spectrum
    centre: Plane
    percussive: Plane


_VOICE = Taste(140, 9_000, middle=1, clicks=-1)
_TASTES: Mapping[str, Taste] = {
    "vocals": _VOICE,
    "speech": _VOICE,
    "choir": Taste(120, 8_000, clicks=-1, share=0.7),
    "lead-vocals": Taste(200, 9_000, middle=1, clicks=-1),
    "vocals-lead": Taste(200, 9_000, middle=1, clicks=-1),
    "back-vocals": Taste(200, 6_000, middle=-1, clicks=-1, share=0.6),
    "vocals-back": Taste(200, 6_000, middle=-1, clicks=-1, share=0.6),
    "male": Taste(70, 400, middle=1, clicks=-1),
    "voice-1": Taste(70, 700, middle=1, clicks=-1),
    "voice-2": Taste(700, 8_000, middle=1, clicks=-1),
    "speaker-1": Taste(70, 700, middle=1, clicks=-1),
    "speaker-2": Taste(700, 8_000, middle=1, clicks=-1),
    "soprano": Taste(700, 9_000, clicks=-1),
    "alto": Taste(400, 700, clicks=-1),
    "tenor": Taste(220, 400, clicks=-1),
    "aspiration": Taste(5_000, 16_000, middle=1, clicks=1),
    "phantom-centre": Taste(20, 20_000, middle=1),
    "crowd": Taste(400, 9_000, middle=-1, share=0.6),
    "drums": Taste(20, 20_000, clicks=1),
    "percussion": Taste(200, 20_000, clicks=1),
    "kick": Taste(20, 120, clicks=1),
    "snare": Taste(150, 2_500, clicks=1),
    "toms": Taste(80, 300),
    "cymbals": Taste(4_000, 22_000),
    "hh": Taste(7_000, 22_000, clicks=1),
    "hihat": Taste(7_000, 22_000),
    "ride": Taste(3_000, 7_000, clicks=-1),
    "clap": Taste(900, 4_000, clicks=1),
    "bass": Taste(20, 260, clicks=-1),
    "double-bass": Taste(20, 200, clicks=-1),
    "guitar": Taste(150, 5_000, middle=-1, clicks=-1),
    "lead-guitar": Taste(400, 6_000, middle=1),
    "piano": Taste(60, 5_000, clicks=-1, share=0.6),
    "effects": Taste(20, 20_000, middle=-1, clicks=1),
    "sfx": Taste(20, 20_000, middle=-1, clicks=1),
}
_REMAINDERS = ("other", "rest", "music", "instrumental", "instrum-only", "instrum")


def taste_of(stem: str) -> Taste:
    """A band of its own, always the same, for every instrument that has no entry."""
    known = _TASTES.get(stem)
    if known:
        return known
    low = 150.0 * 2 ** (crc32(stem.encode()) % 40 / 10)
    return Taste(low, low * 3, clicks=-1, share=0.7)


def composites(stems: Sequence[str]) -> dict[str, list[str]]:
    """Stems that repeat others (the instrumental beside its parts), and what they consist of."""
    found: dict[str, list[str]] = {}
    if "instrum" in stems and len(stems) > 2:
        found["instrum"] = [s for s in stems if s != "instrum" and "vocals" not in s]
    if "back-instrum" in stems:
        found["back-instrum"] = ["vocals-back", "instrum-only"]
    return found


def remainder_of(parts: Sequence[str]) -> str:
    """The stem that takes all that no other one takes."""
    return next((name for name in _REMAINDERS if name in parts), parts[-1])


def split(sound: Samples, stems: Sequence[str]) -> dict[str, Samples]:
    """One block into its stems; all of them that are not composites add up to the block."""
    whole = composites(stems)
    parts = [stem for stem in stems if stem not in whole]
    found = _parts(sound, parts)
    for name, members in whole.items():
        found[name] = np.sum([found[member] for member in members], axis=0, dtype=np.float32)
    return {stem: found[stem] for stem in stems}


def _parts(sound: Samples, parts: Sequence[str]) -> dict[str, Samples]:
    """Each takes its share of what those before it left; the last is what is left in the end."""
    scene = _scene(sound)
    rest = remainder_of(parts)
    left = np.ones_like(scene.centre)
    remaining = sound.copy()
    found: dict[str, Samples] = {}
    for name in parts:
        if name == rest:
            continue
        mask = left * share(taste_of(name), scene)
        left -= mask
        found[name] = sound_of(scene.spectrum * mask, sound.shape[1])
        remaining -= found[name]
    found[rest] = remaining
    return found


def _scene(sound: Samples) -> Scene:
    spectrum = spectrum_of(sound)
    return Scene(spectrum, centre_of(spectrum), percussive_of(spectrum))


def share(taste: Taste, scene: Scene) -> Plane:
    """How much of each cell a stem takes, 0 to 1."""
    mask = np.broadcast_to(_band(taste), scene.centre.shape).copy()
    if taste.middle:
        mask *= scene.centre**2 if taste.middle > 0 else 1 - scene.centre**2
    if taste.clicks:
        mask *= scene.percussive if taste.clicks > 0 else 1 - scene.percussive
    return mask


def _band(taste: Taste) -> Plane:
    """Flat inside the band, half an octave of slope on each side."""
    octaves = np.log2(np.maximum(FREQUENCIES, 1.0))
    rise = np.clip((octaves - np.log2(taste.low)) * 2 + 1, 0, 1)
    fall = np.clip((np.log2(taste.high) - octaves) * 2 + 1, 0, 1)
    return np.asarray(rise * fall * taste.share, np.float32)
