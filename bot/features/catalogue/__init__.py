"""What the service can do: its algorithms, kept at hand, grouped, and found by typing."""

from bot.features.catalogue.catalogue import (
    FROM_A_FILE,
    FROM_NOTHING,
    FROM_TWO_FILES,
    PREMIUM_ONLY,
    Book,
    Catalogue,
    Group,
)
from bot.features.catalogue.descriptions import long_description, short_description
from bot.features.catalogue.search import search

__all__ = [
    "FROM_A_FILE",
    "FROM_NOTHING",
    "FROM_TWO_FILES",
    "PREMIUM_ONLY",
    "Book",
    "Catalogue",
    "Group",
    "long_description",
    "search",
    "short_description",
]
