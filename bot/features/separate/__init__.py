"""Splitting a song: from the message with it to the stems in the chat."""

from bot.features.separate.afterwards import Afterwards, Onward
from bot.features.separate.analysing import Analysing
from bot.features.separate.choice import Choice
from bot.features.separate.following import Following
from bot.features.separate.gates import Gate
from bot.features.separate.hints import Hints
from bot.features.separate.known import Known
from bot.features.separate.lifecycle import Separation, make_separation
from bot.features.separate.names import format_of_results
from bot.features.separate.order import SEPARATION
from bot.features.separate.order_screens import Order, price_line
from bot.features.separate.progress import Progress, Stage
from bot.features.separate.rooms import Rooms
from bot.features.separate.screens import name_of, title_of
from bot.features.separate.separate import Separate, Surroundings
from bot.features.separate.song import Song
from bot.features.separate.transcripts import Transcripts, Unreadable
from bot.features.separate.watch import stem_specs

__all__ = [
    "SEPARATION",
    "Afterwards",
    "Analysing",
    "Choice",
    "Following",
    "Gate",
    "Hints",
    "Known",
    "Onward",
    "Order",
    "Progress",
    "Rooms",
    "Separate",
    "Separation",
    "Song",
    "Stage",
    "Surroundings",
    "Transcripts",
    "Unreadable",
    "format_of_results",
    "make_separation",
    "name_of",
    "price_line",
    "stem_specs",
    "title_of",
]
