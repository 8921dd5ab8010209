"""Splitting a song: from the message with it to the stems in the chat."""

from bot.features.separate.after.chat_membership import Rooms
from bot.features.separate.after.job_handlers import Following
from bot.features.separate.after.result_handlers import Afterwards, Onward
from bot.features.separate.choosing.card_screens import name_of, title_of
from bot.features.separate.choosing.order_screens import Order, price_line
from bot.features.separate.choosing.transcript_analysis import Analysing
from bot.features.separate.choosing.transcripts import Transcripts, Unreadable
from bot.features.separate.delivering.delivered_files import Known
from bot.features.separate.draft.choice import Choice
from bot.features.separate.draft.job_request import SEPARATION
from bot.features.separate.draft.song import Song
from bot.features.separate.handlers import Separate, Surroundings
from bot.features.separate.pricing.order_checks import Gate
from bot.features.separate.reporting.progress import Progress, Stage
from bot.features.separate.running.poller import stem_specs
from bot.features.separate.running.service_webhooks import Hints
from bot.features.separate.running.stem_names import format_of_results
from bot.features.separate.separation_job import Separation, make_separation

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
