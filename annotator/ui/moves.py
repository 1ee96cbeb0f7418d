"""Where a step leads: which records it touches, where an edge goes. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.core.edits import Edit, EntityChange, QuoteChange
from annotator.core.entities import Entity
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.services.words import Edge, Unit, flipped, moved


def touched(edit: Edit) -> list[str]:
    """Return the ids of the records that an edit changes, makes or removes."""
    changes = (c for c in edit.changes if isinstance(c, EntityChange | QuoteChange))
    return [record.id for change in changes if (record := change.after or change.before)]


def moved_edge(text: str, span: Span, edge: Edge, unit: Unit, direction: str) -> Span:
    """Return ``span`` with an edge moved outwards or inwards, or what is attached in or out."""
    if direction == "flip":
        return flipped(text, span, edge)
    inwards = 1 if edge is Edge.START else -1
    return moved(text, span, edge, unit, inwards if direction == "in" else -inwards)


def grown(chain: Sequence[Span], selected: Span) -> Span | None:
    """Return the first of the nested spans that is larger than what is selected."""
    return next((span for span in chain if span != selected and span.covers(selected)), None)


def shrunk(chain: Sequence[Span], selected: Span) -> Span | None:
    """Return the last of the nested spans that is smaller than what is selected."""
    inside = [span for span in chain if span != selected and selected.covers(span)]
    return inside[-1] if inside else None


def extent(record: Entity | Quote) -> Span:
    """Return the span that shows a record: an entity's own, a quote's from first to last."""
    return record.extent if isinstance(record, Quote) else record.span
