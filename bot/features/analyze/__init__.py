"""Having texts read by Neuro-Semantic: from forwarded messages to a picture of what is in them."""

from bot.features.analyze.analyze import Analyze, make_analysis
from bot.features.analyze.desk import Around, Desk
from bot.features.analyze.gathering import Gathering
from bot.features.analyze.kinds import money, price_of
from bot.features.analyze.order import ANALYSIS
from bot.features.analyze.song import SongWords, mood_request
from bot.features.analyze.status import listed
from bot.features.analyze.verses import verses

__all__ = [
    "ANALYSIS",
    "Analyze",
    "Around",
    "Desk",
    "Gathering",
    "SongWords",
    "listed",
    "make_analysis",
    "money",
    "mood_request",
    "price_of",
    "verses",
]
