"""The main job on the sample article: in the window, or off screen with pictures of it."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from annotator.config.store import Settings
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.services.project import SUFFIX, Project, create_project
from annotator.services.transfer import export, import_paths
from annotator.storage import ProjectFile
from annotator.ui.app import Desk, main, make_application
from annotator.ui.demo_pictures import LOOKS, dressed, save_picture
from annotator.ui.demo_review import COLLEAGUES, review_demo
from annotator.ui.demo_review import NAME as REVIEW
from annotator.ui.log import take_qt_messages
from annotator.ui.main_window import MainWindow
from annotator.ui.samples import sample_article

FOLDER = "annotator-demo"
"""Where the files go when no folder is named."""

EXPORTS = (("seed.conll", "conll2002"), ("seed.jsonl", "jsonl"))
"""Files that are written, and their formats."""

_DEMO = "demo"
"""Who decides in a demo."""

_DECIDED = 9
"""Suggestions that are accepted before the pictures are taken, so that they show all states."""


def run(out: Path | None = None) -> int:
    """Open the sample article in the window; with ``out``, or without a display, off screen.

    Off screen it makes suggestions, decides them, and leaves a project, exports and pictures in
    ``out``; then it reviews two colleagues' work, with pictures, reports and feedback. What an
    earlier demo left there is replaced.

    Raises:
        UserError: ``out`` cannot be written to.
    """
    if out is None and _has_display():
        return main([sample_article()])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    take_qt_messages()
    folder = out or Path(FOLDER)
    made = _Demo(make_application(), folder).run()
    sys.stdout.write("".join(f"{path}\n" for path in made))
    return 0


class _Demo:
    """One run off screen, with settings of its own: the user's are neither read nor changed."""

    def __init__(self, app: QApplication, folder: Path) -> None:
        self._app = app
        self._folder = folder

    def run(self) -> list[Path]:
        """Do the job and return the files that it made."""
        project = self._project()
        made = [project.path]
        with tempfile.TemporaryDirectory() as settings:
            desk = Desk(self._app, Settings(Path(settings) / "settings.toml"))
            try:
                desk.show(project)
                window = _shown(desk)
                self._suggest(window)
                self._decide(window)
                made += [self._picture(desk, *look) for look in LOOKS]
                _shown(desk).annotating.accept_all()
                made += [self._export(project, name, format_id) for name, format_id in EXPORTS]
                made += review_demo(desk, self._folder, _DEMO)
            finally:
                desk.close()
        return made

    def _project(self) -> Project:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UserError(
                message(
                    QT_TRANSLATE_NOOP("messages", "The folder cannot be made: {reason}."),
                    reason=error.strerror or str(error),
                ),
                where=str(self._folder),
                todo=message(
                    QT_TRANSLATE_NOOP("messages", "Choose a folder in which you may write.")
                ),
            ) from error
        path = self._folder / f"seed{SUFFIX}"
        _spare(path)
        _spare(self._folder / REVIEW, COLLEAGUES)
        project = create_project(path, annotator=_DEMO, force=True)
        import_paths(project.file, [sample_article()])
        return project

    def _suggest(self, window: MainWindow) -> None:
        """Wait for the suggestions that opening the article has set off."""
        if window.suggesting.running:
            loop = QEventLoop()
            window.suggesting.ended.connect(loop.quit)
            loop.exec()

    def _decide(self, window: MainWindow) -> None:
        """Accept the first suggestions one by one, as a person would, and stop at an open one."""
        state = window.annotating.state
        pending = state.pending() if state else ()
        if pending:
            window.annotating.go_to(pending[0].id)
        for _ in pending[:_DECIDED]:
            window.annotating.accept()

    def _picture(self, desk: Desk, language: str, theme: str) -> Path:
        """Take a picture of the window from the top of the article."""
        dressed(desk, language, theme)
        window = _shown(desk)
        window.view.set_top(0)
        return save_picture(window, self._folder / f"annotate-{language}-{theme}.png")

    def _export(self, project: Project, name: str, format_id: str) -> Path:
        path = self._folder / name
        export(project.file, path, format_id=format_id, force=True)
        return path


def _spare(path: Path, known: Collection[str] = ()) -> None:
    """Refuse to replace a project in which somebody has worked who is not ``known``."""
    if not path.exists():
        return
    with ProjectFile.open(path, read_only=True) as file:
        people = set(file.annotators()) - {_DEMO, *known}
    if people:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "This project holds the work of {names}."),
                names=", ".join(sorted(people)),
            ),
            where=str(path),
            todo=message(QT_TRANSLATE_NOOP("messages", "Choose another folder for the demo.")),
        )


def _shown(desk: Desk) -> MainWindow:
    assert isinstance(desk.window, MainWindow)
    return desk.window


def _has_display() -> bool:
    """Whether there is a screen to open a window on."""
    if os.environ.get("QT_QPA_PLATFORM", "") in ("offscreen", "minimal"):
        return False
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
