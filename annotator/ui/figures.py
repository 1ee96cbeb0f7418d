"""The progress of the project, counted beside the work and shown in a window of its own."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.services.project import Project
from annotator.services.stats import Work, work_done
from annotator.storage import Period
from annotator.ui.annotating import Annotating
from annotator.ui.controller import Controller
from annotator.ui.dialogs.figures import FiguresDialog
from annotator.ui.runner import Task
from annotator.ui.surroundings import Surroundings
from annotator.ui.timing import Timing

Counted = tuple[Work, dict[str, int], tuple[str, ...]]


class Figures(Controller):
    """Opens the figures, and counts anew when something else is chosen or an article is done."""

    def __init__(
        self,
        around: Surroundings,
        project: Project | None,
        annotating: Annotating,
        timing: Timing,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._around = around
        self._project = project
        self._timing = timing
        self._window = window
        self._task: Task[Counted] | None = None
        self.dialog: FiguresDialog | None = None
        annotating.finished.connect(self._count_if_shown)

    def show_figures(self) -> None:
        """Show how the work goes, beside the window."""
        project = self._project
        if project is None:
            return
        if self.dialog is None:
            self.dialog = FiguresDialog(project.label_set, self._around.language, self._window)
            self.dialog.asked.connect(self._count)
        self.dialog.show()
        self.dialog.raise_()
        self.dialog.activateWindow()
        self._timing.save()
        self.dialog.ask()

    def use_labels(self, label_set: LabelSet) -> None:
        """Make the window anew, when it is asked for again."""
        self._drop()

    def close(self) -> None:
        """Give the project up, and the window of its figures."""
        self._project = None
        self._drop()
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None

    def _count_if_shown(self) -> None:
        if self.dialog is not None and self.dialog.isVisible():
            self.dialog.ask()

    def _count(self, period: Period) -> None:
        if self._project is None:
            return
        self._drop()
        self._task = self._around.runner.run(
            partial(_counted, self._project, period),
            done=self._show,
            failed=self.failed.emit,
            wanted=partial(self._wants, period),
            quiet=True,
        )

    def _wants(self, period: Period) -> bool:
        return self.dialog is not None and self.dialog.period() == period

    def _show(self, counted: Counted) -> None:
        work, articles, annotators = counted
        if self.dialog is not None:
            self.dialog.show_annotators(annotators)
            self.dialog.show_work(work, articles)

    def _drop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None


def _counted(project: Project, period: Period, progress: Progress) -> Counted:
    """Count through a connection of the runner's own."""
    with project.file.reader() as reader:
        if period.annotator is None:
            articles = reader.statistics().articles
        else:
            counts = reader.status_counts(period.annotator)
            articles = {"total": sum(counts.values())} | {s.value: n for s, n in counts.items()}
        return work_done(reader, period, progress), articles, reader.annotators()
