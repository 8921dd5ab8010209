"""Texts to be read by Neuro-Semantic, and what came of it."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from storage.tables.base import RowId, metadata, place, row_id

baskets = Table(
    "baskets",
    metadata,
    row_id(),
    Column("user_id", BigInteger, nullable=False),
    *place(),
    Column("card_id", BigInteger),
    Column("amount", Integer, nullable=False),
    Column("characters", BigInteger, nullable=False),
    Column("last", Integer, nullable=False),
    Column("open_until", Double, nullable=False),
    Column("updated_at", Double, nullable=False),
    sqlite_autoincrement=True,
)
Index("ix_baskets_user_id", baskets.c.user_id, baskets.c.chat_id, baskets.c.id)
Index("ix_baskets_updated_at", baskets.c.updated_at)

basket_texts = Table(
    "basket_texts",
    metadata,
    Column("basket_id", RowId, ForeignKey("baskets.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False, autoincrement=False),
    Column("user_id", BigInteger, nullable=False),
    Column("author_key", String(64), nullable=False),
    Column("characters", Integer, nullable=False),
    Column("text", Text, nullable=False),  # sealed: the text, its author, its date
    PrimaryKeyConstraint("basket_id", "position"),
)
Index("ix_basket_texts_user_id", basket_texts.c.user_id)

analyses = Table(
    "analyses",
    metadata,
    row_id(),
    Column("user_id", BigInteger, nullable=False),
    Column("key", String(64), nullable=False),
    Column("about", Text, nullable=False),  # sealed
    Column("created_at", Double, nullable=False),
    UniqueConstraint("user_id", "key"),
    sqlite_autoincrement=True,
)
Index("ix_analyses_created_at", analyses.c.created_at)

picture_looks = Table(
    "picture_looks",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("dark", Boolean, nullable=False),
)
