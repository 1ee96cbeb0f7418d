"""The settings: pages of fields made from the records, and the page of the keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from annotator.config.settings import PAGES, Setting
from annotator.config.store import Settings
from annotator.ui.actions.build import Actions
from annotator.ui.dialogs.keys_page import KeysPage
from annotator.ui.dialogs.setting_fields import SettingField
from annotator.ui.text import told

_SIZE = (820, 600)
_LIST_WIDTH = 170


class SettingsDialog(QDialog):
    """What is set here holds at once; there is nothing to confirm."""

    def __init__(
        self,
        settings: Settings,
        actions: Actions,
        changed: Callable[[Setting[Any]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings")
        self.setWindowTitle(self.tr("Settings"))
        self.list = QListWidget(self)
        self.list.setObjectName("pages")
        self.list.setAccessibleName(self.tr("Pages"))
        self.list.setFixedWidth(_LIST_WIDTH)
        self.stack = QStackedWidget(self)
        for page in PAGES:
            if page.settings():
                fields = [SettingField(one, settings, changed) for one in page.settings()]
                self._add(told(page.title), _column(fields))
        self.keys = KeysPage(settings, actions, changed, self)
        self._add(self.tr("Keys"), self.keys)
        self.list.currentRowChanged.connect(self.stack.setCurrentIndex)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(self)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setAutoDefault(False)  # Enter belongs to the field or the list that has the focus
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.list)
        row.addWidget(self.stack, 1)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(buttons)
        self.resize(*_SIZE)

    @classmethod
    def ask(
        cls,
        settings: Settings,
        actions: Actions,
        changed: Callable[[Setting[Any]], None],
        parent: QWidget | None = None,
    ) -> None:
        """Show the settings until they are closed; ``changed`` hears of each that is set."""
        dialog = cls(settings, actions, changed, parent)
        dialog.exec()
        dialog.deleteLater()

    def done(self, result: int) -> None:
        """Close; what was typed last holds too."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        super().done(result)

    def _add(self, title: str, page: QWidget) -> None:
        self.list.addItem(title)
        self.stack.addWidget(page)


def _column(fields: list[SettingField]) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(4, 4, 16, 4)
    column.setSpacing(20)
    for field in fields:
        column.addWidget(field)
    column.addStretch(1)
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area
