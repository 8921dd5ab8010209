"""Stemgram: a Telegram bot for music separation (MVSEP) and text analysis (Neuro-Semantic)."""
