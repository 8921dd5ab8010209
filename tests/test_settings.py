"""What an operator may write into the environment, and what a wrong line is answered with."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.settings import PREFIX, Settings, SettingsError, load_settings

TOKEN = "123456789:AAaa-bb_cc"


@pytest.fixture(autouse=True)
def good(monkeypatch: pytest.MonkeyPatch) -> str:
    """An environment with nothing but what is required; the key is returned."""
    for name in Settings.model_fields:
        monkeypatch.delenv(PREFIX + name.upper(), raising=False)
    key = Fernet.generate_key().decode()
    monkeypatch.setenv("STEMGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("STEMGRAM_SECRET_KEY", key)
    return key


def complaints() -> list[str]:
    with pytest.raises(SettingsError) as caught:
        load_settings(None)
    return caught.value.lines


def test_two_settings_are_enough() -> None:
    settings = load_settings(None)
    assert settings.bot_token.get_secret_value() == TOKEN
    assert settings.bot_api_url == "https://api.telegram.org"
    assert settings.mvsep_url == "https://mvsep.com"
    assert settings.neuro_semantic_url == "https://neuro-semantic.ru"
    assert settings.database_url == "sqlite+aiosqlite:///stemgram.sqlite3"
    assert (settings.listen_host, settings.listen_port) == ("127.0.0.1", 8080)
    assert settings.public_url is None
    assert settings.admin_ids == frozenset()
    assert settings.log_level == "INFO"


def test_reads_an_env_file_below_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / ".env"
    file.write_text("STEMGRAM_LOG_LEVEL=debug\nSTEMGRAM_LISTEN=0.0.0.0:1\nOTHER=1\n")
    monkeypatch.setenv("STEMGRAM_LISTEN", "[::1]:9000")
    settings = load_settings(file)
    assert settings.log_level == "DEBUG"
    assert (settings.listen_host, settings.listen_port) == ("::1", 9000)


def test_reads_lists_and_tolerates_blanks(good: str, monkeypatch: pytest.MonkeyPatch) -> None:
    older = Fernet.generate_key().decode()
    monkeypatch.setenv("STEMGRAM_SECRET_KEY", f"{good}, {older},")
    monkeypatch.setenv("STEMGRAM_ADMIN_IDS", "12, 34,")
    monkeypatch.setenv("STEMGRAM_PUBLIC_URL", "")
    monkeypatch.setenv("STEMGRAM_BOT_API_URL", "http://127.0.0.1:8081/")
    settings = load_settings(None)
    assert [key.get_secret_value() for key in settings.secret_keys] == [good, older]
    assert settings.admin_ids == {12, 34}
    assert settings.public_url is None
    assert settings.bot_api_url == "http://127.0.0.1:8081"


@pytest.mark.parametrize("name", ["BOT_TOKEN", "SECRET_KEY"])
def test_names_what_is_missing(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(PREFIX + name)
    (line,) = complaints()
    assert line.startswith(f"{PREFIX}{name} is missing. ")


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        ("BOT_TOKEN", "no-colon-zebra", "does not look like a bot token"),
        ("BOT_TOKEN", "", "does not look like a bot token"),
        ("SECRET_KEY", "zebra", "has no valid key at place 1"),
        ("SECRET_KEY", " , ", "is empty"),
        ("DATABASE_URL", "postgres://ada:zebra@db/x", "must start with sqlite+aiosqlite://"),
        ("LISTEN", "8080", "must be an address and a port"),
        ("LISTEN", "zebra:99999", "must be an address and a port"),
        ("ADMIN_IDS", "zebra", "must be numbers with commas between them"),
        ("LOG_LEVEL", "zebra", "must be 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
        ("PUBLIC_URL", "http://zebra.example", "must start with https://"),
        ("MVSEP_URL", "zebra", "must be an address that starts with http"),
        ("MVSEP_URL", "https://ada:zebra@mvsep.com", "must be a plain address"),
        ("BOT_API_LOCAL", "zebra", "must be true or false"),
    ],
)
def test_says_what_is_wrong_without_the_value(
    name: str, value: str, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PREFIX + name, value)
    (line,) = complaints()
    assert line.startswith(f"{PREFIX}{name} {words}")
    assert "zebra" not in line


def test_says_everything_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEMGRAM_LISTEN", "?")
    monkeypatch.setenv("STEMGRAM_ADMIN_IDS", "?")
    monkeypatch.delenv("STEMGRAM_BOT_TOKEN")
    assert len(complaints()) == 3


def test_an_error_leads_nowhere_near_the_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEMGRAM_SECRET_KEY", "zebra")
    with pytest.raises(SettingsError) as caught:
        load_settings(None)
    assert caught.value.__suppress_context__
    assert "zebra" not in str(caught.value)


def test_secrets_are_not_in_the_repr(good: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STEMGRAM_DATABASE_URL", "postgresql+asyncpg://ada:zebra@db/stemgram")
    shown = repr(load_settings(None))
    assert TOKEN not in shown
    assert good not in shown
    assert "zebra" not in shown


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())
