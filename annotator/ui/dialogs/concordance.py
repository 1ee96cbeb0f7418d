"""The window of a search over all articles.

It is a window of its own, not a page of the side pane: a line wants its keyword in the middle and
text on both sides, for which the pane is too narrow. It is not modal, so that it can stay open
beside the article that one of its lines has opened.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.services.concordance import Outcome, Search
from annotator.ui.actions.build import TableAction
from annotator.ui.actions.keys import bindings, keys_text, runs_text
from annotator.ui.kwic.narrowing import NarrowingRow
from annotator.ui.kwic.view import KwicView
from annotator.ui.panes.blank import Blank
from annotator.ui.text import told

_SIZE = QSize(1100, 640)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ConcordanceDialog(QDialog):
    """A line to type in, what narrows the search, and the lines that were found."""

    search_asked = Signal(object)
    """The :class:`Search` that is to be made now; an earlier one is no longer wanted."""
    label_asked = Signal(str)
    """The label that the selected lines are to get."""
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, label_set: LabelSet, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Search all articles"))
        self.setModal(False)
        self.line = QLineEdit(self)
        self.line.setClearButtonEnabled(True)
        self.line.setAccessibleName(self.tr("Words to search for in all articles"))
        self.line.setPlaceholderText(
            self.tr('two words · "side by side" · begin* · this | that · -without')
        )
        self.narrowing = NarrowingRow(label_set, language, self)
        self.lines = KwicView(self)
        self._blank = Blank(self.lines)
        self.said = QLabel(self)
        self.said.setAccessibleName(self.tr("What was found"))
        self.keys = QLabel(self)
        self.keys.setObjectName("faint")
        foot = QHBoxLayout()
        foot.addWidget(self.said, 1)
        foot.addWidget(self.keys)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for widget in (self.line, self.narrowing, self.lines):
            column.addWidget(widget)
        column.setStretch(2, 1)
        column.addLayout(foot)
        self.resize(_SIZE)
        self._blank.say(self._what_to_type())
        self.line.textChanged.connect(self.search)
        self.narrowing.changed.connect(self.search)
        self._add_action(bindings(("Ctrl+Z",)), self.undo_asked.emit)
        self._add_action(bindings(("Ctrl+Shift+Z", "Ctrl+Y")), self.redo_asked.emit)

    def set_labels(self, label_set: LabelSet, labels: list[tuple[str, QAction]]) -> None:
        """Draw labels as in this set, and let the keys of their actions label selected lines."""
        self.lines.set_labels(label_set)
        for action in self.lines.actions():
            self.lines.removeAction(action)
        for label_id, theirs in labels:
            action = TableAction(theirs.text(), self.lines)
            action.setShortcuts(theirs.shortcuts())
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            action.triggered.connect(lambda _=False, label=label_id: self.label_asked.emit(label))
            self.lines.addAction(action)
        keys = [action.shortcuts()[0].toString() for _, action in labels if action.shortcuts()]
        self.keys.setText(
            self.tr("{enter} opens  ·  {keys} label  ·  {undo} takes back").format(
                enter=keys_text(["Enter"]), keys=runs_text(keys), undo=keys_text(["Ctrl+Z"])
            )
        )

    def start(self, text: str) -> None:
        """Show the window, ready to type; ``text`` is searched for ("" leaves what is there)."""
        self.show()
        self.raise_()
        self.activateWindow()
        if text:
            self.line.setText(text)
        self.line.selectAll()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def search(self) -> None:
        """Ask for what stands there to be searched for."""
        self.search_asked.emit(self.asked())

    def asked(self) -> Search:
        """Return what stands there to be searched for."""
        return self.narrowing.search(self.line.text())

    def show_running(self, hits: int) -> None:
        """Say how many hits were found so far."""
        self.said.setText(self.tr("%n hit(s) so far…", "", hits))
        self._blank.say("")

    def show_outcome(self, outcome: Outcome | None) -> None:
        """Say what was found; nothing when nothing was asked for."""
        if outcome is None:
            self.said.setText("")
            self._blank.say(self._what_to_type())
            return
        if not outcome.hits:
            self.said.setText(self.tr("Nothing found."))
            self._blank.say(
                self.tr("Nothing found. Fewer words, or a * at the end of one, find more.")
            )
            return
        self._blank.say("")
        hits = self.tr("%n hit(s)", "", outcome.hits)
        articles = self.tr("in %n article(s)", "", outcome.articles)
        parts = [f"{hits} {articles}"]
        if not outcome.complete:
            parts.append(self.tr("there are more: narrow the search"))
        self.said.setText("  ·  ".join(parts))

    def _what_to_type(self) -> str:
        return self.tr(
            "Type words above: each place where they stand is listed with what is around it, "
            "however it is spelt."
        )

    def show_error(self, error: UserError) -> None:
        """Say what is wrong with what was typed."""
        parts = [told(error.what), told(error.todo) if error.todo else ""]
        self.said.setText(" ".join(filter(None, parts)))

    def note_labelled(self, lines: int, label: str) -> None:
        """Say how many lines got a label, by the name that it has in the window."""
        self.said.setText(self.tr("%n line(s) labelled: {label}", "", lines).format(label=label))

    def note_turned(self, *, back: bool) -> None:
        """Say that a step was taken back, or done again."""
        self.said.setText(self.tr("Taken back.") if back else self.tr("Done again."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From the line, Enter and the down key lead to the lines found."""
        if self.line.hasFocus() and event.key() in (Qt.Key.Key_Down, *_ENTER):
            self.lines.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _add_action(self, keys: list[QKeySequence], call: Callable[[], object]) -> None:
        action = TableAction(self)
        action.setShortcuts(keys)
        action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
        action.triggered.connect(lambda _checked=False: call())
        self.addAction(action)
