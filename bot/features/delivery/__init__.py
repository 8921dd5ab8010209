"""Bringing files into chats: the ladder of ways, albums, transcripts, and files in parts."""

from bot.features.delivery.album_batching import together
from bot.features.delivery.file_kinds import MIME, Form, extension_in, form_of
from bot.features.delivery.file_sender import Carrier, Empty, Parcel
from bot.features.delivery.send_methods import (
    CLOUD_UPLOAD,
    LOCAL_UPLOAD,
    Limits,
    Rung,
    TooBig,
    Way,
    ways,
)
from bot.features.delivery.split_zip import MOST_PARTS, parts_of, split_zip

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
