"""The Neuro-Semantic API: text analysis. Knows HTTP, knows no Telegram."""

from bot.neuro_semantic.associations import Associations, read_associations
from bot.neuro_semantic.client import NeuroSemanticClient
from bot.neuro_semantic.errors import (
    AnswerLost,
    BadSecret,
    InvalidData,
    NegativeBalance,
    NeuroSemanticError,
    RateLimited,
    Refused,
    ServerError,
    ServiceDown,
    Temporary,
    TooLong,
    Unreachable,
)
from bot.neuro_semantic.models import (
    CalcType,
    Kind,
    Order,
    PastRequest,
    Payment,
    Status,
    Transaction,
)
from bot.neuro_semantic.results import ClassResult, Phrase, Result, read_result
from bot.neuro_semantic.texts import LONGEST_TEXT, Joined, NoSplitter, batches, join, parts
from bot.neuro_semantic.themes import ROOT, Directory, Entity, Folder, Theme, read_theme

__all__ = [
    "LONGEST_TEXT",
    "ROOT",
    "AnswerLost",
    "Associations",
    "BadSecret",
    "CalcType",
    "ClassResult",
    "Directory",
    "Entity",
    "Folder",
    "InvalidData",
    "Joined",
    "Kind",
    "NegativeBalance",
    "NeuroSemanticClient",
    "NeuroSemanticError",
    "NoSplitter",
    "Order",
    "PastRequest",
    "Payment",
    "Phrase",
    "RateLimited",
    "Refused",
    "Result",
    "ServerError",
    "ServiceDown",
    "Status",
    "Temporary",
    "Theme",
    "TooLong",
    "Transaction",
    "Unreachable",
    "batches",
    "join",
    "parts",
    "read_associations",
    "read_result",
    "read_theme",
]
