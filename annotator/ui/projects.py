"""Projects opened and made, files taken in, training data written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from annotator.core.errors import UserError
from annotator.core.problems import Problem
from annotator.core.progress import Cancelled, Progress
from annotator.formats.fields import FIELDS
from annotator.formats.source import Source, open_source
from annotator.services.project import Project, create_project, open_project
from annotator.services.transfer import (
    Answers,
    Report,
    TableChoice,
    UnsureTable,
    check_export,
    export,
    import_beside,
    import_lent,
    unsure_tables,
)
from annotator.storage import ProjectFile
from annotator.ui.controller import Controller
from annotator.ui.dialogs.columns import ColumnsDialog
from annotator.ui.dialogs.encodings import EncodingDialog
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.export import ExportChoice, ExportDialog
from annotator.ui.dialogs.files import ask_import, ask_new, ask_open
from annotator.ui.dialogs.label_choice import LabelSetChoice
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.opening import is_project, project_path_for
from annotator.ui.runner import Task
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import ltr, told


class Projects(Controller):
    """What the File menu does, for the window of one project or of none."""

    changed = Signal()
    """Articles came into the project."""
    reported = Signal()
    """An import has ended; :meth:`show_report` shows what came of it."""

    def __init__(self, around: Surroundings, project: Project | None, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self.project = project
        self._importing: Task[Report] | None = None
        self._imported: tuple[str, Report] | None = None
        self.losses: ReportDialog | None = None

    @property
    def importing(self) -> bool:
        """Whether articles are being taken in."""
        return self._importing is not None

    def new(self) -> None:
        """Ask for a place and for labels, make an empty project there and open it."""
        path = ask_new(self._window, self._folder())
        labels = LabelSetChoice.ask(self._around.language, self._window) if path else None
        if path is not None and labels is not None:
            self._guarded(partial(self._show, lambda: create_project(path, label_set=labels)))

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
        self.take_in(ask_import(self._window, self._folder()))

    def take_in(self, paths: Sequence[Path]) -> None:
        """Take files and folders into this project."""
        if paths:
            self._guarded(partial(self._import, paths))

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Open a project that was dropped; files go into this project, or make one."""
        if self.project is None or any(map(is_project, paths)):
            self.open_paths([path for path in paths if is_project(path)][:1] or paths)
        else:
            self.take_in(paths)

    def tell_imported(self, report: Report) -> None:
        """Say what came in: a note where all is well, else the whole report."""
        said = self.tr("%n article(s) imported.", "", report.articles)
        if report.joined:
            said += " " + self.tr("%n of them were there already.", "", report.joined)
        if report.is_clean:
            self._imported = said, report
            self.noted.emit(said)
            self.reported.emit()
            return
        whole = " ".join((said, self.tr("Not everything could be taken as it stands:")))
        self._imported = whole, report
        self.reported.emit()
        self.show_report()

    def show_report(self) -> None:
        """Show the report of the last import."""
        if self._imported is None:
            self.noted.emit(self.tr("Nothing was imported since the project was opened."))
            return
        said, report = self._imported
        ReportDialog.ask(self.tr("Import"), said, report, self._window)

    def export(self) -> None:
        """Ask what to write, show what would be lost, and write it."""
        project = self.project
        if project is None:
            return
        others = [name for name in project.file.annotators() if name != project.annotator]
        choice = ExportDialog.ask(
            project.path, project.annotator, self._around.settings, self._window, others=others
        )
        if choice is not None:
            (self.check_export if choice.check else self.export_to)(choice)

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
                options=choice.options.options,
                selection=choice.options.selection,
                split=choice.options.split,
                shuffle=choice.options.shuffle,
                card=choice.options.card,
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

    def check_export(self, choice: ExportChoice) -> None:
        """List what would be lost, off the main thread; nothing is written."""
        project = self.project
        if project is None:
            return
        text = self.tr("Checking the export…")

        def work(progress: Progress) -> Report:
            return check_export(
                project.file,
                format_id=choice.format_id,
                options=choice.options.options,
                selection=choice.options.selection,
                progress=progress,
            )

        self._around.runner.run(
            work,
            done=self._checked,
            failed=self._export_failed,
            stopped=self._export_stopped,
            progress=lambda done, total: self.working.emit(text, done, total),
        )
        self.working.emit(text, 0, None)

    def close(self) -> None:
        """Give the project up."""
        self._importing = None
        self.project = None
        if self.losses is not None:
            self.losses.close()
            self.losses.deleteLater()
            self.losses = None

    # Inside

    def _show(self, made: Callable[[], Project]) -> None:
        self._around.show(made())

    def _open_paths(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1 and is_project(paths[0]):
            self._around.show(open_project(paths[0]))
            return
        encodings = self._ask_encodings(paths)
        if encodings is None:
            return
        target = project_path_for(paths)
        self._take(
            lambda progress: import_beside(
                target, paths, self._answers(paths, encodings, progress), progress
            ),
            done=partial(self._taken_beside, target),
        )

    def _import(self, paths: Sequence[Path]) -> None:
        encodings = self._ask_encodings(paths)
        if self.project is None or encodings is None:
            return
        file = self.project.file
        file.lend()

        def work(progress: Progress) -> Report:
            return import_lent(file, paths, self._answers(paths, encodings, progress), progress)

        self._take(work, done=self._taken, file=file)

    def _ask_encodings(self, paths: Sequence[Path]) -> dict[Path, str] | None:
        """Ask for the encodings of files whose bytes fit several; None when that was refused."""
        doubtful = [(path, source) for path in paths if (source := _doubtful(path)) is not None]
        return EncodingDialog.ask(doubtful, self._window) if doubtful else {}

    def _answers(
        self, paths: Sequence[Path], encodings: dict[Path, str], progress: Progress
    ) -> Answers:
        """Ask what the columns of tables hold, from off the main thread.

        Raises:
            Cancelled: that was refused.
        """
        unsure = unsure_tables(paths, encodings, progress)
        chosen: dict[str, TableChoice] = {}

        def ask(tables: list[UnsureTable]) -> bool:
            found = ColumnsDialog.ask(tables, self._window)
            chosen.update(found or {})
            return found is not None

        if unsure and not self._around.runner.ask(ask, progress, unsure):
            raise Cancelled
        return Answers(encodings, chosen)

    def _take(
        self,
        work: Callable[[Progress], Report],
        done: Callable[[Report], None],
        file: ProjectFile | None = None,
    ) -> None:
        """Import off the main thread; the window reads meanwhile, and saves nothing."""
        # What is searched for now would end when nothing can be saved.
        self._around.runner.cancel_all()
        text = self.tr("Importing…")
        self._importing = self._around.runner.run(
            work,
            done=lambda report: self._end_import(file, partial(done, report)),
            failed=lambda error: self._end_import(file, partial(self.failed.emit, error)),
            stopped=lambda: self._end_import(file, self._say_stopped),
            progress=lambda count, total: self.working.emit(text, count, total),
        )
        self.working.emit(text, 0, None)

    def _end_import(self, file: ProjectFile | None, what: Callable[[], None]) -> None:
        if file is not None:
            self._guarded(file.take_back)
        if self._importing is None:  # the window gave the project up meanwhile
            return
        self._importing = None
        self.rested.emit()
        self._guarded(what)

    def _taken_beside(self, target: Path, report: Report) -> None:
        self._around.show(open_project(target)).projects.tell_imported(report)

    def _taken(self, report: Report) -> None:
        self.changed.emit()
        self.tell_imported(report)

    def _say_stopped(self) -> None:
        self.noted.emit(self.tr("Stopped; nothing was imported."))

    def _confirm_losses(self, report: Report) -> bool:
        if report.is_clean:
            return True
        said = self.tr("The format cannot carry everything. What it loses or changes:")
        return ReportDialog.ask(
            self.tr("Export"),
            said,
            report,
            self._window,
            go_on=self.tr("Write the file"),
            place=partial(self._look, report),
        )

    def _look(self, report: Report, problem: Problem) -> None:
        """Show a place, with the list of all of them beside it."""
        self._show_losses(report)
        self._go(problem)

    def _checked(self, report: Report) -> None:
        self.rested.emit()
        self._show_losses(report)

    def _show_losses(self, report: Report) -> None:
        if self.losses is not None:
            self.losses.close()
            self.losses.deleteLater()
        said = (
            self.tr("What the format loses or changes. Enter shows the place.")
            if report.problems
            else self.tr("The format carries all of it.")
        )
        self.losses = ReportDialog(self.tr("Check of the export"), said, report, self._window)
        self.losses.place_asked.connect(self._go)
        self.losses.show_beside()

    def _go(self, problem: Problem) -> None:
        """Show the place of a problem in its article."""
        if self.project is None or problem.excerpt is None:
            return
        key = self.project.file.key_of_text(problem.excerpt.sha256)
        if key is not None:
            self.place_asked.emit(key, problem.span)
            self._window.activateWindow()

    def _exported(self, report: Report) -> None:
        self.rested.emit()
        names = " ".join(ltr(str(path)) for path in report.written)
        said = [self.tr("%n article(s) written, read back and compared:", "", report.articles)]
        said.append(names)
        dropped = [told(field.name) for field in FIELDS if report.dropped[field.id]]
        if dropped:
            joint = self.tr(", ", "between the items of a list")
            said.append(self.tr("Not kept: {fields}.").format(fields=joint.join(dropped)))
        self.noted.emit(" ".join(said))

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
