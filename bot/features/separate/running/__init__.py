"""A job at the service: submit once, reconcile a lost answer, poll, cancel.

In: a queued job. Out: a job with its stems listed, ready for delivery, or a reason why not.
"""
