"""The bot as a process: `app` is its start and stop, `run` the command that runs it."""
