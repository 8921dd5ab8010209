"""The bot as a real process, killed at every point of its work: nothing lost, nothing doubled."""
