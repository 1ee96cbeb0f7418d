"""The dialog in which places are chosen: which words, which label, where, and the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from annotator.core.every import Doing, Order, Standing
from annotator.core.labels import LabelSet
from annotator.services.every import Asked, Place, Search
from annotator.storage import Hit
from annotator.ui.actions.keys import bindings, shown_key
from annotator.ui.every import words
from annotator.ui.every.labels import LabelChoice
from annotator.ui.every.model import Choice
from annotator.ui.every.view import EveryView
from annotator.ui.kwic.model import ReadLines
from annotator.ui.text import isolated, one_line

SIZE = (1060, 620)
_LONGEST = 50
"""Letters of the words that are looked for; of more the beginning is shown."""

_SHOW_PLACE = ("Ctrl+Enter", "Ctrl+Return")

_TICKS = ("+", "-", "*")
"""Keys that tick all places, none, and those without a conflict."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What the dialog is opened for, and ``hit``, the place in the article that it is about.

    ``key`` is the one that opened the dialog: pressed again, it changes the scope.
    """

    doing: Doing
    asked: Asked
    hit: Hit
    label: str
    annotator: str
    key: str


class EveryDialog(QDialog):
    """Lists the places that it is given; what is to be searched it asks for.

    Accepted, it has the places that are ticked, and the order for them.
    """

    asked = Signal(object, bool)
    """The :class:`Search` whose places are wanted, and whether it goes through all articles."""

    place_asked = Signal(object)
    """The :class:`Hit` that is to be seen in its article."""

    def __init__(
        self, occasion: Occasion, label_set: LabelSet, language: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._occasion = occasion
        self._label = occasion.label
        self._at = occasion.hit
        self._searching = False
        self.setWindowTitle(words.title(occasion.doing))
        self.view = EveryView(label_set, words.sayer(label_set, language), self)
        self.labels = LabelChoice(label_set, language, self)
        self.labels.choose(self._label)
        self.labels.chosen.connect(self._choose)
        self.scope = QComboBox(self)
        self.scope.addItems([self.tr("in this article"), self.tr("in all articles")])
        self.scope.setAccessibleName(self.tr("Where to look"))
        self.scope.setToolTip(self.tr("{key} changes it too").format(key=shown_key(occasion.key)))
        self.scope.currentIndexChanged.connect(self.search)
        self.same = QCheckBox(self.tr("only with the same letters"), self)
        self.same.setToolTip(
            self.tr("Leaves out other forms of alef, ya and ta marbuta; diacritics do not matter")
        )
        self.same.toggled.connect(self.search)
        self.counts = QLabel(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.tr("Looking for occurrences"))
        self._nothing = QLabel(words.nothing(occasion.doing), self)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setObjectName("faint")
        self.buttons = QDialogButtonBox(self)
        self.go = self.buttons.addButton(
            words.title(occasion.doing), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.go.setDefault(True)
        self.buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.view.doubleClicked.connect(self._ask_for_place)
        self._lay_out()
        for sequence in bindings((occasion.key,)):
            QShortcut(sequence, self).activated.connect(self._change_scope)
        places = self.view.places
        for signal in (places.dataChanged, places.rowsInserted, places.modelReset):
            signal.connect(self._show_counts)
        self.view.setFocus()
        self._show_counts()

    # What it is asked

    def search(self) -> None:
        """Ask for the places of what is set now."""
        self._searching = True
        self.view.show_titles(on=self.scope.currentIndex() == 1)
        self.asked.emit(self._search(), self.scope.currentIndex() == 1)

    def take_up(self, choice: Choice, scope: int) -> None:
        """Begin with what was ticked, and where it was looked, when it was left."""
        self.view.places.choice = choice
        with QSignalBlocker(self.scope):
            self.scope.setCurrentIndex(scope)

    def order(self) -> Order:
        """Return what is to be done with the places."""
        return self._search().order

    def ticked(self) -> list[Hit]:
        """Return the places that are taken in."""
        return list(self.view.places.ticked())

    # What it is given

    def begin(self, read: ReadLines) -> None:
        """Forget the places there were; lines of those to come are read by ``read``."""
        self._searching = True
        self.bar.setRange(0, 0)
        if self.view.currentIndex().isValid():
            self._at = self.view.places.hit(self.view.currentIndex().row())
        self.view.places.clear(read)

    def add(self, places: Sequence[Place]) -> None:
        """Show places below those that are there."""
        first = not self.view.places.rowCount()
        self.view.places.add_places(places)
        if first and places:
            row = next((row for row, place in enumerate(places) if place.hit == self._at), 0)
            self.view.setCurrentIndex(self.view.places.index(row))

    def progressed(self, done: int, total: int | None) -> None:
        """Show how far the search is."""
        self.bar.setRange(0, total or 0)
        self.bar.setValue(done)

    def end(self, *, complete: bool = True) -> None:
        """Say that no more places come."""
        self._searching = False
        self._show_counts()
        if not complete:
            self.counts.setText(f"{self.counts.text()} {self.tr('There are more.')}")

    # Inside

    def _lay_out(self) -> None:
        doing, asked = self._occasion.doing, self._occasion.asked
        short = one_line(asked.text, _LONGEST)
        heading = QLabel(isolated(short if short == asked.text else f"{short}…"), self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        font = heading.font()
        font.setPointSizeF(font.pointSizeF() * 1.5)
        font.setBold(True)
        heading.setFont(font)
        first = QHBoxLayout()
        first.addWidget(heading)
        first.addStretch(1)
        first.addWidget(self.same)
        first.addSpacing(12)
        first.addWidget(self.scope)
        second = QHBoxLayout()
        second.addWidget(QLabel(words.before_labels(doing), self))
        second.addWidget(self.labels, 1)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._nothing)
        ticks = QHBoxLayout()
        ticks.addWidget(self.counts)
        ticks.addStretch(1)
        for text, key, wanted in self._tickers():
            button = QPushButton(f"{text}  {shown_key(key)}", self)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, wanted=wanted: self.view.places.tick(wanted))
            QShortcut(key, self).activated.connect(button.click)
            ticks.addWidget(button)
        self.show_place = QPushButton(
            self.tr("Show the place  {key}").format(key=shown_key(_SHOW_PLACE[0])), self
        )
        self.show_place.setToolTip(self.tr("Opens the article there; the ticks are kept"))
        self.show_place.setAutoDefault(False)
        self.show_place.clicked.connect(self._ask_for_place)
        for sequence in bindings(_SHOW_PLACE):
            QShortcut(sequence, self).activated.connect(self.show_place.click)
        self.buttons.addButton(self.show_place, QDialogButtonBox.ButtonRole.ActionRole)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(first)
        column.addLayout(second)
        column.addLayout(self._stack, 1)
        column.addWidget(self.bar)
        column.addLayout(ticks)
        column.addWidget(self.buttons)
        self.resize(*SIZE)

    def _tickers(self) -> list[tuple[str, str, Callable[[Standing], bool]]]:
        every, none, free = _TICKS
        return [
            (self.tr("Tick all"), every, lambda _: True),
            (self.tr("None"), none, lambda _: False),
            (self.tr("All without conflicts"), free, lambda standing: standing.wanted),
        ]

    def _search(self) -> Search:
        occasion = self._occasion
        old = occasion.asked.label if occasion.doing is Doing.RELABEL else ""
        order = Order(occasion.doing, self._label, old)
        return Search(occasion.asked, order, occasion.annotator, self.same.isChecked())

    def _choose(self, label_id: str) -> None:
        self._label = label_id
        self.search()

    def _ask_for_place(self) -> None:
        row = self.view.currentIndex().row()
        if row >= 0:
            self.place_asked.emit(self.view.places.hit(row))

    def _change_scope(self) -> None:
        self.scope.setCurrentIndex(1 - self.scope.currentIndex())

    def _show_counts(self) -> None:
        places = self.view.places
        total, ticked = places.rowCount(), places.ticked_count()
        conflicts = places.count(lambda standing: standing.conflicts)
        parts = [
            self.tr("%n occurrence(s)", "", total),
            self.tr("%n ticked", "", ticked),
        ]
        if conflicts:
            parts.append(self.tr("%n conflict(s)", "", conflicts))
        self.counts.setText(" · ".join(parts))
        self.bar.setVisible(self._searching)
        self._stack.setCurrentIndex(0 if total or self._searching else 1)
        self.go.setEnabled(bool(ticked) and not self._searching)
        self.show_place.setEnabled(bool(total))
