"""How the window looks and which language it speaks."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject

from annotator.config.settings import LANGUAGE, THEME, Setting
from annotator.ui.actions.build import Actions
from annotator.ui.controller import Controller
from annotator.ui.surroundings import Surroundings
from annotator.ui.theme import DARK, LIGHT, current_theme


class Looks(Controller):
    """Sets theme and language, and shows in the menu which they are."""

    def __init__(self, around: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around = around
        self._actions: Actions | None = None

    def attach(self, actions: Actions) -> None:
        """Show in these actions what is set."""
        self._actions = actions
        self._show()

    def take_setting(self, setting: Setting[Any]) -> None:
        """Dress the program anew for another theme."""
        if setting is THEME:
            self._around.dress()
            self._show()

    def use_theme(self, value: str) -> None:
        """Dress the program in a theme."""
        self._around.settings[THEME] = value
        self._around.dress()
        self._show()

    def switch_theme(self) -> None:
        """Go from light colours to dark ones, or back."""
        self.use_theme(LIGHT.id if current_theme().dark else DARK.id)

    def use_language(self, value: str) -> None:
        """Speak another language, in a window made anew."""
        self._around.settings[LANGUAGE] = value
        self._around.renew()

    def _show(self) -> None:
        if self._actions is not None:
            self._actions.check("theme", self._around.settings[THEME])
            self._actions.check("language", self._around.settings[LANGUAGE])
