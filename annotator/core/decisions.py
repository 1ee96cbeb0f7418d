"""What a person can decide about entities, each as a function from a state to an Edit.

A decision that would change nothing gives an edit without changes; callers may skip it.
Decisions about quotes are in :mod:`annotator.core.quote_decisions`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.core.annotated import AnnotatedArticle, next_id
from annotator.core.article import ArticleStatus
from annotator.core.edits import Change, Edit, EntityChange, QuoteChange, StatusChange
from annotator.core.entities import HUMAN, Entity, Status
from annotator.core.quotes import Quote
from annotator.core.spans import Span


@dataclass(frozen=True, slots=True)
class Actor:
    """Who decides, and when (ISO 8601, UTC)."""

    name: str
    at: str


def accept(state: AnnotatedArticle, ids: Iterable[str], actor: Actor) -> Edit:
    """Accept these entities and quotes, in one step."""
    return _edit("accept", _each(state, ids, lambda r: _decided(r, Status.ACCEPTED, actor)), actor)


def reject(state: AnnotatedArticle, ids: Iterable[str], actor: Actor) -> Edit:
    """Reject suggestions (kept as negatives) and remove what a person had added by hand."""

    def after(record: Entity | Quote) -> Entity | Quote | None:
        if record.origin == HUMAN:
            return None
        return _decided(record, Status.REJECTED, actor)

    return _edit("reject", _each(state, ids, after), actor)


def reopen(state: AnnotatedArticle, ids: Iterable[str], actor: Actor) -> Edit:
    """Turn decided suggestions back into open ones."""
    return _edit("reopen", _each(state, ids, lambda r: _decided(r, Status.SUGGESTED, actor)), actor)


def relabel(state: AnnotatedArticle, ids: Iterable[str], label: str, actor: Actor) -> Edit:
    """Give entities another label; doing so accepts them."""

    def after(record: Entity | Quote) -> Entity | Quote:
        if isinstance(record, Quote):
            return record
        return _touched(replace(record, label=label, status=Status.ACCEPTED), actor)

    return _edit("relabel", _each(state, ids, after), actor, label=label)


def resize(state: AnnotatedArticle, entity_id: str, span: Span, actor: Actor) -> Edit:
    """Move an entity's edges; doing so accepts it.

    Raises:
        EditConflictError: when the edit is applied, if ``span`` is not valid.
    """

    def after(record: Entity | Quote) -> Entity | Quote:
        if isinstance(record, Quote):
            return record
        return _touched(replace(record, span=span, status=Status.ACCEPTED), actor)

    return _edit("resize", _each(state, [entity_id], after), actor)


def annotate_note(state: AnnotatedArticle, record_id: str, note: str, actor: Actor) -> Edit:
    """Write a note on an entity or quote."""
    changes = _each(state, [record_id], lambda r: _touched(replace(r, note=note), actor))
    return _edit("note", changes, actor)


def add_entities(state: AnnotatedArticle, spans: Sequence[Span], label: str, actor: Actor) -> Edit:
    """Mark spans by hand, in one step. A rejected or open record of the same span gives way.

    A span that is already accepted with this label is left as it is.
    """
    changes: list[Change] = []
    number = int(next_id("e", state.entities)[1:])
    for span in spans:
        same = [e for e in state.entities if e.span == span and e.label == label]
        if same and same[0].status is Status.ACCEPTED:
            continue
        if same:
            changes.append(EntityChange(same[0], _decided_entity(same[0], actor)))
            continue
        entity = Entity(
            id=f"e{number}",
            span=span,
            label=label,
            annotator=actor.name or None,
            created=actor.at,
            modified=actor.at,
        )
        number += 1
        changes.append(EntityChange(None, entity))
    return _edit("add", changes, actor, label=label)


def set_status(state: AnnotatedArticle, status: ArticleStatus, actor: Actor) -> Edit:
    """Say how far the annotator is with the article."""
    changes = [StatusChange(state.status, status)] if status is not state.status else []
    return _edit("status", changes, actor, status=str(status))


def take_suggestions(
    state: AnnotatedArticle,
    entities: Sequence[Entity],
    quotes: Sequence[Quote],
    actor: Actor,
) -> Edit:
    """Replace the open suggestions by ``entities`` and ``quotes``; what was decided stays.

    A suggestion is not taken when its span and label (or a quote's content) was decided before,
    be it accepted or rejected. The edit is not undoable: no person made it. Ids are given here.
    """
    changes: list[Change] = []
    decided = [e for e in state.entities if e.status is not Status.SUGGESTED]
    decided_quotes = [q for q in state.quotes if q.status is not Status.SUGGESTED]
    changes += [EntityChange(e, None) for e in state.entities if e.status is Status.SUGGESTED]
    changes += [QuoteChange(q, None) for q in state.quotes if q.status is Status.SUGGESTED]
    known = {(e.span, e.label) for e in decided}
    number = int(next_id("e", state.entities)[1:])
    for entity in entities:
        if (entity.span, entity.label) in known:
            continue
        known.add((entity.span, entity.label))
        stamped = replace(
            entity, id=f"e{number}", status=Status.SUGGESTED, created=actor.at, modified=actor.at
        )
        changes.append(EntityChange(None, stamped))
        number += 1
    changes += _suggested_quotes(state, quotes, {q.content for q in decided_quotes}, actor)
    return Edit("suggest", tuple(changes), actor.name, actor.at, undoable=False)


def _suggested_quotes(
    state: AnnotatedArticle,
    quotes: Sequence[Quote],
    known: set[tuple[Span, ...]],
    actor: Actor,
) -> list[Change]:
    number = int(next_id("q", state.quotes)[1:])
    renamed: dict[str, str] = {}
    fresh = [quote for quote in quotes if quote.content not in known]
    for quote in fresh:
        renamed[quote.id] = f"q{number}"
        number += 1
    return [
        QuoteChange(
            None,
            replace(
                quote,
                id=renamed[quote.id],
                nested_in=renamed.get(quote.nested_in or ""),
                status=Status.SUGGESTED,
                created=actor.at,
                modified=actor.at,
            ),
        )
        for quote in fresh
    ]


def _each(
    state: AnnotatedArticle,
    ids: Iterable[str],
    after: Callable[[Entity | Quote], Entity | Quote | None],
) -> list[Change]:
    changes: list[Change] = []
    for record_id in ids:
        record = state.entity(record_id) or state.quote(record_id)
        if record is None:
            continue
        new = after(record)
        if new == record:
            continue
        if isinstance(record, Entity):
            assert new is None or isinstance(new, Entity)
            changes.append(EntityChange(record, new))
        else:
            assert new is None or isinstance(new, Quote)
            changes.append(QuoteChange(record, new))
    return changes


def _decided(record: Entity | Quote, status: Status, actor: Actor) -> Entity | Quote:
    if record.status is status:
        return record
    return _touched(replace(record, status=status), actor)


def _decided_entity(entity: Entity, actor: Actor) -> Entity:
    return replace(entity, status=Status.ACCEPTED, annotator=actor.name or None, modified=actor.at)


def _touched(record: Entity | Quote, actor: Actor) -> Entity | Quote:
    return replace(record, annotator=actor.name or None, modified=actor.at)


def _edit(name: str, changes: Sequence[Change], actor: Actor, **args: str) -> Edit:
    return Edit(name, tuple(changes), actor.name, actor.at, {**args, "count": len(changes)})
