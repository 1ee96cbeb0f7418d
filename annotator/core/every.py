"""Every occurrence of some words labelled, unlabelled or relabelled in one step.

What is done at a place depends on what stands there; a place where something else was decided
before is told apart, so that a person can leave it out or take it in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from typing import NamedTuple

from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span


class Doing(StrEnum):
    """What is done with every occurrence. The values name the steps."""

    LABEL = "label_every"
    UNLABEL = "unlabel_every"
    RELABEL = "relabel_every"


class Order(NamedTuple):
    """What to do, with which label.

    ``label`` is the one to give, and to take away when unlabelling; ``old`` is the one that is
    replaced when relabelling.
    """

    doing: Doing
    label: str
    old: str = ""


class Standing(StrEnum):
    """What stands at a place.

    ``FREE``: nothing in the way. ``SUGGESTED``: the very same is suggested, and gets accepted.
    ``DONE``: it is as wanted already. The others are conflicts: ``LABELLED`` otherwise by a
    person, suggested as something ``OTHER``, ``OVERLAPS`` another entity, ``REJECTED`` before.
    """

    FREE = "free"
    SUGGESTED = "suggested"
    DONE = "done"
    LABELLED = "labelled"
    OTHER = "other"
    OVERLAPS = "overlaps"
    REJECTED = "rejected"

    @property
    def wanted(self) -> bool:
        """Whether a place is taken in unless the person says otherwise."""
        return self in {Standing.FREE, Standing.SUGGESTED}

    @property
    def conflicts(self) -> bool:
        """Whether something else was decided or suggested there."""
        return not self.wanted and self is not Standing.DONE


class Found(NamedTuple):
    """What was found at a place, and the label of what stands there, "" for none."""

    standing: Standing
    there: str = ""


class Known(NamedTuple):
    """What a judgement needs to know of an entity."""

    span: Span
    label: str
    status: Status


def known(entities: Iterable[Entity]) -> list[Known]:
    """Return entities as :func:`judged` takes them."""
    return [Known(entity.span, entity.label, entity.status) for entity in entities]


def judged(span: Span, near: Sequence[Known], order: Order) -> Found | None:
    """Return what stands at a place, None when the order has nothing to do there.

    ``near`` are the entities that overlap ``span``; others may be among them.
    """
    here = [one for one in near if one.span == span]
    standing = [one for one in here if one.status is not Status.REJECTED]
    if order.doing is Doing.LABEL:
        return _judged_label(span, near, here, order.label)
    if not standing:
        return None
    if order.doing is Doing.UNLABEL:
        same = any(one.label == order.label for one in standing)
        return Found(Standing.FREE, order.label) if same else Found(*_otherwise(standing))
    if any(one.label == order.old for one in standing):
        return Found(Standing.FREE, order.old)
    return _judged_label(span, near, here, order.label)


def every(state: AnnotatedArticle, spans: Iterable[Span], order: Order, actor: Actor) -> Edit:
    """Return the one step that does what is ordered at these places, whatever stands there now.

    Where an entity has another label it is relabelled, an open suggestion of the very span is
    taken over, anything else that overlaps stays. Unlabelling keeps suggestions as rejected.
    """
    wanted = set(spans)
    there = [e for e in state.entities if e.span in wanted and e.status is not Status.REJECTED]
    edit = _DECIDED[order.doing](state, wanted, there, order, actor)
    args = {"label": order.label, "count": len(edit.changes)}
    return replace(edit, name=order.doing.value, args=args)


def _label(
    state: AnnotatedArticle, wanted: set[Span], there: list[Entity], order: Order, actor: Actor
) -> Edit:
    by_span: dict[Span, list[Entity]] = {}
    for entity in there:
        by_span.setdefault(entity.span, []).append(entity)
    # Whatever was accepted at a place gives way to the label, unless that is there already.
    taken = {
        span: [e.id for e in entities if e.status is Status.ACCEPTED]
        for span, entities in by_span.items()
        if not any(e.label == order.label and e.status is Status.ACCEPTED for e in entities)
    }
    ids = [id_ for found in taken.values() for id_ in found]
    relabelled = decisions.relabel(state, ids, order.label, actor)
    rest = sorted(span for span in wanted if not taken.get(span))
    added = decisions.add_entities(state, rest, order.label, actor)
    return replace(added, changes=(*relabelled.changes, *added.changes))


def _unlabel(
    state: AnnotatedArticle, wanted: set[Span], there: list[Entity], order: Order, actor: Actor
) -> Edit:
    return decisions.reject(state, _ids(there, order.label), actor)


def _relabel(
    state: AnnotatedArticle, wanted: set[Span], there: list[Entity], order: Order, actor: Actor
) -> Edit:
    done = {e.span for e in there if (e.label, e.status) == (order.label, Status.ACCEPTED)}
    open_ = [e for e in there if e.span not in done or e.label == order.old]
    return decisions.relabel(state, _ids(open_, order.old), order.label, actor)


_DECIDED = {Doing.LABEL: _label, Doing.UNLABEL: _unlabel, Doing.RELABEL: _relabel}


def _ids(there: Iterable[Entity], label: str) -> list[str]:
    """Return the ids of those with the label at each place; where none has it, of all there."""
    by_span: dict[Span, list[Entity]] = {}
    for entity in there:
        by_span.setdefault(entity.span, []).append(entity)
    ids: list[str] = []
    for entities in by_span.values():
        same = [entity.id for entity in entities if entity.label == label]
        ids += same or [entity.id for entity in entities]
    return ids


def _judged_label(span: Span, near: Sequence[Known], here: Sequence[Known], label: str) -> Found:
    same = {one.status for one in here if one.label == label}
    standing = [one for one in here if one.status is not Status.REJECTED]
    across = (
        one.label
        for one in near
        if one.status is not Status.REJECTED and one.span != span and one.span.overlaps(span)
    )
    if Status.ACCEPTED in same:
        found = Found(Standing.DONE, label)
    elif Status.SUGGESTED in same and all(one.status is Status.SUGGESTED for one in standing):
        found = Found(Standing.SUGGESTED, label)
    elif standing:
        found = Found(*_otherwise(standing))
    elif same:
        found = Found(Standing.REJECTED, label)
    else:
        overlapped = next(across, None)
        found = Found(Standing.FREE) if overlapped is None else Found(Standing.OVERLAPS, overlapped)
    return found


def _otherwise(standing: Sequence[Known]) -> tuple[Standing, str]:
    accepted = [one for one in standing if one.status is Status.ACCEPTED]
    if accepted:
        return Standing.LABELLED, accepted[0].label
    return Standing.OTHER, standing[0].label
