"""The job engine: claims, leases, legal moves, retries. Knows storage and nothing above it."""

from bot.jobs.claim import Grip
from bot.jobs.engine import Engine
from bot.jobs.job_steps import Lifecycle, LostGrip, Postpone, Step
from bot.jobs.states import LEGAL_MOVES, IllegalMove, check_move

__all__ = [
    "LEGAL_MOVES",
    "Engine",
    "Grip",
    "IllegalMove",
    "Lifecycle",
    "LostGrip",
    "Postpone",
    "Step",
    "check_move",
]
