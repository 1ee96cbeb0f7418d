"""What a window is given by whoever makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.config.store import Settings
from annotator.services.project import Project
from annotator.ui.runner import Runner
from annotator.ui.tutorial.lesson import Lesson

if TYPE_CHECKING:
    from annotator.ui.app_window import AppWindow


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a window is given: settings, the runners, its language, and who makes windows.

    ``runner`` does what the person waits for and can stop. ``background`` learns, and
    ``downloads`` brings models; both may take long, and hold up nothing else.
    ``show`` replaces the window by one on another project and returns it (``renew``: by one on
    the same one, made anew, as a change of language needs; ``welcome``: by one on none);
    ``dress`` applies the theme that the settings name. ``lesson`` is how far the tutorial is.
    """

    settings: Settings
    runner: Runner
    background: Runner
    downloads: Runner
    language: str
    show: Callable[[Project], AppWindow]
    renew: Callable[[], None]
    dress: Callable[[], None]
    welcome: Callable[[], AppWindow]
    lesson: Lesson
