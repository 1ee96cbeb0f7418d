"""Edits that no person made, fitted to the steps that a person may still take back.

Suggestions and imports arrive between decisions. Were they to change a record that a step knows,
or to give its id to another one, that step could not be undone any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from annotator.core.edits import Change, Edit, EntityChange, QuoteChange
from annotator.core.entities import Entity
from annotator.core.history import History, Timeline
from annotator.core.quotes import Quote
from annotator.core.spans import Span

Key = tuple[Span | tuple[Span, ...], str]


def known_ids(history: History) -> frozenset[str]:
    """Return the ids of the entities and quotes that steps of ``history`` can bring back."""
    return frozenset(record.id for edit in _steps(history) for record in _records(edit.changes))


def left_places(history: History) -> frozenset[Key]:
    """Return where, and as what, something was before a person moved, relabelled or removed it."""
    return frozenset(
        record_key(change.before)
        for edit in history.done
        for change in edit.changes
        if isinstance(change, EntityChange | QuoteChange)
        and change.before is not None
        and (change.after is None or record_key(change.after) != record_key(change.before))
    )


def fitted(edit: Edit, now: Timeline) -> Edit:
    """Return ``edit`` without what would keep steps from being undone, or done again.

    Records that a step knows stay as they are, a new record of the same place and label is left
    out, and new records whose ids a step knows get ids that neither a step nor the state has. What
    is one value (the status, the list of marked strings that are no quotes): once a step has
    changed it, nothing else does.
    """
    history = now.history
    known = known_ids(history)
    if not history.done and not history.undone:
        return edit
    kept: set[Key] = set()
    taken = {*known, *(e.id for e in now.state.entities), *(q.id for q in now.state.quotes)}
    changes: list[Change] = []
    for change in _without_values(edit.changes, history):
        record = _touched(change)
        if record is not None and record.id in known:
            kept.add(record_key(record))
        else:
            changes.append(change)
            taken |= {found.id for found in _records((change,))}
    names = _new_names(changes, known, taken)
    made = [_renamed(change, names) for change in changes if _made_key(change) not in kept]
    return replace(edit, changes=tuple(made))


def _steps(history: History) -> tuple[Edit, ...]:
    return (*history.done, *history.undone)


def _without_values(changes: tuple[Change, ...], history: History) -> Iterator[Change]:
    """Yield the changes but those of single values that a step has changed too."""
    decided = {
        type(change)
        for step in _steps(history)
        for change in step.changes
        if not isinstance(change, EntityChange | QuoteChange)
    }
    return (change for change in changes if type(change) not in decided)


def record_key(record: Entity | Quote) -> Key:
    """Return what makes two records the same to a person: where they are, and as what."""
    if isinstance(record, Entity):
        return (record.span, record.label)
    return (record.content, "quote")


def free_id(name: str, taken: set[str]) -> str:
    """Return ``name``, or its letter with the first free number, and add it to ``taken``."""
    number = 0
    free = name
    while free in taken:
        number += 1
        free = f"{name[:1]}{len(taken) + number}"
    taken.add(free)
    return free


def _touched(change: Change) -> Entity | Quote | None:
    """Return the record that a change finds in the state, or None."""
    return change.before if isinstance(change, EntityChange | QuoteChange) else None


def _made_key(change: Change) -> Key | None:
    """Return the key of a record that a change adds to the state, or None."""
    if not isinstance(change, EntityChange | QuoteChange):
        return None
    return record_key(change.after) if change.before is None and change.after else None


def _records(changes: tuple[Change, ...]) -> Iterator[Entity | Quote]:
    for change in changes:
        if isinstance(change, EntityChange | QuoteChange):
            yield from (record for record in (change.before, change.after) if record is not None)


def _new_names(changes: list[Change], known: frozenset[str], taken: set[str]) -> dict[str, str]:
    return {
        change.after.id: free_id(change.after.id, taken)
        for change in changes
        if isinstance(change, EntityChange | QuoteChange)
        and change.before is None
        and change.after is not None
        and change.after.id in known
    }


def _renamed(change: Change, names: dict[str, str]) -> Change:
    match change:
        case EntityChange(None, Entity() as made):
            return EntityChange(None, replace(made, id=names.get(made.id, made.id)))
        case QuoteChange(None, Quote() as made):
            nested = names.get(made.nested_in or "", made.nested_in)
            return QuoteChange(
                None, replace(made, id=names.get(made.id, made.id), nested_in=nested)
            )
    return change
