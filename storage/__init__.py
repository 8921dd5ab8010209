"""All SQL: tables, migrations, one module per noun. Nothing above it is known here."""

from storage.access import Invite, Standing
from storage.analyses import Analysis
from storage.baskets import Basket, BasketText, StoredText
from storage.budget import Budget, Turns, Waits
from storage.catalogue import Cached
from storage.credentials import Credential
from storage.drafts import Draft
from storage.errors import StorageBusy, StorageError, WrongKey
from storage.expectations import Expectation
from storage.files import KnownFile
from storage.inbox import Arrived, InboxRow
from storage.job import FINAL, Job, JobState
from storage.personal import KINDS, Erasure
from storage.places import Place
from storage.presets import Preset
from storage.queueing import JobOrder
from storage.quiet import Hours
from storage.ratings import Rated
from storage.spending import Limits
from storage.stems import Arrived as StemArrived
from storage.stems import Stem, StemSpec
from storage.storage import Storage, open_storage
from storage.users import User
from storage.vault import Vault

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
    "Place",
    "Preset",
    "Rated",
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
