"""What the bot does, told as conversations."""
