"""The samples that come with the program."""

from __future__ import annotations

from pathlib import Path

from annotator.bundled import seeds


def sample_article() -> Path:
    """Return the news article that the tutorial, the demo and the welcome page share."""
    return seeds() / "000_a85702afb10d5380.txt"


def sample_review() -> list[Path]:
    """Return two colleagues' annotations of that article."""
    return [seeds() / "review" / f"{name}.jsonl" for name in ("salma", "yusuf")]
