"""What the window shows while no project is open: open, new, and the projects of late."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCommandLinkButton, QLabel, QPushButton, QVBoxLayout, QWidget

from annotator.ui.text import ltr


class StartPage(QWidget):
    """A short column in the middle of the window."""

    project_chosen = Signal(Path)

    def __init__(
        self, actions: Sequence[QAction], recent: Sequence[Path], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("Annotate Arabic news text"), self)
        title.setObjectName("title")
        lead = QLabel(
            self.tr("Open a project, or text, JSONL and CoNLL files; files become a project."), self
        )
        lead.setObjectName("faint")
        lead.setWordWrap(True)
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(lead)
        for action in actions:
            button = QPushButton(action.text(), self)
            button.setToolTip(action.toolTip())
            button.setMinimumHeight(40)
            button.clicked.connect(action.trigger)
            column.addWidget(button)
        if recent:
            heading = QLabel(self.tr("Recent projects"), self)
            heading.setObjectName("heading")
            column.addSpacing(12)
            column.addWidget(heading)
        for path in recent:
            link = QCommandLinkButton(path.stem, ltr(str(path.parent)), self)
            link.setAccessibleName(path.stem)
            link.clicked.connect(partial(self._choose, path))
            column.addWidget(link)
        inner = QWidget(self)
        inner.setLayout(column)
        inner.setFixedWidth(480)
        outer = QVBoxLayout(self)
        outer.addStretch(2)
        outer.addWidget(inner, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)

    def _choose(self, path: Path, _checked: bool = False) -> None:
        self.project_chosen.emit(path)
