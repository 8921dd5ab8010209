"""Stemgram: a Telegram bot for music separation (MVSEP) and text analysis (Neuro-Semantic)."""

__version__ = "0.1.0"
