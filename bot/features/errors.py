"""Errors of the services and of files, as something a person can read and act on."""

from bot.chat.incoming.event import Told
from bot.files.errors import UnreadableFile
from bot.mvsep import BadToken, MvsepError, RateLimited, Refused
from bot.neuro_semantic import BadSecret, InvalidData, NegativeBalance, NeuroSemanticError, TooLong
from bot.neuro_semantic import Refused as NeuroSemanticRefused


def explain(error: Exception) -> Told | None:
    """The text for an error of a service or a file; None for a fault of our own."""
    match error:
        case UnreadableFile():
            return Told(error.key, **error.arguments)
        case BadToken():
            return Told("token-refused")
        case RateLimited():
            return Told("service-busy")
        case Refused(message=message) if message:
            return Told("service-says", message=message[:500])
        case MvsepError():
            return Told("service-down")
        case NeuroSemanticError():
            return _explain_texts(error)
        case _:
            return None


def _explain_texts(error: NeuroSemanticError) -> Told:
    match error:
        case BadSecret():
            return Told("neuro-refused-later")
        case NegativeBalance():
            return Told("reading-failed-balance")
        case TooLong():
            return Told("reading-failed-length")
        case InvalidData():
            return Told("neuro-invalid")
        case NeuroSemanticRefused(message=message) if message:
            return Told("neuro-says", message=message[:500])
        case _:
            return Told("neuro-down")
