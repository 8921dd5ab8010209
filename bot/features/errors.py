"""What went wrong at the service, as something a person can read and act on."""

from bot.chat.event import Told
from bot.mvsep import BadToken, MvsepError, RateLimited, Refused


def explain(error: Exception) -> Told | None:
    """The text for an error of a service; None for a fault of our own."""
    match error:
        case BadToken():
            return Told("token-refused")
        case RateLimited():
            return Told("service-busy")
        case Refused(message=message) if message:
            return Told("service-says", message=message[:500])
        case MvsepError():
            return Told("service-down")
        case _:
            return None
