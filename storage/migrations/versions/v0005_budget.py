"""One budget of questions, and which of the due jobs takes from it."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

IS_DUE = sa.text("due_at IS NOT NULL")


def upgrade() -> None:
    """Add the budget, and a rank to each job; those that wait for the service ask by their turn."""
    op.create_table(
        "budgets",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("left", sa.Double, nullable=False),
        sa.Column("at", sa.Double, nullable=False),
        sa.Column("limit", sa.Integer),
        sa.PrimaryKeyConstraint("name", name="pk_budgets"),
    )
    rank = sa.Column("rank", sa.SmallInteger, nullable=False, server_default=sa.text("0"))
    op.add_column("jobs", rank)
    op.execute("UPDATE jobs SET rank = 2 WHERE state = 'waiting' AND NOT cancel_requested")
    op.drop_index("ix_jobs_due_at", "jobs")
    _index("ix_jobs_due", ["rank", "due_at", "id"])


def downgrade() -> None:
    """Forget ranks and budget."""
    op.drop_index("ix_jobs_due", "jobs")
    _index("ix_jobs_due_at", ["due_at", "id"])
    op.drop_column("jobs", "rank")
    op.drop_table("budgets")


def _index(name: str, columns: list[str]) -> None:
    op.create_index(name, "jobs", columns, sqlite_where=IS_DUE, postgresql_where=IS_DUE)
