"""What can be switched from another process, and what it is told."""

from typing import Any

from pydantic import BaseModel, Field

from bot.sandbox.neuro_semantic.analysis.calculate import Shape
from bot.sandbox.neuro_semantic.world import World


class Fail(BaseModel):
    code: int
    match: str = "transaction/create"
    after_effect: bool = False


class Account(BaseModel):
    secret: str | None = None
    balance: float = 100.0


class Secret(BaseModel):
    secret: str


class Id(BaseModel):
    id: int


class Switching(BaseModel):
    speed: float = Field(default=20.0, gt=0)
    longest_text: int = 0
    longest_total: int = 0
    stringly: bool = False
    emcol_shape: Shape = "theme"
    wordfreq_shape: Shape = "list"


def told(world: World) -> dict[str, Any]:
    """The state of the stand-in."""
    return {
        "accounts": [{"secret": a.secret, "balance": a.balance} for a in world.accounts.all],
        "transactions": [
            {"id": t.id, "calc_type": t.calc_type, "status": t.status, "price": t.price}
            for t in world.transactions
        ],
        "creates": len(world.creates),
        "requests": len(world.requests),
    }
