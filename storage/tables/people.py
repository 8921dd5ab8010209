"""Tables of people and access. A ban outlives the person's data, so it names them by a fingerprint."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    Index,
    Integer,
    String,
    Table,
    UniqueConstraint,
    text,
)

from storage.tables.base import metadata, row_id

users = Table(
    "users",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16)),
    Column("language_code", String(35)),
    Column("created_at", Double, nullable=False),
    Column("blocked_at", Double),
)
Index(
    "ix_users_blocked_at",
    users.c.blocked_at,
    sqlite_where=text("blocked_at IS NOT NULL"),
    postgresql_where=text("blocked_at IS NOT NULL"),
)

quiet_hours = Table(
    "quiet_hours",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("start_minute", Integer, nullable=False),
    Column("end_minute", Integer, nullable=False),
    Column("utc_offset", Integer, nullable=False),
)

members = Table(
    "members",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("invite_id", BigInteger),
    Column("since", Double, nullable=False),
)

bans = Table(
    "bans",
    metadata,
    Column("who", String(64), primary_key=True),
    Column("since", Double, nullable=False),
)

invites = Table(
    "invites",
    metadata,
    row_id(),
    Column("code", String(64), nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("used", Integer, nullable=False),
    Column("expires_at", Double, nullable=False),
    Column("created_at", Double, nullable=False),
    UniqueConstraint("code"),
    CheckConstraint("uses_left >= 0", name="uses_left"),
    sqlite_autoincrement=True,
)

erasures = Table(
    "erasures",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16)),
    Column("asked_at", Double, nullable=False),
)
