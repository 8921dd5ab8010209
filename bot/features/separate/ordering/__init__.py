"""Handlers from the message with a song to Start, the tap that spends credits.

In: messages and button presses. Out: queued jobs. Only `after` and the package itself import it.
"""
