"""Having texts read."""
