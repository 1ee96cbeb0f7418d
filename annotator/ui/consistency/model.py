"""Findings as a Qt model: in the order of their articles, of one kind or of all."""

from __future__ import annotations

from bisect import insort
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.labels import LabelSet
from annotator.review.consistency import Finding, FindingKind
from annotator.ui.consistency.words import change_texts, counts_text, kind_name
from annotator.ui.text import isolated

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a row tells besides its words."""

    FINDING = Qt.ItemDataRole.UserRole


class FindingModel(QAbstractListModel):
    """Findings that wait for a decision."""

    def __init__(self, label_set: LabelSet, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.label_set, self.language = label_set, language
        self._all: list[Finding] = []
        self._shown: list[Finding] = []
        self._kind: FindingKind | None = None

    @property
    def counts(self) -> Counter[FindingKind]:
        """How many findings of each kind there are, shown or not."""
        return Counter(finding.kind for finding in self._all)

    def clear(self) -> None:
        """Have no finding."""
        self._set([])

    def show_kind(self, kind: FindingKind | None) -> None:
        """Show the findings of one kind, or all (None)."""
        self._kind = kind
        self._set(self._all)

    def add(self, found: Iterable[Finding]) -> None:
        """Add findings that come in the order of their articles, below those that are there."""
        found = list(found)
        self._all += found
        shown = [finding for finding in found if self._is_shown(finding)]
        if shown:
            first = len(self._shown)
            self.beginInsertRows(_ROOT, first, first + len(shown) - 1)
            self._shown += shown
            self.endInsertRows()

    def put_back(self, found: Iterable[Finding]) -> None:
        """Add findings that were there before, each at its place."""
        made = list(self._all)
        for finding in found:
            if finding not in made:
                insort(made, finding, key=_order)
        self._set(made)

    def remove(self, found: Collection[Finding]) -> None:
        """Take findings away; rows that stay keep the selection."""
        gone = set(found)
        self._all = [finding for finding in self._all if finding not in gone]
        for row in range(len(self._shown) - 1, -1, -1):
            if self._shown[row] in gone:
                self.beginRemoveRows(_ROOT, row, row)
                del self._shown[row]
                self.endRemoveRows()

    def keep(self, wanted: Callable[[Finding], bool]) -> None:
        """Take away what is not ``wanted`` any more."""
        gone = [finding for finding in self._all if not wanted(finding)]
        if gone:
            self.remove(gone)

    def every(self) -> list[Finding]:
        """Return all findings, shown or not."""
        return list(self._all)

    def row_of(self, finding: Finding) -> int:
        """Return the row of a finding, 0 where it is not shown."""
        return self._shown.index(finding) if finding in self._shown else 0

    def finding(self, row: int) -> Finding | None:
        """Return the finding of a row, or None."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of findings shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a finding in words, or what :class:`Role` names."""
        finding = self.finding(index.row()) if index.isValid() else None
        if finding is None:
            return None
        if role == Role.FINDING:
            return finding
        if role == Qt.ItemDataRole.DisplayRole:
            return finding.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            here, there = change_texts(finding, self.label_set, self.language)
            words = isolated("".join((finding.context[0], finding.name, finding.context[1])))
            told = (kind_name(finding.kind), isolated(here), isolated(there))
            return ", ".join((*told, counts_text(finding), words))
        return None

    def _is_shown(self, finding: Finding) -> bool:
        return self._kind is None or finding.kind is self._kind

    def _set(self, found: list[Finding]) -> None:
        self.beginResetModel()
        self._all = found
        self._shown = [finding for finding in found if self._is_shown(finding)]
        self.endResetModel()


def _order(finding: Finding) -> tuple[int, int, int, str]:
    return (finding.article, *finding.span, finding.kind)
