"""The window of the consistency check: findings by kind, each a key from its place and its fix.

It is not modal: it stays open beside the article that a finding has opened.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import LabelSet
from annotator.review.consistency import Finding, FindingKind
from annotator.services.consistency import Outcome
from annotator.ui.actions.keys import bindings, keys_text
from annotator.ui.consistency.drawing import FindingDelegate
from annotator.ui.consistency.model import FindingModel, Role
from annotator.ui.consistency.words import kind_name
from annotator.ui.panes.blank import Blank

_SIZE = QSize(860, 620)


class ConsistencyDialog(QDialog):
    """What was found, and what is to be done with the findings that are selected."""

    check_asked = Signal(bool)
    """A check is wanted now: of the open article alone, or of all."""
    stop_asked = Signal()
    place_asked = Signal(object)
    """The :class:`Finding` whose place is to be shown."""
    mend_asked = Signal(object)
    """The findings that are to be mended."""
    right_asked = Signal(object, bool)
    """The findings that are right as they are: here, or (True) wherever they are."""
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, label_set: LabelSet, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Consistency"))
        self.setModal(False)
        self.scope = QComboBox(self)
        self.scope.setAccessibleName(self.tr("What is checked"))
        self.scope.addItem(self.tr("All articles"), userData=False)
        self.scope.addItem(self.tr("This article"), userData=True)
        self.kind = QComboBox(self)
        self.kind.setAccessibleName(self.tr("What is shown"))
        self.found = FindingModel(label_set, language, self)
        self.list = QListView(self)
        self.list.setAccessibleName(self.tr("Findings"))
        self.list.setModel(self.found)
        self._delegate = FindingDelegate(label_set, language)
        self.list.setItemDelegate(self._delegate)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._blank = Blank(self.list)
        self.said = QLabel(self)
        self.said.setAccessibleName(self.tr("What was found"))
        self.said.setWordWrap(True)
        self._kinds: list[FindingKind | None] = [None, *FindingKind]
        self._build()
        self.name_kinds()
        self.scope.activated.connect(self.check)
        self.kind.activated.connect(self._show_kind)
        self.list.selectionModel().selectionChanged.connect(self._offer)
        self.found.modelReset.connect(self._offer)
        self._offer()
        self.list.doubleClicked.connect(self._go)

    def use_labels(self, label_set: LabelSet) -> None:
        """Name labels as this set does."""
        self.found.label_set = self._delegate.label_set = label_set
        self.list.viewport().update()

    def start(self) -> None:
        """Show the window with the keyboard in the list; the first time, check."""
        first = not self.isVisible() and not self.found.rowCount()
        self.show()
        self.raise_()
        self.activateWindow()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if first:
            self.check()

    def check(self) -> None:
        """Ask for a check of what is chosen."""
        self.check_asked.emit(bool(self.scope.currentData()))

    def selected(self) -> list[Finding]:
        """Return the findings that are selected, in their order."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [finding for row in rows if (finding := self.found.finding(row)) is not None]

    def current_row(self) -> int:
        """Return the row that has the keyboard, 0 where none has."""
        return max(0, self.list.currentIndex().row())

    def go_to_row(self, row: int) -> None:
        """Select a row alone, the last one where there are not so many."""
        index = self.found.index(min(row, self.found.rowCount() - 1))
        if index.isValid():
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, flag)
            self.list.scrollTo(index)

    def show_running(self, done: int, total: int | None) -> None:
        """Say how far the check is."""
        percent = 100 * done // total if total else 0
        self.said.setText(self.tr("Checking… {percent}%").format(percent=percent))
        self._blank.say("")
        self.stop.setEnabled(True)
        self.name_kinds()

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Say what was found; None where the check was stopped."""
        self.stop.setEnabled(False)
        self.name_kinds()
        if outcome is None:
            self.said.setText(self.tr("Stopped."))
            return
        if not outcome.found:
            self.said.setText(self.tr("Nothing contradicts itself."))
            self._blank.say(
                self.tr(
                    "No name is labelled two ways, ends in two ways or is left out where it is "
                    "labelled elsewhere."
                )
            )
            return
        found = self.tr("%n finding(s)", "", outcome.found)
        articles = self.tr("in %n article(s)", "", outcome.articles)
        parts = [f"{found} {articles}"]
        if not outcome.complete:
            parts.append(self.tr("there are more: mend these, then check again"))
        self.said.setText("  ·  ".join(parts))
        if not self.list.currentIndex().isValid():
            self.go_to_row(0)

    def show_mended(self, count: int) -> None:
        """Say how many findings were mended."""
        self._say(
            self.tr("%n finding(s) mended.", "", count)
            if count
            else self.tr("It has changed since; nothing was mended.")
        )

    def show_right(self, count: int) -> None:
        """Say how many findings are right as they are."""
        self._say(self.tr("%n finding(s) will not be found again.", "", count))

    def show_turned(self, *, back: bool) -> None:
        """Say that the last step here was taken back, or done again."""
        self._say(self.tr("Taken back.") if back else self.tr("Done again."))

    def name_kinds(self) -> None:
        """Offer the kinds of findings with their counts."""
        counts = self.found.counts
        for row, kind in enumerate(self._kinds):
            name = kind_name(kind) if kind else self.tr("Every kind")
            count = counts[kind] if kind else counts.total()
            text = f"{name} ({count})"
            if row < self.kind.count():
                self.kind.setItemText(row, text)
            else:
                self.kind.addItem(text)

    # Inside

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.name_kinds()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.scope)
        head.addWidget(self.kind)
        head.addStretch(1)
        self.again = self._button(self.tr("Check again"), ("F5",), self.check)
        self.stop = self._button(self.tr("Stop"), (), self.stop_asked.emit)
        self.stop.setEnabled(False)
        head.addWidget(self.again)
        head.addWidget(self.stop)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        self.go = self._button(self.tr("Show"), ("Enter", "Return"), self._go)
        self.mend = self._button(self.tr("Mend"), ("A",), self._mend)
        self.right = self._button(self.tr("Right here"), ("X", "Del"), self._right_here)
        self.right_all = self._button(
            self.tr("Right everywhere"), ("Shift+X", "Shift+Del"), self._right_everywhere
        )
        for button in (self.go, self.mend, self.right, self.right_all):
            foot.addWidget(button)
        foot.addStretch(1)
        self.mend.setToolTip(self.tr("Do what the arrow says, for all that is selected"))
        self.right.setToolTip(self.tr("It is right as it is; it is not found here again"))
        self.right_all.setToolTip(
            self.tr("Nothing like it is found again for this name, wherever it stands")
        )
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.list, 1)
        column.addWidget(self.said)
        column.addLayout(foot)
        self.resize(_SIZE)
        self._bind(("Ctrl+Z",), self.undo_asked.emit, self)
        self._bind(("Ctrl+Shift+Z", "Ctrl+Y"), self.redo_asked.emit, self)

    def _button(self, text: str, keys: tuple[str, ...], call: Callable[[], object]) -> QPushButton:
        shown = f"{text}  {keys_text(keys[:1])}" if keys else text
        button = QPushButton(shown, self)
        button.setAccessibleName(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: call())
        if keys:
            of_window = keys[0].startswith("F")
            self._bind(keys, call, self if of_window else self.list)
        return button

    def _bind(self, keys: tuple[str, ...], call: Callable[[], object], on: QWidget) -> None:
        action = QAction(on)
        action.setShortcuts(bindings(keys))
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut if on is self else Qt.ShortcutContext.WidgetShortcut
        )
        action.triggered.connect(lambda _checked=False: call())
        on.addAction(action)

    def _offer(self) -> None:
        """Offer what can be done with findings where some are selected."""
        any_selected = self.list.selectionModel().hasSelection()
        for button in (self.go, self.mend, self.right, self.right_all):
            button.setEnabled(any_selected)

    def _show_kind(self) -> None:
        self.found.show_kind(self._kinds[self.kind.currentIndex()])
        self.go_to_row(0)

    def _go(self) -> None:
        finding = self.list.currentIndex().data(Role.FINDING)
        if isinstance(finding, Finding):
            self.place_asked.emit(finding)

    def _mend(self) -> None:
        if found := self.selected():
            self.mend_asked.emit(found)

    def _right_here(self) -> None:
        if found := self.selected():
            self.right_asked.emit(found, False)

    def _right_everywhere(self) -> None:
        if found := self.selected():
            self.right_asked.emit(found, True)
