"""Goes through the tutorial with a person: says the step, and notices when it was done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QMainWindow

from annotator.config.settings import KEYS, Setting
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.services.project import Project, open_project
from annotator.services.session import ArticleSession
from annotator.ui.actions.build import Actions
from annotator.ui.actions.keys import runs_text, shown_key
from annotator.ui.actions.spec import When
from annotator.ui.controller import Controller
from annotator.ui.surroundings import Surroundings
from annotator.ui.tutorial.steps import LABELS, STEPS, Room, Standing
from annotator.ui.tutorial.strip import Strip


class Tutor(Controller):
    """In every window, to begin the tutorial; in a window of the tutorial, to go through it.

    ``standing`` tells how things stand in the window; :meth:`look` is to be called whenever that
    may have changed. ``ask`` asks for suggestions, which the tutorial needs in any case.
    """

    def __init__(
        self,
        around: Surroundings,
        project: Project | None,
        window: QMainWindow,
        *,
        standing: Callable[[], Standing],
        room: Room = Room.ARTICLE,
        ask: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(window)
        self._around, self._lesson = around, around.lesson
        self._project = project
        self._window = window
        self._standing = standing
        self._room = room
        self._ask = ask
        self._actions: Actions | None = None
        self._last = Standing()
        self._teaching = project is not None and self._lesson.owns(project.path)
        self._opening = False
        self.strip: Strip | None = None

    def attach(self, actions: Actions) -> None:
        """Put the strip into the window, where it is one of the tutorial."""
        self._actions = actions
        if not self._teaching:
            return
        skip, leave = (
            shown_key(next(iter(actions.specs[f"tutorial.{name}"].keys), ""))
            for name in ("skip", "leave")
        )
        self.strip = Strip(len(STEPS), skip, leave, self._window)
        self.strip.next_asked.connect(self.skip)
        self.strip.leave_asked.connect(self.leave)
        self._window.addToolBar(self.strip)
        self._show()

    def open(self, session: ArticleSession | None) -> None:
        """Begin to look, at another article."""
        self._last = self._standing()
        if self._teaching and session is not None and not session.state.entities:
            self._ask()

    def situation(self) -> frozenset[When]:
        """Return whether there is a tutorial to go on with, or to leave."""
        return frozenset({When.TUTORIAL} if self._teaching else ())

    def use_labels(self, label_set: LabelSet) -> None:
        """Say the keys of other labels."""
        self._show()

    def take_setting(self, setting: Setting[Any]) -> None:
        """Say other keys, when they have been changed."""
        if setting is KEYS:
            self._show()

    def close(self) -> None:
        """Give the project up."""
        self._project = None
        self._teaching = False

    # What actions call

    def start(self) -> None:
        """Begin the tutorial from its first step, in a window of its own project."""
        back = self._project.path if self._project and not self._teaching else None
        try:
            project = self._lesson.begin(back)
        except UserError as error:
            self.failed.emit(error)
            return
        self._around.show(project)

    def skip(self) -> None:
        """Go on to the next step, whether this one was done or not."""
        if not self._teaching:
            return
        if self._lesson.opens_review():
            self._open_review()
        elif self._lesson.go_on():
            self._show()
        else:
            self.leave()

    def leave(self) -> None:
        """Go back to where one was before."""
        if not self._teaching:
            return
        back = self._lesson.back
        if back is not None and back.is_file():
            try:
                self._around.show(open_project(back))
            except UserError as error:
                self.failed.emit(error)
            else:
                return
        self._around.welcome()

    def look(self) -> None:
        """See whether the step is done, and go on."""
        if not self._teaching:
            return
        before, self._last = self._last, self._standing()
        step = self._lesson.step
        if step.room is self._room and step.done is not None and step.done(before, self._last):
            self._lesson.go_on()
            self._show()

    # Inside

    def _show(self) -> None:
        if self.strip is None or self._actions is None:
            return
        step = self._lesson.step
        text = QCoreApplication.translate("tutorial", step.text)
        keys = {name: self._named(action) for name, action in step.keys.items()}
        self.strip.show_step(self._lesson.at, text, keys, by_hand=step.done is None)
        said = self.strip.text.accessibleName()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.strip.text, said))

    def _named(self, action_id: str) -> str:
        assert self._actions is not None
        if action_id == LABELS:
            labels = self._project.label_set if self._project else ()
            return runs_text([label.key for label in labels if label.key])
        return self._actions.named(action_id)

    def _open_review(self) -> None:
        if self._opening:
            return
        self._opening = True
        self._around.runner.run(
            self._make_review,
            done=self._show_review,
            failed=self._not_opened,
            stopped=self._not_opened,
            wanted=lambda: self._teaching,
        )

    def _make_review(self, _progress: Progress) -> Path:
        return self._lesson.make_review()

    def _show_review(self, path: Path) -> None:
        try:
            project = open_project(path)
        except UserError as error:
            self._not_opened(error)
            return
        self._lesson.go_on()
        self._around.show(project)

    def _not_opened(self, error: BaseException | None = None) -> None:
        """Let the person ask for it again; without an error, they stopped it."""
        self._opening = False
        if error is not None:
            self.failed.emit(error)
