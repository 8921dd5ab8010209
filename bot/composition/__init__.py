"""Composition root: builds clients, storage and features from the settings and joins them.

Every outside thing is a parameter with a real default. Only `bot.process` imports this package.
"""
