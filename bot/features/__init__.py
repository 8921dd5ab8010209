"""One package for each thing a person can do with the bot."""
