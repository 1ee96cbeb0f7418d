"""What the dialog of labels consists of, laid out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
)

from annotator.config.labelsets import bundled_label_sets, load_label_set
from annotator.core.labels import LabelSet
from annotator.ui.actions.keys import shown_key
from annotator.ui.dialogs.label_form import LabelForm
from annotator.ui.dialogs.label_list import LabelModel, LabelRow
from annotator.ui.text import isolated


class LabelSetLayout(QObject):
    """The list of labels with its buttons, the fields of the chosen one, and what ends it all."""

    add_asked = Signal()
    move_asked = Signal(int)
    """The chosen label is to move by so many places."""
    end_asked = Signal(bool)
    """The chosen label is to be merged into another (True), or removed."""
    set_chosen = Signal(object)
    """Another :class:`LabelSet` is to be taken."""
    read_asked = Signal()
    write_asked = Signal()
    save_asked = Signal()
    take_back_asked = Signal()

    def __init__(self, dialog: QDialog, language: str) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._language = language
        self.model = LabelModel(language, self)
        self.form = LabelForm(language, dialog)
        self.list = QListView(dialog)
        self.list.setModel(self.model)
        self.list.setItemDelegate(LabelRow(self.list))
        self.list.setAccessibleName(self.tr("Labels"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setMinimumWidth(250)
        self.faults = QLabel(dialog)
        self.faults.setObjectName("warn")
        self.faults.setWordWrap(True)
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addLayout(self._side())
        columns.addWidget(self._fields(), 1)
        column = QVBoxLayout(dialog)
        column.setSpacing(12)
        column.addLayout(columns, 1)
        column.addWidget(self.faults)
        column.addWidget(self._buttons())
        dialog.resize(880, 700)

    def enable(self, *, can_save: bool, can_take_back: bool, alone: bool) -> None:
        """Enable what can be done; a label that is ``alone`` cannot go."""
        self.save.setEnabled(can_save)
        self.take_back.setEnabled(can_take_back)
        for button in (self.merge, self.remove, self.up, self.down):
            button.setEnabled(not alone)

    def show_faults(self, clashes: Mapping[str, str], labels: LabelSet, language: str) -> None:
        """Say which labels keep the set from being saved."""
        names = [one.name(language) for one in labels if one.id in clashes]
        text = self.tr("These labels need another key: {names}")
        self.faults.setText(text.format(names=" · ".join(map(isolated, names))) if names else "")
        self.faults.setVisible(bool(names))

    def _side(self) -> QVBoxLayout:
        self.add = self._button(self.tr("Add"), self.add_asked.emit, "Ins")
        self.up = self._button(self.tr("Up"), partial(self.move_asked.emit, -1), "Alt+Up")
        self.down = self._button(self.tr("Down"), partial(self.move_asked.emit, 1), "Alt+Down")
        self.merge = self._button(self.tr("Merge…"), partial(self.end_asked.emit, True))
        self.remove = self._button(self.tr("Remove…"), partial(self.end_asked.emit, False), "Del")
        self.write = self._button(self.tr("Write to a file…"), self.write_asked.emit)
        self.take = QPushButton(self.tr("Take a set"), self._dialog)
        self.take.setAutoDefault(False)
        self.take.setMenu(self._sets())
        under = QGridLayout()
        under.setSpacing(6)
        for number, button in enumerate((self.add, self.up, self.down)):
            under.addWidget(button, 0, number * 2, 1, 2)
        under.addWidget(self.merge, 1, 0, 1, 3)
        under.addWidget(self.remove, 1, 3, 1, 3)
        under.addWidget(self.take, 2, 0, 1, 3)
        under.addWidget(self.write, 2, 3, 1, 3)
        side = QVBoxLayout()
        side.addWidget(self.list, 1)
        side.addLayout(under)
        return side

    def _fields(self) -> QScrollArea:
        area = QScrollArea(self._dialog)
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setAccessibleName(self.tr("The chosen label"))
        return area

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self._dialog)
        role = QDialogButtonBox.ButtonRole
        self.take_back = buttons.addButton(self.tr("Take back the last change"), role.ResetRole)
        self.save = buttons.addButton(self.tr("Save"), role.AcceptRole)
        cancel = buttons.addButton(self.tr("Cancel"), role.RejectRole)
        for button in (self.take_back, cancel):
            button.setAutoDefault(False)
        self.save.setDefault(True)
        self.take_back.clicked.connect(self.take_back_asked)
        buttons.accepted.connect(self.save_asked)
        buttons.rejected.connect(self._dialog.reject)
        return buttons

    def _button(self, text: str, slot: Callable[[], None], key: str = "") -> QPushButton:
        """Make a button; its key acts in the list alone."""
        button = QPushButton(text, self._dialog)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _=False: slot())
        if key:
            action = QAction(text, self.list)
            action.setShortcut(QKeySequence(key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False: slot())
            self.list.addAction(action)
            button.setToolTip(f"{text.rstrip('…')} ({shown_key(key)})")
        return button

    def _sets(self) -> QMenu:
        menu = QMenu(self._dialog)
        for name in bundled_label_sets():
            labels = load_label_set(name)
            action = menu.addAction(labels.name(self._language))
            action.triggered.connect(partial(self._take, labels))
        menu.addSeparator()
        menu.addAction(self.tr("From a file…")).triggered.connect(
            lambda _=False: self.read_asked.emit()
        )
        return menu

    def _take(self, labels: LabelSet, _checked: bool = False) -> None:
        self.set_chosen.emit(labels)
