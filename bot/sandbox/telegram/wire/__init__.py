"""The HTTP side of the Telegram stand-in.

Calls of the Bot API are read, checked against a strict schema and limits, and answered; updates are handed out.
"""
