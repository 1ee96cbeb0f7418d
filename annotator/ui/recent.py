"""The projects that were opened last, newest first."""

from __future__ import annotations

from pathlib import Path

from annotator.config.settings import OPEN_LAST, RECENT_PROJECTS
from annotator.config.store import Settings

_MOST = 6


def recent_projects(settings: Settings) -> list[Path]:
    """Return the recent projects; nobody has looked whether they are still there."""
    return [Path(name) for name in settings[RECENT_PROJECTS]]


def project_to_start_with(settings: Settings) -> list[Path]:
    """Return the last project where the settings want it opened at the start, if it is there."""
    last = recent_projects(settings)[:1] if settings[OPEN_LAST] else []
    return [path for path in last if path.is_file()]


def remember_project(settings: Settings, path: Path) -> None:
    """Put a project at the head of the recent ones."""
    name = str(path)
    others = [known for known in settings[RECENT_PROJECTS] if known != name]
    settings[RECENT_PROJECTS] = (name, *others)[:_MOST]


def forget_project(settings: Settings, path: Path) -> None:
    """Take a project off the recent ones; the file stays."""
    name = str(path)
    settings[RECENT_PROJECTS] = tuple(one for one in settings[RECENT_PROJECTS] if one != name)
