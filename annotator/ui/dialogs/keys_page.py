"""The page of the settings on which keys are changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from annotator.config.settings import KEYS, Keys, Setting
from annotator.config.store import Settings
from annotator.ui.actions.build import Actions, title_of
from annotator.ui.actions.keymap import changed_with, clash, is_changed
from annotator.ui.actions.labels import is_label
from annotator.ui.actions.spec import ActionSpec
from annotator.ui.dialogs.key_catcher import KeyCatcher
from annotator.ui.dialogs.key_table import ACTION, KeySearch, KeyTable
from annotator.ui.panes.blank import Blank
from annotator.ui.text import isolated, told


class KeysPage(QWidget):
    """A searchable list of actions; what is changed holds at once.

    In the list, Enter changes a key, Insert adds one, Delete takes all away.
    """

    def __init__(
        self,
        settings: Settings,
        actions: Actions,
        changed: Callable[[Setting[Any]], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings = settings
        self._actions = actions
        self._changed = changed
        self._adding = False
        self._wanted: tuple[str, tuple[str, ...]] | None = None
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Search actions and keys"))
        self.search.setAccessibleName(self.tr("Search actions and keys"))
        self.search.setClearButtonEnabled(True)
        self.table = KeyTable(actions, self)
        self.found = KeySearch(self)
        self.found.setSourceModel(self.table)
        self.list = self._made_list()
        self.search.textChanged.connect(self._search)
        self.change = self._button(self.tr("&Change…"), self._catch_instead)
        self.add = self._button(self.tr("&Add…"), self._catch_more)
        self.remove = self._button(self.tr("Re&move"), self._remove)
        self.reset = self._button(self.tr("&Reset"), self._reset)
        self.reset_all = self._button(self.tr("Reset a&ll"), self._reset_all)
        self.field = KeyCatcher(self)
        self.field.caught.connect(self._caught)
        self.field.given_up.connect(self._stop)
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.take = self._button(self.tr("&Take it over"), self._take_over)
        self.keep = self._button(self.tr("&Keep it there"), self._stop)
        self._build()
        self.list.setCurrentIndex(self.found.index(0, 0))
        self._stop()

    # Building

    def _made_list(self) -> QTreeView:
        view = QTreeView(self)
        view.setObjectName("keys")
        view.setModel(self.found)
        Blank(view).say(self.tr("No action and no key fits these words."))
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAlternatingRowColors(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setAccessibleName(self.tr("Actions and their keys"))
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        view.header().setStretchLastSection(False)
        view.selectionModel().currentChanged.connect(self._chosen)
        view.doubleClicked.connect(self._catch_instead)
        for key, slot in (
            ("Return", self._catch_instead),
            ("Enter", self._catch_instead),
            ("Ins", self._catch_more),
            ("Del", self._remove),
        ):
            QShortcut(QKeySequence(key), view, slot, context=Qt.ShortcutContext.WidgetShortcut)
        return view

    def _button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked: slot())
        return button

    def _build(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.change, self.add, self.remove, self.reset):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.reset_all)
        self.notice = QFrame(self)
        self.notice.setObjectName("notice")
        inside = QHBoxLayout(self.notice)
        inside.addWidget(self.said, 1)
        self.field.setFixedWidth(130)
        for widget in (self.field, self.take, self.keep):
            inside.addWidget(widget)
        self.notice.setMinimumHeight(58)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        column.addWidget(self.notice)

    # Doing

    def current(self) -> ActionSpec | None:
        """Return the action that is chosen in the list."""
        action_id = self.list.currentIndex().data(ACTION)
        return self._actions.specs.get(action_id) if action_id else None

    def choose(self, action_id: str) -> None:
        """Choose an action in the list."""
        row = self.table.index(self.table.row_of(action_id), 0)
        self.list.setCurrentIndex(self.found.mapFromSource(row))

    def _search(self, text: str) -> None:
        self.found.search(text)
        if not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.found.index(0, 0))

    def _chosen(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self._stop()

    def _catch_instead(self) -> None:
        self._catch(adding=False)

    def _catch_more(self) -> None:
        self._catch(adding=True)

    def _catch(self, *, adding: bool) -> None:
        spec = self.current()
        if spec is None or is_label(spec):
            return
        self._adding = adding
        asked = (
            self.tr("Press a further key for {action}.")
            if adding
            else self.tr("Press the new key of {action}.")
        )
        title = isolated(title_of(spec).rstrip("…"))
        leaving = self.tr("Esc leaves it as it is.")
        self._say(f"{asked.format(action=title)} {leaving}", self.field)

    def _caught(self, keys: Sequence[str]) -> None:
        spec = self.current()
        if spec is None:
            return
        if self._adding:
            keys = (*(key for key in spec.keys if key not in keys), *keys)
        self._give(spec, tuple(keys))

    def _remove(self) -> None:
        spec = self.current()
        if spec is not None and not is_label(spec):
            self._give(spec, ())

    def _reset(self) -> None:
        spec = self.current()
        if spec is not None:
            self._give(spec, self._actions.table[spec.id].keys)

    def _reset_all(self) -> None:
        self._use({})

    def _give(self, spec: ActionSpec, keys: tuple[str, ...]) -> None:
        """Give an action these keys, unless something stands in the way: then say what."""
        usual = self._actions.table[spec.id].keys
        clashes = [
            found for key in keys if (found := clash(self._actions.specs, spec, key)) is not None
        ]
        # What the table itself gives an action it may always have back.
        final = [found for found in clashes if not found.holder and keys != usual]
        if final:
            text = " ".join((told(final[0].why), self.tr("Press another one, or Esc.")))
            self._say(text, self.field)
        elif any(found.holder for found in clashes):
            self._wanted = (spec.id, keys)
            held = " ".join(dict.fromkeys(told(found.why) for found in clashes if found.holder))
            self._say(held, self.take, self.keep)
        else:
            self._use(changed_with(self._actions.table, self._settings[KEYS], spec.id, keys))

    def _take_over(self) -> None:
        if self._wanted is not None:
            action_id, keys = self._wanted
            self._use(changed_with(self._actions.table, self._settings[KEYS], action_id, keys))

    def _use(self, changed: Keys) -> None:
        self._settings[KEYS] = changed
        self._changed(KEYS)
        self.table.refresh()
        self._stop()

    # Showing

    def _say(self, text: str, *with_widgets: QWidget) -> None:
        self.said.setText(text)
        if with_widgets:  # asked for something: a screen reader must not wait for the focus
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.said, text))
        if self.field in with_widgets:
            self.field.wait()
        for widget in (self.take, self.keep):
            widget.setVisible(widget in with_widgets)
        if self.keep in with_widgets:
            self.keep.setFocus()
        self.field.setVisible(self.field in with_widgets)

    def _stop(self) -> None:
        """Wait for nothing more, and say what can be done with the chosen action."""
        if any(widget.hasFocus() for widget in (self.field, self.take, self.keep)):
            self.list.setFocus()
        self._wanted = None
        spec = self.current()
        label = spec is not None and is_label(spec)
        self._say(
            self.tr("The key of a label is changed in the label set.")
            if label
            else self.tr("In the list: Enter changes the key, Insert adds one, Delete removes all.")
        )
        usual = spec is None or not is_changed(self._actions.table[spec.id], spec)
        for button in (self.change, self.add):
            button.setEnabled(spec is not None and not label)
        self.remove.setEnabled(spec is not None and not label and bool(spec.keys))
        self.reset.setEnabled(not usual and not label)
        self.reset_all.setEnabled(bool(self._settings[KEYS]))
