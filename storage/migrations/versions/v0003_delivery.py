"""Known files, ratings, learned durations and quiet hours."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "known_files",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("filename", sa.Text, nullable=False),
        sa.Column("size", sa.BigInteger),
        sa.Column("file_id", sa.Text, nullable=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("key", "position", name="pk_known_files"),
    )
    op.create_index("ix_known_files_created_at", "known_files", ["created_at"])
    op.create_index("ix_known_files_user_id", "known_files", ["user_id"])
    op.create_table(
        "ratings",
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("sep_type", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("options", sa.String(64), nullable=False),
        sa.Column("stars", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("user_id", "sep_type", "options", name="pk_ratings"),
        sa.CheckConstraint("stars BETWEEN 1 AND 5", name="ck_ratings_stars"),
    )
    op.create_table(
        "paces",
        sa.Column("sep_type", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("pace", sa.Double, nullable=False),
        sa.Column("seen", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("sep_type", name="pk_paces"),
    )
    op.create_table(
        "quiet_hours",
        sa.Column("user_id", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("start_minute", sa.Integer, nullable=False),
        sa.Column("end_minute", sa.Integer, nullable=False),
        sa.Column("utc_offset", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_quiet_hours"),
    )


def downgrade() -> None:
    """Drop them."""
    for name in ("quiet_hours", "paces", "ratings", "known_files"):
        op.drop_table(name)
