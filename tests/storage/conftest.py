"""What only storage tests look at."""

from collections.abc import Iterator

import pytest
from sqlalchemy import event

from storage import Storage


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A database that is slow to answer is no database that is lost."""
    monkeypatch.setattr("storage.engine.postgres_session.ANSWER_SECONDS", 60.0)
    monkeypatch.setattr("storage.engine.database.PATIENCE", 60.0)


@pytest.fixture
def statements(storage: Storage) -> Iterator[list[str]]:
    """Every statement the storage runs from here on."""
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        if not statement.startswith("BEGIN"):
            seen.append(statement)

    engine = storage.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    yield seen
    event.remove(engine, "before_cursor_execute", note)
