"""What all benchmarks share: processes to measure, medians, and a table that says what was reached."""

import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import Request, urlopen

import psutil
from cryptography.fernet import Fernet

RUNS = int(os.environ.get("BENCH_RUNS", "5"))
MIB = 1024 * 1024
TOKEN = "1:AAbench"  # of a stub
PATIENCE = 180.0  # seconds until a run counts as failed


@dataclass
class Stub:
    """The server of stub.py in its own process."""

    port: int

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def tell(self, name: str, **told: Any) -> dict[str, Any]:
        body = json.dumps(told).encode()
        request = Request(f"{self.url}/control/{name}", data=body, method="POST")  # noqa: S310
        with urlopen(request, timeout=30) as answer:  # noqa: S310
            found: dict[str, Any] = json.load(answer)
        return found

    def until(
        self, holds: Callable[[dict[str, Any]], bool], pause: float = 0.05
    ) -> dict[str, Any]:
        """Ask until it is so; raises TimeoutError."""
        end = time.time() + PATIENCE
        while not holds(stats := self.tell("stats")):
            if time.time() > end:
                raise TimeoutError(str(stats["counts"]))
            time.sleep(pause)  # noqa: TID251 (nothing else runs in this process)
        return stats


@contextmanager
def stub() -> Iterator[Stub]:
    """A fresh stub."""
    with process("-m", "tests.benchmarks.stub", stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        yield Stub(int(running.stdout.readline()))


@contextmanager
def process(*arguments: str, env: dict[str, str] | None = None, **about: Any) -> Iterator[Any]:
    """A Python process, killed at the end."""
    running = subprocess.Popen(  # noqa: S603
        [sys.executable, *arguments], env={**os.environ, **(env or {})}, **about
    )
    try:
        yield running
    finally:
        running.kill()
        running.wait()


def cpu(pid: int) -> float:
    """Seconds of processor time a process has used: what others do beside it counts little."""
    used = psutil.Process(pid).cpu_times()
    return float(used.user + used.system)


def settle(pid: int) -> None:
    """Wait until a process rests: whatever it loads or announces at its start is over."""
    before = -1.0
    while (now := cpu(pid)) - before > 0.05:
        before = now
        time.sleep(0.5)  # noqa: TID251 (nothing else runs in this process)


def bot_env(server: Stub, folder: Path, **more: str) -> dict[str, str]:
    """The settings of our bot among stubs."""
    return {
        "STEMGRAM_BOT_TOKEN": TOKEN,
        "STEMGRAM_SECRET_KEY": more.pop("key", Fernet.generate_key().decode()),
        "STEMGRAM_DATABASE_URL": f"sqlite+aiosqlite:///{folder / 'bench.sqlite3'}",
        "STEMGRAM_BOT_API_URL": server.url,
        "STEMGRAM_MVSEP_URL": server.url,
        "STEMGRAM_NEURO_SEMANTIC_URL": server.url,
        "STEMGRAM_LISTEN": "127.0.0.1:0",
        "STEMGRAM_LOG_LEVEL": "ERROR",
        **more,
    }


@contextmanager
def bot(which: str, env: dict[str, str], folder: str) -> Iterator[Any]:
    """A bot of bots.py, or `run`: ours as operators start it. No .env of the operator is near."""
    arguments = ("bot", "run") if which == "run" else ("tests.benchmarks.bots", which)
    env = env | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with process("-m", *arguments, env=env, cwd=folder) as running:
        yield running


def measured(*arguments: str) -> dict[str, float]:
    """The JSON a script prints as its last line."""
    done = subprocess.run(  # noqa: S603
        [sys.executable, *arguments], check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def rss(pid: int) -> float:
    """MiB of memory a process holds now."""
    return float(psutil.Process(pid).memory_info().rss / MIB)


@dataclass(frozen=True)
class Verdict:
    """One figure that something was wanted of."""

    what: str
    ours: str
    beside: str
    wanted: str
    reached: bool

    def __str__(self) -> str:
        word = "reached" if self.reached else "NOT reached"
        return f"{self.what}: {self.ours}; {self.beside} (wanted {self.wanted}: {word})"


@dataclass
class Table:
    """Figures of one benchmark, by who was measured and what."""

    title: str
    figures: dict[str, dict[str, list[float]]] = field(default_factory=dict)

    def add(self, who: str, **values: float) -> None:
        row = self.figures.setdefault(who, {})
        for name, value in values.items():
            row.setdefault(name, []).append(value)

    def median(self, who: str, what: str) -> float:
        return median(self.figures[who][what])

    def show(self, *notes: "str | Verdict") -> None:
        """Print medians, the range of each figure, and what is said beside them; keep it for the end."""
        shown.append(self)
        verdicts.extend(note for note in notes if isinstance(note, Verdict))
        say(f"\n## {self.title}")
        for who, row in self.figures.items():
            told = (f"{_plain(what)} {_figure(values)}" for what, values in row.items())
            say(f"  {who:<28} {'; '.join(told)}")
        for note in notes:
            say(f"  {note}")

    def ratio(
        self, what: str, ours: str, peer: str, reach: float, *, at_most: bool = False
    ) -> Verdict:
        """Ours against a peer's: at least `reach` times as much, or at most."""
        mine, other = self.median(ours, what), self.median(peer, what)
        found = mine / other
        return Verdict(
            f"{self.title}: {_plain(what)}",
            f"{ours} {mine:.4g}",
            f"{peer} {other:.4g}, ratio {found:.2f}",
            f"{'at most' if at_most else 'at least'} {reach:g}",
            found <= reach if at_most else found >= reach,
        )

    def under(self, what: str, who: str, limit: float, beside: str = "") -> Verdict:
        """A figure that has a limit of its own."""
        found = self.median(who, what)
        name = f"{self.title}: {_plain(what)}"
        return Verdict(name, f"{who} {found:.4g}", beside, f"under {limit:g}", found < limit)


shown: list[Table] = []
verdicts: list[Verdict] = []


def as_markdown() -> Iterator[str]:
    """Everything that was shown, as tables for a README: first what was wanted, then all figures."""
    yield "| What | This bot | Beside it | Wanted | |"
    yield "|---|---|---|---|---|"
    for each in verdicts:
        word = "reached" if each.reached else "not reached"
        cells = (each.what, each.ours, each.beside, each.wanted, word)
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
    for table in shown:
        names = list(dict.fromkeys(name for row in table.figures.values() for name in row))
        yield f"\n{table.title}:\n"
        yield f"| | {' | '.join(map(_plain, names))} |"
        yield "|---" * (len(names) + 1) + "|"
        for who, row in table.figures.items():
            told = (_figure(row[name]) if name in row else "" for name in names)
            yield "| " + " | ".join([who.replace("|", "\\|"), *told]) + " |"


def _plain(name: str) -> str:
    return name.replace("_", " ")


def _figure(values: Sequence[float]) -> str:
    spread = f" [{min(values):.4g}..{max(values):.4g}]" if len(values) > 1 else ""
    return f"{median(values):.4g}{spread}"


def percentile(values: Sequence[float], part: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]


def machine() -> str:
    """What the figures were measured on."""
    model = platform.processor() or platform.machine()
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.partition(":")[2].strip()
            break
    memory = psutil.virtual_memory().total / 2**30
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    return (
        f"{psutil.cpu_count()} x {model}, {memory:.0f} GiB, {platform.system()}"
        f" {platform.release()}, Python {platform.python_version()}, load {load}"
    )


def say(line: str) -> None:
    print(line, flush=True)  # noqa: T201
