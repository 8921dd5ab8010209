"""Every setting of the bot, described once; read from STEMGRAM_* variables and a `.env` file."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from cryptography.fernet import Fernet
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    SecretStr,
    ValidationError,
    field_validator,
)
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PREFIX = "STEMGRAM_"

_LOOPBACK = ("127.0.0.1", "localhost", "::1")  # where a stand-in of Telegram may call without TLS
LogLevel = Literal["DEBUG", "INFO", "WARNING", "ERROR"]
Access = Literal["open", "invited"]


class SettingsError(Exception):
    """The settings cannot be used; `lines` say what to mend, in plain words and without values."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


class Unusable(Exception):
    """The operator has to mend something before the bot can work; the text says what."""


def _origin(url: str) -> str:
    """An http(s) address without the slash at its end, ready to be joined with a path."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("must be an address that starts with http:// or https://")
    if parts.username or parts.query or parts.fragment:
        raise ValueError("must be a plain address: no user name, no ? and no # part")
    return url.rstrip("/")


def _https(url: str | None) -> str | None:
    if url is None:
        return None
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in _LOOPBACK:
        raise ValueError("must start with https:// (Telegram calls nothing else)")
    return _origin(url)


def _known_database(url: str) -> str:
    if not url.startswith(("sqlite+aiosqlite://", "postgresql+asyncpg://")):
        raise ValueError("must start with sqlite+aiosqlite:// or postgresql+asyncpg://")
    return url


def _ids(value: object) -> object:
    """`12, 34` -> {12, 34}: the comma-separated form of the environment."""
    if not isinstance(value, str):
        return value
    try:
        return frozenset(int(part) for part in value.split(",") if part.strip())
    except ValueError:
        raise ValueError("must be numbers with commas between them") from None


def _blank_as_none(value: object) -> object:
    return None if value == "" else value


def _upper(value: object) -> object:
    return value.upper() if isinstance(value, str) else value


Origin = Annotated[str, AfterValidator(_origin)]


class Settings(BaseSettings):
    """What an operator can choose; `STEMGRAM_BOT_TOKEN` is the variable of `bot_token`."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_file_encoding="utf-8",
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    bot_token: SecretStr = Field(description="The bot's token, from @BotFather.")
    secret_key: SecretStr = Field(
        description="Key that encrypts what people entrust to the bot; `python -m bot new-key` "
        "makes one. Several with commas between them, newest first, while changing keys."
    )
    database_url: Annotated[str, AfterValidator(_known_database)] = Field(
        default="sqlite+aiosqlite:///stemgram.sqlite3",
        repr=False,  # it may carry a password
        description="Where everything is kept: one SQLite file for one process, "
        "or `postgresql+asyncpg://…` for several.",
    )
    admin_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(_ids)] = Field(
        default=frozenset(),
        description="Telegram user ids of the operators, with commas between them.",
    )
    access: Access = Field(
        default="open",
        description="Who may use the bot: `open` to everybody, or `invited`: operators, "
        "`STEMGRAM_ALLOWED_IDS`, and whoever an operator lets in.",
    )
    allowed_ids: Annotated[frozenset[int], NoDecode, BeforeValidator(_ids)] = Field(
        default=frozenset(),
        description="Telegram user ids that are always let in, with commas between them.",
    )
    actions_per_minute: int = Field(
        default=120,
        ge=1,
        description="Messages and button presses of one person that are handled in a minute.",
    )
    shared_mvsep_token: Annotated[SecretStr | None, BeforeValidator(_blank_as_none)] = Field(
        default=None,
        description="An MVSEP token of yours for people without an account who were let in by "
        "id or invite; you pay.",
    )
    shared_daily_songs: int = Field(
        default=3, ge=0, description="Songs one person may have done with that token in a day."
    )
    keep_updates_days: float = Field(
        default=2, gt=0, description="Days after which handled messages are deleted."
    )
    keep_drafts_days: float = Field(
        default=14, gt=0, description="Days after which untouched choices are deleted."
    )
    keep_jobs_days: float = Field(
        default=30, gt=0, description="Days after which ended jobs and their stems are deleted."
    )
    keep_blocked_days: float = Field(
        default=30,
        gt=0,
        description="Days after which everything about a person who blocked the bot is deleted.",
    )
    log_level: Annotated[LogLevel, BeforeValidator(_upper)] = Field(
        default="INFO", description="How much is logged: DEBUG, INFO, WARNING or ERROR."
    )
    public_url: Annotated[str | None, AfterValidator(_https), BeforeValidator(_blank_as_none)] = (
        Field(
            default=None,
            description="The https address under which the world reaches `listen`. "
            "Set: Telegram delivers by webhook. Empty: the bot polls.",
        )
    )
    listen: str = Field(
        default="127.0.0.1:8080",
        description="Address and port of the bot's small HTTP server (webhook, /healthz).",
    )
    bot_api_url: Origin = Field(
        default="https://api.telegram.org",
        description="The Bot API server; your own one lifts the 20 MB and 50 MB file limits.",
    )
    bot_api_local: bool = Field(
        default=False,
        description="Whether that server is your own and was started with `--local`.",
    )
    mvsep_url: Origin = Field(
        default="https://mvsep.com", description="The MVSEP service, without `/api`."
    )
    neuro_semantic_url: Origin = Field(
        default="https://neuro-semantic.ru", description="The Neuro-Semantic service."
    )

    @field_validator("bot_token")
    @classmethod
    def _token_shape(cls, token: SecretStr) -> SecretStr:
        number, _, rest = token.get_secret_value().partition(":")
        if not (number.isdecimal() and rest and all(c.isalnum() or c in "_-" for c in rest)):
            raise ValueError("does not look like a bot token (123456789:AA…); @BotFather has it")
        return token

    @field_validator("secret_key")
    @classmethod
    def _key_shapes(cls, keys: SecretStr) -> SecretStr:
        parts = list(_parts(keys))
        if not parts:
            raise ValueError("is empty; `python -m bot new-key` makes a key")
        for place, part in enumerate(parts, start=1):
            _check_key(part, place)
        return keys

    @field_validator("listen")
    @classmethod
    def _listen_shape(cls, listen: str) -> str:
        host, colon, port = listen.rpartition(":")
        if not (host and colon and port.isdecimal() and int(port) < 65536):
            raise ValueError("must be an address and a port, such as 127.0.0.1:8080")
        return listen

    @property
    def secret_keys(self) -> list[SecretStr]:
        """The Fernet keys, newest first; at least one."""
        return [SecretStr(part) for part in _parts(self.secret_key)]

    @property
    def listen_host(self) -> str:
        """The host of `listen`; an IPv6 address without its brackets."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def listen_port(self) -> int:
        """The port of `listen`; 0 lets the system choose one."""
        return int(self.listen.rpartition(":")[2])


def load_settings(env_file: Path | None = Path(".env")) -> Settings:
    """The settings of this process; the environment wins over `env_file`.

    Raises SettingsError with one line for each thing to mend. Values never appear in it.
    """
    try:
        return Settings(_env_file=env_file)  # type: ignore[call-arg]  # the rest is from the environment
    except ValidationError as error:
        raise SettingsError(
            [_line(e["loc"], e["type"], e["msg"]) for e in error.errors()]
        ) from None


def _line(loc: tuple[int | str, ...], kind: str, message: str) -> str:
    name = PREFIX + str(loc[0]).upper() if loc else "The settings"
    if kind == "missing":
        field = Settings.model_fields[str(loc[0])]
        return f"{name} is missing. {field.description}"
    if kind == "bool_parsing":
        message = "must be true or false"
    if kind == "literal_error":
        message = message.replace("Input should be", "must be")
    return f"{name} {message.removeprefix('Value error, ')}"


def _parts(keys: SecretStr) -> Iterator[str]:
    return (part.strip() for part in keys.get_secret_value().split(",") if part.strip())


def _check_key(key: str, place: int) -> None:
    try:
        Fernet(key)
    except ValueError:
        raise ValueError(
            f"has no valid key at place {place}; `python -m bot new-key` makes one"
        ) from None
