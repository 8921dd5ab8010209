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
    growth = table.median("deliver", "growth")
    table.show(
        table.ratio("mb_per_second", "deliver", "ptb", 1.0),
        f"growth {growth:.1f} MiB (wanted under 16: {'reached' if growth < 16 else 'NOT reached'})",
    )


if __name__ == "__main__":
    main()
