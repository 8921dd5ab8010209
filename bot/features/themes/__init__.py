"""One's own themes at Neuro-Semantic: browse, make, change, pass on, try out."""

from bot.features.themes.handlers import Themes
from bot.features.themes.library import Library

__all__ = ["Library", "Themes"]
