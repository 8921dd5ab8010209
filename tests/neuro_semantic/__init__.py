"""Tests of bot.neuro_semantic."""
