"""Tables of favourites, presets, ratings and learned durations."""

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Double,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import metadata, row_id

favourites = Table(
    "favourites",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("sep_type", Integer, primary_key=True, autoincrement=False),
    Column("created_at", Double, nullable=False),
)

presets = Table(
    "presets",
    metadata,
    row_id(),
    Column("user_id", BigInteger, nullable=False),
    Column("name", Text, nullable=False),  # sealed
    Column("choice", Text, nullable=False),  # sealed
    Column("code", String(32), nullable=False),
    Column("created_at", Double, nullable=False),
    UniqueConstraint("code"),
    sqlite_autoincrement=True,
)
Index("ix_presets_user_id", presets.c.user_id, presets.c.id)

ratings = Table(
    "ratings",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("sep_type", Integer, primary_key=True, autoincrement=False),
    Column("options", String(64), primary_key=True),  # a digest
    Column("stars", Integer, nullable=False),
    Column("updated_at", Double, nullable=False),
    CheckConstraint("stars BETWEEN 1 AND 5", name="stars"),
)

paces = Table(
    "paces",
    metadata,
    Column("sep_type", Integer, primary_key=True, autoincrement=False),
    Column("pace", Double, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("updated_at", Double, nullable=False),
)
