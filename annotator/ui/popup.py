"""Where a small window that pops up at a place in the article goes on the screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

_GAP = 6


def popup_corner(popup: QWidget, place: QRect) -> QPoint:
    """Return the top left corner at which ``popup`` lies under ``place`` (screen pixels).

    It lies above where there is no room below, and begins where the reader begins.
    """
    screen = popup.screen().availableGeometry()
    right_to_left = popup.layoutDirection() is Qt.LayoutDirection.RightToLeft
    x = place.right() - popup.width() if right_to_left else place.left()
    y = place.bottom() + _GAP
    if y + popup.height() > screen.bottom():
        y = place.top() - popup.height() - _GAP
    most = max(screen.left(), screen.right() - popup.width())
    return QPoint(min(max(x, screen.left()), most), max(y, screen.top()))
