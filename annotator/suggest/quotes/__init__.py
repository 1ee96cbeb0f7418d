"""Quotes: paired marks and cue words, each with its speaker (QUOTES.md has the rules)."""

from annotator.suggest.quotes.suggester import QuoteSuggester

__all__ = ["QuoteSuggester"]
