"""A project split among annotators, and their files collected, off the main thread."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from annotator.services.collecting import Collected, collect
from annotator.services.project import Project
from annotator.services.sharing import Portion, share_out
from annotator.storage import BatchOutcome
from annotator.ui.batching import Batching
from annotator.ui.controller import Controller
from annotator.ui.dialogs.files import ask_collect
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.split import SplitChoice, SplitDialog
from annotator.ui.text import ltr


class Sharing(Controller):
    """What the File menu does for work that several people share."""

    def __init__(self, project: Project | None, batching: Batching, window: QWidget) -> None:
        super().__init__(window)
        self._project = project
        self._batching = batching
        self._window = window

    def split(self) -> None:
        """Ask who gets articles, and write a file for each."""
        project = self._project
        if project is not None:
            known = [name for name in project.annotators() if name != project.annotator]
            choice = SplitDialog.ask(project.path, known, self._window)
            if choice is not None:
                self.split_as(choice)

    def split_as(self, choice: SplitChoice) -> None:
        """Write the files that were chosen."""
        self._batching.write(
            lambda file, progress: share_out(
                file, choice.folder, choice.sharing, progress=progress
            ),
            self.tr("Writing the annotators' files…"),
            partial(self._was_split, choice.folder),
        )

    def collect(self) -> None:
        """Ask for annotators' files, and take them back."""
        project = self._project
        files = ask_collect(self._window, str(project.path.parent)) if project else []
        if files:
            self.collect_from(files)

    def collect_from(self, files: list[Path]) -> None:
        """Take annotators' files back."""
        self._batching.write(
            lambda file, progress: collect(file, files, progress=progress),
            self.tr("Collecting…"),
            self._was_collected,
        )

    def close(self) -> None:
        """Give the project up."""
        self._project = None

    def _was_split(self, folder: Path, portions: list[Portion]) -> None:
        most = max(one.articles for one in portions)
        shared = max(one.shared for one in portions)
        said = [
            self.tr("%n file(s) written to {folder}.", "", len(portions)).format(
                folder=ltr(str(folder))
            ),
            self.tr("Up to %n article(s) each.", "", most),
        ]
        if shared:
            said.append(self.tr("Up to %n of them somebody else has, too.", "", shared))
        self.noted.emit(" ".join(said))

    def _was_collected(self, found: Collected) -> None:
        if self._project is not None and found.touched:
            self._project.batches.follow(BatchOutcome(None, tuple(found.touched)), self)
        said = self.tr("%n annotation set(s) came in.", "", found.sets)
        self.noted.emit(said)
        ReportDialog.ask(self.tr("Collect"), said, found.as_report(), self._window)
