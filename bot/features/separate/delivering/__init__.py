"""Stems into the chat: each one recorded, sent, and remembered for reuse.

In: a finished job. Out: sent files and the follow-up of a transcript.
"""
