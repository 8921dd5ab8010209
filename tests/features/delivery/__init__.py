"""The ladder, albums, parts, and names."""
