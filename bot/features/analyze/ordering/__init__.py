"""Handlers of the basket, from the first text to Start, the tap that spends roubles.

In: messages and button presses. Out: queued jobs.
"""
