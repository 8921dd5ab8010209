"""Bringing files into chats: the ladder of ways, albums, transcripts, and files in parts."""

from bot.features.delivery.carrier import Carrier, Empty, Parcel
from bot.features.delivery.forms import MIME, Form, extension_in, form_of
from bot.features.delivery.ladder import (
    CLOUD_UPLOAD,
    LOCAL_UPLOAD,
    Limits,
    Rung,
    TooBig,
    Way,
    ways,
)
from bot.features.delivery.parts import MOST_PARTS, parts_of, split_zip
from bot.features.delivery.together import together

__all__ = [
    "CLOUD_UPLOAD",
    "LOCAL_UPLOAD",
    "MIME",
    "MOST_PARTS",
    "Carrier",
    "Empty",
    "Form",
    "Limits",
    "Parcel",
    "Rung",
    "TooBig",
    "Way",
    "extension_in",
    "form_of",
    "parts_of",
    "split_zip",
    "together",
    "ways",
]
