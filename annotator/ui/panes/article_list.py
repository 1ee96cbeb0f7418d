"""The list of articles at the start side: status, title, and a filter by status."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.article import ArticleStatus
from annotator.ui.panes.article_model import ArticleModel, ArticleSource, Role
from annotator.ui.panes.drawing import Part, draw_line
from annotator.ui.theme import current_theme

ROW_HEIGHT = 44

SYMBOLS = {
    ArticleStatus.NEW: "○",
    ArticleStatus.IN_PROGRESS: "●",
    ArticleStatus.DONE: "✓",
    ArticleStatus.REVIEWED: "✓✓",
}
"""How far an article is, at a glance."""

_OPEN = frozenset({ArticleStatus.NEW, ArticleStatus.IN_PROGRESS})
_FINISHED = frozenset({ArticleStatus.DONE, ArticleStatus.REVIEWED})

_Index = QModelIndex | QPersistentModelIndex


class ArticleDelegate(QStyledItemDelegate):
    """Draws the status and the title; the open article stands on a rounded fill."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return the size of a row."""
        return QSize(120, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Draw one row."""
        theme = current_theme()
        rect: QRect = option.rect.adjusted(6, 2, -6, -2)
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.chosen if chosen else theme.hover))
            painter.drawRoundedRect(rect, 6, 6)
        if chosen and state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 6, 6)
        status = index.data(Role.STATUS)
        finished = status in _FINISHED
        font = option.font
        text = QColor(theme.faint if finished and not chosen else theme.text)
        draw_line(
            painter,
            rect.adjusted(10, 0, -10, 0),
            [
                Part(f"{SYMBOLS.get(status, '')}\u00a0\u00a0", font, text),
                Part(str(index.data() or ""), font, text),
            ],
            option.direction,
        )
        painter.restore()


class ArticleList(QWidget):
    """The articles of a project; choosing one asks for it to be opened."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._source: ArticleSource | None = None
        self._current: int | None = None
        self.model = ArticleModel(self)
        self.filter = QComboBox(self)
        self.filter.setObjectName("filter")
        self.filter.setAccessibleName(self.tr("Which articles are listed"))
        for name, statuses in (
            (self.tr("All articles"), None),
            (self.tr("Not done"), _OPEN),
            (self.tr("Done"), _FINISHED),
        ):
            self.filter.addItem(name, statuses)
        self.view = QListView(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(ArticleDelegate(self.view))
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setAccessibleName(self.tr("Articles"))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusProxy(self.view)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.view)
        column.addWidget(self.filter)
        self.filter.activated.connect(self._filter)
        self.view.clicked.connect(self._choose)
        self.view.activated.connect(self._choose)

    def show_project(self, source: ArticleSource | None) -> None:
        """List the articles of a project."""
        self._source, self._current = source, None
        self.refresh()

    def refresh(self) -> None:
        """Read the list again, after articles came or the filter changed."""
        self.model.show(self._source, self.filter.currentData())
        self._mark()

    def show_current(self, key: int | None) -> None:
        """Mark the article that is open."""
        self._current = key
        self._mark()

    def update_article(self, key: int) -> None:
        """Read one article's row again."""
        self.model.update_article(key)

    def neighbour(self, step: int) -> int | None:
        """Return the key of the article ``step`` rows from the open one, or None."""
        row = self.model.row_of(self._current) if self._current is not None else None
        return self.model.key_at((row if row is not None else -1) + step)

    def _mark(self) -> None:
        row = self.model.row_of(self._current) if self._current is not None else None
        if row is None:
            self.view.clearSelection()
        else:
            self.view.setCurrentIndex(self.model.index(row))

    def _filter(self) -> None:
        self.refresh()

    def _choose(self, index: QModelIndex) -> None:
        key = index.data(Role.KEY)
        if key is not None and key != self._current:
            self.chosen.emit(key)
