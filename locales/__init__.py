"""The texts of the bot, one folder per language, one Fluent file per feature."""
