"""Having texts read by Neuro-Semantic: from forwarded messages to a picture of what is in them."""

from bot.features.analyze.analyze import Analyze, make_analysis
from bot.features.analyze.desk import Around
from bot.features.analyze.order import ANALYSIS
from bot.features.analyze.status import listed

__all__ = ["ANALYSIS", "Analyze", "Around", "listed", "make_analysis"]
