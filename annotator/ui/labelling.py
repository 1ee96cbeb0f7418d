"""The project's labels: edited in their dialog, saved beside the work, told to the whole window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QWidget

from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import Message
from annotator.core.progress import Progress
from annotator.services import label_sets
from annotator.services.project import Project
from annotator.storage import BatchOutcome
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
        try:
            project.batches.undo(last.key, by=label_sets.STEP)
        except UserError as error:
            self.failed.emit(error)
        self._start(dialog, project)

    def _save(self, decided: Decided) -> None:
        """Save off the main thread; the window reads meanwhile, and saves nothing."""
        project = self._project
        if project is None:
            return
        self._around.runner.cancel_all()
        header = project.batches.header(label_sets.STEP)
        try:
            project.file.lend()
        except UserError as error:
            self.failed.emit(error)
            return

        def work(progress: Progress) -> BatchOutcome:
            with project.file.borrowed() as file:
                draft, others = decided
                return label_sets.write_labels(
                    file, header, draft, others=others, progress=progress
                )

        text = self.tr("Changing labels…")
        self._around.runner.run(
            work,
            done=partial(self._saved, project),
            failed=partial(self._failed, project),
            stopped=partial(self._stopped, project),
            progress=lambda done, total: self.working.emit(text, done, total),
        )
        self.working.emit(text, 0, None)

    def _saved(self, project: Project, outcome: BatchOutcome) -> None:
        self._end(project)
        if self._project is project:
            project.batches.follow(outcome, by=label_sets.STEP)
            said = self.tr("Labels saved; %n article(s) changed.", "", len(outcome.touched))
            self.noted.emit(said)

    def _failed(self, project: Project, error: BaseException) -> None:
        self._end(project)
        self.failed.emit(error)

    def _stopped(self, project: Project) -> None:
        self._end(project)
        self.noted.emit(self.tr("Stopped; the labels are as they were."))

    def _end(self, project: Project) -> None:
        self.rested.emit()
        if self._project is project:
            project.file.take_back()

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
