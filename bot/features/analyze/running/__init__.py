"""An analysis at the service: submit once, reconcile a lost answer, poll, deliver.

In: a queued job. Out: a result in the chat, or a reason why not.
"""
