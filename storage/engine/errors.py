"""What can go wrong when the storage is opened, in words an operator can act on."""


class StorageError(Exception):
    """Base of the errors this package raises on its own."""


class StorageBusy(StorageError):
    """Another process already works on this SQLite file."""


class WrongKey(StorageError):
    """The encryption keys at hand do not fit what was stored (or are no keys at all)."""
