"""Results: read from the service, summarized, drawn as charts and shown.

In: a transaction of the service. Out: reports, pictures and screens.
"""
