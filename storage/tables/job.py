"""Jobs, their stems, and files Telegram has already."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from storage.tables.base import RowId, metadata, place, row_id

jobs = Table(
    "jobs",
    metadata,
    row_id(),
    Column("kind", String(32), nullable=False),
    Column("user_id", BigInteger, nullable=False),
    *place(),
    Column("credential_id", RowId, ForeignKey("credentials.id"), nullable=False),
    Column("credential_key", String(64), nullable=False),
    Column("state", String(16), nullable=False),
    Column("request", Text, nullable=False),  # sealed
    Column("progress", Text, nullable=False),  # sealed
    Column("attempts", Integer, nullable=False),
    Column("due_at", Double),
    Column("owner", String(80)),
    Column("lease_until", Double),
    Column("fence", BigInteger, nullable=False),
    Column("slot", Boolean, nullable=False),
    Column(
        "rank", SmallInteger, nullable=False, default=0, server_default=text("0")
    ),  # see storage.job.Rank
    Column("turn", BigInteger, nullable=False),
    Column("cancel_requested", Boolean, nullable=False),
    Column("status_message_id", BigInteger),
    Column("draft_id", BigInteger),
    Column("part", Integer, nullable=False, default=0),  # which of the jobs of one draft
    Column("upload_name", String(255)),
    Column("created_at", Double, nullable=False),
    Column("submitted_at", Double),
    Column("updated_at", Double, nullable=False),
    Column("finished_at", Double),
    UniqueConstraint("draft_id", "part"),
    CheckConstraint(
        "state IN ('queued', 'submitting', 'unclear', 'waiting',"
        " 'delivering', 'done', 'failed', 'cancelled')",
        name="state",
    ),
    sqlite_autoincrement=True,
)
Index("ix_jobs_user_id", jobs.c.user_id, jobs.c.id)
Index("ix_jobs_credential_id", jobs.c.credential_id)
Index(
    "ix_jobs_due",
    jobs.c.rank,
    jobs.c.due_at,
    jobs.c.id,
    sqlite_where=text("due_at IS NOT NULL"),
    postgresql_where=text("due_at IS NOT NULL"),
)
Index(
    "ix_jobs_lease_until",
    jobs.c.lease_until,
    sqlite_where=text("lease_until IS NOT NULL"),
    postgresql_where=text("lease_until IS NOT NULL"),
)
Index(
    "ix_jobs_finished_at",
    jobs.c.finished_at,
    sqlite_where=text("finished_at IS NOT NULL"),
    postgresql_where=text("finished_at IS NOT NULL"),
)
# The two questions of admission: who is next for this token, and which turn did this user have.
Index(
    "ix_jobs_admission",
    jobs.c.credential_key,
    jobs.c.state,
    jobs.c.slot,
    jobs.c.cancel_requested,
    jobs.c.turn,
    jobs.c.id,
)
Index("ix_jobs_turn", jobs.c.credential_key, jobs.c.user_id, jobs.c.turn)

stems = Table(
    "stems",
    metadata,
    row_id(),
    Column("job_id", RowId, ForeignKey("jobs.id", ondelete="CASCADE"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("label", Text, nullable=False),
    Column("url", Text, nullable=False),  # sealed: whoever has it has the file
    Column("filename", Text, nullable=False),  # sealed: it tells the song
    Column("size", BigInteger),
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("message_id", BigInteger),
    Column("file_id", Text),
    Column("reason", Text),
    Column("updated_at", Double, nullable=False),
    UniqueConstraint("job_id", "position"),
    CheckConstraint("state IN ('pending', 'sending', 'sent', 'failed')", name="state"),
    sqlite_autoincrement=True,
)

known_files = Table(
    "known_files",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("user_id", BigInteger, nullable=False),
    Column("label", Text, nullable=False),
    Column("filename", Text, nullable=False),  # sealed
    Column("size", BigInteger),
    Column("file_id", Text, nullable=False),  # sealed
    Column("created_at", Double, nullable=False),
)
Index("ix_known_files_created_at", known_files.c.created_at)
Index("ix_known_files_user_id", known_files.c.user_id)
