"""Text with marks that may overlap, as HTML elements that do not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Status
from annotator.core.spans import Span

_NAME_LETTERS = 5
"""Letters of the text above which the name of a label stands, about."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What is marked: the name of its element, its classes, its anchor and what pointing tells.

    ``part`` counts the spans of a record that has several.
    """

    span: Span
    element: str
    classes: str
    anchor: str
    told: str = ""
    part: int = 0

    def opening(self, *, first: bool) -> str:
        """Return the start tag; ``first`` is that of the first piece, which has the anchor."""
        name = "id" if first and not self.part else "data-of"
        anchor = f' {name}="{escape(self.anchor)}"'
        if self.part:
            anchor += f' data-part="{self.part}"'
        told = f' title="{escape(self.told)}"' if self.told else ""
        return f'<{self.element} class="{escape(self.classes)}"{anchor}{told}>'


def marks_of(
    article: AnnotatedArticle, classes: dict[str, str], names: dict[str, str], prefix: str
) -> list[Mark]:
    """Return the marks of an article, those around others first.

    ``classes`` and ``names`` are those of labels; anchors begin with ``prefix``.
    """
    marks = [
        Mark(part, "span", f"quote{_shown(quote.status)}", f"{prefix}{quote.id}", part=n)
        for quote in article.quotes
        for n, part in enumerate(quote.content)
    ]
    spans = [entity.span for entity in article.entities]
    for entity in article.entities:
        inside = sum(_meets(entity.span, other) for other in spans)
        over = f" over-{min(inside, 2)}" if inside else ""
        told = " · ".join(filter(None, (names[entity.label], entity.note)))
        look = f"{classes[entity.label]}{over}{_shown(entity.status)}"
        marks.append(Mark(entity.span, "mark", look, f"{prefix}{entity.id}", told))
    # A quote lies around an entity that covers the same, so that the entity is seen.
    return sorted(marks, key=lambda m: (m.span.start, -m.span.end, m.element == "mark"))


def marked(text: str, within: Span, marks: Sequence[Mark]) -> str:
    """Return a part of a text as HTML; marks are cut where they overlap or lead out of it."""
    inside = [m for m in marks if m.span.start < within.end and m.span.end > within.start]
    edges = {edge for mark in inside for edge in mark.span if within.start < edge < within.end}
    return "".join(_pieces(text, within, inside, sorted(edges)))


def _pieces(text: str, within: Span, marks: list[Mark], edges: list[int]) -> Iterator[str]:
    opened: list[Mark] = []
    waiting = iter([*marks, None])
    following = next(waiting)
    start = within.start
    for end in (*edges, within.end):
        wanted = [mark for mark in opened if mark.span.end > start]
        while following is not None and following.span.start <= start:
            wanted.append(following)
            following = next(waiting)
        kept = 0
        while kept < min(len(opened), len(wanted)) and opened[kept] is wanted[kept]:
            kept += 1
        for mark in reversed(opened[kept:]):
            yield f"</{mark.element}>"
        for mark in wanted[kept:]:
            yield mark.opening(first=start == max(mark.span.start, 0))
        opened = wanted
        yield escape(text[start:end], quote=False)
        start = end
    for mark in reversed(opened):
        yield f"</{mark.element}>"


def _meets(outer: Span, inner: Span) -> bool:
    """Whether the name of a mark would stand on that of a mark in it, and so stands higher."""
    is_inside = outer != inner and outer.start <= inner.start and inner.end <= outer.end
    return is_inside and inner.start - outer.start < _NAME_LETTERS


def _shown(status: Status) -> str:
    return "" if status is Status.ACCEPTED else f" {status}"
