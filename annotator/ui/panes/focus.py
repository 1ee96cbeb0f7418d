"""The focus from pane to pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget


def focus_neighbour(panes: Sequence[QWidget], step: int) -> None:
    """Put the focus ``step`` panes further than the one that has it, from the last to the first.

    ``panes`` are the widgets that take the focus, the one that counts as having it when no pane
    has comes first.
    """
    now = QApplication.focusWidget()
    at = next((i for i, pane in enumerate(panes) if pane is now), 0)
    panes[(at + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)
