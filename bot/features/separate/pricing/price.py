"""What a separation costs, by the service's own formula."""

from collections.abc import Mapping

from bot.features.separate.draft.contents import DraftContents
from bot.mvsep import Algorithm


def credits_for(
    algorithm: Algorithm, options: Mapping[str, str], seconds: float | None
) -> int | None:
    """Credits for a recording of this length: `max(1, floor(seconds × coefficient / 60))`.

    Options may multiply it (MVSEP API document, `price_coefficient`; catalogue, `price_rules`). None
    where the length is not known. Only premium plans pay.
    """
    if seconds is None:
        return None
    times = algorithm.price_coefficient
    for field in algorithm.fields:
        for rule in field.price_rules:
            if rule.mode == "multiplier" and options.get(field.name) == rule.option_key:
                times *= rule.value
    return max(1, int(seconds * times / 60))


def credits_for_all(
    algorithm: Algorithm, options: Mapping[str, str], contents: DraftContents
) -> int | None:
    """For every song of the material, each rounded by itself as the service does."""
    each = [credits_for(algorithm, options, song.duration) for song in contents.songs]
    return None if None in each else sum(one or 0 for one in each)
