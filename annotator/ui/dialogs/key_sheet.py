"""Every key on one sheet, from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.build import title_of
from annotator.ui.actions.keys import keys_text
from annotator.ui.actions.spec import ActionSpec
from annotator.ui.actions.table import MENUS

READING_KEYS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (QT_TRANSLATE_NOOP("actions", "Move by a letter, as the eye sees it"), ("Left", "Right")),
    (QT_TRANSLATE_NOOP("actions", "Move by what is attached to a word"), ("Alt+Left", "Alt+Right")),
    (QT_TRANSLATE_NOOP("actions", "Move by a word"), ("Ctrl+Left", "Ctrl+Right")),
    (QT_TRANSLATE_NOOP("actions", "Move by a sentence"), ("Alt+Up", "Alt+Down")),
    (QT_TRANSLATE_NOOP("actions", "Move by a paragraph"), ("Ctrl+Up", "Ctrl+Down")),
    (QT_TRANSLATE_NOOP("actions", "Select while moving"), ("Shift",)),
)
"""The caret's keys, which belong to the article (:mod:`annotator.ui.article.keys`)."""

_READING = QT_TRANSLATE_NOOP("actions", "In the article")


class KeySheet(QDialog):
    """Two columns of groups, a line for each action that has a key."""

    def __init__(self, specs: Sequence[ActionSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keys"))
        groups = _groups(specs)
        half = _half(groups)
        columns = QHBoxLayout()
        columns.setSpacing(36)
        columns.addLayout(self._column(groups[:half]))
        columns.addLayout(self._column(groups[half:]))
        inside = QWidget(self)
        inside.setLayout(columns)
        area = QScrollArea(self)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setMinimumWidth(inside.sizeHint().width() + 24)
        area.setAccessibleName(self.tr("Keys"))
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(area)
        column.addWidget(buttons)
        self.resize(area.minimumWidth() + 24, min(680, inside.sizeHint().height() + 80))

    @classmethod
    def ask(cls, specs: Sequence[ActionSpec], parent: QWidget | None = None) -> None:
        """Show the sheet until it is closed."""
        dialog = cls(specs, parent)
        dialog.exec()
        dialog.deleteLater()

    def _column(self, groups: Sequence[tuple[str, list[tuple[str, str]]]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(5)
        row = 0
        for title, lines in groups:
            heading = QLabel(title, self)
            heading.setObjectName("heading")
            heading.setContentsMargins(0, 10 if row else 0, 0, 2)
            grid.addWidget(heading, row, 0, 1, 2)
            for offset, (keys, text) in enumerate(lines, start=1):
                key = QLabel(keys, self)
                key.setObjectName("faint")
                grid.addWidget(key, row + offset, 0)
                grid.addWidget(QLabel(text, self), row + offset, 1)
            row += len(lines) + 1
        grid.setRowStretch(row, 1)
        grid.setColumnStretch(1, 1)
        return grid


def _groups(specs: Sequence[ActionSpec]) -> list[tuple[str, list[tuple[str, str]]]]:
    groups = [
        (
            _tr(title).replace("&", ""),
            [
                (keys_text(spec.keys, "   "), title_of(spec).rstrip("…"))
                for spec in specs
                if spec.keys and spec.menu is menu
            ],
        )
        for menu, title in MENUS
    ]
    reading = [(keys_text(keys, "   "), _tr(text)) for text, keys in READING_KEYS]
    return [(title, lines) for title, lines in [*groups, (_tr(_READING), reading)] if lines]


def _half(groups: Sequence[tuple[str, list[tuple[str, str]]]]) -> int:
    """Return how many groups make the first column, so that both are about as long."""
    heights = [len(lines) + 2 for _, lines in groups]
    total = sum(heights)
    return min(range(len(groups) + 1), key=lambda n: abs(2 * sum(heights[:n]) - total))


def _tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)
