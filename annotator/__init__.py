"""Annotate Arabic news text: entities and quotes, at the letter, right to left."""

__version__ = "0.1.0"
