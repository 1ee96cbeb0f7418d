"""The projects that were opened last, newest first."""

from __future__ import annotations

from pathlib import Path

from annotator.config.settings import RECENT_PROJECTS
from annotator.config.store import Settings

_MOST = 6


def recent_projects(settings: Settings) -> list[Path]:
    """Return the recent projects that are still there."""
    return [path for name in settings[RECENT_PROJECTS] if (path := Path(name)).is_file()]


def remember_project(settings: Settings, path: Path) -> None:
    """Put a project at the head of the recent ones."""
    name = str(path)
    others = [known for known in settings[RECENT_PROJECTS] if known != name]
    settings[RECENT_PROJECTS] = (name, *others)[:_MOST]
