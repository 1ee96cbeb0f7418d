"""Several steps of a history taken back, or done again, at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from annotator.core.edits import (
    Change,
    Edit,
    EntityChange,
    QuoteChange,
    VerdictChange,
    apply,
    inverse,
)
from annotator.core.history import History, Timeline


def jumped(timeline: Timeline, steps: int) -> tuple[Timeline, Edit]:
    """Return the timeline ``steps`` further (or, negative, back) and those steps as one edit.

    The edit says what they do together when they are done, also where they are taken back.

    Raises:
        IndexError: there are not so many steps.
    """
    done, undone = timeline.history.done, timeline.history.undone
    number = abs(steps)
    if not 0 < number <= len(undone if steps > 0 else done):
        raise IndexError(steps)
    if steps > 0:
        again = undone[len(undone) - number :][::-1]
        edit = _together(again)
        history = History((*done, *again), undone[: len(undone) - number])
        return Timeline(apply(timeline.state, edit), history), edit
    taken = done[len(done) - number :]
    edit = _together(taken)
    history = History(done[: len(done) - number], (*undone, *reversed(taken)))
    return Timeline(apply(timeline.state, inverse(edit)), history), edit


def _together(edits: tuple[Edit, ...]) -> Edit:
    return replace(edits[-1], changes=net_changes(edits), args={}, batch=None)


def net_changes(edits: Iterable[Edit]) -> tuple[Change, ...]:
    """Return what edits in a row do together, one change for each record that is changed."""
    net: dict[tuple[type[Change], str], Change] = {}
    for edit in edits:
        for change in edit.changes:
            key = _key(change)
            first = net.get(key)
            net[key] = change if first is None else _joined(first, change)
    return tuple(change for change in net.values() if change.before != change.after)


def _key(change: Change) -> tuple[type[Change], str]:
    if isinstance(change, EntityChange | QuoteChange | VerdictChange):
        record = change.before or change.after
        return type(change), record.id if record else ""
    return type(change), ""


def _joined(first: Change, last: Change) -> Change:
    return replace(first, after=last.after)  # type: ignore[arg-type]  # both are of one type
