"""Themes to sort texts by."""
