"""The settings dialog, and what becomes of what is set there."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.config.settings import KEYS, LANGUAGE, Setting
from annotator.ui.actions.build import Actions
from annotator.ui.controller import Controller
from annotator.ui.dialogs.settings import SettingsDialog
from annotator.ui.surroundings import Surroundings


class Adjusting(Controller):
    """Shows the settings; what is set holds at once, but for the language, which needs a window."""

    changed = Signal(object)
    """The :class:`Setting` that has another value now."""

    def __init__(self, around: Surroundings, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._actions: Actions | None = None

    def attach(self, actions: Actions) -> None:
        """Get to know the actions, whose keys can be changed."""
        self._actions = actions

    def show(self) -> None:
        """Show the settings until they are closed."""
        if self._actions is None:
            return
        language = self._around.settings[LANGUAGE]
        SettingsDialog.ask(self._around.settings, self._actions, self.tell, self._window)
        if self._around.settings[LANGUAGE] != language:
            self._around.renew()

    def tell(self, setting: Setting[Any]) -> None:
        """Let everything follow a setting that has another value."""
        if setting is KEYS and self._actions is not None:
            self._actions.use_keys(self._around.settings[KEYS])
        self.changed.emit(setting)
