"""Favourite algorithms and saved choices."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "favourites",
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("sep_type", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("user_id", "sep_type", name="pk_favourites"),
    )
    op.create_table(
        "presets",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("choice", sa.Text, nullable=False),
        sa.Column("code", sa.String(32), nullable=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_presets"),
        sa.UniqueConstraint("code", name="uq_presets_code"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_presets_user_id", "presets", ["user_id", "id"])


def downgrade() -> None:
    """Drop them."""
    op.drop_table("presets")
    op.drop_table("favourites")
