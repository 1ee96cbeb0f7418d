"""Lists of an article's records at the end side: quotes as cards, open suggestions as rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem, QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity
from annotator.core.labels import LabelSet
from annotator.core.messages import Message
from annotator.core.quotes import Quote
from annotator.services.quoting import nesting_depth, warnings
from annotator.ui.panes.rows_view import RowsView
from annotator.ui.panes.words import (
    content_text,
    origin_text,
    quote_type_name,
    remarks,
    speaker_name,
)
from annotator.ui.reasons import reason_lines
from annotator.ui.text import shown, told

RECORD = int(Qt.ItemDataRole.UserRole)
"""The role under which a row gives its entity or quote."""

WARNINGS = RECORD + 1
"""The role under which a row gives what looks inconsistent in its quote, a sentence each."""

REMARKS = WARNINGS + 1
"""The role under which a row gives the flags and the note of its record."""

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class RecordModel(QAbstractListModel):
    """Entities and quotes of one state, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: AnnotatedArticle | None = None
        self.label_set: LabelSet | None = None
        self.language = "en"
        self._records: Sequence[Entity | Quote] = ()
        self._warnings: Mapping[str, tuple[Message, ...]] = {}
        # Views ask for sizes of every row: what is asked for is worked out, nothing besides.
        self._said: Mapping[int, Callable[[Entity | Quote], object]] = {
            RECORD: lambda record: record,
            WARNINGS: self._warned,
            REMARKS: remarks,
            Qt.ItemDataRole.DisplayRole: self.text_of,
            Qt.ItemDataRole.ToolTipRole: self._tool_tip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
        }

    def show(self, state: AnnotatedArticle | None, records: Sequence[Entity | Quote]) -> None:
        """List ``records`` of ``state``; rows that stay are kept where they are."""
        before, warned = self._records, self._warnings
        self.state = state
        self._warnings = warnings(state) if state else {}
        old, new = [record.id for record in before], [record.id for record in records]
        start = _shared(old, new)
        kept = min(len(old), len(new)) - start
        end = _shared(old[len(old) - kept :][::-1], new[len(new) - kept :][::-1])
        gone, come = len(old) - start - end, len(new) - start - end
        if gone and come:
            self.beginResetModel()
            self._records = records
            self.endResetModel()
            return
        if gone:
            self.beginRemoveRows(_ROOT, start, start + gone - 1)
            self._records = records
            self.endRemoveRows()
        elif come:
            self.beginInsertRows(_ROOT, start, start + come - 1)
            self._records = records
            self.endInsertRows()
        self._records = records
        known = {record.id: record for record in before}
        for row, record in enumerate(records):
            was = known.get(record.id, record)
            if was is not record or warned.get(record.id) != self._warnings.get(record.id):
                index = self.index(row)
                self.dataChanged.emit(index, index)

    def row_of(self, record_id: str | None) -> int | None:
        """Return the row of a record, or None."""
        ids = (row for row, record in enumerate(self._records) if record.id == record_id)
        return next(ids, None)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of records."""
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a record's text, what a screen reader says of it, or the record itself."""
        if not index.isValid() or self.state is None or index.row() >= len(self._records):
            return None
        record = self._records[index.row()]
        say = self._said.get(role)
        return say(record) if say else None

    def depth_of(self, quote: Quote) -> int:
        """Return in how many quotes a quote is nested."""
        return nesting_depth(self.state, quote) if self.state else 0

    def _tool_tip(self, record: Entity | Quote) -> str:
        told_of_it = (*remarks(record), *self._warned(record), *reason_lines(record, origin_text))
        lines = "\n".join((self.text_of(record), *told_of_it)).split("\n")
        return "\n".join(map(shown, lines))

    def _spoken(self, record: Entity | Quote) -> str:
        told_of_it = (*remarks(record), *self._warned(record))
        return ", ".join((self.text_of(record), self.kind_of(record), *told_of_it))

    def _warned(self, record: Entity | Quote) -> tuple[str, ...]:
        return tuple(told(message) for message in self._warnings.get(record.id, ()))

    def text_of(self, record: Entity | Quote) -> str:
        """Return the text that a record covers, on one line."""
        text = self.state.text if self.state else ""
        if isinstance(record, Quote):
            return content_text(record, text)
        return " ".join(record.span.of(text).split())

    def kind_of(self, record: Entity | Quote) -> str:
        """Return the label's name, or a quote's speaker and type."""
        text = self.state.text if self.state else ""
        if isinstance(record, Quote):
            return f"{speaker_name(record, text)} · {quote_type_name(record.type)}"
        label = self.label_set.get(record.label) if self.label_set else None
        return label.name(self.language) if label else record.label


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many items two lists have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


class RecordList(RowsView):
    """A list of records that follows the article's current one, and sets it.

    ``delegate`` draws a record and says its height, most being ``height`` pixels high.
    """

    current_asked = Signal(str)

    def __init__(
        self, delegate: QAbstractItemDelegate, height: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(height, parent)
        self.records = RecordModel(self)
        self.setModel(self.records)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setVerticalScrollMode(RowsView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(RowsView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(RowsView.SelectionMode.SingleSelection)
        # Only what a person does in the list is asked for; what is shown from outside is not.
        self._showing = False
        self._option = QStyleOptionViewItem()
        self.selectionModel().currentChanged.connect(self._ask)
        self.clicked.connect(self._ask)

    def show_current(self, record_id: str | None) -> None:
        """Light up the row of a record; no row when it is not listed."""
        self._showing = True
        row = self.records.row_of(record_id)
        if row is None:
            if self.currentIndex().isValid():  # else every row would be painted anew
                self.selectionModel().clear()
        else:
            index = self.records.index(row)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            if self.isVisible():
                self.scrollTo(index)
        self._showing = False

    def show_records(
        self, state: AnnotatedArticle | None, records: Sequence[Entity | Quote]
    ) -> None:
        """List ``records`` of ``state``."""
        self._showing = True
        self.records.show(state, records)
        heights = self.verticalHeader()
        for row in range(len(records)):
            height = self.itemDelegate().sizeHint(self._option, self.records.index(row)).height()
            if heights.sectionSize(row) != height:
                heights.resizeSection(row, height)
        self._showing = False

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the current row: a hidden list does not follow it."""
        super().showEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _ask(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if record is not None and not self._showing:
            self.current_asked.emit(record.id)
