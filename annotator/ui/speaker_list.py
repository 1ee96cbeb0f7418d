"""A short list of names that pops up at a quote: digits, arrows, Enter."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from annotator.core.annotated import AnnotatedArticle
from annotator.core.spans import Span
from annotator.services.speakers import Candidate
from annotator.ui.panes.drawing import Part, bold, draw_line, smaller
from annotator.ui.popup import popup_corner
from annotator.ui.theme import current_theme

_MENTION = int(Qt.ItemDataRole.UserRole)
_AROUND = _MENTION + 1
_WIDTH = 340
_ROW = 34
_REACH = 30
_GAP = "\u00a0\u00a0"
_Index = QModelIndex | QPersistentModelIndex


class SpeakerList(QListWidget):
    """Names with the digits that choose them; the last entry, 0, is that nobody is named."""

    chosen = Signal(object)
    """The mention that was chosen, a :class:`Span`, or None for nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowFlag(Qt.WindowType.Popup)
        self.setObjectName("names")
        self.setAccessibleName(self.tr("Who says it"))
        self.setItemDelegate(_NameRow(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._choose)

    def offer(
        self,
        state: AnnotatedArticle,
        names: Sequence[Candidate],
        now: Span | None,
        place: QRect,
    ) -> None:
        """Pop up with ``names`` under ``place`` (screen pixels); ``now`` is lit up."""
        self.clear()
        for digit, name in enumerate(names, start=1):
            said = " ".join(name.fullest.of(state.text).split())
            self._add(str(digit), said, name.mention, _around(state.text, name.mention))
            if now in (name.mention, name.fullest):
                self.setCurrentRow(digit - 1)
        self._add("0", self.tr("No speaker"), None, "")
        if self.currentRow() < 0:
            self.setCurrentRow(0)
        self.resize(_WIDTH, _ROW * self.count() + 2 * self.frameWidth() + 8)
        self.move(popup_corner(self, place))
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def event(self, event: QEvent) -> bool:
        """Keep every key from the window's actions, which act in a pop-up too."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose by digit (of any script) or Enter, leave with Escape, else move."""
        digit = unicodedata.digit(event.text(), None) if len(event.text()) == 1 else None
        if digit is not None:
            rows = self.count() - 1
            row = rows if digit == 0 else digit - 1
            if row < rows or digit == 0:
                self._choose(self.item(row))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentItem())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _add(self, digit: str, name: str, mention: Span | None, around: str) -> None:
        item = QListWidgetItem(name, self)
        item.setData(_MENTION, (digit, mention))
        item.setData(_AROUND, around)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{digit} {name}")
        item.setToolTip(around)

    def _choose(self, item: QListWidgetItem) -> None:
        _, mention = item.data(_MENTION)
        self.hide()
        self.chosen.emit(mention)


class _NameRow(QStyledItemDelegate):
    """The digit, the name, and faintly the words around the mention."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(_WIDTH, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme, font = current_theme(), option.font
        faint = QColor(theme.faint)
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(theme.chosen))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(theme.hover))
        digit, mention = index.data(_MENTION)
        name = bold(font) if mention is not None else font
        parts = [
            Part(digit, smaller(font), faint),
            Part(_GAP, font, faint),
            Part(str(index.data()), name, QColor(theme.text)),
            Part(_GAP, font, faint),
            Part(index.data(_AROUND), smaller(font), faint),
        ]
        draw_line(painter, rect.adjusted(12, 0, -12, 0), parts, option.direction)


def _around(text: str, mention: Span) -> str:
    """Return the words before and after a mention, to tell where it stands."""
    before = text[max(0, mention.start - _REACH) : mention.start].split()[-2:]
    after = text[mention.end : mention.end + _REACH].split()[:2]
    return " ".join(("…", *before, mention.of(text), *after, "…"))
