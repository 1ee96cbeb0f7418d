"""What was written against what reads back: equal or not, and where they differ."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.formats.fields import FIELDS, Of

_Values = Callable[[Sequence[Any]], tuple[Any, ...]]


class Difference(NamedTuple):
    """The first value that is not the same; ``span`` and ``record`` tell whose, if of a record."""

    value: str
    written: Any
    read: Any
    record: str = ""
    span: Span | None = None


class Comparison:
    """Compares articles by their text, spans, labels and quotes, and the fields that are kept."""

    def __init__(self, kept: Collection[str]) -> None:
        of: dict[Of, list[str]] = {part: [] for part in Of}
        for field in FIELDS:
            if field.id in kept:
                of[field.of].append(field.path)
        self._article = ["text", *(path for path in of[Of.ARTICLE] if path != "text")]
        if "nonquotes" not in self._article:
            self._article.append("nonquotes")
        self._entity = ["span", "label", *of[Of.ENTITY]]
        # The records of quotes are compared whole: what a format made of them it has said.
        self._quote = [field.name for field in fields(Quote)]
        self._article_values = _getter(self._article)
        self._entity_values = _getter(self._entity)
        self._quote_values = _getter(self._quote)

    def fingerprint(self, article: AnnotatedArticle) -> int:
        """Return a number that equal articles have in common; it holds for one run."""
        return hash(
            (
                self._article_values([article]),
                self._entity_values(article.entities),
                self._quote_values(article.quotes),
            )
        )

    def difference(self, written: AnnotatedArticle, read: AnnotatedArticle) -> Difference | None:
        """Return the first difference of two articles, or None where there is none."""
        for name in self._article:
            ours, theirs = attrgetter(name)(written), attrgetter(name)(read)
            if ours != theirs:
                if name == "text":
                    ours, theirs = _where_texts_part(ours, theirs)
                return Difference(name, ours, theirs)
        for names, ours, theirs in (
            (self._entity, written.entities, read.entities),
            (self._quote, written.quotes, read.quotes),
        ):
            found = next(_record_differences(names, ours, theirs), None)
            if found is not None:
                return found
        return None


def _getter(names: Sequence[str]) -> _Values:
    """Return what gives the values of that name of some records as one that can be hashed."""
    plain = [name for name in names if not name.endswith(("extra", "meta"))]
    mappings = [attrgetter(name) for name in names if name.endswith(("extra", "meta"))]
    get = attrgetter(*plain, plain[0])  # one name twice, for a tuple in any case

    def values(records: Sequence[Any]) -> tuple[Any, ...]:
        # All records together: nearly always there is no mapping to tell of.
        found = [list(map(mapping, records)) for mapping in mappings]
        return (*map(get, records), *(repr(each) if any(each) else "" for each in found))

    return values


def _record_differences(
    names: Sequence[str], written: Sequence[Entity | Quote], read: Sequence[Entity | Quote]
) -> Iterator[Difference]:
    for ours, theirs in zip(written, read, strict=False):
        for name in names:
            value, other = getattr(ours, name), getattr(theirs, name)
            if value != other:
                yield Difference(name, value, other, ours.id, _span(ours))
    for ours in written[len(read) :]:
        yield Difference(type(ours).__name__.lower(), ours.id, None, ours.id, _span(ours))
    for theirs in read[len(written) :]:
        yield Difference(type(theirs).__name__.lower(), None, theirs.id, theirs.id, _span(theirs))


def _span(record: Entity | Quote) -> Span:
    return record.span if isinstance(record, Entity) else record.extent


def _where_texts_part(written: str, read: str) -> tuple[str, str]:
    """Return what stands in both texts from where they part, a few characters."""
    at = next(
        (at for at, (a, b) in enumerate(zip(written, read, strict=False)) if a != b),
        min(len(written), len(read)),
    )
    return written[at : at + 20], read[at : at + 20]
