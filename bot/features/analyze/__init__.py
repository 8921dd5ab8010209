"""Having texts read by Neuro-Semantic: from forwarded messages to a picture of what is in them."""

from bot.features.analyze.handlers import Analyze, make_analysis
from bot.features.analyze.order.analysis_request import ANALYSIS
from bot.features.analyze.order.kinds import money, price_of
from bot.features.analyze.order.song_request import SongWords, mood_request
from bot.features.analyze.ordering.collector import Collector
from bot.features.analyze.ordering.menu import Around, TextMenu
from bot.features.analyze.reporting.status_screens import listed

__all__ = [
    "ANALYSIS",
    "Analyze",
    "Around",
    "Collector",
    "SongWords",
    "TextMenu",
    "listed",
    "make_analysis",
    "money",
    "mood_request",
    "price_of",
]
