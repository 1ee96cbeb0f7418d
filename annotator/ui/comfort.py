"""How the article is read: size, width, lines, font, what is hidden, and labels without colour."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.config.settings import (
    COLUMN,
    CONTRAST,
    DIACRITICS,
    FONT,
    LABEL_SHAPES,
    LEADING,
    TATWEEL,
    ZOOM,
    Setting,
)
from annotator.config.store import Settings
from annotator.core.labels import LabelSet
from annotator.ui.actions.build import Actions
from annotator.ui.article.page import PageStyle
from annotator.ui.article.page_view import PageView
from annotator.ui.article.shapes import with_signs
from annotator.ui.controller import Controller
from annotator.ui.dialogs.fonts import FontDialog
from annotator.ui.surroundings import Surroundings

ZOOMS = (50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300)
"""The sizes that the keys and the wheel go through, in percent."""

_TOGGLES = {
    "reading.diacritics": DIACRITICS,
    "reading.tatweel": TATWEEL,
    "labels.shapes": LABEL_SHAPES,
}
_OF_PAGE = (ZOOM, COLUMN, LEADING, FONT, DIACRITICS, TATWEEL, LABEL_SHAPES)


class Comfort(Controller):
    """Sets the page of the article as the settings say, and at once when they change."""

    labels_changed = Signal()
    """Labels look different from now on: :meth:`worn`."""

    def __init__(self, around: Surroundings, view: PageView, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._view = view
        self._window = window
        self._actions: Actions | None = None
        view.zoom_asked.connect(self._zoom_by)
        view.set_page_style(page_style(around.settings))

    def attach(self, actions: Actions) -> None:
        """Show in these actions what is set."""
        self._actions = actions
        self._show()

    def take_setting(self, setting: Setting[Any]) -> None:
        """Follow a setting of reading or of looks."""
        if setting in _OF_PAGE:
            self._view.set_page_style(page_style(self._around.settings))
        if setting is LABEL_SHAPES:
            self.labels_changed.emit()
        if setting is CONTRAST:
            self._around.dress()
        self._show()

    def worn(self, label_set: LabelSet) -> LabelSet:
        """Return the labels as they are shown: as they are, or with signs and safe colours."""
        return with_signs(label_set) if self._around.settings[LABEL_SHAPES] else label_set

    def zoom_in(self) -> None:
        """Show the article larger."""
        self._zoom_by(1)

    def zoom_out(self) -> None:
        """Show the article smaller."""
        self._zoom_by(-1)

    def zoom_normal(self) -> None:
        """Show the article in its usual size."""
        self._set(ZOOM, ZOOM.default)

    def switch(self, action_id: str) -> None:
        """Show or hide what an action stands for."""
        setting = _TOGGLES[action_id]
        self._set(setting, not self._around.settings[setting])

    def use_contrast(self, value: str) -> None:
        """Dress the program in normal or in high contrast."""
        self._set(CONTRAST, value)

    def choose_font(self) -> None:
        """Choose the article's font by its looks; the article shows each at once."""
        before = self._around.settings[FONT]
        if not FontDialog.ask(before, lambda family: self._set(FONT, family), self._window):
            self._set(FONT, before)

    def _zoom_by(self, steps: int) -> None:
        now = self._around.settings[ZOOM]
        wider = [zoom for zoom in ZOOMS if (zoom > now if steps > 0 else zoom < now)]
        if wider:
            there = wider if steps > 0 else wider[::-1]
            self._set(ZOOM, there[min(abs(steps), len(there)) - 1])
        self.noted.emit(self.tr("Size {percent}%").format(percent=self._around.settings[ZOOM]))

    def _set(self, setting: Setting[Any], value: object) -> None:
        if self._around.settings[setting] != value:
            self._around.settings[setting] = value
            self.take_setting(setting)

    def _show(self) -> None:
        if self._actions is not None:
            for action_id, setting in _TOGGLES.items():
                self._actions.show_toggle(action_id, on=self._around.settings[setting])
            self._actions.check("contrast", self._around.settings[CONTRAST])


def page_style(settings: Settings) -> PageStyle:
    """Return how the article is set. Letters and column grow together, so lines stay as long."""
    usual, zoom = PageStyle(), settings[ZOOM] / 100
    return PageStyle(
        size=round(usual.size * zoom),
        column=round(settings[COLUMN] * zoom),
        leading=settings[LEADING] / 100,
        family=settings[FONT],
        diacritics=settings[DIACRITICS],
        tatweel=settings[TATWEEL],
        strokes=settings[LABEL_SHAPES],
    )
