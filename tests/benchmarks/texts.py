"""Texts by the hundred and by the ten thousand: what each step of reading them takes in memory."""

from tests.benchmarks.bench import Table, measured

MODULE = "tests.features.analyze.many"
COUNTS = (100, 1_000, 10_000)


def main() -> None:
    table = Table(
        "texts in one basket: MiB at most beside them, by step; rss is the whole process"
    )
    for count in COUNTS:
        table.add(f"{count:,} texts", **measured("-m", MODULE, str(count)))
        grown = measured("-m", MODULE, str(count), "rss")
        table.add(f"{count:,} texts", rss=grown["rss"])
    table.show()


if __name__ == "__main__":
    main()
