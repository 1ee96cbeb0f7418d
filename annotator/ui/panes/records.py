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
from PySide6.QtWidgets import QAbstractItemDelegate, QListView, QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity
from annotator.core.labels import LabelSet
from annotator.core.messages import Message
from annotator.core.quotes import Quote
from annotator.services.quoting import nesting_depth, warnings
from annotator.ui.panes.words import (
    content_text,
    origin_text,
    quote_type_name,
    remarks,
    speaker_name,
)
from annotator.ui.reasons import reason_lines
from annotator.ui.text import told

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

    def show(self, state: AnnotatedArticle | None, records: Sequence[Entity | Quote]) -> None:
        """List ``records`` of ``state``; rows that stay are kept where they are."""
        self.state = state
        self._warnings = warnings(state) if state else {}
        old = [record.id for record in self._records]
        if old == [record.id for record in records]:
            self._records = records
            if records:
                self.dataChanged.emit(self.index(0), self.index(len(records) - 1))
            return
        self.beginResetModel()
        self._records = records
        self.endResetModel()

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
        text, warned, said_of_it = self.text_of(record), self._warned(record), remarks(record)
        said: Mapping[int, Callable[[], object]] = {
            RECORD: lambda: record,
            WARNINGS: lambda: warned,
            REMARKS: lambda: said_of_it,
            Qt.ItemDataRole.DisplayRole: lambda: text,
            Qt.ItemDataRole.ToolTipRole: lambda: "\n".join(
                (text, *said_of_it, *warned, *reason_lines(record, origin_text))
            ),
            Qt.ItemDataRole.AccessibleTextRole: lambda: ", ".join(
                (text, self.kind_of(record), *said_of_it, *warned)
            ),
        }
        return said[role]() if role in said else None

    def depth_of(self, quote: Quote) -> int:
        """Return in how many quotes a quote is nested."""
        return nesting_depth(self.state, quote) if self.state else 0

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


class RecordList(QListView):
    """A list of records that follows the article's current one, and sets it."""

    current_asked = Signal(str)

    def __init__(self, delegate: QAbstractItemDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.records = RecordModel(self)
        self.setModel(self.records)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        # Only what a person does in the list is asked for; what is shown from outside is not.
        self._showing = False
        self.selectionModel().currentChanged.connect(self._ask)
        self.clicked.connect(self._ask)

    def show_current(self, record_id: str | None) -> None:
        """Light up the row of a record; no row when it is not listed."""
        self._showing = True
        row = self.records.row_of(record_id)
        if row is None:
            self.selectionModel().clear()
        else:
            index = self.records.index(row)
            self.selectionModel().setCurrentIndex(
                index, QItemSelectionModel.SelectionFlag.ClearAndSelect
            )
            self.scrollTo(index)
        self._showing = False

    def show_records(
        self, state: AnnotatedArticle | None, records: Sequence[Entity | Quote]
    ) -> None:
        """List ``records`` of ``state``."""
        self._showing = True
        self.records.show(state, records)
        self._showing = False

    def _ask(self, index: QModelIndex) -> None:
        record = index.data(RECORD)
        if record is not None and not self._showing:
            self.current_asked.emit(record.id)
