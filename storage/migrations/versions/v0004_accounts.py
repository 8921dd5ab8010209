"""Several accounts of one person, spending limits, access, and the right to be forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

RowId = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Add columns to people and their keys, and make the new tables."""
    _people()
    _spending()
    _access()


def downgrade() -> None:
    """Take it all back; accounts that were not the active one are forgotten."""
    for table in ("erasures", "invites", "bans", "members", "spendings", "limits"):
        op.drop_table(table)
    op.drop_index("ix_users_blocked_at", "users")
    op.drop_column("users", "blocked_at")
    op.drop_column("credentials", "linked")


def _people() -> None:
    op.add_column("users", sa.Column("blocked_at", sa.Double))
    op.create_index(
        "ix_users_blocked_at",
        "users",
        ["blocked_at"],
        sqlite_where=sa.text("blocked_at IS NOT NULL"),
        postgresql_where=sa.text("blocked_at IS NOT NULL"),
    )
    linked = sa.Column("linked", sa.Boolean, nullable=False, server_default=sa.true())
    op.add_column("credentials", linked)
    op.execute("UPDATE credentials SET linked = active")


def _spending() -> None:
    op.create_table(
        "limits",
        sa.Column("user_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("monthly", sa.Integer),
        sa.Column("warn_over", sa.Integer),
        sa.PrimaryKeyConstraint("user_id", name="pk_limits"),
    )
    op.create_table(
        "spendings",
        sa.Column("id", RowId, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("job_id", sa.BigInteger, nullable=False),
        sa.Column("credits", sa.Integer, nullable=False),
        sa.Column("shared", sa.Boolean, nullable=False),
        sa.Column("spent_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_spendings"),
        sa.UniqueConstraint("job_id", name="uq_spendings_job_id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_spendings_user_id", "spendings", ["user_id", "spent_at"])


def _access() -> None:
    op.create_table(
        "members",
        sa.Column("user_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("invite_id", sa.BigInteger),
        sa.Column("since", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_members"),
    )
    op.create_table(
        "bans",
        sa.Column("who", sa.String(64), nullable=False),
        sa.Column("since", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("who", name="pk_bans"),
    )
    op.create_table(
        "invites",
        sa.Column("id", RowId, nullable=False),
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("uses_left", sa.Integer, nullable=False),
        sa.Column("used", sa.Integer, nullable=False),
        sa.Column("expires_at", sa.Double, nullable=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_invites"),
        sa.UniqueConstraint("code", name="uq_invites_code"),
        sa.CheckConstraint("uses_left >= 0", name=op.f("ck_invites_uses_left")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "erasures",
        sa.Column("user_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("asked_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_erasures"),
    )
