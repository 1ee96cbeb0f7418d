"""What a person can decide about entities, each as a function from a state to an Edit.

A decision that would change nothing gives an edit without changes; callers may skip it.
Decisions about quotes are in :mod:`annotator.core.quote_decisions`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from annotator.core.annotated import AnnotatedArticle, R, next_id
from annotator.core.article import ArticleStatus
from annotator.core.edits import (
    Change,
    Edit,
    EntityChange,
    FlagsChange,
    NonquotesChange,
    NoteChange,
    QuoteChange,
    StatusChange,
)
from annotator.core.entities import HUMAN, Entity, Status
from annotator.core.quotes import Quote
from annotator.core.spans import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Who decides, and when (ISO 8601, UTC)."""

    name: str
    at: str


class Decide(Protocol):
    """Gives a record as it is after a decision, or None when it goes."""

    def __call__(self, record: R, /) -> R | None:
        """Decide about one entity or quote."""
        ...


def accept(state: AnnotatedArticle, ids: Iterable[str], actor: Actor) -> Edit:
    """Accept these entities and quotes, in one step."""

    def after(record: R) -> R:
        return _decided(record, Status.ACCEPTED, actor)

    return _edit("accept", _each(state, ids, after), actor)


def reject(state: AnnotatedArticle, ids: Iterable[str], actor: Actor) -> Edit:
    """Reject suggestions (kept as negatives) and remove what a person had added by hand.

    What is nested in a quote that goes is no more.
    """

    def after(record: R) -> R | None:
        return None if record.origin == HUMAN else _decided(record, Status.REJECTED, actor)

    changes = _each(state, ids, after)
    changed = {c.before.id for c in changes if isinstance(c, QuoteChange) and c.before}
    changes += [
        QuoteChange(quote, _touched(replace(quote, nested_in=None), actor))
        for quote in state.quotes
        if quote.nested_in in changed and quote.id not in changed
    ]
    return _edit("reject", changes, actor)


def reopen(state: AnnotatedArticle, ids: Iterable[str], actor: Actor) -> Edit:
    """Turn decided suggestions back into open ones; what a person marked by hand is none."""

    def after(record: R) -> R:
        return record if record.origin == HUMAN else _decided(record, Status.SUGGESTED, actor)

    return _edit("reopen", _each(state, ids, after), actor)


def relabel(state: AnnotatedArticle, ids: Iterable[str], label: str, actor: Actor) -> Edit:
    """Give entities another label; doing so accepts them.

    Another entity of the same span and label gives way; quotes have no label and stay.
    """
    changes = _each_entity(
        state, ids, lambda entity: replace(entity, label=label, status=Status.ACCEPTED), actor
    )
    return _edit("relabel", changes, actor, label=label)


def resize(state: AnnotatedArticle, entity_id: str, span: Span, actor: Actor) -> Edit:
    """Move an entity's edges; doing so accepts it.

    Another entity of the same span and label gives way.

    Raises:
        EditConflictError: when the edit is applied, if ``span`` is not valid.
    """
    changes = _each_entity(
        state, [entity_id], lambda entity: replace(entity, span=span, status=Status.ACCEPTED), actor
    )
    return _edit("resize", changes, actor)


def annotate_note(state: AnnotatedArticle, record_id: str, note: str, actor: Actor) -> Edit:
    """Write a note on an entity or quote."""

    def after(record: R) -> R:
        return record if record.note == note else _touched(replace(record, note=note), actor)

    return _edit("note", _each(state, [record_id], after), actor)


def toggle_flag(state: AnnotatedArticle, ids: Iterable[str], flag: str, actor: Actor) -> Edit:
    """Flag these entities and quotes, or take the flag away where it is."""

    def after(record: R) -> R:
        return _touched(replace(record, flags=_toggled(record.flags, flag)), actor)

    return _edit("flag", _each(state, ids, after), actor, flag=flag)


def annotate_article(state: AnnotatedArticle, note: str, actor: Actor) -> Edit:
    """Write a note on the article as a whole."""
    changes = [NoteChange(state.note, note)] if note != state.note else []
    return _edit("article_note", changes, actor)


def toggle_article_flag(state: AnnotatedArticle, flag: str, actor: Actor) -> Edit:
    """Flag the article as a whole, or take the flag away where it is."""
    change = FlagsChange(state.flags, _toggled(state.flags, flag))
    return _edit("article_flag", [change], actor, flag=flag)


def _toggled(flags: tuple[str, ...], flag: str) -> tuple[str, ...]:
    if flag in flags:
        return tuple(name for name in flags if name != flag)
    return (*flags, flag)


def add_entities(state: AnnotatedArticle, spans: Iterable[Span], label: str, actor: Actor) -> Edit:
    """Mark spans by hand, in one step.

    A span that is already accepted with this label is left as it is. A rejected suggestion of
    the same span and label, or an open one of the same span, becomes the accepted entity.
    """
    changes: list[Change] = []
    number = int(next_id("e", state.entities)[1:])
    by_span: dict[Span, list[Entity]] = {}
    for entity in state.entities:
        by_span.setdefault(entity.span, []).append(entity)
    for span in dict.fromkeys(spans):
        known = _giving_way(by_span.get(span, ()), label)
        if known is None:
            new = Entity(id=f"e{number}", span=span, label=label, created=actor.at)
            changes.append(EntityChange(None, _touched(new, actor)))
            number += 1
        elif (known.label, known.status) != (label, Status.ACCEPTED):
            accepted = replace(known, label=label, status=Status.ACCEPTED)
            changes.append(EntityChange(known, _touched(accepted, actor)))
    return _edit("add", changes, actor, label=label)


def _giving_way(entities: Iterable[Entity], label: str) -> Entity | None:
    """Return the entity of a span that a person's marking with ``label`` turns to, or None."""
    same = [entity for entity in entities if entity.label == label]
    accepted = [entity for entity in same if entity.status is Status.ACCEPTED]
    still_open = [entity for entity in entities if entity.status is Status.SUGGESTED]
    return next(iter([*accepted, *same, *still_open]), None)


def set_status(state: AnnotatedArticle, status: ArticleStatus, actor: Actor) -> Edit:
    """Say how far the annotator is with the article."""
    changes = [StatusChange(state.status, status)] if status is not state.status else []
    return _edit("status", changes, actor, status=str(status))


def finish(
    state: AnnotatedArticle, actor: Actor, *, accept_rest: bool = False, least: float = 0.0
) -> Edit:
    """Say that the article is done, in one step with accepting what still stands, if asked for.

    ``least`` is the score below which suggestions are not shown: those stay open. A suggestion
    without a score is always shown.
    """
    changes: list[Change] = []
    if accept_rest:
        standing = [r.id for r in state.pending() if r.score is None or r.score >= least]
        changes += accept(state, standing, actor).changes
    changes += set_status(state, ArticleStatus.DONE, actor).changes
    return _edit("finish", changes, actor)


def take_suggestions(
    state: AnnotatedArticle,
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
    actor: Actor,
    nonquotes: Iterable[Span] = (),
) -> Edit:
    """Replace the open suggestions by ``entities`` and ``quotes``.

    What was decided stays, and so does an open one with a note or a flag. A suggestion is not
    taken when its span and label (or a quote's content) was decided before, be it accepted or
    rejected. ``nonquotes`` are marked strings judged to be no quotes: they join those of the
    state, unless a person has accepted them as one. One of the state that nobody decided, and
    that is now suggested as a quote, goes (:func:`decided_nonquotes`). The edit is not undoable:
    no person made it. Ids are given here.
    """
    decided = decided_nonquotes(state)
    quotes = [quote for quote in quotes if not set(quote.content) <= decided]
    changes: list[Change] = []
    changes += [EntityChange(e, None) for e in state.entities if _is_open(e)]
    changes += [QuoteChange(q, None) for q in state.quotes if _is_open(q)]
    changes += _new_entities(state, entities, actor)
    changes += _new_quotes(state, quotes, actor)
    changes += _new_nonquotes(state, quotes, nonquotes, decided)
    return Edit("suggest", tuple(changes), actor.name, actor.at, undoable=False)


def decided_nonquotes(state: AnnotatedArticle) -> frozenset[Span]:
    """Return the marked strings of which a person said that they are no quotes.

    ``nonquotes`` do not tell who judged them. A person did when a quote that holds them was
    rejected, and when the whole article was finished.
    """
    if state.status in (ArticleStatus.DONE, ArticleStatus.REVIEWED):
        return frozenset(state.nonquotes)
    rejected = (quote for quote in state.quotes if quote.status is Status.REJECTED)
    held = {span for quote in rejected for span in (*quote.content, *quote.verbatim)}
    return frozenset(held.intersection(state.nonquotes))


def _new_entities(
    state: AnnotatedArticle, entities: Iterable[Entity], actor: Actor
) -> Iterator[EntityChange]:
    known = {(e.span, e.label) for e in state.entities if not _is_open(e)}
    number = int(next_id("e", state.entities)[1:])
    for entity in entities:
        if (entity.span, entity.label) not in known:
            known.add((entity.span, entity.label))
            yield EntityChange(None, _suggested(replace(entity, id=f"e{number}"), actor))
            number += 1


def _new_quotes(
    state: AnnotatedArticle, quotes: Sequence[Quote], actor: Actor
) -> Iterator[QuoteChange]:
    known = {q.content: q.id for q in state.quotes if not _is_open(q)}
    number = int(next_id("q", state.quotes)[1:])
    # A quote may name one that comes after it, or one that was decided, as what it is nested in.
    renamed: dict[str, str] = {}
    fresh: list[Quote] = []
    for quote in quotes:
        if quote.content not in known:
            known[quote.content] = f"q{number}"
            fresh.append(quote)
            number += 1
        renamed[quote.id] = known[quote.content]
    for quote in fresh:
        nested = renamed.get(quote.nested_in or "")
        named = replace(quote, id=renamed[quote.id], nested_in=nested)
        yield QuoteChange(None, _suggested(named, actor))


def _new_nonquotes(
    state: AnnotatedArticle,
    quotes: Iterable[Quote],
    nonquotes: Iterable[Span],
    decided: frozenset[Span],
) -> list[NonquotesChange]:
    accepted = (quote for quote in state.quotes if quote.status is Status.ACCEPTED)
    quoted = {span for quote in (*accepted, *quotes) for span in (*quote.content, *quote.verbatim)}
    after = tuple(sorted(decided | ({*state.nonquotes, *nonquotes} - quoted)))
    same = set(after) == set(state.nonquotes)
    return [] if same else [NonquotesChange(state.nonquotes, after)]


def _each(state: AnnotatedArticle, ids: Iterable[str], after: Decide) -> list[Change]:
    """Return what changes in the records with these ids; ids that are gone are passed over."""
    entities = {entity.id: entity for entity in state.entities}
    quotes = {quote.id: quote for quote in state.quotes}
    changes: list[Change] = []
    for record_id in dict.fromkeys(ids):
        if record_id in entities:
            entity = entities[record_id]
            changes.append(EntityChange(entity, after(entity)))
        elif record_id in quotes:
            quote = quotes[record_id]
            changes.append(QuoteChange(quote, after(quote)))
    return [change for change in changes if change.before != change.after]


def _each_entity(
    state: AnnotatedArticle,
    ids: Iterable[str],
    after: Callable[[Entity], Entity],
    actor: Actor,
) -> list[Change]:
    """Return what changes in these entities, and which ones of the same span and label go."""
    wanted = set(ids)
    changes: list[Change] = []
    taken: set[tuple[Span, str]] = set()
    for entity in state.entities:
        if entity.id in wanted and (new := after(entity)) != entity:
            twin = (new.span, new.label) in taken
            taken.add((new.span, new.label))
            changes.append(EntityChange(entity, None if twin else _touched(new, actor)))
    changed = {change.before.id for change in changes if isinstance(change.before, Entity)}
    changes += [
        EntityChange(entity, None)
        for entity in state.entities
        if entity.id not in changed and (entity.span, entity.label) in taken
    ]
    return changes


def _is_open(record: Entity | Quote) -> bool:
    """Whether newer suggestions may replace a record: nobody has decided or said anything."""
    return record.status is Status.SUGGESTED and not record.note and not record.flags


def _decided(record: R, status: Status, actor: Actor) -> R:
    return record if record.status is status else _touched(replace(record, status=status), actor)


def _suggested(record: R, actor: Actor) -> R:
    return replace(record, status=Status.SUGGESTED, created=actor.at, modified=actor.at)


def _touched(record: R, actor: Actor) -> R:
    return replace(record, annotator=actor.name or None, modified=actor.at)


def _edit(name: str, changes: Sequence[Change], actor: Actor, **args: str) -> Edit:
    return Edit(name, tuple(changes), actor.name, actor.at, {**args, "count": len(changes)})
