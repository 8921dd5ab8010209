"""The MVSEP stand-in: the whole API over real HTTP, with separations that can be listened to."""

from bot.sandbox.mvsep.accounts import SandboxAccount
from bot.sandbox.mvsep.jobs import SandboxJob, State
from bot.sandbox.mvsep.server import MvsepSandbox

__all__ = ["MvsepSandbox", "SandboxAccount", "SandboxJob", "State"]
