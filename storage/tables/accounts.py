"""Linked accounts, the slots of their tokens, what is spent and how much somebody allows themselves."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
    true,
)

from storage.tables.base import metadata, row_id

credentials = Table(
    "credentials",
    metadata,
    row_id(),
    Column("user_id", BigInteger, nullable=False),
    Column("service", String(32), nullable=False),
    Column("secret", Text, nullable=False),  # sealed; empty once forgotten
    Column("label", Text, nullable=False),  # sealed; empty once forgotten
    Column("key", String(64), nullable=False),
    Column("last4", String(4), nullable=False),
    Column("refused", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("linked", Boolean, nullable=False, server_default=true()),
    Column("created_at", Double, nullable=False),
    sqlite_autoincrement=True,
)
Index(
    "ix_credentials_one_active",
    credentials.c.user_id,
    credentials.c.service,
    unique=True,
    sqlite_where=text("active"),
    postgresql_where=text("active"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("capacity", Integer, nullable=False),
    Column("used", Integer, nullable=False),
    Column("clock", BigInteger, nullable=False),
    CheckConstraint("capacity >= 0", name="capacity"),
    CheckConstraint("used >= 0", name="used"),
)

limits = Table(
    "limits",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("monthly", Integer),
    Column("warn_over", Integer),
)

spendings = Table(
    "spendings",
    metadata,
    row_id(),
    Column("user_id", BigInteger, nullable=False),
    Column("job_id", BigInteger, nullable=False),
    Column("credits", Integer, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("spent_at", Double, nullable=False),
    UniqueConstraint("job_id"),
    sqlite_autoincrement=True,
)
Index("ix_spendings_user_id", spendings.c.user_id, spendings.c.spent_at)
