"""A big file through the bot to MVSEP, against a pipe of curl and against mvsep-cli."""

import os
import shutil
import subprocess
import time

import psutil

from tests.benchmarks.bench import MIB, RUNS, Table, measured, stub

SIZE = int(os.environ.get("BENCH_FILE_MIB", "500"))
BIG = 2048  # MiB; what a Bot API server of one's own lets through


def by_curl(url: str, size: int) -> dict[str, float]:
    """`curl URL | curl -T - URL`."""
    curl = shutil.which("curl")
    if curl is None:
        return {}
    began = time.perf_counter()
    get = subprocess.Popen([curl, "-sS", f"{url}/file/{size}"], stdout=subprocess.PIPE)  # noqa: S603
    send = [curl, "-sS", "-T", "-", f"{url}/upload"]
    put = subprocess.Popen(send, stdin=get.stdout, stdout=subprocess.DEVNULL)  # noqa: S603
    most = 0.0
    while put.poll() is None:
        most = max(most, _memory(put.pid))
        time.sleep(0.02)  # noqa: TID251 (nothing else runs in this process)
    get.communicate()
    return {"mb_per_second": size / 1e6 / (time.perf_counter() - began), "growth": most}


def _memory(pid: int) -> float:
    try:
        return float(psutil.Process(pid).memory_info().rss / MIB)
    except psutil.Error:
        return 0.0


def passed(way: str, size: int) -> dict[str, float]:
    with stub() as server:
        return measured("-m", "tests.benchmarks.copying", way, server.url, str(size))


def main() -> None:
    table = Table(f"A file of {SIZE} MiB passed through (growth: MiB of memory)")
    for _ in range(RUNS):
        for way in ("pass-through", "mvsep-cli"):
            table.add(way, **passed(way, SIZE))
        with stub() as server:
            table.add("curl | curl -T -", **by_curl(server.url, SIZE * MIB))
        table.add(f"pass-through of {BIG} MiB", **passed("pass-through", BIG))
    peer = f"mvsep-cli grows by {table.median('mvsep-cli', 'growth'):.4g}"
    table.show(
        table.ratio("mb_per_second", "pass-through", "curl | curl -T -", 1.0),
        table.ratio("mb_per_second", "pass-through", "mvsep-cli", 1.0),
        table.under("growth", "pass-through", 16, peer),
        table.under("growth", f"pass-through of {BIG} MiB", 16),
    )


if __name__ == "__main__":
    main()
