"""Fixtures for every test."""

pytest_plugins = ["tests.storage_fixtures"]
