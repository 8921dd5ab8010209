"""Every language says the same things, and nothing that Telegram would refuse."""
