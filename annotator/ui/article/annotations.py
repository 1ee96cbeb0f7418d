"""The marks of an annotated article: what its entities and quotes look like on the page."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity, Status
from annotator.core.labels import LabelSet
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.ui.article.marks import Link, Look, Mark, SpanIndex, depths
from annotator.ui.article.palette import UNKNOWN_COLOUR
from annotator.ui.article.shapes import stroke_of
from annotator.ui.panes.words import remark_signs
from annotator.ui.theme import QUOTE_COLOUR


class _LabelFace(NamedTuple):
    colour: str
    name: str
    stroke: int | None = None


class Annotations:
    """An immutable reading of one state: rejected records are left out.

    ``current`` is the id of the chosen record; a chosen quote shows its cue and source too.
    """

    current = ""

    def __init__(self, state: AnnotatedArticle, label_set: LabelSet, language: str) -> None:
        self._faces: Mapping[str, _LabelFace] = {
            label.id: _LabelFace(label.colour, label.name(language), stroke_of(number))
            for number, label in enumerate(label_set)
        }
        records: tuple[Entity | Quote, ...] = (*state.entities, *state.quotes)
        self._records = {r.id: r for r in records if r.status is not Status.REJECTED}
        self._entities = SpanIndex(
            (e.span, e) for e in state.entities if e.status is not Status.REJECTED
        )
        self._contents = SpanIndex(
            (part, q) for q in state.quotes if q.status is not Status.REJECTED for part in q.content
        )

    def with_current(self, record_id: str) -> Annotations:
        """Return the same reading with another record chosen, or none ("")."""
        other = copy(self)
        other.current = record_id
        return other

    def record(self, record_id: str) -> Entity | Quote | None:
        """Return the entity or quote with that id, unless it is rejected or gone."""
        return self._records.get(record_id)

    def spans(self, record_id: str) -> tuple[Span, ...]:
        """Return the spans that change their look with a record, its main one first."""
        record = self._records.get(record_id)
        if record is None:
            return ()
        if isinstance(record, Entity):
            return (record.span,)
        around = (record.source, record.speaker)
        return (*record.content, *record.cue, *(span for span in around if span is not None))

    def at(self, position: int) -> list[str]:
        """Return the ids of the records at a code point, the innermost first, quotes last."""
        entities = [e for _, e in self._entities.within(position, position + 1)]
        entities.sort(key=lambda e: e.span.end - e.span.start)
        quotes = [
            (span.end - span.start, q.id)
            for span, q in self._contents.within(position, position + 1)
        ]
        return [e.id for e in entities] + [quote for _, quote in sorted(quotes)]

    def marks(self, start: int, end: int) -> list[Mark]:
        """Return the marks between two code points, in the order in which they are painted."""
        found = [*self._quote_marks(start, end), *self._chosen_marks(start, end)]
        entities = list(self._entities.within(start, end))
        inside = depths(span for span, _ in entities)
        for (span, entity), depth in zip(entities, inside, strict=True):
            face = self._faces.get(entity.label, _LabelFace(UNKNOWN_COLOUR, entity.label))
            look = Look.SUGGESTED if entity.status is Status.SUGGESTED else Look.ACCEPTED
            current = entity.id == self.current
            name = f"{face.name} {remark_signs(entity)}".rstrip()
            found.append(
                Mark(entity.id, span, look, face.colour, name, depth, current, face.stroke)
            )
        return sorted(found, key=lambda mark: (mark.look.value, mark.depth))

    def link(self) -> Link | None:
        """Return the line from the chosen quote to its speaker, or else to its source."""
        quote = self._records.get(self.current)
        if not isinstance(quote, Quote):
            return None
        speaker = quote.speaker or quote.source
        return speaker and Link(quote.id, quote.content[0], speaker, QUOTE_COLOUR)

    def _quote_marks(self, start: int, end: int) -> list[Mark]:
        contents = list(self._contents.within(start, end))
        inside = depths(span for span, _ in contents)
        found = []
        for (span, quote), depth in zip(contents, inside, strict=True):
            look = Look.QUOTE_SUGGESTED if quote.status is Status.SUGGESTED else Look.QUOTE
            if quote.id == self.current:
                look = Look.QUOTE_CHOSEN
            signs = remark_signs(quote) if span == quote.content[0] else ""
            found.append(Mark(quote.id, span, look, QUOTE_COLOUR, signs, depth))
        return found

    def _chosen_marks(self, start: int, end: int) -> list[Mark]:
        quote = self._records.get(self.current)
        if not isinstance(quote, Quote):
            return []
        cue = QCoreApplication.translate("ArticleView", "cue")
        source = QCoreApplication.translate("ArticleView", "source")
        speaker = QCoreApplication.translate("ArticleView", "speaker")
        parts = [(span, Look.CUE, cue) for span in quote.cue]
        if quote.source is not None:
            parts.append((quote.source, Look.SOURCE, source))
        if quote.speaker is not None and quote.speaker != quote.source:
            parts.append((quote.speaker, Look.SOURCE, speaker))
        return [
            Mark(quote.id, span, look, QUOTE_COLOUR, name)
            for span, look, name in parts
            if span.start < end and start < span.end
        ]
