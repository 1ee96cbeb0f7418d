"""Dialogs, each with an ``ask`` that a test can answer in one line."""
