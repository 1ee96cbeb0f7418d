"""What stands in a view that has nothing to show: why that is so, and what to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QLabel

_MARGIN = 18


class Blank(QLabel):
    """A sentence in the middle of a view; of a list, while it has no rows."""

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._model = view.model() if isinstance(view, QAbstractItemView) else None
        self.setObjectName("faint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMargin(_MARGIN)
        self.hide()
        view.viewport().installEventFilter(self)
        if self._model is not None:
            for changed in (
                self._model.rowsInserted,
                self._model.rowsRemoved,
                self._model.modelReset,
                self._model.layoutChanged,
            ):
                changed.connect(self._show)

    def say(self, text: str) -> None:
        """Say this; "" is nothing."""
        self.setText(text)
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return False

    def _show(self) -> None:
        empty = self._model is None or self._model.rowCount() == 0
        wanted = bool(self.text()) and empty
        self._view.setAccessibleDescription(self.text() if wanted else "")
        self.setVisible(wanted)
        self._place()

    def _place(self) -> None:
        self.setGeometry(self._view.viewport().rect())
