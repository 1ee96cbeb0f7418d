"""Projects opened and made, files taken in, training data written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.errors import UserError
from annotator.core.progress import Cancelled, Progress
from annotator.formats.source import Source, open_source
from annotator.services.project import Project, create_project, open_project
from annotator.services.transfer import Report, export, import_paths
from annotator.ui.controller import Controller
from annotator.ui.dialogs.encodings import EncodingDialog
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.export import ExportChoice, ExportDialog
from annotator.ui.dialogs.files import ask_import, ask_new, ask_open
from annotator.ui.dialogs.progress import ModalProgress
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.opening import is_project, project_path_for
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import ltr


class Projects(Controller):
    """What the File menu does, for the window of one project or of none."""

    changed = Signal()
    """Articles came into the project."""

    def __init__(self, around: Surroundings, project: Project | None, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self.project = project

    def new(self) -> None:
        """Ask for a place, make an empty project there and open it."""
        path = ask_new(self._window, self._folder())
        if path is not None:
            self._guarded(lambda: self._around.show(create_project(path)))

    def choose(self) -> None:
        """Ask for a project or files, and open them."""
        paths = ask_open(self._window, self._folder())
        if paths:
            self.open_paths(paths)

    def open_paths(self, paths: Sequence[Path]) -> None:
        """Open a project, or take files into the project that belongs to them."""
        self._guarded(partial(self._open_paths, paths))

    def import_files(self) -> None:
        """Ask for files and take them into this project."""
        paths = ask_import(self._window, self._folder())
        if paths:
            self._guarded(partial(self._import, paths))

    def export(self) -> None:
        """Ask what to write, show what would be lost, and write it."""
        project = self.project
        if project is None:
            return
        choice = ExportDialog.ask(project.path, project.annotator, self._window)
        if choice is not None:
            self.export_to(choice)

    def export_to(self, choice: ExportChoice) -> None:
        """Write what was chosen, off the main thread."""
        project = self.project
        if project is None:
            return
        text = self.tr("Exporting…")
        confirm = partial(self._around.runner.ask, self._confirm_losses)

        def work(progress: Progress) -> Report:
            return export(
                project.file,
                choice.path,
                format_id=choice.format_id,
                options=choice.options,
                selection=choice.selection,
                force=True,
                confirm=lambda report: confirm(progress, report),
                progress=progress,
            )

        self._around.runner.run(
            work,
            done=self._exported,
            failed=self._export_failed,
            stopped=self._export_stopped,
            progress=lambda done, total: self.working.emit(text, done, total),
        )
        self.working.emit(text, 0, None)

    def close(self) -> None:
        """Give the project up."""
        self.project = None

    # Inside

    def _open_paths(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1 and is_project(paths[0]):
            self._around.show(open_project(paths[0]))
            return
        encodings = self._ask_encodings(paths)
        if encodings is None:
            return
        target = project_path_for(paths)
        project = open_project(target) if target.exists() else create_project(target)
        try:
            report = self._take(project, paths, encodings)
        except BaseException:
            project.close()
            raise
        self._around.show(project)
        self._show_report(report)

    def _import(self, paths: Sequence[Path]) -> None:
        encodings = self._ask_encodings(paths)
        if self.project is None or encodings is None:
            return
        report = self._take(self.project, paths, encodings)
        self.changed.emit()
        self._show_report(report)

    def _ask_encodings(self, paths: Sequence[Path]) -> dict[Path, str] | None:
        """Ask for the encodings of files whose bytes fit several; None when that was refused."""
        doubtful = [(path, source) for path in paths if (source := _doubtful(path)) is not None]
        return EncodingDialog.ask(doubtful, self._window) if doubtful else {}

    def _take(self, project: Project, paths: Sequence[Path], encodings: dict[Path, str]) -> Report:
        """Import files, those of one encoding together, with progress and a way to stop."""
        # Suggestions that end meanwhile would be saved inside the import's transaction.
        self._around.runner.cancel_all()
        groups: dict[str | None, list[Path]] = {}
        for path in paths:
            groups.setdefault(encodings.get(path), []).append(path)
        shown = ModalProgress(self.tr("Importing…"), self._window)
        whole = Report()
        try:
            for encoding, group in groups.items():
                _add(
                    whole,
                    import_paths(project.file, group, encoding=encoding, progress=shown.progress),
                )
        finally:
            shown.close()
        return whole

    def _show_report(self, report: Report) -> None:
        said = self.tr("%n article(s) imported.", "", report.articles)
        if report.is_clean:
            self.noted.emit(said)
            return
        ReportDialog.ask(
            self.tr("Import"),
            " ".join((said, self.tr("Not everything could be taken as it stands:"))),
            report,
            self._window,
        )

    def _confirm_losses(self, report: Report) -> bool:
        if report.is_clean:
            return True
        said = self.tr("The format cannot carry everything. What it loses or changes:")
        return ReportDialog.ask(
            self.tr("Export"), said, report, self._window, go_on=self.tr("Write the file")
        )

    def _exported(self, report: Report) -> None:
        self.rested.emit()
        names = " ".join(ltr(str(path)) for path in report.written)
        said = self.tr("%n article(s) written, read back and compared:", "", report.articles)
        self.noted.emit(f"{said} {names}")

    def _export_failed(self, error: BaseException) -> None:
        self.rested.emit()
        if not isinstance(error, UserError):
            raise error
        ErrorDialog.ask(error, self._window)

    def _export_stopped(self) -> None:
        self.rested.emit()
        self.noted.emit(self.tr("Stopped; nothing was written."))

    def _guarded(self, what: Callable[[], None]) -> None:
        try:
            what()
        except UserError as error:
            ErrorDialog.ask(error, self._window)
        except Cancelled:
            self.noted.emit(self.tr("Stopped; nothing was imported."))

    def _folder(self) -> str:
        return str(self.project.path.parent) if self.project else ""


def _doubtful(path: Path) -> Source | None:
    """Return a file whose encoding is a guess; what cannot be read the import reports."""
    if not path.is_file():
        return None
    try:
        source = open_source(path)
    except UserError:
        return None
    return source if source.encoding.alternatives else None


def _add(whole: Report, part: Report) -> None:
    whole.articles += part.articles
    whole.entities += part.entities
    whole.quotes += part.quotes
    whole.problems += part.problems
    whole.written += part.written
    whole.files += part.files
