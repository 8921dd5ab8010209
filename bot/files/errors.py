"""Why a file was not read."""


class UnreadableFile(Exception):
    """A file that is not read; `key` names the text that says why, and what to do."""

    def __init__(self, key: str, **arguments: str | int) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = arguments
