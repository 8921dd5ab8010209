"""What the tests of the intake share."""

import pytest

from tests.chat.intake.memory import MemoryInbox


@pytest.fixture
def inbox() -> MemoryInbox:
    return MemoryInbox()
