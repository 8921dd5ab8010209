"""The Neuro-Semantic API: text analysis. Knows HTTP, knows no Telegram."""

from bot.neuro_semantic.client import NeuroSemanticClient
from bot.neuro_semantic.errors import (
    BadSecret,
    NeuroSemanticError,
    RateLimited,
    Refused,
    ServiceDown,
    Temporary,
    Unreachable,
)
from bot.neuro_semantic.models import CalcType

__all__ = [
    "BadSecret",
    "CalcType",
    "NeuroSemanticClient",
    "NeuroSemanticError",
    "RateLimited",
    "Refused",
    "ServiceDown",
    "Temporary",
    "Unreachable",
]
