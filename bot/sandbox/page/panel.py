"""What happens underneath: jobs, traffic and faults as the side panel shows them."""

import time
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from bot.sandbox.faults import Faults
from bot.sandbox.mvsep import SandboxJob
from bot.sandbox.page.people import Cast
from bot.sandbox.services import City

Json = dict[str, Any]
T = TypeVar("T")

MINUTE = 60.0
BARS = 30
JOBS_SHOWN = 30
TROUBLE_SHOWN = 20


@dataclass
class Traffic:
    """How many requests a service got in the last minute, and when."""

    seen: int = 0
    _arrivals: deque[tuple[float, int]] = field(default_factory=deque)

    def look(self, total: int, now: float) -> None:
        """`total`: all requests so far; `now` in seconds."""
        if total > self.seen:
            self._arrivals.append((now, total - self.seen))
        self.seen = total
        while self._arrivals and self._arrivals[0][0] <= now - MINUTE:
            self._arrivals.popleft()

    def shape(self, now: float) -> Json:
        """The sum, and bars of two seconds each, the newest last."""
        bars = [0] * BARS
        for at, count in self._arrivals:
            bars[min(BARS - 1, max(0, int(BARS - (now - at) / MINUTE * BARS)))] += count
        return {"minute": sum(bars), "bars": bars}


@dataclass
class Panel:
    """A picture of the stand-ins, taken again and again."""

    stage: City
    cast: Cast
    telegram: Traffic = field(default_factory=Traffic)
    mvsep: Traffic = field(default_factory=Traffic)
    _trouble: deque[Json] = field(default_factory=lambda: deque(maxlen=TROUBLE_SHOWN))
    _looked_at: dict[str, int] = field(default_factory=dict)

    def picture(self) -> Json:
        now = time.monotonic()
        self._look_for_trouble()
        self.telegram.look(len(self.stage.telegram.requests), now)
        self.mvsep.look(len(self.stage.mvsep.requests), now)
        return {
            "jobs": [_job(job) for job in reversed(self.stage.mvsep.creates[-JOBS_SHOWN:])],
            "accounts": [self._account(person_id) for person_id in self.cast.people],
            "switches": self._switches(),
            "traffic": {"telegram": self.telegram.shape(now), "mvsep": self.mvsep.shape(now)},
            "faults": self._faults(),
            "trouble": list(self._trouble),
        }

    def _account(self, person_id: int) -> Json:
        account = self.cast.accounts[person_id]
        return {
            "person": person_id,
            "name": account.name,
            "credits": account.credits,
            "premium": account.premium_enabled,
            "revoked": account.revoked,
        }

    def _switches(self) -> Json:
        mvsep, telegram = self.stage.mvsep.switches, self.stage.telegram
        return {
            "hold": not mvsep.waiting_gate.is_set(),
            "hold_processing": not mvsep.processing_gate.is_set(),
            "failures": len(mvsep.failures),
            "down": mvsep.down,
            "speed": mvsep.speed,
            "rate_limit": mvsep.rate_limit,
            "place": mvsep.start_place,
            "flood": telegram.flood.enabled,
            "silent": telegram.state.updates.held,
            "privacy": telegram.privacy,
            "waiting": len(telegram.pending),
        }

    def _faults(self) -> list[Json]:
        return [
            {"service": name, "kind": str(rule.kind), "match": rule.match, "times": rule.times}
            for name, faults in self._services()
            for rule in faults.rules
            if rule.times > 0
        ]

    def _look_for_trouble(self) -> None:
        """Note requests that met a fault, and calls Telegram refused, since the last look."""
        for name, faults in self._services():
            for hit in self._new(f"{name} hits", faults.hits):
                self._note(name, hit.target.replace(self._secret, "…"), str(hit.kind))
        for call in self._new("calls", self.stage.telegram.requests):
            if call.status != 200:
                self._note("telegram", call.method, call.description or "")

    def _new(self, name: str, everything: Sequence[T]) -> Sequence[T]:
        begin = self._looked_at.get(name, 0)
        self._looked_at[name] = len(everything)
        return everything[begin:]

    def _note(self, service: str, what: str, why: str) -> None:
        about = {"service": service, "what": what, "why": why}
        self._trouble.append(about | {"at": round(time.time(), 1)})

    @property
    def _secret(self) -> str:
        return f"bot{self.stage.telegram.token}"

    def _services(self) -> list[tuple[str, Faults]]:
        return [("telegram", self.stage.telegram.faults), ("mvsep", self.stage.mvsep.faults)]


def _job(job: SandboxJob) -> Json:
    return {
        "number": job.number,
        "algorithm": job.entry.name,
        "account": job.account.name,
        "state": "deleted" if job.deleted and job.active else str(job.state),
        "place": job.place if job.unstarted else None,
        "done": job.finished_chunks,
        "all": job.all_chunks,
        "charged": job.charged,
        "files": len(job.files),
        "message": job.message,
    }
