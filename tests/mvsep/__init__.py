"""Tests of bot.mvsep."""
