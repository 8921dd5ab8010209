"""How the features look, in every language."""
