"""Problems as rows of a table, and the line that shows a span among what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    Qt,
)
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from annotator.core.problems import Problem
from annotator.ui.text import isolated, ltr, told

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_SHOWN_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class Column(Enum):
    """What a column shows."""

    WHERE = 0
    ARTICLE = 1
    TEXT = 2
    WHAT = 3


class ProblemModel(QAbstractTableModel):
    """Problems as rows; without files or without spans there is no column for them."""

    def __init__(self, problems: Sequence[Problem], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems = problems
        titles = {
            Column.WHERE: self.tr("Where"),
            Column.ARTICLE: self.tr("Article"),
            Column.TEXT: self.tr("Text"),
            Column.WHAT: self.tr("What"),
        }
        empty = set()
        if not any(problem.file for problem in problems):
            empty.add(Column.WHERE)
        if not any(problem.excerpt for problem in problems):
            empty.add(Column.TEXT)
        self.columns = [column for column in Column if column not in empty]
        self._titles = [titles[column] for column in self.columns]

    def problem(self, row: int) -> Problem:
        """Return the problem of a row."""
        return self._problems[row]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these problems in the place of the others."""
        self.beginResetModel()
        self._problems = problems
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of problems."""
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's title."""
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text; the excerpt itself under UserRole."""
        problem = self._problems[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return problem.excerpt
        if role not in _SHOWN_ROLES:
            return None
        match self.columns[index.column()]:
            case Column.WHERE:
                name = problem.file
                if role == Qt.ItemDataRole.DisplayRole:
                    name = name.replace("\\", "/").rpartition("/")[2]
                return ltr(f"{name}:{problem.line}" if problem.line else name)
            case Column.ARTICLE:
                record = problem.record if problem.kind != "field" else ""
                return isolated(" ".join(part for part in (problem.article, record) if part))
            case Column.TEXT:
                return " ".join("".join(problem.excerpt[:3]).split()) if problem.excerpt else ""
            case Column.WHAT:
                return told(problem.message)


class ExcerptDelegate(QStyledItemDelegate):
    """Draws a span in bold among the words beside it, kept in view by cutting both ends."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw the cell."""
        excerpt = index.data(Qt.ItemDataRole.UserRole)
        self.initStyleOption(option, index)
        option.text = ""
        option.widget.style().drawControl(
            QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget
        )
        if excerpt is None:
            return
        before, text, after, _ = excerpt
        parts = [_one_line(part) for part in (before, text, after)]
        layout = QTextLayout("".join(parts), option.font)
        bold, faint = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.Bold)
        palette = option.palette
        selected = QStyle.StateFlag.State_Selected in option.state
        colour = palette.highlightedText() if selected else palette.text()
        bold.setForeground(colour)
        faint.setForeground(colour if selected else palette.placeholderText())
        formats, at = [], 0
        for part, look in zip(parts, (faint, bold, faint), strict=True):
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = at, len(part.encode("utf-16-le")) // 2, look
            formats.append(piece)
            at += piece.length
        layout.setFormats(formats)
        direction = QTextOption(Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignHCenter)
        direction.setTextDirection(Qt.LayoutDirection.RightToLeft)
        layout.setTextOption(direction)
        area = option.rect.adjusted(6, 0, -6, 0)
        layout.beginLayout()
        line = layout.createLine()
        line.setNumColumns(10_000)
        layout.endLayout()
        # The span stands in the middle where the line is too long, else all of it is shown.
        x = _x_of(line, formats[1].start + formats[1].length // 2)
        width = line.naturalTextWidth()
        left = area.left() + (
            area.width() - width if width <= area.width() else area.width() / 2 - x
        )
        painter.save()
        painter.setClipRect(area)
        painter.translate(0, (area.height() - line.height()) / 2)
        layout.draw(painter, QPointF(left, area.top()))
        painter.restore()


def _x_of(line: QTextLine, position: int) -> float:
    found: Any = line.cursorToX(position)  # a pair, which the stubs do not say
    return float(found[0] if isinstance(found, tuple) else found)


def _one_line(text: str) -> str:
    return text.replace("\n", " ").replace("\r", " ").replace("\t", " ")
