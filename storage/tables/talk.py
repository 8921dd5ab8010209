"""What was said: updates that came in, choices not finished, answers that are waited for."""

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
    text,
)

from storage.tables.base import metadata, place, row_id

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("conversation", BigInteger, nullable=False),
    Column("raw", Text, nullable=False),  # sealed; empty once done
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("owner", String(80)),
    Column("lease_until", Double),
    Column("error", Text),
    Column("error_id", String(40)),
    Column("received_at", Double, nullable=False),
    Column("done_at", Double),
    CheckConstraint("state IN ('waiting', 'done', 'aside')", name="state"),
)
Index("ix_inbox_waiting", inbox.c.state, inbox.c.conversation, inbox.c.update_id)
Index(
    "ix_inbox_held",
    inbox.c.conversation,
    sqlite_where=text("owner IS NOT NULL"),
    postgresql_where=text("owner IS NOT NULL"),
)
Index(
    "ix_inbox_done_at",
    inbox.c.done_at,
    sqlite_where=text("done_at IS NOT NULL"),
    postgresql_where=text("done_at IS NOT NULL"),
)

drafts = Table(
    "drafts",
    metadata,
    row_id(),
    Column("user_id", BigInteger, nullable=False),
    *place(),
    Column("source", Text, nullable=False),  # sealed
    Column("choice", Text, nullable=False),  # sealed
    Column("card_id", BigInteger),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", Double, nullable=False),
    Column("kind", String(32), nullable=False, server_default="separation"),
    CheckConstraint("state IN ('open', 'started')", name="state"),
    sqlite_autoincrement=True,
)
Index("ix_drafts_user_id", drafts.c.user_id, drafts.c.id)
Index("ix_drafts_updated_at", drafts.c.updated_at)

expectations = Table(
    "expectations",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("thread_id", BigInteger, primary_key=True, autoincrement=False),  # 0: no topic
    Column("kind", String(32), nullable=False),
    Column("data", Text, nullable=False),  # sealed
    Column("expires_at", Double, nullable=False),
)
