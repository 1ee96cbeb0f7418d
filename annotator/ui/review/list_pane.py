"""The pane at the start side: the kinds with their counts, and the list of disagreements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.core.labels import LabelSet
from annotator.review.records import Kind
from annotator.review.words import letter
from annotator.services.reviewing import Row
from annotator.ui.panes.blank import Blank
from annotator.ui.panes.rows_view import RowsView
from annotator.ui.review.drawing import ROW_HEIGHT, DifferenceRow
from annotator.ui.review.listed import Listed
from annotator.ui.review.model import DifferenceModel, Order, Wanted
from annotator.ui.review.words import kind_name, label_name, spoken

_KIND = Qt.ItemDataRole.UserRole
_KIND_HEIGHT = 29


class ListPane(QWidget):
    """Lists what is wanted; which row is current is asked of others by ``asked``."""

    asked = Signal(object)
    """The :class:`Row` that was gone to in the list."""
    narrowed = Signal()
    """Other disagreements are listed, or in another order."""

    def __init__(
        self,
        annotators: Sequence[str],
        labels: LabelSet,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._labels, self._language = labels, language
        self._article: int | None = None
        self.model = DifferenceModel(
            lambda row: spoken(row, annotators, self._labels, language), self
        )
        self.kinds = QListWidget(self)
        self.kinds.setObjectName("kinds")
        self.kinds.setAccessibleName(self.tr("Kinds of disagreements"))
        self.kinds.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view = RowsView(ROW_HEIGHT, self)
        self.view.setAccessibleName(self.tr("Disagreements"))
        self.view.setModel(self.model)
        self._blank = Blank(self.view)
        self._delegate = DifferenceRow(annotators, labels, language)
        self.view.setItemDelegate(self._delegate)
        self.order = self._box(self.tr("Order"))
        for order, name in self._order_names().items():
            self.order.addItem(name, order)
        self.label = self._box(self.tr("Label"))
        self.annotator = self._box(self.tr("Who stands apart"))
        self.annotator.addItem(self.tr("Anybody apart"), "")
        for number, name in enumerate(annotators):
            apart = self.tr("{annotator} apart")
            self.annotator.addItem(apart.format(annotator=letter(number, language)), name)
        self.annotator.setVisible(len(annotators) > 2)  # of two, both always are
        self.scope = self._box(self.tr("Articles"))
        self.scope.addItem(self.tr("All articles"), userData=False)
        self.scope.addItem(self.tr("This article"), userData=True)
        self.open_only = QCheckBox(self.tr("Only open ones"), self)
        self._lay_out()
        self.kinds.currentRowChanged.connect(self.narrow)
        for box in (self.order, self.label, self.annotator, self.scope):
            box.activated.connect(self.narrow)
        self.open_only.toggled.connect(self.narrow)
        self.view.selectionModel().currentChanged.connect(self._ask)
        self.view.clicked.connect(self._ask)

    def show_rows(self, listed: Listed) -> None:
        """List these disagreements."""
        self.model.set_rows(listed)
        self.name_kinds()
        self._blank.say(
            self.tr("Nothing here fits what is chosen above.")
            if self.model.every()
            else self.tr("The annotators differ nowhere.")
        )
        with QSignalBlocker(self.label):
            self.label.clear()
            self.label.addItem(self.tr("Every label"), "")
            for label in self.model.labels():
                self.label.addItem(label_name(label, self._labels, self._language), label)

    def show_article(self, article: int) -> None:
        """Know which article is open; list its disagreements where only they are wanted."""
        changed, self._article = article != self._article, article
        if changed and self.scope.currentData():
            self.narrow()

    def show_current(self, row: Row) -> None:
        """Light up a disagreement, if it is listed."""
        place = self.model.place_of(row.article, row.key)
        with QSignalBlocker(self.view.selectionModel()):
            if place is None:
                self.view.clearSelection()
            else:
                index = self.model.index(place, 0)
                flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
                self.view.selectionModel().setCurrentIndex(index, flags)
                self.view.scrollTo(index)
        self.view.viewport().update()

    def narrow(self) -> None:
        """List what the fields say."""
        self.model.want(
            Wanted(
                kind=self._kind(),
                label=self.label.currentData() or "",
                annotator=self.annotator.currentData(),
                open_only=self.open_only.isChecked(),
                article=self._article if self.scope.currentData() else None,
                order=self.order.currentData(),
            )
        )
        self.narrowed.emit()

    def widen(self) -> None:
        """List everything again, in the order there is."""
        with QSignalBlocker(self.kinds):
            self.kinds.setCurrentRow(0)
        self.label.setCurrentIndex(0)
        self.annotator.setCurrentIndex(0)
        self.scope.setCurrentIndex(0)
        with QSignalBlocker(self.open_only):
            self.open_only.setChecked(False)
        self.model.want(replace(Wanted(), order=self.order.currentData()))
        self.narrowed.emit()

    def name_kinds(self) -> None:
        """Offer the kinds that there are, with how many disagreements there are of each."""
        counts = self.model.kinds()
        kinds: list[Kind | None] = [None, *(kind for kind in Kind if counts[kind])]
        with QSignalBlocker(self.kinds):
            if self.kinds.count() != len(kinds):
                self.kinds.clear()
                for kind in kinds:
                    item = QListWidgetItem()
                    item.setData(_KIND, kind)
                    item.setSizeHint(QSize(100, _KIND_HEIGHT))
                    self.kinds.addItem(item)
                self.kinds.setCurrentRow(0)
                self.kinds.setFixedHeight(_KIND_HEIGHT * len(kinds) + 4)
            for place, kind in enumerate(kinds):
                name = kind_name(kind) if kind else self.tr("All")
                count = counts[kind] if kind else counts.total()
                self.kinds.item(place).setText(f"{name} · {count}")

    def _kind(self) -> Kind | None:
        kind = self.kinds.currentIndex().data(_KIND)
        return Kind(kind) if kind else None

    def _ask(self) -> None:
        row = self.model.row(self.view.currentIndex().row())
        if row is not None:
            self.asked.emit(row)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        box.currentTextChanged.connect(lambda chosen: box.setToolTip(f"{name}: {chosen}"))
        box.setMinimumContentsLength(8)
        return box

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(10, 2, 10, 2)
        grid.setSpacing(6)
        grid.addWidget(self.order, 0, 0)
        grid.addWidget(self.label, 0, 1)
        grid.addWidget(self.scope, 1, 0)
        grid.addWidget(self.open_only, 1, 1)
        grid.addWidget(self.annotator, 2, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.kinds)
        column.addLayout(grid)
        column.addWidget(self.view, 1)

    def _order_names(self) -> dict[Order, str]:
        return {
            Order.READING: self.tr("Reading order"),
            Order.LEAST_AGREED: self.tr("Least agreement first"),
            Order.LABEL: self.tr("By label"),
            Order.KIND: self.tr("By kind"),
        }
