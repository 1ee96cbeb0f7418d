"""Suggesters: one module each, all listed in SUGGESTERS."""
