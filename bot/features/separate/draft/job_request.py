"""What a job remembers of a choice, and how its upload is named."""

from collections.abc import Mapping
from typing import Any

from bot.features.separate.draft.choice import Choice
from bot.features.separate.draft.song import Song
from bot.mvsep import Algorithm

SEPARATION = "separation"  # the kind of job


def new_request(
    song: Song, algorithm: Algorithm, choice: Choice, options: Mapping[str, str]
) -> dict[str, Any]:
    """The whole order, so that the job needs neither the draft nor today's catalogue."""
    return {
        "song": song.as_dict(),
        "sep_type": algorithm.render_id,
        "algorithm": algorithm.name,
        "options": dict(options),
        "output_format": choice.output_format,
        "goal": choice.goal,
    }


def new_upload_name(song: Song, random: str) -> str:
    """The name the service sees: it becomes part of the job's hash, which is a key to the results.

    So it says nothing about the song, cannot be guessed, and finds a job again whose answer was lost
    (MVSEP, shape of the hash: date, ten hex digits, slug of the file name).
    """
    return f"sg{random}.{song.extension}"


def mark_of(upload_name: str) -> str:
    """The part of an upload name that survives the service's own rewriting."""
    return upload_name.partition(".")[0]
