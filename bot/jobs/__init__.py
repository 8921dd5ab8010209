"""The job engine: claims, leases, legal moves, retries. Knows storage and nothing above it."""

from bot.jobs.claim import Claim
from bot.jobs.engine import Engine
from bot.jobs.job_steps import LostClaim, Postpone, Step
from bot.jobs.lifecycle import Lifecycle
from bot.jobs.states import LEGAL_MOVES, IllegalMove, check_move

__all__ = [
    "LEGAL_MOVES",
    "Claim",
    "Engine",
    "IllegalMove",
    "Lifecycle",
    "LostClaim",
    "Postpone",
    "Step",
    "check_move",
]
