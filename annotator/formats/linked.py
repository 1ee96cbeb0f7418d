"""Quotes as labelled spans and relations between them, for formats that know nothing else.

A quote becomes one ``QUOTE`` span a part of its content, ``CUE`` spans, and relations: to its
source and its speaker, which are entities where entities stand, else spans of their own. The
names are those of QUOTES.md; relations go from the quote's first part to what belongs to it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Flag, auto
from itertools import islice, repeat
from operator import attrgetter, lt
from types import MappingProxyType
from typing import Any

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.entities import HUMAN, Entity, Status, make_entity
from annotator.core.making import maker
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity
from annotator.core.quotes import Quote, QuoteType, make_quote
from annotator.core.spans import Span
from annotator.formats.base import loss
from annotator.formats.notes import article_note_losses, note_losses

QUOTE, CUE, VERBATIM = "QUOTE", "CUE", "VERBATIM"

MENTIONS: Mapping[str, str] = {
    "source": "SOURCE",
    "speaker": "SPEAKER",
    "via": "VIA",
    "addressee": "ADDRESSEE",
}
"""Names of the relations to a mention, which are those of the quote's fields, and the label that
the mention's span gets where it is no entity."""

LABELS = frozenset({QUOTE, CUE, VERBATIM, *MENTIONS.values()})
"""The labels that stand for parts of quotes."""

PART, NESTED = "part", "nested_in"
"""Relations from a quote's first part to a later one, and to the quote around it."""

_FLAGS = {"closed": True, "nonfact": False, "optional": False}
_TYPES = {kind.value: kind for kind in QuoteType}
UNSAID: Mapping[str, str] = MappingProxyType({})
"""The attributes of what has none."""

_ID_SPAN_LABEL = (attrgetter("id"), attrgetter("span"), attrgetter("label"))
_PARTS = {PART: QUOTE, "cue": CUE, "verbatim": VERBATIM}


class Carries(Flag):
    """What a format has room for beside labelled spans that may overlap.

    With ``FRAGMENTS`` all parts of a quote's content are one span.
    """

    NOTHING = 0
    RELATIONS = auto()
    FRAGMENTS = auto()
    ATTRIBUTES = auto()
    NOTES = auto()


@dataclass(frozen=True, slots=True)
class LinkedSpan:
    """A labelled span, with ``more`` fragments of it where it is discontinuous.

    ``attributes`` are those of a quote, on the first part of its content.
    """

    id: str
    label: str
    span: Span
    attributes: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    more: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A link between two spans by their ids: from the quote to what belongs to it."""

    type: str
    start: str
    end: str


make_linked_span = maker(LinkedSpan)
make_relation = maker(Relation)
"""Make these; for articles, which have scores of them."""


@dataclass(frozen=True, slots=True)
class Linked:
    """An article as spans in reading order and relations, and what of it these do not tell."""

    spans: tuple[LinkedSpan, ...]
    relations: tuple[Relation, ...]
    losses: tuple[Problem, ...] = ()


def linked(article: AnnotatedArticle, carries: Carries) -> Linked:
    """Return the entities and quotes of an article as spans and relations.

    Quotes need relations: a format without them loses the quotes but for their ``QUOTE`` spans.
    """
    made = _Linking(article, carries)
    spans = sorted(made.spans, key=lambda s: (s.span.start, -s.span.end))
    return Linked(tuple(spans), tuple(made.relations), tuple(made.losses))


def unlinked(
    article: AnnotatedArticle, spans: Iterable[LinkedSpan], relations: Iterable[Relation]
) -> AnnotatedArticle:
    """Return ``article`` with the entities and quotes that spans and relations stand for.

    The spans' ids only tie them together: entities are ``e1``, ``e2``, … in reading order, quotes
    ``q1``, …, as every format of other tools numbers in its own way.
    Spans with a quote's label that no relation ties to a quote stay entities of that label,
    ``QUOTE`` spans aside, which are quotes by themselves. A type that is not stated follows from
    how much of the content is verbatim.
    """
    return _Unlinking(article, spans, relations).article()


class _Linking:
    """One run of :func:`linked`."""

    def __init__(self, article: AnnotatedArticle, carries: Carries) -> None:
        self.spans: list[LinkedSpan] = []
        self.relations: list[Relation] = []
        self.losses: list[Problem] = []
        self._article = article
        # Looked at for every record, and an enum's own "in" is Python code.
        self._has_attributes = Carries.ATTRIBUTES in carries
        self._has_fragments = Carries.FRAGMENTS in carries
        self._has_relations = Carries.RELATIONS in carries
        self._has_notes = Carries.NOTES in carries
        self._taken = {entity.id for entity in article.entities}
        self._mentions = self._entities()
        self._ids = {quote.id: self._free(quote.id) for quote in article.quotes}
        for quote in article.quotes:
            self._quote(quote)
        records: list[Entity | Quote] = [*article.entities, *article.quotes]
        self.losses += note_losses(article, records, notes=not self._has_notes)
        self.losses += article_note_losses(article)

    def _entities(self) -> dict[Span, str]:
        """Take the entities; return those that stand where a mention of a quote may."""
        entities = self._article.entities
        ids, spans, labels = (list(map(get, entities)) for get in _ID_SPAN_LABEL)
        notes = map(self._note, entities) if self._has_notes else repeat("")
        self.spans += map(make_linked_span, ids, labels, spans, repeat(UNSAID), notes)
        if not LABELS.isdisjoint(labels):
            return self._told_apart()
        # Of several at one place the first: what comes later in a dict takes the place.
        return dict(zip(reversed(spans), reversed(ids), strict=True))

    def _told_apart(self) -> dict[Span, str]:
        """Tell of the entities whose labels stand for parts of quotes; return the others."""
        mentions: dict[Span, str] = {}
        for entity in self._article.entities:
            if entity.label in LABELS:
                what = QT_TRANSLATE_NOOP(
                    "messages", "In this format the label {label} stands for a part of a quote."
                )
                told = message(what, label=entity.label)
                self.losses.append(loss("label", told, self._article, entity, Severity.CHANGED))
            else:
                mentions.setdefault(entity.span, entity.id)
        return mentions

    def _quote(self, quote: Quote) -> None:
        attributes = _attributes(quote) if self._has_attributes else {}
        first, *rest = quote.content
        more = tuple(rest) if self._has_fragments else ()
        own = self._ids[quote.id]
        self.spans.append(make_linked_span(own, QUOTE, first, attributes, self._note(quote), more))
        rest = [] if more else rest
        if not self._has_relations:
            self._tell(quote, _CONTENT_ALONE)
            self.spans += (make_linked_span(self._free(own), QUOTE, part) for part in rest)
            return
        if self._loses_attributes(quote):
            self._tell(quote, _NO_ATTRIBUTES)
        implied = _implies_verbatim(attributes) and quote.verbatim in ((), quote.content)
        if implied and not quote.verbatim:
            self._tell(quote, _MADE_VERBATIM)
        verbatim = () if implied else quote.verbatim
        for relation, parts in ((PART, rest), ("cue", quote.cue), ("verbatim", verbatim)):
            for part in parts:
                self._link(own, relation, self._add(own, _PARTS[relation], part))
        for relation, label in MENTIONS.items():
            span = getattr(quote, relation)
            if span is not None:
                self._link(own, relation, self._mentions.get(span) or self._add(own, label, span))
        if quote.nested_in in self._ids:
            self._link(own, NESTED, self._ids[quote.nested_in])

    def _loses_attributes(self, quote: Quote) -> bool:
        if self._has_attributes:
            return False
        flags = any(getattr(quote, name) != default for name, default in _FLAGS.items())
        return flags or quote.type is not _type_told_by(quote.content, quote.verbatim)

    def _add(self, quote: str, label: str, span: Span) -> str:
        made = make_linked_span(self._free(quote), label, span)
        self.spans.append(made)
        return made.id

    def _link(self, quote: str, relation: str, target: str) -> None:
        self.relations.append(make_relation(relation, quote, target))

    def _free(self, wanted: str) -> str:
        """Return an id that no span has: the one that is wanted, else with a number behind it."""
        made, number = wanted, 2
        while made in self._taken:
            made, number = f"{wanted}.{number}", number + 1
        self._taken.add(made)
        return made

    def _note(self, record: Entity | Quote) -> str:
        return record.note if self._has_notes else ""

    def _tell(self, quote: Quote, what: Message) -> None:
        self.losses.append(loss("quote", what, self._article, quote, Severity.CHANGED))


_CONTENT_ALONE = message(
    QT_TRANSLATE_NOOP(
        "messages",
        "The format has no relations: of the quote only the content is written, as a span.",
    )
)
_NO_ATTRIBUTES = message(
    QT_TRANSLATE_NOOP(
        "messages", "The format has no place for the quote's type and whether it is closed."
    )
)
_MADE_VERBATIM = message(
    QT_TRANSLATE_NOOP("messages", "In this format all of a direct quote counts as verbatim.")
)


def _attributes(quote: Quote) -> dict[str, str]:
    flags = {
        name: str(getattr(quote, name)).lower()
        for name, default in _FLAGS.items()
        if getattr(quote, name) != default
    }
    return {"type": quote.type.value, **flags}


def _implies_verbatim(attributes: Mapping[str, str]) -> bool:
    """Whether a quote of these attributes has all its content as verbatim unless it says more."""
    return attributes.get("type") == QuoteType.DIRECT.value


def _type_told_by(content: Collection[Span], verbatim: Collection[Span]) -> QuoteType:
    """Return the type of a quote that does not state it (QUOTES.md: it is derivable)."""
    if tuple(verbatim) == tuple(content):
        return QuoteType.DIRECT
    return QuoteType.MIXED if verbatim else QuoteType.INDIRECT


class _Unlinking:
    """One run of :func:`unlinked`."""

    def __init__(
        self, article: AnnotatedArticle, spans: Iterable[LinkedSpan], relations: Iterable[Relation]
    ) -> None:
        self._article = article
        self._spans = {span.id: span for span in spans}
        quotes = {span.id for span in self._spans.values() if span.label == QUOTE}
        self._targets: dict[str, dict[str, list[str]]] = {}
        for relation in relations:
            if relation.start in quotes and relation.end in self._spans:
                known = self._targets.setdefault(relation.start, {})
                known.setdefault(relation.type, []).append(relation.end)

    def article(self) -> AnnotatedArticle:
        """Return the article with its entities and quotes, numbered in reading order."""
        owned = set(self._owned())
        free = [span for span in self._spans.values() if span.id not in owned]
        mentions = _in_order([span for span in free if span.label != QUOTE])
        contents = {span.id: self._content(span) for span in free if span.label == QUOTE}
        numbers = {id_: f"q{n}" for n, id_ in enumerate(sorted(contents, key=_place(contents)), 1)}
        return replace(
            self._article,
            # In order all the same: of records at one place, e10 stands before e9.
            entities=in_reading_order(
                make_entity(f"e{number}", span.span, span.label, note=span.note)
                for number, span in enumerate(mentions, 1)
            ),
            quotes=in_reading_order(self._quote(id_, contents[id_], numbers) for id_ in numbers),
        )

    def _owned(self) -> Iterator[str]:
        """Yield the spans that are but parts of a quote."""
        for targets in self._targets.values():
            for relation, ids in targets.items():
                label = _PARTS.get(relation) or MENTIONS.get(relation)
                yield from (id_ for id_ in ids if self._spans[id_].label == label)

    def _content(self, first: LinkedSpan) -> tuple[Span, ...]:
        parts = self._targets.get(first.id, {}).get(PART, ())
        return (first.span, *first.more, *self._parts(parts))

    def _quote(self, own: str, content: tuple[Span, ...], numbers: Mapping[str, str]) -> Quote:
        first, targets = self._spans[own], self._targets.get(own, {})
        source, speaker, via, addressee = (self._first(targets.get(name)) for name in MENTIONS)
        verbatim = self._parts(targets.get("verbatim", ()))
        if not verbatim and _implies_verbatim(first.attributes):
            verbatim = content
        said = first.attributes.get
        closed, nonfact, optional = (
            default if (told := said(name)) is None else told == "true"
            for name, default in _FLAGS.items()
        )
        return make_quote(
            numbers[own], _TYPES.get(said("type", "")) or _type_told_by(content, verbatim),
            content, self._parts(targets.get("cue", ())), source, speaker, verbatim,
            next((numbers.get(id_) for id_ in targets.get(NESTED, ())), None),
            closed, via, addressee, nonfact, optional, note=first.note,
        )  # fmt: skip

    def _parts(self, ids: Sequence[str]) -> tuple[Span, ...]:
        return tuple(sorted([self._spans[id_].span for id_ in ids])) if ids else ()

    def _first(self, ids: Sequence[str] | None) -> Span | None:
        return self._spans[ids[0]].span if ids else None


def _in_order(spans: list[LinkedSpan]) -> list[LinkedSpan]:
    """Return spans in reading order, in which as a rule they come."""
    starts = [span.span.start for span in spans]
    if all(map(lt, starts, islice(starts, 1, None))):
        return spans
    return sorted(spans, key=lambda span: (span.span.start, -span.span.end, span.id))


def _entity_columns(spans: Sequence[LinkedSpan]) -> tuple[Iterable[Any], ...]:
    """Return the first values of the entities that spans stand for, up to their notes."""
    return (
        [f"e{number}" for number in range(1, len(spans) + 1)],
        [span.span for span in spans],
        [span.label for span in spans],
        repeat(Status.ACCEPTED),
        repeat(HUMAN),
        repeat(None),
        repeat(None),
        [span.note for span in spans],
    )


def _place(contents: Mapping[str, tuple[Span, ...]]) -> Callable[[str], tuple[int, int, str]]:
    """Return the key by which ids of quotes are in reading order."""

    def place(own: str) -> tuple[int, int, str]:
        content = contents[own]
        return (min(content).start, -max(part.end for part in content), own)

    return place
