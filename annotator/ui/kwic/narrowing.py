"""The row of choices that narrow a search over all articles."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from annotator.core.article import ArticleStatus
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.services.concordance import Order, Search
from annotator.storage import Narrowing, Relation
from annotator.ui.panes.words import status_name

_RELATIONS: tuple[tuple[Relation | None, str], ...] = (
    (None, QT_TRANSLATE_NOOP("kwic", "labelled or not")),
    (Relation.OVERLAPS, QT_TRANSLATE_NOOP("kwic", "touches an entity")),
    (Relation.IS, QT_TRANSLATE_NOOP("kwic", "is an entity")),
    (Relation.CONTAINS, QT_TRANSLATE_NOOP("kwic", "holds an entity")),
    (Relation.APART, QT_TRANSLATE_NOOP("kwic", "is in no entity")),
    (Relation.ARTICLE, QT_TRANSLATE_NOOP("kwic", "anywhere in an article that has one")),
)
_ORDERS = (
    (Order.ARTICLE, QT_TRANSLATE_NOOP("kwic", "by article")),
    (Order.BEFORE, QT_TRANSLATE_NOOP("kwic", "by the word before")),
    (Order.AFTER, QT_TRANSLATE_NOOP("kwic", "by the word after")),
)


class NarrowingRow(QWidget):
    """What else a hit must be, and in which order the lines stand."""

    changed = Signal()

    def __init__(self, label_set: LabelSet, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.exact = QCheckBox(self.tr("Exact spelling"), self)
        self.exact.setToolTip(self.tr("Spelt just so, and with no proclitic"))
        self.label = self._choice(
            self.tr("Label of the hit"),
            [
                ("", self.tr("Any label")),
                *((label.id, label.name(language)) for label in label_set),
            ],
        )
        self.relation = self._choice(
            self.tr("How the hit stands to entities"), [(r, _tr(text)) for r, text in _RELATIONS]
        )
        self.status = self._choice(
            self.tr("Status of the article"),
            [
                (None, self.tr("Any status")),
                *((status, status_name(status)) for status in ArticleStatus),
            ],
        )
        self.annotator = self._choice(self.tr("Annotator"), [("", self.tr("My work"))])
        self.tag = self._choice(self.tr("Tag of the article"), [("", self.tr("Any tag"))])
        self.order = self._choice(
            self.tr("Order of the lines"), [(order, _tr(text)) for order, text in _ORDERS]
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for widget in (
            *(self.exact, self.label, self.relation, self.status),
            *(self.annotator, self.tag),
        ):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.order)
        self.exact.toggled.connect(self._on_choice)
        self.label.activated.connect(self._on_label)

    def set_names(self, annotators: Iterable[str], tags: Iterable[str]) -> None:
        """Offer the annotators and tags that the project has; a choice without any is hidden."""
        for box, names in ((self.annotator, annotators), (self.tag, tags)):
            chosen = box.currentData()
            while box.count() > 1:
                box.removeItem(1)
            for name in names:
                box.addItem(name, name)
            box.setCurrentIndex(max(0, box.findData(chosen)))
            box.setVisible(box.count() > 1)

    def search(self, text: str) -> Search:
        """Return what is to be searched for."""
        status, relation = self.status.currentData(), self.relation.currentData()
        narrowing = Narrowing(
            label=self.label.currentData(),
            relation=None if relation is None else Relation(relation),
            statuses=None if status is None else frozenset({ArticleStatus(status)}),
            annotator=self.annotator.currentData(),
            tag=self.tag.currentData(),
        )
        order = Order(self.order.currentData())
        return Search(text, exact=self.exact.isChecked(), narrowing=narrowing, order=order)

    def _choice(self, name: str, items: Iterable[tuple[object, str]]) -> QComboBox:
        box = QComboBox(self)
        box.setAccessibleName(name)
        box.setToolTip(name)
        for value, text in items:
            box.addItem(text, value)
        box.activated.connect(self._on_choice)
        return box

    def _on_label(self) -> None:
        """Ask for hits that touch the label that was chosen, unless something else is asked for."""
        if self.label.currentData() and self.relation.currentData() is None:
            self.relation.setCurrentIndex(self.relation.findData(Relation.OVERLAPS))
            self._on_choice()

    def _on_choice(self) -> None:
        self.changed.emit()


def _tr(text: str) -> str:
    return QCoreApplication.translate("kwic", text)
