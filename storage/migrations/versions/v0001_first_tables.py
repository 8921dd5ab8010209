"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

RowId = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make every table."""
    _people()
    _unfinished()
    _inbox()
    _jobs()
    _stems()


def downgrade() -> None:
    """Drop every table."""
    for table in (
        "catalogue",
        "stems",
        "jobs",
        "inbox",
        "expectations",
        "drafts",
        "tokens",
        "credentials",
        "users",
        "meta",
    ):
        op.drop_table(table)


def _partial(
    name: str, table: str, columns: list[str], where: str, *, unique: bool = False
) -> None:
    op.create_index(
        name,
        table,
        columns,
        unique=unique,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )


def _people() -> None:
    op.create_table(
        "meta",
        sa.Column("name", sa.String(40), nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_meta"),
    )
    op.create_table(
        "users",
        sa.Column("id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("language", sa.String(16)),
        sa.Column("language_code", sa.String(35)),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_users"),
    )
    op.create_table(
        "credentials",
        sa.Column("id", RowId, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("service", sa.String(32), nullable=False),
        sa.Column("secret", sa.Text, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("last4", sa.String(4), nullable=False),
        sa.Column("refused", sa.Boolean, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_credentials"),
        sqlite_autoincrement=True,
    )
    columns = ["user_id", "service"]
    _partial("ix_credentials_one_active", "credentials", columns, "active", unique=True)
    op.create_table(
        "tokens",
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("capacity", sa.Integer, nullable=False),
        sa.Column("used", sa.Integer, nullable=False),
        sa.Column("clock", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_tokens"),
        sa.CheckConstraint("capacity >= 0", name=op.f("ck_tokens_capacity")),
        sa.CheckConstraint("used >= 0", name=op.f("ck_tokens_used")),
    )
    op.create_table(
        "catalogue",
        sa.Column("id", sa.Integer, autoincrement=False, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("fetched_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_catalogue"),
    )


def _unfinished() -> None:
    op.create_table(
        "drafts",
        sa.Column("id", RowId, nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("thread_id", sa.BigInteger),
        sa.Column("reply_to", sa.BigInteger),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("choice", sa.Text, nullable=False),
        sa.Column("card_id", sa.BigInteger),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("updated_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_drafts"),
        sa.CheckConstraint("state IN ('open', 'started')", name=op.f("ck_drafts_state")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_drafts_user_id", "drafts", ["user_id", "id"])
    op.create_index("ix_drafts_updated_at", "drafts", ["updated_at"])
    op.create_table(
        "expectations",
        sa.Column("user_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("chat_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("thread_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("expires_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("user_id", "chat_id", "thread_id", name="pk_expectations"),
    )


def _inbox() -> None:
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger, autoincrement=False, nullable=False),
        sa.Column("conversation", sa.BigInteger, nullable=False),
        sa.Column("raw", sa.Text, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("owner", sa.String(80)),
        sa.Column("lease_until", sa.Double),
        sa.Column("error", sa.Text),
        sa.Column("error_id", sa.String(40)),
        sa.Column("received_at", sa.Double, nullable=False),
        sa.Column("done_at", sa.Double),
        sa.PrimaryKeyConstraint("update_id", name="pk_inbox"),
        sa.CheckConstraint("state IN ('waiting', 'done', 'aside')", name=op.f("ck_inbox_state")),
    )
    op.create_index("ix_inbox_waiting", "inbox", ["state", "conversation", "update_id"])
    _partial("ix_inbox_held", "inbox", ["conversation"], "owner IS NOT NULL")
    _partial("ix_inbox_done_at", "inbox", ["done_at"], "done_at IS NOT NULL")


def _jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", RowId, nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("user_id", sa.BigInteger, nullable=False),
        sa.Column("chat_id", sa.BigInteger, nullable=False),
        sa.Column("thread_id", sa.BigInteger),
        sa.Column("reply_to", sa.BigInteger),
        sa.Column("credential_id", RowId, nullable=False),
        sa.Column("credential_key", sa.String(64), nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("progress", sa.Text, nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("due_at", sa.Double),
        sa.Column("owner", sa.String(80)),
        sa.Column("lease_until", sa.Double),
        sa.Column("fence", sa.BigInteger, nullable=False),
        sa.Column("slot", sa.Boolean, nullable=False),
        sa.Column("turn", sa.BigInteger, nullable=False),
        sa.Column("cancel_requested", sa.Boolean, nullable=False),
        sa.Column("status_message_id", sa.BigInteger),
        sa.Column("draft_id", sa.BigInteger),
        sa.Column("part", sa.Integer, nullable=False),
        sa.Column("upload_name", sa.String(255)),
        sa.Column("created_at", sa.Double, nullable=False),
        sa.Column("submitted_at", sa.Double),
        sa.Column("updated_at", sa.Double, nullable=False),
        sa.Column("finished_at", sa.Double),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.ForeignKeyConstraint(
            ["credential_id"], ["credentials.id"], name="fk_jobs_credential_id"
        ),
        sa.UniqueConstraint("draft_id", "part", name="uq_jobs_draft_id_part"),
        sa.CheckConstraint(
            "state IN ('queued', 'submitting', 'unclear', 'waiting',"
            " 'delivering', 'done', 'failed', 'cancelled')",
            name=op.f("ck_jobs_state"),
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_jobs_user_id", "jobs", ["user_id", "id"])
    op.create_index("ix_jobs_credential_id", "jobs", ["credential_id"])
    _partial("ix_jobs_due_at", "jobs", ["due_at", "id"], "due_at IS NOT NULL")
    _partial("ix_jobs_lease_until", "jobs", ["lease_until"], "lease_until IS NOT NULL")
    _partial("ix_jobs_finished_at", "jobs", ["finished_at"], "finished_at IS NOT NULL")
    op.create_index(
        "ix_jobs_admission",
        "jobs",
        ["credential_key", "state", "slot", "cancel_requested", "turn", "id"],
    )
    op.create_index("ix_jobs_turn", "jobs", ["credential_key", "user_id", "turn"])


def _stems() -> None:
    op.create_table(
        "stems",
        sa.Column("id", RowId, nullable=False),
        sa.Column("job_id", RowId, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("label", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("filename", sa.Text, nullable=False),
        sa.Column("size", sa.BigInteger),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("message_id", sa.BigInteger),
        sa.Column("file_id", sa.Text),
        sa.Column("reason", sa.Text),
        sa.Column("updated_at", sa.Double, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_stems"),
        sa.ForeignKeyConstraint(
            ["job_id"], ["jobs.id"], name="fk_stems_job_id", ondelete="CASCADE"
        ),
        sa.UniqueConstraint("job_id", "position", name="uq_stems_job_id_position"),
        sa.CheckConstraint(
            "state IN ('pending', 'sending', 'sent', 'failed')", name=op.f("ck_stems_state")
        ),
        sqlite_autoincrement=True,
    )
