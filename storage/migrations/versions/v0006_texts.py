"""Texts to be read, results, looks of pictures; a draft says what it is a draft of."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

RowId = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables, and call all drafts so far drafts of a separation."""
    op.add_column(
        "drafts",
        sa.Column("kind", sa.String(32), nullable=False, server_default="separation"),
    )
    _baskets()
    _results()


def downgrade() -> None:
    """Drop them."""
    for name in ("picture_looks", "analyses", "basket_texts", "baskets"):
        op.drop_table(name)
    with op.batch_alter_table("drafts") as drafts:
        drafts.drop_column("kind")


def _baskets() -> None:
    op.create_table(
        "baskets",
        sa.Column("id", RowId, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("thread_id", sa.BigInteger),
        sa.Column("reply_to", sa.BigInteger),
        sa.Column("card_id", sa.BigInteger),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("characters", sa.BigInteger, nullable=False),
        sa.Column("last", sa.Integer, nullable=False),
        sa.Column("open_until", sa.Double, nullable=False),
        sa.Column("updated_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_baskets"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_baskets_user_id", "baskets", ["user_id", "chat_id", "id"])
    op.create_index("ix_baskets_updated_at", "baskets", ["updated_at"])
    op.create_table(
        "basket_texts",
        sa.Column("basket_id", RowId, nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("author_key", sa.String(64), nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("basket_id", "position", name="pk_basket_texts"),
        sa.ForeignKeyConstraint(
            ["basket_id"],
            ["baskets.id"],
            name="fk_basket_texts_basket_id",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_basket_texts_user_id", "basket_texts", ["user_id"])


def _results() -> None:
    op.create_table(
        "analyses",
        sa.Column("id", RowId, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_analyses"),
        sa.UniqueConstraint("user_id", "key", name="uq_analyses_user_id_key"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_analyses_created_at", "analyses", ["created_at"])
    op.create_table(
        "picture_looks",
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("dark", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_picture_looks"),
    )
