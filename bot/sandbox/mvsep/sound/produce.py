"""What one job makes out of its input: the files, each with the label the service gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from bot.sandbox.mvsep.sound import midi, synthesize, transcribe
from bot.sandbox.mvsep.sound.codec import OutputFormat, Samples, Writer, decoded
from bot.sandbox.mvsep.sound.restore import TREATMENTS, Treatment, as_loud_as
from bot.sandbox.mvsep.sound.separate import split
from bot.sandbox.mvsep.sound.spectrum import in_context


@dataclass(frozen=True)
class Work:
    """Everything the sound room needs to know about a job.

    `inputs`: none for generating models, two (target, reference) for Matchering, else one.
    """

    kind: str
    stems: Sequence[str]
    inputs: Sequence[Path]
    options: Mapping[str, str]
    output: OutputFormat
    place: Callable[[str, str], Path]
    """Where to write: (stem, suffix) -> path."""
    words: Sequence[str] | None = None
    """What a speech model hears, line by line; None: what it can know."""


@dataclass(frozen=True)
class Made:
    """The finished files in order, and the transcript where there is one."""

    files: Sequence[tuple[str, Path]]
    transcription: Sequence[Mapping[str, object]] = field(default_factory=tuple)


def produce(work: Work) -> Made:
    """Runs in a worker thread. Raises NotAudio for input without sound."""
    makers: Mapping[str, Callable[[Work], Made]] = {
        "stems": _stems,
        "text": _text,
        "midi": _midi,
        "drum-midi": _midi,
        "generate": _generated,
        "speak": _spoken,
        "match": _matched,
    }
    return makers.get(work.kind, _restored)(work)


def _stems(work: Work) -> Made:
    files = [(stem, work.place(stem, work.output.suffix)) for stem in work.stems]
    with ExitStack() as open_files:
        writers = {s: open_files.enter_context(Writer(p, work.output)) for s, p in files}
        for block, own in in_context(decoded(work.inputs[0])):
            for stem, sound in split(block, work.stems).items():
                writers[stem].write(sound[:, own])
    return Made(files)


def _restored(work: Work) -> Made:
    return _one_sound(work, _treated(work.inputs[0], TREATMENTS[work.kind]))


def _matched(work: Work) -> Made:
    target, reference = work.inputs
    gain = as_loud_as(_mean_loudness(reference), _mean_loudness(target))
    return _one_sound(work, _treated(target, gain))


def _mean_loudness(path: Path) -> float:
    steps = transcribe.loudness(decoded(path))
    return sum(steps) / len(steps)


def _treated(path: Path, treat: Treatment) -> Iterable[Samples]:
    return (treat(block)[:, own] for block, own in in_context(decoded(path)))


def _generated(work: Work) -> Made:
    seconds = float(work.options.get("add_opt2") or 10)
    return _one_sound(work, synthesize.music(work.options.get("add_opt1", ""), seconds))


def _spoken(work: Work) -> Made:
    """The longest option is the text to speak, whichever field the model keeps it in."""
    if work.inputs:
        next(iter(decoded(work.inputs[0])))
    return _one_sound(work, synthesize.speech(max(work.options.values(), key=len, default="")))


def _one_sound(work: Work, sound: Iterable[Samples]) -> Made:
    stem = work.stems[0]
    path = work.place(stem, work.output.suffix)
    with Writer(path, work.output) as writer:
        for chunk in sound:
            writer.write(chunk)
    return Made([(stem, path)])


def _text(work: Work) -> Made:
    steps = transcribe.loudness(decoded(work.inputs[0]))
    words = transcribe.known_words(work.inputs[0]) if work.words is None else work.words
    found = transcribe.segments(steps) if words is None else transcribe.sung(words, steps)
    text, srt = work.place("txt", "txt"), work.place("srt", "srt")
    text.write_text(transcribe.as_text(found), encoding="utf-8")
    srt.write_text(transcribe.as_srt(found), encoding="utf-8")
    spoken = [{"start": s.start, "end": s.end, "text": s.text} for s in found]
    return Made([("txt", text), ("srt", srt)], spoken)


def _midi(work: Work) -> Made:
    drums = work.kind == "drum-midi"
    notes = midi.heard(decoded(work.inputs[0]), drums=drums)
    path = work.place("midi", "mid")
    path.write_bytes(midi.as_file(notes, drums=drums))
    return Made([("midi", path)])
