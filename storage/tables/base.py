"""What all tables share: how they are named, how rows are numbered, where a message stands."""

from sqlalchemy import BigInteger, Column, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite numbers rows by itself only in a column of type INTEGER.
RowId = BigInteger().with_variant(Integer, "sqlite")


def row_id() -> Column[int]:
    return Column("id", RowId, primary_key=True)


def place() -> tuple[Column[int], Column[int | None], Column[int | None]]:
    return (
        Column("chat_id", BigInteger, nullable=False),
        Column("thread_id", BigInteger),
        Column("reply_to", BigInteger),
    )
