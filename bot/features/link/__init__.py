"""Linking a person's own MVSEP account, and what it shows about itself."""

from bot.features.link.handlers import EXPECTS_TOKEN, Link
from bot.features.link.screens import group_link_button, link_button

__all__ = ["EXPECTS_TOKEN", "Link", "group_link_button", "link_button"]
