"""The project's labels: edited in their dialog, saved beside the work, told to the whole window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import Message
from annotator.core.progress import Progress
from annotator.services import label_sets
from annotator.services.project import Project
from annotator.storage import BatchOutcome, ProjectFile
from annotator.storage.label_use import LabelUse
from annotator.storage.state import LABEL_SET
from annotator.ui.actions.build import Actions
from annotator.ui.actions.keymap import clash
from annotator.ui.actions.labels import is_label, label_actions
from annotator.ui.controller import Controller
from annotator.ui.dialogs.label_drafting import LabelContext
from annotator.ui.dialogs.label_set import Decided, LabelSetDialog
from annotator.ui.surroundings import Surroundings

_PROBE = Label("")


def _nothing() -> None:
    pass


class Labelling(Controller):
    """Opens the dialog of the labels, and saves what was decided there."""

    changed = Signal(object)
    """The :class:`LabelSet` that the project has from now on, also after undo."""

    def __init__(self, around: Surroundings, project: Project | None, window: QWidget) -> None:
        super().__init__(window)
        self._around = around
        self._window = window
        self._project = project
        self._actions: Actions | None = None
        self.dialog: LabelSetDialog | None = None
        self._leave = project.batches.listen(self._heard) if project else None

    def attach(self, actions: Actions) -> None:
        """Get to know the actions, whose keys no label can have."""
        self._actions = actions

    def close(self) -> None:
        """Give the project up."""
        self._project = None
        if self._leave is not None:
            self._leave()

    def edit(self) -> None:
        """Show the labels, and save what was decided about them."""
        project = self._project
        if project is None:
            return
        context = LabelContext(self._around.language, project.annotator, self._refused)
        self.dialog = dialog = LabelSetDialog(project.label_set, context, self._window)
        dialog.take_back_asked.connect(self._take_back)
        self._start(dialog, project)
        agreed = dialog.exec() == QDialog.DialogCode.Accepted
        self.dialog = None
        dialog.deleteLater()
        if agreed and dialog.decided is not None:
            self._save(dialog.decided)

    def _start(self, dialog: LabelSetDialog, project: Project) -> None:
        """Show what the project has now, and count in the background what is in use."""
        there = label_sets.last_change(project) is not None and project.read_only is None
        dialog.start_from(project.label_set, can_take_back=there)

        def work(progress: Progress) -> Sequence[LabelUse]:
            with project.file.reader() as reader:
                return label_sets.read_use(reader, progress)

        self._around.runner.run(
            work,
            done=dialog.show_use,
            failed=self.failed.emit,
            wanted=lambda: self.dialog is dialog,
            quiet=True,
        )

    def _take_back(self) -> None:
        project, dialog = self._project, self.dialog
        last = label_sets.last_change(project) if project else None
        if project is None or dialog is None or last is None:
            return
        actor = project.batches.actor()
        dialog.setEnabled(False)
        self._write(
            project,
            lambda file, progress: file.turn_batch(last.key, actor, back=True, progress=progress),
            self.tr("Taking the last change of the labels back…"),
            done=lambda _outcome: None,
            ended=partial(self._taken_back, project, dialog),
        )

    def _taken_back(self, project: Project, dialog: LabelSetDialog) -> None:
        if self.dialog is dialog:
            dialog.setEnabled(True)
            dialog.parts.list.setFocus()
            self._start(dialog, project)

    def _save(self, decided: Decided) -> None:
        """Save off the main thread; the window reads meanwhile, and saves nothing."""
        project = self._project
        if project is None:
            return
        self._around.runner.cancel_all()
        header = project.batches.header(label_sets.STEP)
        draft, others = decided
        self._write(
            project,
            lambda file, progress: label_sets.write_labels(
                file, header, draft, others=others, progress=progress
            ),
            self.tr("Changing labels…"),
            done=self._say_saved,
        )

    def _write(
        self,
        project: Project,
        work: Callable[[ProjectFile, Progress], BatchOutcome],
        text: str,
        *,
        done: Callable[[BatchOutcome], None],
        ended: Callable[[], None] = _nothing,
    ) -> None:
        """Change the labels off the main thread; ``ended`` is called however that ends."""
        try:
            project.file.lend()
        except UserError as error:
            self.failed.emit(error)
            ended()
            return

        def borrowing(progress: Progress) -> BatchOutcome:
            with project.file.borrowed() as file:
                return work(file, progress)

        def finish(then: Callable[[], None]) -> None:
            self.rested.emit()
            if self._project is project:
                project.file.take_back()
                then()
            ended()

        def follow(outcome: BatchOutcome) -> None:
            project.batches.follow(outcome, by=label_sets.STEP)
            done(outcome)

        self._around.runner.run(
            borrowing,
            done=lambda outcome: finish(partial(follow, outcome)),
            failed=lambda error: finish(partial(self.failed.emit, error)),
            stopped=lambda: finish(self._say_stopped),
            progress=lambda count, total: self.working.emit(text, count, total),
        )
        self.working.emit(text, 0, None)

    def _say_saved(self, outcome: BatchOutcome) -> None:
        self.noted.emit(self.tr("Labels saved; %n article(s) changed.", "", len(outcome.touched)))

    def _say_stopped(self) -> None:
        self.noted.emit(self.tr("Stopped; the labels are as they were."))

    def _heard(self, outcome: BatchOutcome) -> None:
        if self._project is not None and LABEL_SET in outcome.values:
            self.changed.emit(self._project.label_set)

    def _refused(self, key: str) -> Message | None:
        """Return why no label can have a key, or None."""
        if self._actions is None:
            return None
        others = {name: one for name, one in self._actions.specs.items() if not is_label(one)}
        (probe,) = label_actions(LabelSet("", (_PROBE,)), self._around.language)
        found = clash(others, probe, key)
        return found.why if found else None
