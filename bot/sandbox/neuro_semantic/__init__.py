"""The Neuro-Semantic stand-in: the whole API over real HTTP, with a small honest analysis."""

from bot.sandbox.neuro_semantic.accounts import NeuroAccount
from bot.sandbox.neuro_semantic.analysis.sorting import associations
from bot.sandbox.neuro_semantic.server import NeuroSemanticSandbox
from bot.sandbox.neuro_semantic.world import SandboxTransaction

__all__ = ["NeuroAccount", "NeuroSemanticSandbox", "SandboxTransaction", "associations"]
