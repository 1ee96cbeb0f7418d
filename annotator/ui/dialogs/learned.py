"""What the embedded model has learned from a project's corrections, and whether it got better."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from annotator.services.learning import FEWEST
from annotator.storage import LearningRecord
from annotator.ui.learning import Learning
from annotator.ui.panes.gain_plot import GainPlot


class LearnedDialog(QDialog):
    """The latest figures in words, all of them as a picture, and a button to learn now."""

    def __init__(self, learning: Learning, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._learning = learning
        self.setWindowTitle(self.tr("What was learned"))
        self.said = QLabel(self)
        self.said.setWordWrap(True)
        self.plot = GainPlot(self)
        self._legend = QLabel(
            self.tr(
                "F1 of names in articles held back from learning: ring before, dot after; faint "
                "where the new model was worse and not kept. Below: articles learned from."
            ),
            self,
        )
        self._legend.setObjectName("faint")
        self._legend.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.learn = buttons.addButton(self.tr("Learn now"), role.ActionRole)
        self.stop = buttons.addButton(self.tr("Stop"), role.ActionRole)
        buttons.addButton(self.tr("Close"), role.RejectRole)
        self.learn.clicked.connect(learning.learn)
        self.stop.clicked.connect(learning.cancel)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (self.said, self.plot, self._legend, buttons):
            column.addWidget(widget)
        column.setStretch(1, 1)
        self.setMinimumWidth(500)
        learning.started.connect(self._show_running)
        learning.ended.connect(self._show_records)
        learning.learned.connect(self._show_outcome)
        self._show_records()
        self._show_running()

    @classmethod
    def ask(cls, learning: Learning, parent: QWidget | None = None) -> None:
        """Show the dialog until it is closed; learning goes on then."""
        dialog = cls(learning, parent)
        dialog.exec()
        dialog.deleteLater()

    def _show_running(self) -> None:
        running = self._learning.running
        self.stop.setVisible(running)
        self.learn.setEnabled(not running)
        if running:
            self.said.setText(self.tr("Learning from the corrected articles…"))

    def _show_records(self) -> None:
        records = self._learning.records()
        self.plot.show_records(records)
        for widget in (self.plot, self._legend):
            widget.setVisible(bool(records))
        self.said.setText(self._told(records[-1] if records else None))
        self._show_running()

    def _show_outcome(self, record: LearningRecord | None) -> None:
        self.said.setText(self._told(record))

    def _told(self, record: LearningRecord | None) -> str:
        if record is None:
            return self.tr(
                "There is too little to learn from yet: it takes %n article(s) that are done.",
                "",
                FEWEST,
            )
        return self._learning.told(record)
