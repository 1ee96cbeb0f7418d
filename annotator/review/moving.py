"""One annotator's set moved onto another version of its text; what cannot be moved is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.review.aligning import Alignment

Move = Callable[[Span], Span | None]

_SHOWN = 40
"""Code points of a span that a report shows."""


def moved(
    annotated: AnnotatedArticle, article: Article, annotator: str
) -> tuple[AnnotatedArticle, list[Problem]]:
    """Return the set on the text of ``article``, and a problem for all that has no place there.

    A quote goes with its content; another part of it that cannot be moved costs only that part.
    """
    alignment = Alignment(annotated.text, article.text)
    mover = _Mover(annotated, article, annotator, alignment.moved)
    entities = [e for e in map(mover.entity, annotated.entities) if e is not None]
    quotes = [q for q in map(mover.quote, annotated.quotes) if q is not None]
    kept = {quote.id for quote in quotes}
    quotes = [q if q.nested_in in kept else replace(q, nested_in=None) for q in quotes]
    set_ = replace(
        annotated,
        article=article,
        entities=in_reading_order(entities),
        quotes=in_reading_order(quotes),
        nonquotes=mover.parts(annotated.nonquotes, "", "nonquotes"),
    )
    if not alignment.exact:
        mover.problems.insert(0, mover.another_version(alignment))
    return set_, mover.problems


class _Mover:
    """Moves the records of one set; ``problems`` fills as it goes."""

    def __init__(
        self, annotated: AnnotatedArticle, article: Article, annotator: str, move: Move
    ) -> None:
        self.problems: list[Problem] = []
        self._text = annotated.text
        self._article = article.id
        self._annotator = annotator
        self._move = move

    def entity(self, entity: Entity) -> Entity | None:
        """Return an entity in its new place, or None."""
        span = self._move(entity.span)
        if span is None:
            self._lost(entity.id, entity.label, entity.span)
            return None
        return entity if span == entity.span else replace(entity, span=span)

    def quote(self, quote: Quote) -> Quote | None:
        """Return a quote in its new place, or None where its content has none."""
        content = [self._move(part) for part in quote.content]
        if None in content:
            self._lost(quote.id, "content", quote.extent)
            return None
        return replace(
            quote,
            content=tuple(part for part in content if part is not None),
            cue=self.parts(quote.cue, quote.id, "cue"),
            verbatim=self.parts(quote.verbatim, quote.id, "verbatim"),
            source=self._part(quote.source, quote.id, "source"),
            speaker=self._part(quote.speaker, quote.id, "speaker"),
            via=self._part(quote.via, quote.id, "via"),
            addressee=self._part(quote.addressee, quote.id, "addressee"),
        )

    def parts(self, spans: Sequence[Span], record: str, name: str) -> tuple[Span, ...]:
        """Return those of some spans that can be moved, in their new places."""
        found = (self._part(span, record, name) for span in spans)
        return tuple(span for span in found if span is not None)

    def another_version(self, alignment: Alignment) -> Problem:
        """Return the problem that the text itself differs, with the first difference."""
        differences = alignment.differences
        theirs = differences[0][0] if differences else Span(0, 0)
        what = QT_TRANSLATE_NOOP(
            "messages",
            "{annotator} has another version of this text, which differs in {count} places; the "
            "spans were moved. The first: {text}",
        )
        told = message(
            what,
            annotator=self._annotator,
            count=len(differences),
            text=_shown(theirs.of(self._text)) or "+",
        )
        return Problem("version", told, Severity.CHANGED, article=self._article)

    def _part(self, span: Span | None, record: str, name: str) -> Span | None:
        if span is None:
            return None
        place = self._move(span)
        if place is None:
            self._lost(record, name, span)
        return place

    def _lost(self, record: str, name: str, span: Span) -> None:
        what = QT_TRANSLATE_NOOP(
            "messages",
            "{annotator}: {name} “{text}” has no place in the other version of the text; it is "
            "left out.",
        )
        told = message(what, annotator=self._annotator, name=name, text=_shown(span.of(self._text)))
        self.problems.append(
            Problem("unmoved", told, article=self._article, span=span, record=record)
        )


def _shown(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"
