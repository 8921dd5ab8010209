"""What the service can do: its algorithms, kept at hand, grouped, and found by typing."""

from bot.features.catalogue.catalogue import PREMIUM_ONLY, Book, Catalogue, Group

__all__ = ["PREMIUM_ONLY", "Book", "Catalogue", "Group"]
