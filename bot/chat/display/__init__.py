"""How things look: screens as plain values, and texts in the reader's language.

Imports nothing of the other packages of `bot.chat` but callbacks.
"""
