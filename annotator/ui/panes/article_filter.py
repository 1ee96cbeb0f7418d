"""The line over the article list: words to look for, and a menu of what to list in which order."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from annotator.core.article import ArticleStatus
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.storage import ArticleQuery, Assigned, Order
from annotator.ui.panes.words import status_name
from annotator.ui.text import isolated

TYPING_MILLISECONDS = 150
"""How long nothing is typed before the list is made anew."""

OPEN = frozenset({ArticleStatus.NEW, ArticleStatus.IN_PROGRESS})

_ASSIGNED = (
    (None, QT_TRANSLATE_NOOP("ArticleFilter", "Assigned to anybody or nobody")),
    (Assigned.ME, QT_TRANSLATE_NOOP("ArticleFilter", "Assigned to me")),
    (Assigned.OTHERS, QT_TRANSLATE_NOOP("ArticleFilter", "Assigned to others")),
    (Assigned.NOBODY, QT_TRANSLATE_NOOP("ArticleFilter", "Assigned to nobody")),
)
_ORDERS = (
    (Order.ARRIVAL, QT_TRANSLATE_NOOP("ArticleFilter", "As they came in")),
    (Order.TITLE, QT_TRANSLATE_NOOP("ArticleFilter", "By title")),
    (Order.STATUS, QT_TRANSLATE_NOOP("ArticleFilter", "By status")),
    (Order.PENDING, QT_TRANSLATE_NOOP("ArticleFilter", "Most open suggestions first")),
    (Order.DECIDED, QT_TRANSLATE_NOOP("ArticleFilter", "Most decided first")),
    (Order.CHANGED, QT_TRANSLATE_NOOP("ArticleFilter", "Last changed first")),
)


class Facts(NamedTuple):
    """What the menu tells of the project: articles by status, and by tag."""

    statuses: Mapping[ArticleStatus, int]
    tags: Mapping[str, int]


class ArticleFilter(QWidget):
    """Says which articles are to be listed; it lists nothing itself."""

    asked = Signal(object)
    """The :class:`ArticleQuery` that is wanted now."""
    left = Signal()
    """The person goes on to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.query = ArticleQuery()
        self.facts: Callable[[], Facts] = lambda: Facts({}, {})
        self.text = QLineEdit(self)
        self.text.setObjectName("filter")
        self.text.setClearButtonEnabled(True)
        self.text.setPlaceholderText(self.tr("Filter by title or id"))
        self.text.setToolTip(self.text.placeholderText())
        self.text.setAccessibleName(self.tr("Filter articles by title or id"))
        self.text.installEventFilter(self)
        self.menu = QMenu(self)
        self.menu.aboutToShow.connect(self._fill)
        self.button = QToolButton(self)
        self.button.setObjectName("filterMenu")
        self.button.setText("☰")
        self.button.setAutoRaise(True)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        self.button.setToolTip(self.tr("Which articles are listed, and in which order"))
        self.button.setAccessibleName(self.button.toolTip())
        self.button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 2)
        row.setSpacing(4)
        row.addWidget(self.text, 1)
        row.addWidget(self.button)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MILLISECONDS)
        self._typing.timeout.connect(self._typed)
        self.text.textChanged.connect(self._start_typing)

    def ask(self, **fields: Any) -> None:
        """Want another list; what is not named stays as it is."""
        self._typing.stop()
        query = replace(self.query, **{"text": self.text.text().strip(), **fields})
        self.text.blockSignals(True)
        if query.text != self.text.text().strip():
            self.text.setText(query.text)
        self.text.blockSignals(False)
        if query != self.query:
            self.query = query
            self.asked.emit(query)

    def clear(self) -> None:
        """List all articles, in the order that is chosen."""
        self.ask(**_fields(ArticleQuery(order=self.query.order, reverse=self.query.reverse)))

    def told(self) -> str:
        """Return what is left out and sorted, in words; "" for all as they came in."""
        query = self.query
        parts = [name for key, name in self._statuses() if query.statuses and key == query.statuses]
        parts += [_tr(name) for key, name in _ASSIGNED[1:] if key is query.assigned]
        parts += [isolated(f"#{query.tag}")] if query.tag else []
        parts += [self.tr("Flagged")] if query.flagged else []
        parts += [self.tr("With a note")] if query.noted else []
        parts += [_tr(name) for key, name in _ORDERS[1:] if key is query.order]
        parts += [self.tr("Reversed")] if query.reverse else []
        return " · ".join(parts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows and Enter in the line go on to the list, or open the menu."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if (
                event.key() == Qt.Key.Key_Down
                and event.modifiers() & Qt.KeyboardModifier.AltModifier
            ):
                self.button.showMenu()
                return True
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._typed()
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _start_typing(self) -> None:
        self._typing.start()

    def _typed(self) -> None:
        self.ask()

    def _fill(self) -> None:
        """Make the menu for what there is now."""
        self.menu.clear()
        facts, query = self.facts(), self.query
        clear = self.menu.addAction(self.tr("Clear the filter"), self.clear)
        clear.setEnabled(query.is_filtered)
        self.menu.addSeparator()
        for statuses, name in self._statuses():
            number = sum(
                count
                for status, count in facts.statuses.items()
                if not statuses or status in statuses
            )
            self._add(name, "statuses", statuses, self.menu, number)
        self.menu.addSeparator()
        for assigned, text in _ASSIGNED:
            self._add(_tr(text), "assigned", assigned, self.menu)
        self.menu.addSeparator()
        tags = self.menu.addMenu(self.tr("Tag"))
        self._add(self.tr("Any or none"), "tag", None, tags)
        for tag, count in facts.tags.items():
            self._add(tag.replace("&", "&&"), "tag", tag, tags, count)
        tags.setEnabled(bool(facts.tags))
        self._add_check(self.tr("Flagged"), "flagged")
        self._add_check(self.tr("With a note"), "noted")
        self.menu.addSeparator()
        for order, text in _ORDERS:
            self._add(_tr(text), "order", order, self.menu)
        self._add_check(self.tr("Reversed"), "reverse")

    def _statuses(self) -> list[tuple[frozenset[ArticleStatus] | None, str]]:
        single = [(frozenset({one}), status_name(one).capitalize()) for one in ArticleStatus]
        return [(None, self.tr("All articles")), (OPEN, self.tr("Not done")), *single]

    def _add(
        self, name: str, field: str, value: object, menu: QMenu, count: int | None = None
    ) -> None:
        action = QAction(name if count is None else f"{name}\t{count:,}", menu)
        action.setCheckable(True)
        action.setChecked(getattr(self.query, field) == value)
        action.triggered.connect(partial(self._chosen, field, value))
        group = menu.findChild(QActionGroup, field) or _group(menu, field)
        group.addAction(action)
        menu.addAction(action)

    def _add_check(self, name: str, field: str) -> None:
        action = self.menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(bool(getattr(self.query, field)))
        action.triggered.connect(partial(self._toggled, field))

    def _chosen(self, field: str, value: object, _checked: bool = False) -> None:
        self.ask(**{field: value})

    def _toggled(self, field: str, checked: bool) -> None:
        self.ask(**{field: checked})


def _group(menu: QMenu, name: str) -> QActionGroup:
    group = QActionGroup(menu)
    group.setObjectName(name)
    return group


def _fields(query: ArticleQuery) -> dict[str, Any]:
    return {name: getattr(query, name) for name in ArticleQuery.__slots__}


def _tr(text: str) -> str:
    return QCoreApplication.translate("ArticleFilter", text)
