"""Choosing: goals, lists of algorithms, options, presets, and their screens.

In: a draft and the catalogue. Out: screens and changed choices; nothing here sends or stores.
"""
