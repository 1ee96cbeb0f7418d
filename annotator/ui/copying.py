"""A copy of the open project under another name."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from annotator.core.errors import UserError
from annotator.core.progress import Progress
from annotator.services.copies import save_copy
from annotator.services.project import Project
from annotator.ui.controller import Controller
from annotator.ui.dialogs.files import ask_copy
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import ltr


class Copying(Controller):
    """What the File menu does for copies, for the window of one project or of none."""

    def __init__(self, around: Surroundings, project: Project | None, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._project = project
        self._window = window

    def save(self) -> None:
        """Ask for a place and copy the project there, off the main thread.

        Where its file is gone or replaced, the connection that is still open reads it; that belongs
        to this thread, and is for rescue alone.
        """
        project = self._project
        if project is None:
            return
        target = ask_copy(self._window, project.path)
        if target is None:
            return
        text = self.tr("Copying…")
        said = self.tr("A copy is in {path}").format(path=ltr(str(target)))

        def work(progress: Progress) -> None:
            with project.file.reader() as reader:
                save_copy(reader, target, progress)

        if project.file.was_replaced:
            try:
                save_copy(project.file, target, Progress())
            except UserError as error:
                self._failed(error)
            else:
                self.noted.emit(said)
            return
        self._around.runner.run(
            work,
            done=lambda _: self._ended(said),
            failed=self._failed,
            stopped=lambda: self._ended(self.tr("Stopped; no copy was made.")),
            progress=lambda done, total: self.working.emit(text, done, total),
        )
        self.working.emit(text, 0, None)

    def close(self) -> None:
        """Give the project up."""
        self._project = None

    def _ended(self, said: str) -> None:
        self.rested.emit()
        self.noted.emit(said)

    def _failed(self, error: BaseException) -> None:
        self.rested.emit()
        self.failed.emit(error)
