"""The welcome page: what one can begin with, the projects of late, and what is set once."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.actions.build import Actions, said_of, title_of
from annotator.ui.actions.keys import shown_key
from annotator.ui.first_paint import AfterFirstPaint
from annotator.ui.recent import forget_project, recent_projects
from annotator.ui.surroundings import Surroundings
from annotator.ui.welcome.choices import Choices
from annotator.ui.welcome.recent import RecentList
from annotator.ui.welcome.rows import Row

BEGINNINGS = (
    "help.tutorial",
    "project.sample",
    "project.open",
    "project.folder",
    "project.new",
    "review.make",
)
"""The actions that one can begin with, in their order."""

LANGUAGES = ("language.ar", "language.en")

_WIDTH = 980
_NARROW = 780
"""Narrower than this, what stands side by side stands one below the other."""


class WelcomePage(QScrollArea):
    """Stands in the middle of the window while no project is open."""

    project_chosen = Signal(Path)

    def __init__(
        self,
        around: Surroundings,
        actions: Actions,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._around = around
        self.setObjectName("welcome")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recent = RecentList(recent_projects(around.settings), around.background)
        self.recent.chosen.connect(self.project_chosen)
        self.recent.forgotten.connect(self._forget)
        self.beginnings = [self._beginning(actions, name) for name in BEGINNINGS]
        self.choices = Choices(
            around.settings, [actions[name] for name in LANGUAGES], actions["models.show"]
        )
        self.choices.show_language(LANGUAGES.index(f"language.{around.language}"))
        self.choices.show_models()
        self._build()
        AfterFirstPaint(self, self.recent.look_up)

    def begin(self) -> None:
        """Put the keyboard where Enter goes on with yesterday's work, or begins."""
        (self.recent.first() or self.beginnings[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def close_down(self) -> None:
        """Want nothing more: the window is going."""
        self.recent.close_down()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand the two columns side by side where there is room."""
        super().resizeEvent(event)
        wide = self.viewport().width() >= _NARROW
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    # Building

    def _build(self) -> None:
        title = QLabel(self.tr("Annotate Arabic news text"))
        title.setObjectName("welcomeTitle")
        lead = QLabel(
            self.tr(
                "Names and quotes, to the letter. Open a project, or drop files on this window: "
                "they become a project beside them."
            )
        )
        lead.setObjectName("faint")
        lead.setWordWrap(True)
        self._columns = QHBoxLayout()
        self._columns.setSpacing(28)
        columns = [
            _headed(self.tr("Recent projects"), self.recent),
            _headed(self.tr("Begin"), *self.beginnings),
        ]
        for one in columns if self.recent.rows else reversed(columns):
            self._columns.addLayout(one, 1)
        inner = QWidget()
        inner.setMaximumWidth(_WIDTH)
        column = QVBoxLayout(inner)
        column.setContentsMargins(28, 16, 28, 16)
        column.setSpacing(6)
        column.addWidget(title)
        column.addWidget(lead)
        column.addSpacing(10)
        column.addLayout(self._columns)
        column.addSpacing(14)
        column.addWidget(self.choices)
        outer = QWidget()
        outer.setObjectName("welcomePage")
        row = QHBoxLayout(outer)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(inner)
        middle.addStretch(2)
        row.addLayout(middle, 1000)
        row.addStretch(1)
        self.setWidget(outer)

    def _beginning(self, actions: Actions, name: str) -> Row:
        spec = actions.specs[name]
        key = shown_key(spec.keys[0]) if spec.keys else ""
        row = Row(title_of(spec).rstrip("…"), said_of(spec), key)
        row.clicked.connect(actions[name].trigger)
        return row

    def _forget(self, path: Path) -> None:
        forget_project(self._around.settings, path)


def _headed(title: str, *widgets: QWidget) -> QVBoxLayout:
    heading = QLabel(title)
    heading.setObjectName("heading")
    column = QVBoxLayout()
    column.setSpacing(5)
    column.addWidget(heading)
    for widget in widgets:
        column.addWidget(widget)
    column.addStretch(1)
    return column
