"""A setting's record made into the field that sets it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from annotator.config.settings import Setting
from annotator.config.store import Settings
from annotator.ui.dialogs.fonts import offered_fonts
from annotator.ui.text import told

_FIELD_WIDTH = 260


class SettingField(QWidget):
    """One setting: its title, the field, and what it means. What is set is kept at once."""

    def __init__(
        self,
        setting: Setting[Any],
        settings: Settings,
        changed: Callable[[Setting[Any]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._setting = setting
        self._settings = settings
        self._changed = changed
        title, description = told(setting.title), told(setting.description)
        kind = setting.field or ("choice" if setting.choices else type(setting.default).__name__)
        self.field = _FIELDS[kind](self)
        self.field.setAccessibleName(title)
        self.field.setAccessibleDescription(description)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if not isinstance(self.field, QCheckBox):
            heading = QLabel(title, self)
            heading.setBuddy(self.field)
            column.addWidget(heading)
            self.field.setFixedWidth(_FIELD_WIDTH)
        column.addWidget(self.field)
        more = QLabel(description, self)
        more.setObjectName("faint")
        more.setWordWrap(True)
        column.addWidget(more)

    def set_value(self, value: object) -> None:
        """Keep a value and say so."""
        if self._settings[self._setting] != value:
            self._settings[self._setting] = value
            self._changed(self._setting)

    @property
    def setting(self) -> Setting[Any]:
        """The setting that this field sets."""
        return self._setting

    @property
    def value(self) -> Any:
        """The value that is set."""
        return self._settings[self._setting]


def _check_box(line: SettingField) -> QWidget:
    box = QCheckBox(told(line.setting.title), line)
    box.setChecked(line.value)
    box.toggled.connect(line.set_value)
    return box


def _choice(line: SettingField) -> QWidget:
    box = QComboBox(line)
    for choice in line.setting.choices:
        box.addItem(told(choice.title), choice.value)
    box.setCurrentIndex(box.findData(line.value))
    box.activated.connect(lambda index: line.set_value(box.itemData(index)))
    return box


def _number(line: SettingField) -> QWidget:
    box = QSpinBox(line)
    least, most = line.setting.bounds or (0, 1_000_000)
    box.setRange(least, most)
    box.setSuffix(line.setting.unit)
    box.setKeyboardTracking(False)
    box.setValue(line.value)
    box.valueChanged.connect(line.set_value)
    return box


def _text(line: SettingField) -> QWidget:
    field = QLineEdit(line.value, line)
    field.editingFinished.connect(lambda: line.set_value(field.text().strip()))
    return field


def _font(line: SettingField) -> QWidget:
    box = QComboBox(line)
    for title, family in offered_fonts(line.value):
        box.addItem(title, family)
    box.setCurrentIndex(box.findData(line.value))
    box.activated.connect(lambda index: line.set_value(box.itemData(index)))
    return box


_FIELDS: dict[str, Callable[[SettingField], QWidget]] = {
    "choice": _choice,
    "font": _font,
    "bool": _check_box,
    "int": _number,
    "str": _text,
}
"""The field for each kind of value."""
