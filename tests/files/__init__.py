"""Tests of bot.files."""
