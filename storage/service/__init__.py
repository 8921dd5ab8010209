"""What the bot keeps for itself: catalogue, learned durations, request budget, results."""
