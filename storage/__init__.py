"""All SQL: tables, migrations, one module per noun. Nothing above it is known here."""

from storage.conversations.baskets import Basket, BasketText, StoredText
from storage.conversations.drafts import Draft
from storage.conversations.expectations import Expectation
from storage.conversations.inbox import Arrived, InboxRow
from storage.conversations.places import Place
from storage.engine.errors import StorageBusy, StorageError, WrongKey
from storage.engine.vault import Vault
from storage.jobs.delivered_files import KnownFile
from storage.jobs.enqueue import JobOrder
from storage.jobs.job import FINAL, Job, JobState
from storage.jobs.stems import Arrived as StemArrived
from storage.jobs.stems import Stem, StemSpec
from storage.people.access import Invite, Standing
from storage.people.credentials import Credential
from storage.people.personal_data import KINDS, Erasure
from storage.people.presets import Preset
from storage.people.quiet_hours import Hours
from storage.people.ratings import Rated
from storage.people.spending import Limits, OverLimit, Reservation
from storage.people.users import User
from storage.service.analyses import Analysis
from storage.service.catalogue import Cached
from storage.service.request_budget import Budget, Turns, Waits
from storage.storage import Storage, open_storage

__all__ = [
    "FINAL",
    "KINDS",
    "Analysis",
    "Arrived",
    "Basket",
    "BasketText",
    "Budget",
    "Cached",
    "Credential",
    "Draft",
    "Erasure",
    "Expectation",
    "Hours",
    "InboxRow",
    "Invite",
    "Job",
    "JobOrder",
    "JobState",
    "KnownFile",
    "Limits",
    "OverLimit",
    "Place",
    "Preset",
    "Rated",
    "Reservation",
    "Standing",
    "Stem",
    "StemArrived",
    "StemSpec",
    "Storage",
    "StorageBusy",
    "StorageError",
    "StoredText",
    "Turns",
    "User",
    "Vault",
    "Waits",
    "WrongKey",
    "open_storage",
]
