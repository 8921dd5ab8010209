"""The people's side of the Telegram stand-in: chats as they are used, groups, and transcripts."""
