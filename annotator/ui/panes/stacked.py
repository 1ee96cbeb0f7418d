"""Widgets one below the other, with nothing between them."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget


def stacked(*widgets: QWidget, wide: QWidget | None = None) -> QWidget:
    """Return a widget that holds these; ``wide``, or else the first, takes the room there is."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    for widget in widgets:
        column.addWidget(widget)
    column.setStretchFactor(wide or widgets[0], 1)
    return whole
