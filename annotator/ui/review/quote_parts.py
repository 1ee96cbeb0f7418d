"""The parts of a quote side by side: what each annotator has, and what was decided."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from annotator.core.annotated import AnnotatedArticle
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.review.records import Disagreement
from annotator.services.by_hand import Part
from annotator.ui.article.palette import HIT_COLOUR, mixed, shades
from annotator.ui.panes.drawing import bold, smaller
from annotator.ui.panes.words import quote_type_name
from annotator.ui.review.marks import Sheet
from annotator.ui.review.phrases import Phrases

_ROW = 25
_WORDS = 4
_WHOSE = Qt.ItemDataRole.UserRole


class QuoteParts(QTableWidget):
    """A row for each part; there only while quotes differ.

    Space, or a double click, takes a part from an annotator.
    """

    taken = Signal(str, str)
    """A :class:`Part`, and whose it is to be."""

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._phrases = phrases
        self._shown: tuple[Disagreement, tuple[Quote, ...]] | None = None
        self.setObjectName("parts")
        self.setAccessibleName(self.tr("Parts of the quote"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setFont(smaller(self.font()))
        self.cellDoubleClicked.connect(self._take)
        self.hide()

    def show_quote(self, found: Disagreement | None, sheet: Sheet | None) -> None:
        """Show what a disagreement about a quote comes to; nothing for one about entities."""
        if found is None or sheet is None or not found.is_quote:
            self._shown = None
            self.hide()
            return
        own = sheet.own
        verdict = own.verdict(found.key)
        ids = verdict.records if verdict is not None else ()
        decided = tuple(quote for quote in own.quotes if quote.id in ids)
        if self._shown == (found, decided):
            return
        self._shown = found, decided
        self._fill(found, sheet, decided)
        self.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the part of the cell with Space."""
        if event.key() == Qt.Key.Key_Space:
            self._take(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)

    def _fill(self, found: Disagreement, sheet: Sheet, decided: tuple[Quote, ...]) -> None:
        quotes = [side.record for side in found.sides]
        columns = [(side.record, sheet.matched.sets[side.annotator]) for side in found.sides]
        columns += [(quote, sheet.own) for quote in decided]
        said = {
            part: [
                _said(part, quote, home) if isinstance(quote, Quote) else ("–", "")
                for quote, home in columns
            ]
            for part in self._phrases.part_names()
        }
        parts = [part for part, row in said.items() if part is not Part.OUTER or _any(row)]
        self.setRowCount(len(parts))
        self.setColumnCount(len(columns))
        names = self._phrases.part_names()
        self.setVerticalHeaderLabels([names[part] for part in parts])
        letters = [self._phrases.letter_of(side.annotator) for side in found.sides]
        self.setHorizontalHeaderLabels([*letters, *(self.tr("Decided") for _ in decided)])
        self.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        )
        page = shades(QApplication.palette())
        tint = mixed(QColor(HIT_COLOUR), page.base, 0.16)
        for row, part in enumerate(parts):
            differ = len({text for _, text in said[part][: len(quotes)]}) > 1
            for column, (short, whole) in enumerate(said[part]):
                item = QTableWidgetItem(short)
                marked = column < len(quotes) and quotes[column] is not None
                whose = found.sides[column].annotator if marked else ""
                item.setData(_WHOSE, (str(part), whose))
                item.setToolTip(self._tip(whole, whose))
                if column >= len(quotes):
                    item.setFont(bold(self.font()))
                elif differ:
                    item.setBackground(tint)
                self.setItem(row, column, item)
        height = self.horizontalHeader().sizeHint().height() + _ROW * len(parts)
        self.setFixedHeight(height + 2 * self.frameWidth())

    def _tip(self, whole: str, whose: str) -> str:
        if not whose:
            return whole
        return f"{whole}\n{self.tr('Space or a double click takes this part')}"

    def _take(self, row: int, column: int) -> None:
        item = self.item(row, column)
        part, whose = item.data(_WHOSE) if item is not None else ("", "")
        if whose:
            self.taken.emit(part, whose)


def _said(part: Part, quote: Quote, home: AnnotatedArticle) -> tuple[str, str]:
    """Return a part of a quote, which stands in the set ``home``, in few words and whole."""
    text = home.text
    if part is Part.TYPE:
        name = quote_type_name(quote.type)
        return name, name
    said = [" ".join(span.of(text).split()) for span in _spans(part, quote, home)]
    if part is Part.SPEAKER:
        said[1:] = [f"({fullest})" for fullest in said[1:]]
    whole = (" " if part is Part.SPEAKER else " … ").join(said)
    return _short(whole) or "–", whole


def _spans(part: Part, quote: Quote, home: AnnotatedArticle) -> tuple[Span, ...]:
    if part is Part.CONTENT:
        return quote.content
    if part is Part.CUE:
        return quote.cue
    if part is Part.SPEAKER:
        return tuple(dict.fromkeys(span for span in (quote.source, quote.speaker) if span))
    outer = home.quote(quote.nested_in) if quote.nested_in else None
    return outer.content if outer is not None else ()


def _short(words: str) -> str:
    """Return the first words and the last: edges are what differs."""
    found = words.split()
    if len(found) <= 2 * _WORDS + 1:
        return words
    return " ".join((*found[:_WORDS], "…", *found[-_WORDS:]))


def _any(row: list[tuple[str, str]]) -> bool:
    return any(whole for _, whole in row)
