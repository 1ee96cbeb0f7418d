"""What everything that actions call has in common."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from annotator.config.settings import Setting
from annotator.core.labels import LabelSet
from annotator.services.session import ArticleSession
from annotator.ui.actions.spec import When

if TYPE_CHECKING:
    from annotator.ui.actions.build import Actions


class Controller(QObject):
    """One of a window's controllers: its slots are what actions call.

    The workbench tells it which article is open and when the project is given up; what it says
    by these signals, the window shows.
    """

    noted = Signal(str)
    """A passing note for the status line."""
    failed = Signal(object)
    """What went wrong: a ``UserError`` is shown, all else is a bug."""
    working = Signal(str, int, object)
    """Work under way: its text, steps done, how many there are (None while unknown)."""
    rested = Signal()
    """The work that ``working`` told of is over."""
    place_asked = Signal(int, object)
    """An article's key, and the ``Span`` in it that is to be shown and selected (or None)."""

    def attach(self, actions: Actions) -> None:
        """Get to know the window's actions, once they are made."""

    def open(self, session: ArticleSession | None) -> None:
        """Turn to another article, or to none."""

    def situation(self) -> frozenset[When]:
        """Return what can be done now, as far as this controller knows."""
        return frozenset()

    def take_setting(self, setting: Setting[Any]) -> None:
        """Hear that a setting has another value now."""

    def use_labels(self, label_set: LabelSet) -> None:
        """Hear that the project has these labels from now on."""

    def close(self) -> None:
        """Give the project up; what still runs tells nobody."""
