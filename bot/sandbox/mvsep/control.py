"""What can be switched from another process, and what it is told."""

from typing import Any

from pydantic import BaseModel

from bot.sandbox.mvsep.world import World


class Fail(BaseModel):
    message: str = "Processing failed"


class Place(BaseModel):
    place: int


class Hours(BaseModel):
    hours: float


class Token(BaseModel):
    token: str


class Algorithm(BaseModel):
    id: int


class Account(BaseModel):
    token: str | None = None
    email: str | None = None
    password: str | None = None
    premium: bool = False
    credits: int | None = None
    name: str | None = None


def told(world: World) -> dict[str, Any]:
    """The state of the stand-in."""
    return {
        "accounts": [
            {"token": a.token, "credits": a.credits, "premium": a.premium}
            for a in world.accounts.all
        ],
        "jobs": [job.told() for job in world.jobs],
        "creates": [job.told() for job in world.creates],
        "requests": len(world.requests),
    }
