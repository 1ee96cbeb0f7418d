"""The composition root: everything of the window is put together here."""

from __future__ import annotations

import logging
import sys
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget

from annotator.arabic.clitics import default_cutter
from annotator.bundled import resource
from annotator.config.settings import BACKUP_FOLDER, BACKUPS, CONTRAST, LANGUAGE, THEME
from annotator.config.store import Settings
from annotator.core.errors import UserError
from annotator.core.progress import Progress
from annotator.services.backups import back_up
from annotator.services.project import Project, open_project
from annotator.services.reviews import is_review, review_of
from annotator.ui.app_window import AppWindow
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.faults import Faults
from annotator.ui.first_paint import AfterFirstPaint, hold_what_is_loaded
from annotator.ui.fonts import NO_ARABIC_FONT, lacks_arabic
from annotator.ui.language import Language, chosen_language
from annotator.ui.log import start_log
from annotator.ui.main_window import MainWindow
from annotator.ui.opening import is_project
from annotator.ui.recent import project_to_start_with, remember_project
from annotator.ui.runner import Runner
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import both_languages, told, told_in_line
from annotator.ui.theme import apply_theme, chosen_theme
from annotator.ui.tutorial.lesson import Lesson
from annotator.ui.window_state import WINDOW_STATE

_log = logging.getLogger(__name__)


class Desk(QObject):
    """Holds what outlives a window (settings, runners, language) and makes the windows.

    One window at a time: another project, or another language, is another window.
    """

    ready = Signal()
    """What the first key and the first decision need is loaded."""

    def __init__(self, app: QApplication, settings: Settings | None = None) -> None:
        super().__init__()
        self._app = app
        self.settings = settings or Settings()
        self.runner, self._background, self._downloads = (Runner(self) for _ in range(3))
        self._language = Language(app)
        self.lesson = Lesson()
        self.window: AppWindow | None = None
        self._leaving: list[AppWindow] = []
        self.dress()
        hints = app.styleHints()
        self._followed = (
            hints.colorSchemeChanged,
            hints.accessibility().contrastPreferenceChanged,
        )
        for changed in self._followed:
            changed.connect(self._system_looks_changed)

    def start(self, paths: Sequence[Path] = ()) -> AppWindow:
        """Show the first window, on what ``paths`` mean; a welcome where nothing comes of it.

        Without any it is the welcome, or the last project, as the settings say.
        """
        paths = paths or project_to_start_with(self.settings)
        project = _project_of(paths)
        window = self.show(project) if project else self._replace(None, show=not paths)
        for notice in self.settings.notices:
            _log.warning("%s", notice)
            window.status.note(told(notice.message))
        if paths and project is None:
            window.projects.open_paths(paths)
        assert self.window is not None
        AfterFirstPaint(self.window, self._prepare)
        self.window.show()
        self._tell_what_lacks()
        return self.window

    def show(self, project: Project) -> AppWindow:
        """Put a window on ``project`` in the place of the one there is; return it."""
        if not self.lesson.owns(project.path):
            remember_project(self.settings, project.path)
        self._close_project()
        self.lesson.end(but=project.path)
        window = self._replace(project)
        if not self.lesson.owns(project.path):
            self._back_up(project)
        return window

    def _tell_what_lacks(self) -> None:
        """Say what the machine lacks that an annotator cannot do without."""
        if not lacks_arabic():
            return
        _log.warning("%s", NO_ARABIC_FONT)
        box = ErrorDialog(NO_ARABIC_FONT, self.window)
        box.setText(both_languages(NO_ARABIC_FONT.what))
        box.setInformativeText(both_languages(NO_ARABIC_FONT.todo))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()  # the window can be used behind it

    def welcome(self) -> AppWindow:
        """Close the project and put the welcome in its place."""
        self._close_project()
        self.lesson.end()
        return self._replace(None)

    def renew(self) -> None:
        """Make the window anew, in the language that is set now; not while articles come in."""
        if self.window is not None and self.window.projects.importing:
            self.window.status.note(
                self.tr("Articles are being imported; the language changes with the next window.")
            )
            return
        focus = QApplication.focusWidget()
        name = focus.objectName() if focus else ""
        window = self._replace(self.window.release() if self.window else None)
        same = window.findChildren(QWidget, name) if name else []
        if len(same) == 1:  # the keyboard stays where it was, if that has a name of its own
            same[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self) -> None:
        """Apply the theme that is set."""
        settings = self.settings
        apply_theme(self._app, chosen_theme(settings[THEME], settings[CONTRAST]))

    def close(self) -> None:
        """Close the window and end all work."""
        for changed in self._followed:
            changed.disconnect(self._system_looks_changed)
        if self.window is not None:
            self.window.close()
            self._leaving.append(self.window)
            self.window = None
        for window in self._leaving:
            window.deleteLater()
        self._leaving.clear()
        for runner in (self.runner, self._background, self._downloads):
            runner.close()
        self.lesson.end()
        self._language.withdraw()

    def _close_project(self) -> None:
        old = self.window.release() if self.window else None
        if old is not None:
            old.close()

    def _replace(self, project: Project | None, *, show: bool = True) -> AppWindow:
        old = self.window
        language = chosen_language(self.settings[LANGUAGE])
        if language != self._language.id:
            self._language.use(language)
        around = Surroundings(
            settings=self.settings,
            runner=self.runner,
            background=self._background,
            downloads=self._downloads,
            language=language,
            show=self.show,
            renew=self.renew,
            dress=self.dress,
            welcome=self.welcome,
            lesson=self.lesson,
        )
        self.window = _window_on(project, around)
        if old is not None and (project is None or project.state(WINDOW_STATE) is None):
            self.window.restoreGeometry(old.saveGeometry())
        if show:
            self.window.show()
            self.window.activateWindow()
        if old is not None:
            old.close()
            self._leave(old)
        return self.window

    def _leave(self, old: AppWindow) -> None:
        """Delete a window once what it had run has ended: it is told, and takes back what it lent.

        After a change of language the project goes on in the next window, and has to be writable.
        """
        self._leaving.append(old)

        def ended() -> None:
            if old in self._leaving:
                self._leaving.remove(old)
                old.deleteLater()

        self.runner.afterwards(ended)

    def _back_up(self, project: Project) -> None:
        """Make the backup of the day in the background; what goes wrong is said in the window."""
        keep, folder = self.settings[BACKUPS], self.settings[BACKUP_FOLDER].strip()
        if project.read_only is not None or not keep:
            return

        def failed(error: BaseException) -> None:
            if not isinstance(error, UserError):
                raise error
            _log.warning("%s", error)
            if self.window is not None:
                self.window.status.note(told_in_line(error))

        today = datetime.now(UTC).astimezone().date()
        self._background.run(
            lambda progress: back_up(
                project.file, keep=keep, folder=folder, today=today, progress=progress
            ),
            done=lambda _: None,
            failed=failed,
            quiet=True,
        )

    def _prepare(self) -> None:
        """Load in the background what the first key needs."""

        def work(_progress: Progress) -> None:
            default_cutter()

        self._background.run(work, done=lambda _: self.ready.emit(), failed=_raise)

    def _system_looks_changed(self) -> None:
        """Follow the system while the window is open, in what is left to it."""
        if "system" in (self.settings[THEME], self.settings[CONTRAST]):
            self.dress()


def _project_of(paths: Sequence[Path]) -> Project | None:
    """Return the project that paths mean; None where they are files, or it cannot be opened."""
    if len(paths) == 1 and is_project(paths[0]):
        with suppress(UserError):  # the window opens it again, and says why not
            return open_project(paths[0])
    return None


def _window_on(project: Project | None, around: Surroundings) -> AppWindow:
    """Return the window for what a project is: one to annotate in, or one to review in."""
    if project is not None and is_review(project.file):
        # Its figures need numpy: a fifth of the start-up of those who annotate.
        from annotator.ui.review.window import ReviewWindow  # noqa: PLC0415

        return ReviewWindow(around, review_of(project))
    return MainWindow(around, project)


def _raise(error: BaseException) -> None:
    raise error


def make_application() -> QApplication:
    """Return the QApplication, made with the program's name and icon."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("annotator")
    app.setApplicationDisplayName("annotator")
    app.setDesktopFileName("annotator")
    icon = resource("icons", "annotator.svg")
    if icon.is_file():
        app.setWindowIcon(QIcon(str(icon)))
    return app


def main(paths: Sequence[Path] = ()) -> int:
    """Open the window on a project or on files; return the exit code when it is closed."""
    start_log()
    app = make_application()
    faults = Faults()
    faults.install()
    desk = Desk(app)
    desk.ready.connect(hold_what_is_loaded)
    desk.start([Path(path) for path in paths])
    try:
        return int(app.exec())
    finally:
        desk.close()
