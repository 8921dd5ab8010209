"""The demo's page: a messenger in the browser, and what happens underneath it."""

from bot.sandbox.page.server import OpenAddress, Page

__all__ = ["OpenAddress", "Page"]
