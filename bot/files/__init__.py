"""Files that people send, read in a child process with limits on memory and time.

In: a file's name and bytes. Out: texts, rows or verses, or `UnreadableFile`. The parsers run in the child
alone: whatever a file does to them, the bot goes on. Nothing here knows Telegram or the database.
"""
