"""An article that comes in again: what is new in it, without touching what a person decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from annotator.core.annotated import AnnotatedArticle
from annotator.core.arriving import Key, fitted, free_id, left_places, record_key
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
from annotator.core.entities import Entity, Status
from annotator.core.history import Timeline
from annotator.core.quotes import Quote

R = TypeVar("R", Entity, Quote)


def joining_edit(known: Timeline, incoming: AnnotatedArticle, at: str) -> Edit:
    """Return the edit that takes ``incoming`` into the set that is there already.

    A record at a new place is added, unless a person took it from there. An open suggestion gives
    way to what comes in for the same place and label; what was decided stays as it is. The status
    is taken while it is still new, the note on the article while there is none, and flags are
    added.
    """
    state = known.state
    left = left_places(known.history)
    changes: list[Change] = []
    for old, new in _pairs(state.entities, incoming.entities, left):
        changes.append(EntityChange(old, new))
    incoming_quotes = _nested_renamed(state, incoming.quotes)
    for old_quote, new_quote in _pairs(state.quotes, incoming_quotes, left):
        changes.append(QuoteChange(old_quote, new_quote))
    nonquotes = tuple(sorted({*state.nonquotes, *incoming.nonquotes}))
    if nonquotes != tuple(sorted(state.nonquotes)):
        changes.append(NonquotesChange(state.nonquotes, nonquotes))
    if state.status is ArticleStatus.NEW and incoming.status is not ArticleStatus.NEW:
        changes.append(StatusChange(state.status, incoming.status))
    if incoming.note and not state.note:
        changes.append(NoteChange(state.note, incoming.note))
    flags = tuple(dict.fromkeys((*state.flags, *incoming.flags)))
    if flags != state.flags:
        changes.append(FlagsChange(state.flags, flags))
    edit = Edit("import", tuple(changes), incoming.annotator, at, undoable=False)
    return fitted(edit, known)


def _pairs(
    known: Sequence[R], incoming: Sequence[R], left: frozenset[Key]
) -> list[tuple[R | None, R]]:
    """Return each record that changes something, with the open one whose place it takes."""
    there: dict[Key, R] = {record_key(record): record for record in known}
    taken = {record.id for record in known}
    pairs: list[tuple[R | None, R]] = []
    for record in incoming:
        old = there.get(record_key(record))
        if old is None:
            if record_key(record) in left:
                continue
            new = replace(record, id=free_id(record.id, taken))
            pairs.append((None, new))
        elif old.status is Status.SUGGESTED:
            new = replace(
                record,
                id=old.id,
                note=record.note or old.note,
                flags=record.flags or old.flags,
            )
            if new != old:
                pairs.append((old, new))
        else:
            continue
        there[record_key(record)] = replace(new, status=Status.ACCEPTED)  # said once is enough
    return pairs


def _nested_renamed(state: AnnotatedArticle, incoming: Sequence[Quote]) -> list[Quote]:
    """Return the quotes with ``nested_in`` naming the ids that their outer quotes will have."""
    known = {record_key(quote): quote.id for quote in state.quotes}
    taken = {quote.id for quote in state.quotes}
    names = {
        quote.id: known.get(record_key(quote)) or free_id(quote.id, taken) for quote in incoming
    }
    return [
        replace(quote, nested_in=names.get(quote.nested_in, quote.nested_in))
        if quote.nested_in is not None
        else quote
        for quote in incoming
    ]
