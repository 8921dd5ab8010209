"""One's own themes at Neuro-Semantic: browse, make, change, pass on, try out."""

from bot.features.themes.library import Library
from bot.features.themes.themes import Themes

__all__ = ["Library", "Themes"]
