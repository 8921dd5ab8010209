"""The Neuro-Semantic stand-in, as far as it is needed to link an account."""

from bot.sandbox.neuro_semantic.server import NeuroAccount, NeuroSemanticSandbox

__all__ = ["NeuroAccount", "NeuroSemanticSandbox"]
