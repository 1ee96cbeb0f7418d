"""The table made into QActions, bound to what they call, and into menus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QShortcutEvent
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from annotator.config.settings import Keys
from annotator.core.history import History
from annotator.ui.actions.keymap import with_keys
from annotator.ui.actions.keys import bindings, shown_key
from annotator.ui.actions.spec import ActionSpec, Menu, When, Where
from annotator.ui.actions.table import MENUS
from annotator.ui.steps import last_step


class TableAction(QAction):
    """A QAction that takes a key also where Qt calls it ambiguous.

    With an Arabic and a Latin layout installed, one key press stands for two sequences, both
    bound to this action; Qt then warns and does nothing. That two actions never share a key is
    what the table's test holds.
    """

    def event(self, event: QEvent) -> bool:
        """Trigger on an ambiguous key too."""
        if isinstance(event, QShortcutEvent) and event.isAmbiguous():
            self.trigger()
            return True
        return super().event(event)


class Actions:
    """The actions of one window by id."""

    def __init__(
        self,
        specs: Iterable[ActionSpec],
        handlers: Mapping[str, QObject],
        parent: QObject,
        changed: Keys = MappingProxyType({}),
    ) -> None:
        """Make the actions of ``specs`` with the keys that are ``changed``."""
        self.table = {spec.id: spec for spec in specs}
        """The actions as they come, with the usual keys."""
        self.specs = with_keys(self.table.values(), changed)
        """The actions as they are now."""
        self._groups: dict[str, QActionGroup] = {}
        self._withheld: set[str] = set()
        self._parent = parent
        self._changed = changed
        self._handlers = handlers
        self._widgets: Mapping[Where, Iterable[QWidget]] = {}
        self._menus: dict[Menu, QMenu] = {}
        self._actions = {spec.id: self._make(spec, handlers) for spec in self.specs.values()}

    def __getitem__(self, action_id: str) -> QAction:
        return self._actions[action_id]

    def add_to(self, widgets: Mapping[Where, Iterable[QWidget]]) -> None:
        """Let each action's keys act in the widgets of its place."""
        self._widgets = {where: tuple(places) for where, places in widgets.items()}
        for spec in self.specs.values():
            for widget in self._widgets[spec.where]:
                widget.addAction(self._actions[spec.id])

    def replace(self, gone: Iterable[str], made: Iterable[ActionSpec]) -> None:
        """Put other actions in the place of some, at the end of their menus."""
        for action_id in tuple(gone):
            del self.table[action_id], self.specs[action_id]
            action = self._actions.pop(action_id)
            action.setShortcuts([])
            action.deleteLater()
        for spec in made:
            self.table[spec.id] = self.specs[spec.id] = spec
            action = self._actions[spec.id] = self._make(spec, self._handlers)
            for widget in self._widgets[spec.where]:
                widget.addAction(action)
            self._menus[spec.menu].addAction(action)
        self.use_keys(self._changed)

    def use_keys(self, changed: Keys) -> None:
        """Let other keys act from now on; tool tips say them."""
        self._changed = changed
        before, self.specs = self.specs, with_keys(self.table.values(), changed)
        for spec in self.specs.values():
            if spec.keys != before[spec.id].keys:
                action = self._actions[spec.id]
                action.setShortcuts(bindings(spec.keys))
                if spec.id not in self._withheld:
                    action.setToolTip(tip_of(spec))

    def enable(self, situation: frozenset[When]) -> None:
        """Enable exactly what makes sense now."""
        for spec in self.specs.values():
            self._actions[spec.id].setEnabled(
                spec.when in situation and spec.id not in self._withheld
            )

    def enabled(self, action_id: str) -> bool:
        """Whether an action can be done now."""
        return action_id in self._actions and self._actions[action_id].isEnabled()

    def check(self, choice: str, value: str) -> None:
        """Check the action of group ``choice`` that stands for ``value``."""
        for spec in self.specs.values():
            if spec.choice == choice:
                self._actions[spec.id].setChecked(spec.args == (value,))

    def show_toggle(self, action_id: str, *, on: bool, withheld: str = "") -> None:
        """Show whether a toggle is on, and, for one that cannot act, the reason as its tooltip."""
        action = self._actions[action_id]
        action.setChecked(on)
        action.setEnabled(not withheld)
        action.setToolTip(withheld or tip_of(self.specs[action_id]))
        (self._withheld.add if withheld else self._withheld.discard)(action_id)

    def named(self, action_id: str) -> str:
        """Return an action's first key as a person reads it, its title where it has none."""
        spec = self.specs[action_id]
        return shown_key(spec.keys[0]) if spec.keys else title_of(spec).rstrip("…")

    def name_steps(self, history: History) -> None:
        """Say in the menu which step would be taken back, and which done again."""
        for action_id, steps in (("edit.undo", history.done), ("edit.redo", history.undone)):
            step, title = last_step(steps), title_of(self.specs[action_id])
            self._actions[action_id].setText(f"{title}: {step}" if step else title)

    def fill(self, bar: QMenuBar) -> None:
        """Fill the menu bar, in the table's order."""
        for menu_id, title in MENUS:
            specs = [spec for spec in self.specs.values() if spec.menu is menu_id]
            if specs:
                self._menus[menu_id] = bar.addMenu(_tr(title))
                self._fill_menu(self._menus[menu_id], specs)

    def _fill_menu(self, menu: QMenu, specs: list[ActionSpec]) -> None:
        menu.setToolTipsVisible(True)
        for spec in specs:
            if spec.starts:
                menu.addSeparator()
            menu.addAction(self._actions[spec.id])

    def _make(self, spec: ActionSpec, handlers: Mapping[str, QObject]) -> QAction:
        owner, _, method = spec.handler.partition(".")
        call = getattr(handlers[owner], method)
        action = TableAction(title_of(spec), self._parent)
        action.setObjectName(spec.id)
        action.setShortcuts(bindings(spec.keys))
        action.setShortcutContext(
            Qt.ShortcutContext.WindowShortcut
            if spec.where is Where.WINDOW
            else Qt.ShortcutContext.WidgetWithChildrenShortcut
        )
        action.setIconText(action.text())  # a button keeps its title, whatever the menu adds
        action.setToolTip(tip_of(spec))
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(partial(_call, call, spec.args))
        if spec.choice:
            action.setCheckable(True)
            group = self._groups.setdefault(spec.choice, QActionGroup(self._parent))
            group.addAction(action)
        if spec.toggle:
            action.setCheckable(True)
        return action


def title_of(spec: ActionSpec) -> str:
    """Return an action's text in the window's language."""
    return spec.text if spec.translated else _tr(spec.text)


def menu_name(menu: Menu) -> str:
    """Return a menu's title in the window's language."""
    return _tr(dict(MENUS)[menu]).replace("&", "")


def said_of(spec: ActionSpec) -> str:
    """Return the sentence that explains an action in the window's language; "" for none."""
    return spec.tip if spec.translated or not spec.tip else _tr(spec.tip)


def tip_of(spec: ActionSpec) -> str:
    """Return the tooltip: what the action does, and its first key."""
    text = said_of(spec) or title_of(spec).rstrip("…")
    return f"{text} ({shown_key(spec.keys[0])})" if spec.keys else text


def _call(method: object, args: tuple[str, ...], _checked: bool = False) -> None:
    assert callable(method)
    method(*args)


def _tr(text: str) -> str:
    return QCoreApplication.translate("actions", text)
