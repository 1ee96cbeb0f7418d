"""The steps of the open article as a Qt model, the newest first, read by pages."""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from annotator.core.edits import Edit, EntityChange, QuoteChange
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.quotes import Quote
from annotator.services.session import ArticleSession
from annotator.storage import Mark, Step, TrailMark
from annotator.ui.panes.words import content_text
from annotator.ui.steps import step_name
from annotator.ui.text import isolated, one_line

_PAGE = 100
_PAGES_KEPT = 20
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex

_BEGINNING = QT_TRANSLATE_NOOP("HistoryModel", "The article as it came")
_MORE = QT_TRANSLATE_NOOP("HistoryModel", "and {count} more")
_BATCH = QT_TRANSLATE_NOOP("HistoryModel", "in several articles")
_UNDONE = QT_TRANSLATE_NOOP("HistoryModel", "undone")
_NOW = QT_TRANSLATE_NOOP("HistoryModel", "the state now")
_ARRIVED = QT_TRANSLATE_NOOP("HistoryModel", "came by itself")


class Place(IntEnum):
    """Where a row stands from now."""

    UNDONE = 0
    NOW = 1
    DONE = 2
    ARRIVED = 3


class HistoryRow(NamedTuple):
    """What a row says: the step, what it touched, who and when; ``batch`` for several articles."""

    name: str
    what: str
    by: str
    at: str
    place: Place
    batch: bool

    def told(self) -> str:
        """Return the row in words, for those who hear it."""
        parts = [self.name, self.what, _tr(_BATCH) if self.batch else "", _tr(_TOLD[self.place])]
        return ", ".join(part for part in (*parts, self.by, self.at) if part)


_TOLD = {Place.UNDONE: _UNDONE, Place.NOW: _NOW, Place.DONE: "", Place.ARRIVED: _ARRIVED}

ROW = int(Qt.ItemDataRole.UserRole)
"""The role under which a row gives its :class:`HistoryRow`."""


class HistoryModel(QAbstractListModel):
    """The steps of one session; the last row is the article before all of them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session: ArticleSession | None = None
        self._trail: list[TrailMark] = []
        self._done: list[int] = []
        self._pages: OrderedDict[int, dict[int, Step]] = OrderedDict()

    def show(self, session: ArticleSession | None) -> None:
        """List the steps of a session as they are now; those that are known are not read again."""
        trail = session.trail()[::-1] if session else []
        same = session is self._session and [one.key for one in trail] == [
            one.key for one in self._trail
        ]
        if same:
            self._take(trail)
            if trail:
                self.dataChanged.emit(self.index(0), self.index(len(trail)))
            return
        self.beginResetModel()
        self._session = session
        self._pages.clear()
        self._take(trail)
        self.endResetModel()

    def steps_done_at(self, row: int) -> int | None:
        """Return how many steps are done once the state is that of a row; None for no such state.

        What came by itself is no state that can be gone to.
        """
        if row == len(self._trail):
            return 0
        if not 0 <= row < len(self._trail) or self._trail[row].mark is Mark.ARRIVED:
            return None
        return self._done[row]

    def now(self) -> int:
        """Return the row of the state now."""
        return next(
            (row for row, one in enumerate(self._trail) if one.mark is Mark.DONE), len(self._trail)
        )

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of steps and the beginning."""
        return 0 if parent.isValid() or self._session is None else len(self._trail) + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Return that what came by itself cannot be chosen."""
        flags = super().flags(index)
        if self.steps_done_at(index.row()) is None:
            return flags & ~Qt.ItemFlag.ItemIsEnabled
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the step's name, or the whole row."""
        if not index.isValid() or index.row() > len(self._trail) or self._session is None:
            return None
        row = self._row(index.row(), self._session)
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        told = {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}
        return row.told() if role in told else None

    def _take(self, trail: list[TrailMark]) -> None:
        self._trail = trail
        self._done = []
        steps = sum(one.mark is not Mark.ARRIVED for one in trail)
        for one in trail:  # the newest first: each step below has one less behind it
            self._done.append(steps)
            steps -= one.mark is not Mark.ARRIVED

    def _row(self, row: int, session: ArticleSession) -> HistoryRow:
        now = self.now()
        if row == len(self._trail):
            place = Place.NOW if row == now else Place.DONE
            return HistoryRow(_tr(_BEGINNING), "", "", "", place, batch=False)
        edit = self._step(row, session).edit
        mark = self._trail[row].mark
        place = Place.NOW if row == now else _PLACES[mark]
        name = step_name(edit)
        return HistoryRow(
            name[:1].upper() + name[1:],
            _touched(edit, session.state.text),
            edit.by,
            _when(edit.at),
            place,
            batch=edit.batch is not None,
        )

    def _step(self, row: int, session: ArticleSession) -> Step:
        number = row // _PAGE
        page = self._pages.get(number)
        if page is None:
            marks = self._trail[number * _PAGE : (number + 1) * _PAGE]
            page = session.trail_steps([one.key for one in marks])
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        return page[self._trail[row].key]


_PLACES = {Mark.DONE: Place.DONE, Mark.UNDONE: Place.UNDONE, Mark.ARRIVED: Place.ARRIVED}


def _touched(edit: Edit, text: str) -> str:
    """Return the words of the first record that a step touched, and how many more there are."""
    records = [
        record
        for change in edit.changes
        if isinstance(change, EntityChange | QuoteChange)
        and (record := change.after or change.before) is not None
    ]
    if not records:
        return ""
    first = records[0]
    words = content_text(first, text) if isinstance(first, Quote) else first.span.of(text)
    said = isolated(one_line(words, 60))
    more = len(records) - 1
    return f"{said} {_tr(_MORE).format(count=more)}" if more else said


def _when(at: str) -> str:
    """Return a time of the audit trail as clocks here show it; the day too unless it is today."""
    try:
        local = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return at
    moment = QDateTime.fromSecsSinceEpoch(int(local.timestamp()))
    locale = QLocale()
    short = QLocale.FormatType.ShortFormat
    if moment.date() == QDateTime.currentDateTime().date():
        return locale.toString(moment.time(), short)
    return locale.toString(moment, short)


def _tr(text: str) -> str:
    return QCoreApplication.translate("HistoryModel", text) if text else ""
