"""What is set once, at the first start: the language, who annotates, and the model to get."""

from __future__ import annotations

import getpass
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from annotator.config.settings import ANNOTATOR, OPEN_LAST
from annotator.config.store import Settings
from annotator.core.installed import is_light
from annotator.services.suggesting import available_engines
from annotator.suggest.camel import CamelSuggester

_NAME_WIDTH = 240


class Choices(QFrame):
    """A card with a line for each; what is set here holds at once."""

    def __init__(
        self,
        settings: Settings,
        languages: Sequence[QAction],
        models: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("choices")
        self._settings = settings
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(18, 11, 18, 11)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        self._add(self.tr("Language"), self._languages(languages))
        self._add(self.tr("Your name"), self._name())
        self._add(self.tr("Model of names"), self._models(models))
        self.open_last = QCheckBox(self.tr("Open the last project when annotator starts"), self)
        self.open_last.setChecked(settings[OPEN_LAST])
        self.open_last.toggled.connect(self._set_open_last)
        self._add(self.tr("At the start"), self.open_last)

    def show_models(self) -> None:
        """Say whether camel-tools' model is here, and what goes without it."""
        engines = available_engines()
        here = any(one.availability.ready for one in engines if one.id == CamelSuggester.id)
        if is_light():
            self.models.setText(
                self.tr(
                    "A model is built in: suggestions come at once, without the network. CAMeL's "
                    "model, which finds more names, needs the full program (annotator-full)."
                )
            )
            return
        self.models.setText(
            self.tr("CAMeL's model is on this machine and takes part in the suggestions.")
            if here
            else self.tr(
                "A model is built in: suggestions come at once, without the network. CAMeL's "
                "model finds more names; it is a download of about 540 MB, now or later."
            )
        )

    def _add(self, title: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        label = QLabel(title, self)
        label.setObjectName("faint")
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1)

    def _languages(self, actions: Sequence[QAction]) -> QWidget:
        """Return a button a language, each under its own name; the window's own is pressed."""
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.languages: list[QPushButton] = []
        for action in actions:
            button = QPushButton(action.text(), both)
            button.setObjectName(f"language {action.text()}")
            button.setProperty("segment", True)
            button.setAutoDefault(True)
            button.setCheckable(True)
            button.clicked.connect(action.trigger)
            row.addWidget(button)
            self.languages.append(button)
        row.addStretch(1)
        return both

    def show_language(self, number: int) -> None:
        """Show which of the languages the window speaks."""
        for place, button in enumerate(self.languages):
            button.setChecked(place == number)

    def _name(self) -> QWidget:
        self.name = QLineEdit(self._settings[ANNOTATOR], self)
        self.name.setAccessibleName(self.tr("Your name"))
        self.name.setPlaceholderText(_login())
        self.name.setMaximumWidth(_NAME_WIDTH)
        self.name.editingFinished.connect(self._set_name)
        says = QLabel(self.tr("stands beside every decision, in files that go to others too"), self)
        says.setObjectName("faint")
        says.setWordWrap(True)
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.name, 1)
        row.addWidget(says, 2)
        return both

    def _models(self, action: QAction) -> QWidget:
        self.models = QLabel(self)
        self.models.setWordWrap(True)
        self.get_models = button = QPushButton(action.text(), self)
        button.setAutoDefault(True)
        button.setToolTip(action.toolTip())
        button.clicked.connect(action.trigger)
        button.clicked.connect(self.show_models)  # the dialog is closed by then
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.models, 1)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return both

    def _set_name(self) -> None:
        self._settings[ANNOTATOR] = self.name.text().strip()

    def _set_open_last(self, on: bool) -> None:
        self._settings[OPEN_LAST] = on


def _login() -> str:
    """Return the name that decisions get where none is given."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user in the system's list
        return ""
