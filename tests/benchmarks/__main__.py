"""All benchmarks, one after the other: what `make bench` runs."""

from tests.benchmarks import delivery, passing, pipeline, starting, waiting
from tests.benchmarks.bench import machine, say

if __name__ == "__main__":
    say(machine())
    for benchmark in (starting, pipeline, passing, delivery, waiting):
        benchmark.main()
