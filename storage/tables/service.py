"""What the bot keeps for itself: its keys' proof, the catalogue, what may be asked of a service."""

from sqlalchemy import Column, Double, Integer, String, Table, Text

from storage.tables.base import metadata

meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

catalogue = Table(
    "catalogue",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("payload", Text, nullable=False),
    Column("fetched_at", Double, nullable=False),
)

# What may be asked of a service, see storage.budget; one row, on PostgreSQL only.
budgets = Table(
    "budgets",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("left", Double, nullable=False),
    Column("at", Double, nullable=False),
    Column("limit", Integer),
)
