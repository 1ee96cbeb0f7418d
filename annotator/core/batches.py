"""One decision over several articles: how its part in one of them is taken back or done again.

A batch leaves one step in each annotation set that it touches, with its key on it. Where that
step is still the last one, undo is undo. Where a person has decided on since, what the batch did
and nobody has changed is taken back by a new step of the same batch, a *back* step, on top of
theirs; so every stack stays one that can be walked to its start. Redo is the same, turned round.
A step back is undone as any other, in its article alone: were it to bring the batch again, undo
in two articles by turns would never come to an end.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle, next_id
from annotator.core.arriving import record_key
from annotator.core.decisions import Actor
from annotator.core.edits import (
    Change,
    Edit,
    EntityChange,
    FlagsChange,
    NonquotesChange,
    NoteChange,
    QuoteChange,
    StatusChange,
    VerdictChange,
    apply,
    inverse,
)
from annotator.core.entities import Entity
from annotator.core.errors import EditConflictError
from annotator.core.history import StepKind, Timeline
from annotator.core.quotes import Quote

BACK = "take_back"
"""The name of a step that takes back what a batch did. Its ``args`` name the batch's own."""


class Turn(NamedTuple):
    """What is to be done in one set: the step and its kind, and how many changes are left alone.

    ``edit`` is the step as the history holds it. It may be without changes: then all are left.
    """

    kind: StepKind
    edit: Edit
    left: int = 0


def is_back(edit: Edit) -> bool:
    """Whether a step of a batch takes back what the batch did."""
    return edit.name == BACK


def moves_batch(edit: Edit) -> bool:
    """Whether undoing or redoing a step takes the batch with it in every article."""
    return edit.batch is not None and not is_back(edit)


def turned(
    timeline: Timeline, batch: int, actor: Actor, *, back: bool, gone: Edit | None = None
) -> Turn | None:
    """Return what takes a batch back in one set (``back``), or does it again; None for nothing.

    ``gone`` is the batch's last step there that the history no longer holds, because another
    step has been made since it was taken back.
    """
    done, undone = timeline.history.done, timeline.history.undone
    if done and done[-1].batch == batch and is_back(done[-1]) is not back:
        return Turn(StepKind.UNDO, done[-1])
    if undone and undone[-1].batch == batch and is_back(undone[-1]) is back:
        return Turn(StepKind.REDO, undone[-1])
    state = timeline.state
    last = next((step for step in reversed(done) if step.batch == batch), None)
    if last is not None:
        return None if is_back(last) is back else _made(state, inverse(last), actor, back=back)
    known = next((step for step in undone if step.batch == batch), gone)
    if back or known is None:
        return None
    return _made(state, inverse(known) if is_back(known) else known, actor, back=False)


def difference(before: AnnotatedArticle, after: AnnotatedArticle) -> Edit:
    """Return the edit that leads from one state to another of the same article."""
    old = {entity.id: entity for entity in before.entities}
    new = {entity.id: entity for entity in after.entities}
    old_quotes = {quote.id: quote for quote in before.quotes}
    new_quotes = {quote.id: quote for quote in after.quotes}
    old_verdicts = {verdict.id: verdict for verdict in before.verdicts}
    new_verdicts = {verdict.id: verdict for verdict in after.verdicts}
    changes: list[Change] = [
        *(EntityChange(old.get(id_), new.get(id_)) for id_ in old | new),
        *(QuoteChange(old_quotes.get(id_), new_quotes.get(id_)) for id_ in old_quotes | new_quotes),
        *(
            VerdictChange(old_verdicts.get(id_), new_verdicts.get(id_))
            for id_ in old_verdicts | new_verdicts
        ),
        NonquotesChange(before.nonquotes, after.nonquotes),
        StatusChange(before.status, after.status),
        NoteChange(before.note, after.note),
        FlagsChange(before.flags, after.flags),
    ]
    return Edit("", tuple(change for change in changes if change.before != change.after))


def _made(state: AnnotatedArticle, wanted: Edit, actor: Actor, *, back: bool) -> Turn:
    """Return the new step that makes those changes which still fit ``state``."""
    fitting: list[Change] = []
    after = state
    for once in wanted.changes:
        change = _renamed(after, once)
        try:
            if _doubles(after, change):
                continue
            after = apply(after, replace(wanted, changes=(change,)))
        except EditConflictError:
            continue
        fitting.append(change)
    edit = replace(wanted, changes=tuple(fitting), by=actor.name, at=actor.at)
    return Turn(StepKind.DO, _named(edit, back=back), len(wanted.changes) - len(fitting))


def _named(edit: Edit, *, back: bool) -> Edit:
    """Return an edit under the name and arguments of its direction."""
    if is_back(edit) is back:
        return edit
    args = dict(edit.args)
    if back:
        return replace(edit, name=BACK, args={**args, "name": edit.name})
    return replace(edit, name=str(args.pop("name", "")), args=args)


def _renamed(state: AnnotatedArticle, change: Change) -> Change:
    """Return a change that makes a record with an id that is free by now."""
    match change:
        case EntityChange(None, Entity() as made) if state.entity(made.id):
            return EntityChange(None, replace(made, id=next_id("e", state.entities)))
        case QuoteChange(None, Quote() as made) if state.quote(made.id):
            return QuoteChange(None, replace(made, id=next_id("q", state.quotes)))
    return change


def _doubles(state: AnnotatedArticle, change: Change) -> bool:
    """Whether a change would add what has been marked anew since."""
    match change:
        case EntityChange(None, Entity() as made):
            return any(record_key(known) == record_key(made) for known in state.entities)
        case QuoteChange(None, Quote() as made):
            return any(record_key(known) == record_key(made) for known in state.quotes)
    return False
