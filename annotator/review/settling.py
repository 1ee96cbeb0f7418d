"""What a reviewer can decide about a disagreement, as a function from a state to an Edit.

The state is the reviewer's own set. A verdict knows which of its records it stands for, so that it
can be changed: what it brought goes, what the new one brings comes, in one step.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from annotator.core.annotated import AnnotatedArticle, next_id
from annotator.core.decisions import Actor
from annotator.core.edits import Change, Edit, EntityChange, QuoteChange, VerdictChange
from annotator.core.entities import Entity
from annotator.core.quotes import Quote
from annotator.core.verdicts import Choice, Fault, Verdict, decisive
from annotator.review.records import Disagreement, MatchedArticle, Record, identity
from annotator.review.taking import candidates, nested, taken, taken_from

SETTLE = "settle"
"""Name of the step."""
REOPEN = "unsettle"
"""Name of the step that makes a disagreement open again."""
REMARK = "say_why"
"""Name of the step that says why annotators differ, and decides nothing."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a reviewer says of a disagreement, before it is applied to a set.

    ``taken`` are the annotators whose records are right, for the choice of that name alone;
    ``records`` those of the reviewer's set that stand for it, for what was edited by hand.
    """

    choice: Choice
    taken: tuple[str, ...] = ()
    records: tuple[str, ...] = ()
    fault: Fault | None = None
    note: str = ""


def settle(
    state: AnnotatedArticle,
    matched: MatchedArticle,
    found: Disagreement,
    ruling: Ruling,
    actor: Actor,
) -> Edit:
    """Decide about a disagreement, in the place of what was decided before.

    Deciding the same again changes nothing; another note or fault changes the verdict alone. What
    was said before the decision stays where the ruling says nothing.

    Raises:
        ValueError: an annotator is taken who is no side of the disagreement.
    """
    old = state.verdict(found.key)
    if old is not None and _brings_the_same(old, ruling):
        records = old.records
        changes: list[Change] = []
    else:
        made = _made(state, matched, found, ruling)
        kept = set(ruling.records)
        changes = [*_removed(state, matched, found, kept), *made]
        records = (*ruling.records, *(c.after.id for c in made if c.after is not None))
    fault, note = ruling.fault, ruling.note
    if old is not None and decisive(old) is None and fault is None and not note:
        fault, note = old.fault, old.note
    kind, choice, taken = str(found.kind), ruling.choice, ruling.taken
    new = Verdict(found.key, kind, choice, taken, records, fault, note, actor.name, actor.at)
    if old is None or replace(old, by="", at="") != replace(new, by="", at=""):
        changes.append(VerdictChange(old, new))
    args = {"kind": str(found.kind), "choice": str(ruling.choice), "taken": list(ruling.taken)}
    return Edit(SETTLE, tuple(changes), actor.name, actor.at, args)


def unsettle(state: AnnotatedArticle, key: str, actor: Actor) -> Edit:
    """Make a disagreement open again: the records that its verdict brought go, its note stays."""
    old = decisive(state.verdict(key))
    if old is None:
        return Edit(REOPEN, (), actor.name, actor.at)
    left = _undecided(old, actor) if old.note or old.fault else None
    changes = [*_gone(state, set(old.records)), VerdictChange(old, left)]
    return Edit(REOPEN, tuple(changes), actor.name, actor.at, {"kind": old.kind})


def remark(
    state: AnnotatedArticle, found: Disagreement, fault: Fault | None, note: str, actor: Actor
) -> Edit:
    """Say why annotators differ; what was decided, if anything was, stays as it is."""
    old = state.verdict(found.key)
    kind = str(found.kind)
    known = old or Verdict(found.key, kind, Choice.OPEN)
    new: Verdict | None = replace(known, fault=fault, note=note, by=actor.name, at=actor.at)
    if decisive(new) is None and not note and fault is None:
        new = None
    same = (known.fault, known.note) == (fault, note)
    changes = () if same or old == new else (VerdictChange(old, new),)
    return Edit(REMARK, changes, actor.name, actor.at, {"kind": kind})


def _undecided(verdict: Verdict, actor: Actor) -> Verdict:
    fault, note = verdict.fault, verdict.note
    return Verdict(verdict.id, verdict.kind, Choice.OPEN, (), (), fault, note, actor.name, actor.at)


def _brings_the_same(old: Verdict, ruling: Ruling) -> bool:
    same_records = not ruling.records or ruling.records == old.records
    return old.choice is ruling.choice and old.taken == ruling.taken and same_records


def _made(
    state: AnnotatedArticle, matched: MatchedArticle, found: Disagreement, ruling: Ruling
) -> list[EntityChange | QuoteChange]:
    names = [side.annotator for side in found.sides]
    if not set(ruling.taken) <= set(names):
        raise ValueError(f"{ruling.taken} are not all among {names}")
    if ruling.choice is not Choice.TAKEN:
        return []
    group = tuple(side.record if side.annotator in ruling.taken else None for side in found.sides)
    wanted = candidates(names, group)
    if found.is_quote:
        first = _number(next_id("q", state.quotes))
        quotes = [taken(c, f"q{first + n}") for n, c in enumerate(wanted)]
        made = [quote for quote in quotes if isinstance(quote, Quote)]
        outer = nested(made, (*state.quotes, *made), matched.sets)
        return [QuoteChange(None, quote) for quote in outer]
    first = _number(next_id("e", state.entities))
    entities = [taken(c, f"e{first + n}") for n, c in enumerate(wanted)]
    return [EntityChange(None, e) for e in entities if isinstance(e, Entity)]


def _removed(
    state: AnnotatedArticle, matched: MatchedArticle, found: Disagreement, kept: set[str]
) -> list[Change]:
    """Return what goes: what the old verdict brought, and what a rule had taken from a side."""
    old = state.verdict(found.key)
    gone = set(old.records) if old is not None else set()
    claimed = {id_ for verdict in state.verdicts for id_ in verdict.records}
    sides = {identity(record) for record in found.records}
    records: Sequence[Record] = state.quotes if found.is_quote else state.entities
    for record in records:
        backing = taken_from(record)
        by_rule = backing and record.id not in claimed and set(backing) != set(matched.sets)
        if by_rule and identity(record) in sides:
            gone.add(record.id)
    return list(_gone(state, gone - kept))


def _gone(state: AnnotatedArticle, ids: Iterable[str]) -> list[Change]:
    """Return the changes that remove records; quotes nested in them are nested no more."""
    wanted = set(ids)
    changes: list[Change] = [EntityChange(e, None) for e in state.entities if e.id in wanted]
    changes += [QuoteChange(q, None) for q in state.quotes if q.id in wanted]
    changes += [
        QuoteChange(q, replace(q, nested_in=None))
        for q in state.quotes
        if q.nested_in in wanted and q.id not in wanted
    ]
    return changes


def _number(id_: str) -> int:
    return int(id_[1:])
