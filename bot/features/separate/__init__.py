"""Splitting a song: from the message with it to the stems in the chat."""

from bot.features.separate.after.chat_membership import ChatMembership
from bot.features.separate.after.job_handlers import JobHandlers
from bot.features.separate.after.result_handlers import Onward, ResultHandlers
from bot.features.separate.choosing.card_screens import name_of, title_of
from bot.features.separate.choosing.order_screens import price_line
from bot.features.separate.choosing.order_summary import Order
from bot.features.separate.choosing.transcript_analysis import TranscriptAnalysis
from bot.features.separate.choosing.transcripts import Transcripts, Unreadable
from bot.features.separate.delivering.delivered_files import DeliveredFiles
from bot.features.separate.draft.choice import Choice
from bot.features.separate.draft.job_request import SEPARATION
from bot.features.separate.draft.song import Song
from bot.features.separate.handlers import Separate, Surroundings
from bot.features.separate.pricing.order_checks import Gate
from bot.features.separate.reporting.progress import Progress, Stage
from bot.features.separate.running.poller import stem_specs
from bot.features.separate.running.service_webhooks import ServiceWebhooks
from bot.features.separate.running.stem_names import format_of_results
from bot.features.separate.separation_job import Separation, make_separation

__all__ = [
    "SEPARATION",
    "ChatMembership",
    "Choice",
    "DeliveredFiles",
    "Gate",
    "JobHandlers",
    "Onward",
    "Order",
    "Progress",
    "ResultHandlers",
    "Separate",
    "Separation",
    "ServiceWebhooks",
    "Song",
    "Stage",
    "Surroundings",
    "TranscriptAnalysis",
    "Transcripts",
    "Unreadable",
    "format_of_results",
    "make_separation",
    "name_of",
    "price_line",
    "stem_specs",
    "title_of",
]
