"""The places as a Qt model: lines of text, each ticked or not, and what stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from operator import attrgetter

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt

from annotator.core.every import Found, Standing
from annotator.services.every import Place
from annotator.storage import Hit
from annotator.ui.kwic.model import KwicModel, ReadLines
from annotator.ui.text import isolated

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class EveryRole(IntEnum):
    """What a row tells besides what :class:`Role` names."""

    FOUND = Qt.ItemDataRole.UserRole + 50


@dataclass(slots=True)
class Choice:
    """What a person wants ticked: how places must stand, and those set otherwise by hand."""

    wanted: Callable[[Standing], bool] = attrgetter("wanted")
    by_hand: dict[Hit, bool] = field(default_factory=dict)

    def takes(self, place: Place) -> bool:
        """Whether a place is to be ticked."""
        standing = place.found.standing
        if standing is Standing.DONE:
            return False
        return self.by_hand.get(place.hit, self.wanted(standing))


class EveryModel(KwicModel):
    """Places in the order in which they come; a row costs some numbers, however many there are.

    A place that is as wanted already cannot be ticked. What a person ticked or not outlives a
    search for the same words: with another label, say, or in all articles.
    """

    def __init__(self, say: Callable[[Found], str], parent: QObject | None = None) -> None:
        """Have no place; ``say`` tells what stands at one."""
        super().__init__(parent)
        self._say = say
        self._founds: list[Found] = []
        self._ticks = bytearray()
        self._counts: Counter[Standing] = Counter()
        self.choice = Choice()

    def clear(self, read: ReadLines | None = None) -> None:
        """Have no place; lines of those to come are read by ``read``."""
        self._founds, self._ticks = [], bytearray()
        self._counts.clear()
        super().clear(read)

    def add_places(self, places: Sequence[Place]) -> None:
        """Add places below those that are there, ticked as chosen: at first without conflicts."""
        self._founds += [place.found for place in places]
        self._counts.update(place.found.standing for place in places)
        self._ticks += bytes(map(self.choice.takes, places))
        self.add([place.hit for place in places])

    def found(self, row: int) -> Found:
        """Return what stands at the place of a row."""
        return self._founds[row]

    def is_ticked(self, row: int) -> bool:
        """Whether a place is taken in."""
        return bool(self._ticks[row])

    def ticked(self) -> Iterator[Hit]:
        """Yield the places that are taken in."""
        return (self.hit(row) for row, tick in enumerate(self._ticks) if tick)

    def ticked_count(self) -> int:
        """Return how many places are taken in."""
        return self._ticks.count(1)

    def count(self, wanted: Callable[[Standing], bool]) -> int:
        """Return how many places stand so."""
        return sum(count for standing, count in self._counts.items() if wanted(standing))

    def toggle(self, rows: Iterable[int]) -> None:
        """Take these places in, or, when all of them are, leave them out."""
        can = [row for row in rows if self._founds[row].standing is not Standing.DONE]
        on = not all(self._ticks[row] for row in can)
        self.choice.by_hand.update((self.hit(row), on) for row in can)
        self._set(can, on=on)

    def tick(self, wanted: Callable[[Standing], bool]) -> None:
        """Take in exactly the places that stand so."""
        self.choice = Choice(wanted)
        on = {one: one is not Standing.DONE and wanted(one) for one in Standing}
        self._ticks[:] = bytes(on[found.standing] for found in self._founds)
        self._tell(0, len(self._founds) - 1)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what :class:`EveryRole` names, whether it is ticked, or what the line tells."""
        if not index.isValid():
            return None
        row = index.row()
        if role == EveryRole.FOUND:
            return self._founds[row]
        if role == Qt.ItemDataRole.CheckStateRole:
            if self._founds[row].standing is Standing.DONE:
                return None
            return Qt.CheckState.Checked if self._ticks[row] else Qt.CheckState.Unchecked
        told = super().data(index, role)
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(told, str):
            said = self._say(self._founds[row])
            state = self.tr("ticked") if self._ticks[row] else self.tr("not ticked")
            return ", ".join(part for part in (state, isolated(said), told) if part)
        return told

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let places be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def _set(self, rows: Sequence[int], *, on: bool) -> None:
        for row in rows:
            self._ticks[row] = on
        if rows:
            self._tell(min(rows), max(rows))

    def _tell(self, first: int, last: int) -> None:
        if last >= first:
            self.dataChanged.emit(self.index(first), self.index(last))
