"""All SQL: tables, migrations, one module per noun. Nothing above it is known here."""

from storage.catalogue import Cached
from storage.credentials import Credential
from storage.drafts import Draft
from storage.errors import StorageBusy, StorageError, WrongKey
from storage.expectations import Expectation
from storage.files import KnownFile
from storage.inbox import Arrived, InboxRow
from storage.job import FINAL, Job, JobState
from storage.jobs import JobOrder
from storage.places import Place
from storage.presets import Preset
from storage.quiet import Hours
from storage.ratings import Rated
from storage.stems import Arrived as StemArrived
from storage.stems import Stem, StemSpec
from storage.storage import Storage, open_storage
from storage.users import User
from storage.vault import Vault

__all__ = [
    "FINAL",
    "Arrived",
    "Cached",
    "Credential",
    "Draft",
    "Expectation",
    "Hours",
    "InboxRow",
    "Job",
    "JobOrder",
    "JobState",
    "KnownFile",
    "Place",
    "Preset",
    "Rated",
    "Stem",
    "StemArrived",
    "StemSpec",
    "Storage",
    "StorageBusy",
    "StorageError",
    "User",
    "Vault",
    "WrongKey",
    "open_storage",
]
