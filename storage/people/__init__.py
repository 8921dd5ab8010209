"""People: users, credentials, access, limits, preferences, and erasure of their data."""
