"""Opening: migrations, the file lock, the keys."""

import os
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util import CommandError
from pydantic import SecretStr
from sqlalchemy import Connection, text

from storage import Storage, StorageBusy, Vault, WrongKey, open_storage
from storage.engine.migrate import configuration, newest, revision_of
from storage.tables import metadata
from tests.storage_fixtures import KEY, MakeStorage


async def test_migrations_lead_to_the_tables_the_code_uses(storage: Storage) -> None:
    def differences(connection: Connection) -> list[object]:
        return list(compare_metadata(MigrationContext.configure(connection), metadata))

    async with storage.database.engine.connect() as conn:
        assert await conn.run_sync(differences) == []


async def test_a_database_is_at_the_newest_revision_that_alembic_knows(storage: Storage) -> None:
    head = ScriptDirectory.from_config(configuration()).get_current_head()
    async with storage.database.engine.connect() as conn:
        assert await conn.run_sync(revision_of) == newest() == head


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
async def test_a_database_of_a_newer_bot_is_not_opened(
    make_storage: MakeStorage, database_url: str, vault: Vault
) -> None:
    first = await make_storage()
    await first.database.write(
        lambda conn: conn.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    )
    await first.close()
    with pytest.raises(CommandError, match="9999"):
        await open_storage(database_url, vault)


async def test_opening_again_finds_everything(make_storage: MakeStorage) -> None:
    first = await make_storage()
    await first.catalogue.save("algorithms")
    await first.close()
    second = await make_storage()
    cached = await second.catalogue.load()
    assert cached is not None
    assert cached.payload == "algorithms"


async def test_a_second_process_on_the_same_file_is_refused(sqlite_url: str, vault: Vault) -> None:
    storage = await open_storage(sqlite_url, vault)
    with pytest.raises(StorageBusy, match="in use by another process"):
        await open_storage(sqlite_url, vault)
    await storage.close()
    await (await open_storage(sqlite_url, vault)).close()


async def test_a_wrong_key_is_refused_with_a_clear_word(
    make_storage: MakeStorage, database_url: str
) -> None:
    await (await make_storage()).close()
    with pytest.raises(WrongKey, match="do not fit this database"):
        await open_storage(database_url, Vault([Vault.new_key()]))
    await (await make_storage()).ping()


async def test_a_new_key_in_front_of_the_old_one_opens(
    make_storage: MakeStorage, database_url: str
) -> None:
    await (await make_storage()).close()
    await (await open_storage(database_url, Vault([Vault.new_key(), KEY]))).close()


@pytest.mark.parametrize("keys", [[], [SecretStr("short")], [SecretStr("ключ")]])
def test_what_is_no_key_is_refused(keys: list[SecretStr]) -> None:
    with pytest.raises(WrongKey):
        Vault(keys)


def test_fingerprints_survive_a_new_key() -> None:
    rotated = Vault([Vault.new_key(), KEY])
    assert rotated.fingerprint("token") == Vault([KEY]).fingerprint("token")
    assert rotated.fingerprint("token") != rotated.fingerprint("Token")


async def test_memory_is_a_database_too(vault: Vault) -> None:
    storage = await open_storage("sqlite+aiosqlite:///:memory:", vault)
    await storage.catalogue.save("x")
    assert await storage.catalogue.load() is not None
    await storage.close()


async def test_other_databases_are_refused(vault: Vault) -> None:
    with pytest.raises(ValueError, match="SQLite or PostgreSQL"):
        await open_storage("mysql://localhost/x", vault)


async def test_the_files_are_their_owners_alone(tmp_path: Path) -> None:
    """Whatever the umask, also those that an earlier version made readable."""
    file = tmp_path / "s.sqlite3"
    file.touch()
    file.chmod(0o644)
    before = os.umask(0)
    try:
        opened = await open_storage(f"sqlite+aiosqlite:///{file}", Vault([Vault.new_key()]))
        modes = {each.name: each.stat().st_mode & 0o777 for each in tmp_path.iterdir()}  # noqa: ASYNC240
        await opened.close()
    finally:
        os.umask(before)
    assert len(modes) >= 2
    assert set(modes.values()) == {0o600}
