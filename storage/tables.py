"""All tables as the code uses them; storage/migrations tells how a database gets there.

Times are float seconds since the epoch by the database's clock. Columns whose comment says
"sealed" hold what storage.vault made of the value.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Double,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
    true,
)

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


def _id() -> Column[int]:
    return Column("id", RowId, primary_key=True)


def _place() -> tuple[Column[int], Column[int | None], Column[int | None]]:
    return (
        Column("chat_id", BigInteger, nullable=False),
        Column("thread_id", BigInteger),
        Column("reply_to", BigInteger),
    )


meta = Table(
    "meta",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Text, nullable=False),
)

users = Table(
    "users",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16)),
    Column("language_code", String(35)),
    Column("created_at", Double, nullable=False),
    Column("blocked_at", Double),
)
Index(
    "ix_users_blocked_at",
    users.c.blocked_at,
    sqlite_where=text("blocked_at IS NOT NULL"),
    postgresql_where=text("blocked_at IS NOT NULL"),
)

credentials = Table(
    "credentials",
    metadata,
    _id(),
    Column("user_id", BigInteger, nullable=False),
    Column("service", String(32), nullable=False),
    Column("secret", Text, nullable=False),  # sealed; empty once forgotten
    Column("label", Text, nullable=False),  # sealed; empty once forgotten
    Column("key", String(64), nullable=False),
    Column("last4", String(4), nullable=False),
    Column("refused", Boolean, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("linked", Boolean, nullable=False, server_default=true()),
    Column("created_at", Double, nullable=False),
    sqlite_autoincrement=True,
)
Index(
    "ix_credentials_one_active",
    credentials.c.user_id,
    credentials.c.service,
    unique=True,
    sqlite_where=text("active"),
    postgresql_where=text("active"),
)

tokens = Table(
    "tokens",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("capacity", Integer, nullable=False),
    Column("used", Integer, nullable=False),
    Column("clock", BigInteger, nullable=False),
    CheckConstraint("capacity >= 0", name="capacity"),
    CheckConstraint("used >= 0", name="used"),
)

drafts = Table(
    "drafts",
    metadata,
    _id(),
    Column("user_id", BigInteger, nullable=False),
    *_place(),
    Column("source", Text, nullable=False),  # sealed
    Column("choice", Text, nullable=False),  # sealed
    Column("card_id", BigInteger),
    Column("state", String(16), nullable=False),
    Column("version", Integer, nullable=False),
    Column("updated_at", Double, nullable=False),
    Column("kind", String(32), nullable=False, server_default="separation"),
    CheckConstraint("state IN ('open', 'started')", name="state"),
    sqlite_autoincrement=True,
)
Index("ix_drafts_user_id", drafts.c.user_id, drafts.c.id)
Index("ix_drafts_updated_at", drafts.c.updated_at)

expectations = Table(
    "expectations",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("thread_id", BigInteger, primary_key=True, autoincrement=False),  # 0: no topic
    Column("kind", String(32), nullable=False),
    Column("data", Text, nullable=False),  # sealed
    Column("expires_at", Double, nullable=False),
)

inbox = Table(
    "inbox",
    metadata,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("conversation", BigInteger, nullable=False),
    Column("raw", Text, nullable=False),  # sealed; empty once done
    Column("state", String(16), nullable=False),
    Column("attempts", Integer, nullable=False),
    Column("owner", String(80)),
    Column("lease_until", Double),
    Column("error", Text),
    Column("error_id", String(40)),
    Column("received_at", Double, nullable=False),
    Column("done_at", Double),
    CheckConstraint("state IN ('waiting', 'done', 'aside')", name="state"),
)
Index("ix_inbox_waiting", inbox.c.state, inbox.c.conversation, inbox.c.update_id)
Index(
    "ix_inbox_held",
    inbox.c.conversation,
    sqlite_where=text("owner IS NOT NULL"),
    postgresql_where=text("owner IS NOT NULL"),
)
Index(
    "ix_inbox_done_at",
    inbox.c.done_at,
    sqlite_where=text("done_at IS NOT NULL"),
    postgresql_where=text("done_at IS NOT NULL"),
)

jobs = Table(
    "jobs",
    metadata,
    _id(),
    Column("kind", String(32), nullable=False),
    Column("user_id", BigInteger, nullable=False),
    *_place(),
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
    _id(),
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

favourites = Table(
    "favourites",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("sep_type", Integer, primary_key=True, autoincrement=False),
    Column("created_at", Double, nullable=False),
)

presets = Table(
    "presets",
    metadata,
    _id(),
    Column("user_id", BigInteger, nullable=False),
    Column("name", Text, nullable=False),  # sealed
    Column("choice", Text, nullable=False),  # sealed
    Column("code", String(32), nullable=False),
    Column("created_at", Double, nullable=False),
    UniqueConstraint("code"),
    sqlite_autoincrement=True,
)
Index("ix_presets_user_id", presets.c.user_id, presets.c.id)

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

ratings = Table(
    "ratings",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("sep_type", Integer, primary_key=True, autoincrement=False),
    Column("options", String(64), primary_key=True),  # a digest
    Column("stars", Integer, nullable=False),
    Column("updated_at", Double, nullable=False),
    CheckConstraint("stars BETWEEN 1 AND 5", name="stars"),
)

paces = Table(
    "paces",
    metadata,
    Column("sep_type", Integer, primary_key=True, autoincrement=False),
    Column("pace", Double, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("updated_at", Double, nullable=False),
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

quiet_hours = Table(
    "quiet_hours",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("start_minute", Integer, nullable=False),
    Column("end_minute", Integer, nullable=False),
    Column("utc_offset", Integer, nullable=False),
)

catalogue = Table(
    "catalogue",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("payload", Text, nullable=False),
    Column("fetched_at", Double, nullable=False),
)

# What a person spends, and how much they allow themselves.

limits = Table(
    "limits",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("monthly", Integer),
    Column("warn_over", Integer),
)

spendings = Table(
    "spendings",
    metadata,
    _id(),
    Column("user_id", BigInteger, nullable=False),
    Column("job_id", BigInteger, nullable=False),
    Column("credits", Integer, nullable=False),
    Column("shared", Boolean, nullable=False),
    Column("spent_at", Double, nullable=False),
    UniqueConstraint("job_id"),
    sqlite_autoincrement=True,
)
Index("ix_spendings_user_id", spendings.c.user_id, spendings.c.spent_at)

# Who may use the bot. A ban outlives the person's data, so it names them by a fingerprint.

members = Table(
    "members",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("invite_id", BigInteger),
    Column("since", Double, nullable=False),
)

bans = Table(
    "bans",
    metadata,
    Column("who", String(64), primary_key=True),
    Column("since", Double, nullable=False),
)

invites = Table(
    "invites",
    metadata,
    _id(),
    Column("code", String(64), nullable=False),
    Column("uses_left", Integer, nullable=False),
    Column("used", Integer, nullable=False),
    Column("expires_at", Double, nullable=False),
    Column("created_at", Double, nullable=False),
    UniqueConstraint("code"),
    CheckConstraint("uses_left >= 0", name="uses_left"),
    sqlite_autoincrement=True,
)

erasures = Table(
    "erasures",
    metadata,
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("language", String(16)),
    Column("asked_at", Double, nullable=False),
)

# Texts to be read by Neuro-Semantic, and what came of it.

baskets = Table(
    "baskets",
    metadata,
    _id(),
    Column("user_id", BigInteger, nullable=False),
    *_place(),
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
    _id(),
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

SEALED: dict[Table, tuple[str, ...]] = {
    credentials: ("secret", "label"),
    drafts: ("source", "choice"),
    expectations: ("data",),
    inbox: ("raw",),
    jobs: ("request", "progress"),
    stems: ("url", "filename"),
    presets: ("name", "choice"),
    known_files: ("filename", "file_id"),
    basket_texts: ("text",),
    analyses: ("about",),
    meta: ("value",),
}
"""The columns that hold what storage.vault made; the keys' own proof, `meta`, comes last."""
