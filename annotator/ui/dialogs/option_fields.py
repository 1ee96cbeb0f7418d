"""An export's option made into the field that chooses it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from annotator.config.export_options import ExportOption
from annotator.ui.text import told

_JOINT = " "


class OptionField(QWidget):
    """The field of one option; ``title`` is empty where the field bears its name itself."""

    changed = Signal()

    def __init__(self, option: ExportOption, value: Any, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = option
        setting = option.setting
        kind = "choice" if setting.choices else type(setting.default).__name__
        self.field, self._value = _FIELDS[kind](self, value)
        self.field.setAccessibleName(told(setting.title))
        self.field.setAccessibleDescription(told(setting.description))
        self.field.setToolTip(told(setting.description))
        self.title = "" if isinstance(self.field, QCheckBox) else told(setting.title)
        self.setFocusProxy(self.field)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)

    def value(self) -> Any:
        """Return what is chosen, as the setting holds it."""
        return self._value()


_Made = tuple[QWidget, Callable[[], Any]]


def _choice(line: OptionField, value: str) -> _Made:
    box = QComboBox(line)
    for choice in line.option.setting.choices:
        box.addItem(told(choice.title), choice.value)
    box.setCurrentIndex(box.findData(value))
    box.currentIndexChanged.connect(line.changed)
    return box, box.currentData


def _check_box(line: OptionField, value: bool) -> _Made:
    box = QCheckBox(told(line.option.setting.title), line)
    box.setChecked(value)
    box.toggled.connect(line.changed)
    return box, box.isChecked


def _number(line: OptionField, value: int) -> _Made:
    box = QSpinBox(line)
    box.setRange(*(line.option.setting.bounds or (0, 999_999)))
    box.setValue(value)
    box.valueChanged.connect(line.changed)
    return box, box.value


def _text(line: OptionField, value: str) -> _Made:
    field = QLineEdit(value, line)
    field.setPlaceholderText(line.option.metavar)
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.textChanged.connect(line.changed)
    return field, lambda: field.text().strip()


def _texts(line: OptionField, value: Sequence[str]) -> _Made:
    field, _ = _text(line, _JOINT.join(value))
    assert isinstance(field, QLineEdit)
    return field, lambda: tuple(field.text().replace(",", " ").replace("،", " ").split())


_FIELDS: dict[str, Callable[[OptionField, Any], _Made]] = {
    "choice": _choice,
    "bool": _check_box,
    "int": _number,
    "str": _text,
    "tuple": _texts,
}
"""The field for each kind of value."""
