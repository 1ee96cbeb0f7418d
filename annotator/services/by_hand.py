"""Deciding about a disagreement by hand: other edges, another label, each part of a quote."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.batches import difference
from annotator.core.decisions import Actor, add_entities
from annotator.core.edits import Edit, QuoteChange, apply
from annotator.core.entities import Entity
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.quote_decisions import derived, nest
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.core.verdicts import Choice, decisive
from annotator.review.records import (
    Disagreement,
    MatchedArticle,
    accepted_entities,
    extent_of,
    identity,
)
from annotator.review.settling import Ruling, settle
from annotator.review.taking import FROM, RULE
from annotator.services.quoting import fragments
from annotator.services.reviewing import Review, Row
from annotator.services.session import Changed

Decide = Callable[[AnnotatedArticle, Quote, Actor], Edit]
"""What is made of a quote in the reviewer's set."""


class Part(StrEnum):
    """What a quote is made of, in the order in which it is told."""

    CONTENT = "content"
    SPEAKER = "speaker"
    CUE = "cue"
    TYPE = "type"
    OUTER = "outer"


def settle_by_hand(
    review: Review, row: Row, span: Span, label: str, ruling: Ruling, *, by: object = None
) -> Changed | None:
    """Settle a disagreement about entities with ``span`` under ``label``, in one step.

    ``ruling`` gives the note and the fault.

    Raises:
        KeyError: there is no such article or disagreement.
        UserError: the same is there already, or it could not be saved; nothing has changed.
    """
    session = review.session(row.article)
    state, actor = session.state, session.actor()
    marked = apply(state, add_entities(state, [span], label, actor))
    made = _made(state, marked)
    if not made:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This is in the reviewed article already."))
        )
    return _settled(review, row, marked, made, ruling, by=by)


def settle_quote(
    review: Review, row: Row, ruling: Ruling, decide: Decide | None = None, *, by: object = None
) -> Changed | None:
    """Settle a disagreement about quotes with what ``decide`` makes of one, in one step.

    It starts from :func:`quote_by_hand`; without ``decide`` that is kept as it is. Where nothing
    comes of ``decide``, nothing changes. ``ruling`` gives the note and the fault.

    Raises:
        KeyError: there is no such article or disagreement.
        UserError: it could not be saved; nothing has changed.
    """
    session = review.session(row.article)
    state, quote, records = _started(review, row)
    if decide is not None:
        after = apply(state, decide(state, quote, session.actor()))
        if after.quotes == state.quotes:
            return None
        state = after
    made = state.quote(quote.id)
    assert made is not None
    extra = {key: value for key, value in made.extra.items() if key not in (FROM, RULE)}
    plain = replace(made, extra=extra)
    if plain != made:
        state = apply(state, Edit("", (QuoteChange(made, plain),)))
    return _settled(review, row, state, records, ruling, by=by)


def quote_by_hand(review: Review, row: Row) -> tuple[AnnotatedArticle, Quote]:
    """Return the quote that a decision by hand starts from, and a state that has it.

    It is the one that was decided on; as long as there is none, that of the first annotator who
    has one, as it would be taken over.

    Raises:
        KeyError: there is no such article or disagreement.
    """
    state, quote, _ = _started(review, row)
    return state, quote


def entity_by_hand(review: Review, row: Row) -> Entity:
    """Return the entity that a decision by hand starts from; as :func:`quote_by_hand`."""
    found = _found(review, row)
    own = review.session(row.article).state
    decided = own.verdict(found.key)
    ids = decided.records if decided is not None else ()
    records = [own.entity(id_) for id_ in ids] + list(found.records)
    return next(record for record in records if isinstance(record, Entity))


def take_part(matched: MatchedArticle, annotator: str, theirs: Quote, part: Part) -> Decide:
    """Return what gives a quote one part of an annotator's quote."""

    def decide(state: AnnotatedArticle, quote: Quote, actor: Actor) -> Edit:
        if part is Part.OUTER:
            return nest(state, quote.id, _same_outer(state, matched, annotator, theirs), actor)
        if part is Part.CONTENT:
            made = derived(replace(quote, content=theirs.content), fragments(state.text))
        elif part is Part.SPEAKER:
            made = replace(quote, source=theirs.source, speaker=theirs.speaker)
        elif part is Part.CUE:
            made = replace(quote, cue=theirs.cue)
        else:
            made = replace(quote, type=theirs.type)
        changes = () if made == quote else (QuoteChange(quote, made),)
        return Edit(f"set_{part}", changes, actor.name, actor.at)

    return decide


def with_everybodys_names(
    review: Review, article: int, state: AnnotatedArticle
) -> AnnotatedArticle:
    """Return a state with every name that anybody marked, but those decided against."""
    known = {entity.span for entity in state.entities}
    for found in review.disagreements(article):
        if decisive(state.verdict(found.key)) is not None:
            known |= {extent_of(record) for record in found.records}
    more: dict[Span, Entity] = {}
    for theirs in review.article(article).sets.values():
        for entity in accepted_entities(theirs):
            if entity.span not in known:
                more.setdefault(entity.span, entity)
    return replace(state, entities=in_reading_order((*state.entities, *more.values())))


def _started(review: Review, row: Row) -> tuple[AnnotatedArticle, Quote, tuple[str, ...]]:
    """Return a state with the quote, the quote, and the records that its verdict stands for."""
    found = _found(review, row)
    session = review.session(row.article)
    state, actor = session.state, session.actor()
    records = _quotes_of(state, row.key)
    if not records:
        first = next(side.annotator for side in found.sides if side.record is not None)
        matched = review.article(row.article)
        ruling = Ruling(Choice.TAKEN, (first,))
        state = apply(state, settle(state, matched, found, ruling, actor))
        records = _quotes_of(state, row.key)
    quote = state.quote(records[0])
    assert quote is not None
    return state, quote, records


def _quotes_of(state: AnnotatedArticle, key: str) -> tuple[str, ...]:
    verdict = state.verdict(key)
    records = verdict.records if verdict is not None else ()
    return tuple(id_ for id_ in records if state.quote(id_) is not None)


def _settled(
    review: Review,
    row: Row,
    marked: AnnotatedArticle,
    records: tuple[str, ...],
    ruling: Ruling,
    *,
    by: object,
) -> Changed | None:
    """Save, as one step, that the disagreement is settled by these records of ``marked``."""
    session = review.session(row.article)
    actor, matched = session.actor(), review.article(row.article)
    by_hand = replace(ruling, choice=Choice.EDITED, taken=(), records=records)
    settling = settle(marked, matched, _found(review, row), by_hand, actor)
    edit = replace(
        difference(session.state, apply(marked, settling)),
        name=settling.name,
        by=actor.name,
        at=actor.at,
        args=settling.args,
    )
    return session.perform(edit, by)


def _found(review: Review, row: Row) -> Disagreement:
    return {d.key: d for d in review.disagreements(row.article)}[row.key]


def _same_outer(
    state: AnnotatedArticle, matched: MatchedArticle, annotator: str, theirs: Quote
) -> str | None:
    """Return the quote of this set in which the annotator's quote is nested with them."""
    outer = matched.sets[annotator].quote(theirs.nested_in) if theirs.nested_in else None
    same = (q.id for q in state.quotes if outer and identity(q) == identity(outer))
    return next(same, None)


def _made(before: AnnotatedArticle, after: AnnotatedArticle) -> tuple[str, ...]:
    """Return the ids of the entities that are there after and were not, or were otherwise."""
    known = {entity.id: entity for entity in before.entities}
    return tuple(e.id for e in after.entities if known.get(e.id) != e)
