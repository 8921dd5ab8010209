"""All tables as the code uses them; storage/migrations tells how a database gets there.

Times are float seconds since the epoch by the database's clock. Columns whose comment says
"sealed" hold what storage.vault made of the value.
"""

from sqlalchemy import Table

from storage.tables.accounts import credentials, limits, spendings, tokens
from storage.tables.base import metadata
from storage.tables.job import jobs, known_files, stems
from storage.tables.people import bans, erasures, invites, members, quiet_hours, users
from storage.tables.service import budgets, catalogue, meta
from storage.tables.talk import drafts, expectations, inbox
from storage.tables.taste import favourites, paces, presets, ratings
from storage.tables.texts import analyses, basket_texts, baskets, picture_looks

__all__ = [
    "SEALED",
    "analyses",
    "bans",
    "basket_texts",
    "baskets",
    "budgets",
    "catalogue",
    "credentials",
    "drafts",
    "erasures",
    "expectations",
    "favourites",
    "inbox",
    "invites",
    "jobs",
    "known_files",
    "limits",
    "members",
    "meta",
    "metadata",
    "paces",
    "picture_looks",
    "presets",
    "quiet_hours",
    "ratings",
    "spendings",
    "stems",
    "tokens",
    "users",
]

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
