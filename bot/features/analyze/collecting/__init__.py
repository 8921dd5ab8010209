"""Texts out of messages, files, transcripts and chat exports, and the basket's screens.

In: what people send. Out: texts with author and time.
"""
