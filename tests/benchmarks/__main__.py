"""All benchmarks, one after the other: what `make bench` runs."""

import sys
import time
import traceback

from tests.benchmarks import delivery, passing, pipeline, starting, texts, waiting
from tests.benchmarks.bench import RUNS, as_markdown, machine, say


def main() -> int:
    """One that fails does not keep the others from running; 1 if any did."""
    failed, began, where = [], time.time(), machine()
    say(where)
    for benchmark in (starting, passing, delivery, pipeline, waiting, texts):
        try:
            benchmark.main()
        except Exception:
            traceback.print_exc()
            failed.append(benchmark.__name__.rpartition(".")[2])
    minutes = (time.time() - began) / 60
    say(
        f"\n# Results\n\nMedians of {RUNS}, {minutes:.0f} minutes in all; {where}; now {machine()}\n"
    )
    for line in as_markdown():
        say(line)
    if failed:
        say(f"\nFAILED: {', '.join(failed)}")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
