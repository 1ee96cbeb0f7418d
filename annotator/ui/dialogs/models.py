"""camel-tools' models: its catalogue, downloads that can be stopped and gone on with, removal.

The network is touched by the buttons alone.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from annotator.core.errors import UserError
from annotator.core.progress import Progress
from annotator.services.models import (
    add_model,
    added_models,
    install_model,
    list_models,
    load_catalogue,
    remove_added,
    remove_model,
)
from annotator.suggest.models.catalogue import CATALOGUE_URL, Catalogue
from annotator.ui.dialogs.download_line import DownloadLine
from annotator.ui.dialogs.model_table import ModelRow, ModelTable
from annotator.ui.panes.blank import Blank
from annotator.ui.runner import Runner, Task
from annotator.ui.text import ltr, told

R = TypeVar("R")


class ModelsDialog(QDialog):
    """Lists the models and gets, adds and removes them, one thing at a time."""

    def __init__(
        self, runner: Runner, parent: QWidget | None = None, *, url: str = CATALOGUE_URL
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._url = url
        self._catalogue: Catalogue | None = None
        self._task: Task[Any] | None = None
        self._again: Callable[[], None] | None = None
        self._open = True
        self.setWindowTitle(self.tr("Models"))
        self._build()
        self._list(refresh=False)

    @classmethod
    def ask(cls, runner: Runner, parent: QWidget | None = None) -> None:
        """Show the dialog until it is closed; a download stops then, and can be gone on with."""
        dialog = cls(runner, parent)
        dialog.exec()
        dialog.deleteLater()

    def done(self, result: int) -> None:
        """Stop what runs and close."""
        self._open = False
        self._stop()
        super().done(result)

    # Building

    def _build(self) -> None:
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.retry = QPushButton(self.tr("Try again"), self)
        self.retry.clicked.connect(self._try_again)
        top = QHBoxLayout()
        top.addWidget(self.said, 1)
        top.addWidget(self.retry)
        self.table = QTableView(self)
        self.models = ModelTable(self.table)
        self.table.setModel(self.models)
        self.table.setAccessibleName(self.tr("Models"))
        self.table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.selectionModel().selectionChanged.connect(self._show_buttons)
        self._blank = Blank(self.table)
        self._blank.say(
            self.tr(
                "No model is listed. What is built in works without one; “Fetch list” gets those "
                "that can be downloaded."
            )
        )
        self.coming = DownloadLine(self)
        self.coming.stop_asked.connect(self._stop)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.fetch = buttons.addButton(self.tr("Fetch list"), role.ActionRole)
        self.get = buttons.addButton(self.tr("Download"), role.ActionRole)
        self.remove = buttons.addButton(self.tr("Remove"), role.ActionRole)
        self.add = buttons.addButton(self.tr("Add a folder…"), role.ActionRole)
        buttons.addButton(self.tr("Close"), role.RejectRole)
        self.fetch.clicked.connect(self._fetch)
        self.get.clicked.connect(self._get)
        self.remove.clicked.connect(self._remove)
        self.add.clicked.connect(self._add)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        column.addLayout(top)
        column.addWidget(self.table, 1)
        column.addWidget(self.coming)
        column.addWidget(buttons)
        self.resize(680, 400)
        self._end()

    # What the buttons do

    def _fetch(self) -> None:
        self._list(refresh=True)

    def _list(self, *, refresh: bool) -> None:
        self._run(
            lambda _: load_catalogue(url=self._url, refresh=refresh),
            self._listed,
            self.tr("Fetching the list…") if refresh else "",
            again=self._fetch if refresh else None,
        )

    def _get(self) -> None:
        row, catalogue = self._chosen(), self._catalogue
        if row is None or catalogue is None:
            return
        self._run(
            lambda progress: install_model(catalogue, row.name, progress),
            partial(self._changed, self.tr("{name} is installed; the next article uses it."), row),
            self.tr("Getting {name}…").format(name=ltr(row.name)),
            again=self._get,
        )
        self.coming.begin()

    def _remove(self) -> None:
        row, catalogue = self._chosen(), self._catalogue
        if row is None:
            return
        folder = row.folder

        def work(_progress: Progress) -> None:
            if folder is not None:
                remove_added(folder)
            elif catalogue is not None:
                remove_model(catalogue, row.name)

        self._run(work, partial(self._changed, self.tr("{name} is removed."), row))

    def _add(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("A model in camel-tools' layout"))
        if chosen:
            self.add_folder(Path(chosen))

    def add_folder(self, folder: Path) -> None:
        """Copy a model's folder to where the engines find it."""
        row = ModelRow(folder=folder)
        said = self.tr("{name} is added; the next article uses it.")
        self._run(lambda _: add_model(folder), partial(self._changed, said, row))

    def _stop(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _try_again(self) -> None:
        if self._again is not None:
            self._again()

    # One thing at a time

    def _run(
        self,
        work: Callable[[Progress], R],
        done: Callable[[R], None],
        said: str = "",
        again: Callable[[], None] | None = None,
    ) -> None:
        if self._task is not None:
            return
        self._again = again
        self.said.setText(said)

        def ended(result: R) -> None:
            self._end()
            done(result)

        self._task = self._runner.run(
            work,
            done=ended,
            failed=self._failed,
            stopped=self._stopped,
            progress=self._coming,
            wanted=lambda: self._open,
        )
        self.retry.hide()
        self._show_buttons()

    def _end(self) -> None:
        self._task = None
        self.coming.end()
        self.retry.hide()
        self._show_buttons()

    def _coming(self, done: int, total: int | None) -> None:
        if self._open:
            self.coming.at(done, total)

    def _listed(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._show_rows()

    def _changed(self, template: str, row: ModelRow, _result: object) -> None:
        self.said.setText(template.format(name=ltr(row.name)))
        self._show_rows()

    def _failed(self, error: BaseException) -> None:
        if self._open:
            self._end()
        if not isinstance(error, UserError):
            raise error
        if not self._open:
            return
        if self._catalogue is None and self._again is None:
            self.said.setText(
                self.tr("{what}. “Fetch list” gets it.").format(what=told(error.what))
            )
        else:
            self.said.setText(told(error.what))
        self.retry.setVisible(self._again is not None)
        self._show_rows()

    def _stopped(self) -> None:
        if self._open:
            self._end()
            self.said.setText(self.tr("Stopped. What has come is kept for the next try."))
            self._show_rows()

    # Showing

    def _chosen(self) -> ModelRow | None:
        rows = self.table.selectionModel().selectedRows()
        return self.models.rows[rows[0].row()] if rows else None

    def _choose(self, row: int) -> None:
        # Qt's selectRow does nothing in a right-to-left table whose columns fill it.
        flag = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().setCurrentIndex(
            self.models.index(row, 0), flag.ClearAndSelect | flag.Rows
        )

    def _show_rows(self) -> None:
        chosen = self._chosen()
        listed = list_models(self._catalogue) if self._catalogue else []
        rows = [ModelRow(one) for one in listed]
        rows += [ModelRow(folder=folder) for folder in added_models(self._catalogue)]
        self.models.show(rows)
        for column in range(1, self.models.columnCount()):
            self.table.resizeColumnToContents(column)
        names = [row.name for row in rows]
        if names:
            name = chosen.name if chosen else names[0]
            self._choose(names.index(name) if name in names else 0)
        self._show_buttons()

    def _show_buttons(self) -> None:
        row, idle = self._chosen(), self._task is None
        self.fetch.setEnabled(idle)
        self.add.setEnabled(idle)
        self.get.setEnabled(idle and row is not None and not row.installed)
        self.get.setText(self.tr("Go on") if row and row.begun else self.tr("Download"))
        self.remove.setEnabled(idle and row is not None and row.installed)
