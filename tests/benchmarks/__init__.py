"""How fast, how flat: ours and its peers in the same run. `make bench`, or `python -m tests.benchmarks.pipeline`.

They print and never assert: figures depend on the machine. What must hold on every machine (numbers
of statements, requests and bytes) is asserted in tests/benchmarks/test_counts.py.
"""
