"""What a screen reader is told of the current span, as it changes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from annotator.core.entities import Entity, Status
from annotator.core.labels import LabelSet
from annotator.services.quoting import shown_quotes
from annotator.ui.annotating import Annotating
from annotator.ui.article.hover import state_name
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.panes.words import content_text, quote_type_name, speaker_name


class Announcing(Controller):
    """Says label, text, status and place of what is current; once for each change of it."""

    announced = Signal(str)

    def __init__(
        self, annotating: Annotating, view: ArticleView, label_set: LabelSet | None, language: str
    ) -> None:
        super().__init__(annotating)
        self._annotating = annotating
        self._view = view
        self._label_set = label_set
        self._language = language
        self._last = ""
        annotating.moved.connect(self._tell)
        annotating.state_changed.connect(self._tell)

    def use_labels(self, label_set: LabelSet) -> None:
        """Name labels as this set does."""
        self._label_set = label_set

    def said(self) -> str:
        """Return what is current in words; "" for nothing."""
        record, shown = self._annotating.current(), self._annotating.shown
        if record is None or shown is None:
            return ""
        if isinstance(record, Entity):
            label = self._label_set.get(record.label) if self._label_set else None
            kind = label.name(self._language) if label else record.label
            text = " ".join(record.span.of(shown.text).split())
            ids = [entity.id for entity in shown.entities if entity.status is not Status.REJECTED]
            where = self.tr("name {number} of {count}")
        else:
            kind = f"{quote_type_name(record.type)}, {speaker_name(record, shown.text)}"
            text, ids = content_text(record, shown.text), [q.id for q in shown_quotes(shown)]
            where = self.tr("quote {number} of {count}")
        said = [kind, text, state_name(record.status)]
        if record.id in ids:
            said.append(where.format(number=ids.index(record.id) + 1, count=len(ids)))
        return self.tr(", ").join(said)

    def _tell(self) -> None:
        said = self.said()
        if said == self._last:
            return
        self._last = said
        if said:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._view, said))
            self.announced.emit(said)
