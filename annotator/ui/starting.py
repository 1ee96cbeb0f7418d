"""Ways to begin: a folder, the sample article; and the way back to the welcome page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.controller import Controller
from annotator.ui.projects import Projects
from annotator.ui.samples import sample_article
from annotator.ui.surroundings import Surroundings


class Starting(Controller):
    """What the welcome page offers, for the window of one project or of none."""

    def __init__(self, around: Surroundings, projects: Projects, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._projects = projects
        self._window = window

    def open_folder(self) -> None:
        """Ask for a folder, and open its articles as one project."""
        name = QFileDialog.getExistingDirectory(self._window, _tr(_FOLDER))
        if name:
            self._projects.open_paths([Path(name)])

    def open_sample(self) -> None:
        """Open the sample article in a project of the user's own."""
        self._projects.open_paths([sample_article()])

    def close_project(self) -> None:
        """Close the project and show the welcome page; not while articles come in."""
        if self._projects.importing:
            self.noted.emit(self.tr("Articles are being imported; stop that first."))
            return
        self._around.welcome()


_FOLDER = QT_TRANSLATE_NOOP("files", "Open a folder of articles")


def _tr(text: str) -> str:
    return QCoreApplication.translate("files", text)
