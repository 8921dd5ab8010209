"""Choices kept under a name, and those of others."""

from bot.chat.callbacks.owners import OfDraft, OfUser


class SavePreset(OfDraft):
    tag = "ps"


class ShowPresets(OfDraft):
    tag = "pl"
    page: int = 0


class ShowPreset(OfDraft):
    tag = "pv"
    preset: int


class UsePreset(OfDraft):
    tag = "pu"
    preset: int


class RenamePreset(OfDraft):
    tag = "pr"
    preset: int


class DeletePreset(OfDraft):
    tag = "pd"
    preset: int


class KeepShared(OfUser):
    """Copy a preset somebody shared; its code proves that it was shared with this person."""

    tag = "pk"
    code: str
