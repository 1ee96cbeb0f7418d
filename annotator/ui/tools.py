"""The Tools menu: which engines suggest and in which order, models, and what was learned."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from annotator.config.settings import ACCEPT_ON_DONE, SUREST_FIRST, WEAKEST, Setting
from annotator.services.engines import engines_to_ask, listed_engines, switch_engine
from annotator.storage import LearningRecord
from annotator.ui.actions.build import Actions
from annotator.ui.actions.tools import engine_action
from annotator.ui.annotating import Annotating
from annotator.ui.controller import Controller
from annotator.ui.dialogs.learned import LearnedDialog
from annotator.ui.dialogs.models import ModelsDialog
from annotator.ui.learning import Learning
from annotator.ui.queue import Queue
from annotator.ui.remembering import Remembering
from annotator.ui.suggesting import Means
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import told


class Tools(Controller):
    """Acts on the settings of suggesting and shows them: in the menu and to who annotates."""

    def __init__(
        self,
        around: Surroundings,
        annotating: Annotating,
        remembering: Remembering,
        learning: Learning,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._around = around
        self._annotating = annotating
        self._remembering = remembering
        self._learning = learning
        self._window = window
        self._actions: Actions | None = None
        annotating.finished.connect(learning.article_finished)
        learning.learned.connect(self._say_learned)
        self._apply()

    def means(self) -> Means:
        """Return what a search for suggestions works with now. For the runner's thread."""
        return Means(
            engines_to_ask(self._around.settings),
            self._remembering.memory(),
            self._learning.model(),
            self._remembering.label_set,
        )

    def attach(self, actions: Actions) -> None:
        """Show in these actions what is set."""
        self._actions = actions
        self.show_settings()

    def take_setting(self, setting: Setting[Any]) -> None:
        """Follow what is set of suggesting."""
        if setting.key.startswith("suggest."):
            self._apply()
            self.show_settings()

    def show_models(self) -> None:
        """Show camel-tools' models, to get or remove some."""
        ModelsDialog.ask(self._around.downloads, self._window)
        self.show_settings()

    def show_learned(self) -> None:
        """Show what the embedded model has learned from this project."""
        LearnedDialog.ask(self._learning, self._window)

    def switch_engine(self, engine_id: str) -> None:
        """Ask an engine for suggestions from now on, or no more."""
        on = {one.engine.id: one.on for one in listed_engines(self._around.settings)}
        switch_engine(self._around.settings, engine_id, on=not on[engine_id])
        self.show_settings()

    def switch_order(self) -> None:
        """Go through suggestions by score, or as they stand in the text."""
        self._switch(SUREST_FIRST)

    def switch_accept_on_done(self) -> None:
        """Let finishing an article accept what still stands, or not."""
        self._switch(ACCEPT_ON_DONE)

    def hide_below(self, percent: int) -> None:
        """Hide suggestions whose score is lower."""
        self._around.settings[WEAKEST] = percent
        self._apply()

    def show_settings(self) -> None:
        """Show in the menu what is set, and which engines can run."""
        actions, settings = self._actions, self._around.settings
        if actions is None:
            return
        actions.show_toggle("suggestions.surest_first", on=settings[SUREST_FIRST])
        actions.show_toggle("article.accept_on_done", on=settings[ACCEPT_ON_DONE])
        for engine, on in listed_engines(settings):
            ready, reason = engine.availability
            withheld = "" if ready or reason is None else told(reason)
            actions.show_toggle(engine_action(engine.id), on=on and ready, withheld=withheld)

    def _say_learned(self, record: LearningRecord | None) -> None:
        if record is not None:
            self.noted.emit(self._learning.told(record))

    def _switch(self, setting: Setting[bool]) -> None:
        settings = self._around.settings
        settings[setting] = not settings[setting]
        self._apply()
        self.show_settings()

    def _apply(self) -> None:
        settings = self._around.settings
        weakest = min(100, max(0, settings[WEAKEST]))
        self._annotating.queue = Queue(weakest, settings[SUREST_FIRST])
        self._annotating.accepts_on_done = settings[ACCEPT_ON_DONE]
