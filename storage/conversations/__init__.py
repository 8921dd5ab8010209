"""Chats: updates received, unfinished choices, expected answers, collected texts."""
