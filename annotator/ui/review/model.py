"""The disagreements as a Qt model: filtered, sorted, each row as it stands now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.verdicts import Verdict
from annotator.review.records import Kind
from annotator.services.reviewing import Row
from annotator.ui.review.listed import Listed

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class Role(IntEnum):
    """What an index tells besides Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1


class Order(StrEnum):
    """In which order disagreements are listed; the reading order decides what is even."""

    READING = "reading"
    LEAST_AGREED = "least_agreed"
    LABEL = "label"
    KIND = "kind"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which disagreements are listed, and in which order. ``article`` None means all.

    ``annotator`` is one who stands apart from the others; "" is anybody.
    """

    kind: Kind | None = None
    label: str = ""
    annotator: str = ""
    open_only: bool = False
    article: int | None = None
    order: Order = Order.READING

    def has(self, row: Row) -> bool:
        """Whether a row is listed."""
        return (
            (self.kind is None or row.kind is self.kind)
            and (not self.label or self.label in row.labels)
            and (not self.annotator or self.annotator in row.apart)
            and (not self.open_only or row.verdict is None)
            and (self.article is None or row.article == self.article)
        )


class DifferenceModel(QAbstractTableModel):
    """Rows of one column. A decision changes a row where it stands; none moves until asked."""

    def __init__(self, say: Callable[[Row], str], parent: QObject | None = None) -> None:
        """Have no row; ``say`` tells one to a screen reader."""
        super().__init__(parent)
        self._say = say
        self._listed = Listed.of(())
        self._all: list[Row] = []
        self._shown: Sequence[int] = ()
        self._where: dict[int, int] = {}
        self._settled = 0
        self._agreement: Mapping[int, float] = {}
        self.wanted = Wanted()

    def set_rows(self, listed: Listed) -> None:
        """Have these disagreements."""
        self._listed, self._all = listed, list(listed.rows)
        self._settled = listed.settled
        self.want(self.wanted)

    def set_agreement(self, agreement: Mapping[int, float]) -> None:
        """Know how well annotators agree in each article."""
        self._agreement = agreement
        if self.wanted.order is Order.LEAST_AGREED:
            self.want(self.wanted)

    def want(self, wanted: Wanted) -> None:
        """List what is wanted, in its order."""
        self.beginResetModel()
        self.wanted = wanted
        ordered, rows = self._ordered(wanted.order), self._all
        everything = wanted == Wanted(order=wanted.order)
        self._shown = ordered if everything else [at for at in ordered if wanted.has(rows[at])]
        self._where = {at: place for place, at in enumerate(self._shown)}
        self.endResetModel()

    def every(self) -> Sequence[Row]:
        """Return all disagreements, listed or not."""
        return self._all

    def row(self, at: int) -> Row | None:
        """Return the disagreement listed at a place, or None."""
        return self._all[self._shown[at]] if 0 <= at < len(self._shown) else None

    def find(self, article: int, key: str) -> Row | None:
        """Return a disagreement by its article and key, or None."""
        at = self._listed.places.get((article, key))
        return None if at is None else self._all[at]

    def place_of(self, article: int, key: str) -> int | None:
        """Return where a disagreement is listed, or None."""
        at = self._listed.places.get((article, key))
        return None if at is None else self._where.get(at)

    def next_open(self, place: int, step: int) -> int | None:
        """Return the next listed place that is open, from the last on to the first; or None."""
        count = len(self._shown) if self._settled < len(self._all) else 0
        for far in range(1, count + 1):
            at = (place + far * step) % count
            row = self.row(at)
            if row is not None and row.verdict is None:
                return at
        return None

    def update_article(self, article: int, verdicts: Sequence[Verdict]) -> None:
        """Take over what was decided in an article."""
        by_key = {verdict.id: verdict for verdict in verdicts}
        for at in self._listed.of_article.get(article, ()):
            row = self._all[at]
            said = by_key.get(row.key)
            if row.said == said:
                continue
            now = row.with_said(said)
            self._settled += (now.verdict is not None) - (row.verdict is not None)
            self._all[at] = now
            place = self._where.get(at)
            if place is not None:
                index = self.index(place, 0)
                self.dataChanged.emit(index, index)

    def kinds(self) -> Counter[Kind]:
        """Return how many disagreements of each kind there are."""
        return self._listed.kinds

    def labels(self) -> Sequence[str]:
        """Return the labels that occur in disagreements about entities, in reading order."""
        return self._listed.labels

    def settled(self) -> int:
        """Return how many disagreements are decided."""
        return self._settled

    def pending(self) -> int:
        """Return how many disagreements are open."""
        return len(self._all) - self._settled

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many are listed."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return 1."""
        return 0 if parent.isValid() else 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's text, or what :class:`Role` names."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Role.ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(row.text.split())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._say(row)
        return None

    def _ordered(self, order: Order) -> Sequence[int]:
        listed = self._listed
        orders: Mapping[Order, Callable[[], Sequence[int]]] = {
            Order.READING: lambda: range(len(listed.rows)),
            Order.LEAST_AGREED: lambda: listed.by_agreement(self._agreement),
            Order.LABEL: lambda: listed.by_label,
            Order.KIND: lambda: listed.by_kind,
        }
        return orders[order]()
