# ruff: noqa: F403
"""Every button's data, a module for each feature; others import them from here.

A callback carries ids and nothing else; what it means is looked up when it is pressed, so a button
works after a restart, on any process, twice, and a week later.
"""

from bot.chat.callbacks.access import *
from bot.chat.callbacks.analyze import *
from bot.chat.callbacks.choosing import *
from bot.chat.callbacks.codec import *
from bot.chat.callbacks.delivery import *
from bot.chat.callbacks.following import *
from bot.chat.callbacks.history import *
from bot.chat.callbacks.link import *
from bot.chat.callbacks.ordering import *
from bot.chat.callbacks.owners import *
from bot.chat.callbacks.presets import *
from bot.chat.callbacks.results import *
from bot.chat.callbacks.start import *
from bot.chat.callbacks.themes import *
