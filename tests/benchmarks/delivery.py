"""Six stems of 45 MB each from the service to a chat, against PTB's `send_document(Path)`."""

from tests.benchmarks.bench import RUNS, Table, measured, stub

SIZE = 45  # MiB


def main() -> None:
    table = Table(f"6 stems of {SIZE} MiB delivered (growth: MiB of memory)")
    for _ in range(RUNS):
        for way in ("deliver", "ptb"):
            with stub() as server:
                script = "tests.benchmarks.copying"
                table.add(way, **measured("-m", script, way, server.url, str(SIZE)))
    peer = f"ptb grows by {table.median('ptb', 'growth'):.4g}"
    table.show(
        table.ratio("mb_per_second", "deliver", "ptb", 1.0),
        table.under("growth", "deliver", 16, peer),
    )


if __name__ == "__main__":
    main()
