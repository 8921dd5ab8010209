"""What the handling of an update may come to, beside being done."""


class Later(Exception):
    """Raised by `handle`, before it did anything: this person is too fast, and it is tried again after a rest."""

    def __init__(self, seconds: float) -> None:
        super().__init__(f"in {seconds:.0f} s")
        self.seconds = seconds


class Explained(Exception):
    """Raised by `handle`: a fault of ours, which the person has been told of under this error id."""

    def __init__(self, error_id: str) -> None:
        super().__init__(error_id)
        self.error_id = error_id
