"""What a changed label set means for the spans of one article."""

from __future__ import annotations

from dataclasses import replace

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Change, Edit, EntityChange
from annotator.core.entities import HUMAN, Entity, Status
from annotator.core.label_edits import Fates
from annotator.core.spans import Span

_WEIGHT = {Status.ACCEPTED: 0, Status.REJECTED: 1, Status.SUGGESTED: 2}


def relabel_spans(state: AnnotatedArticle, fates: Fates, actor: Actor) -> Edit:
    """Give every entity the label that ``fates`` has for its own; None rejects it.

    Whether it is suggested, accepted or rejected stays as it is. Of two that come to have the
    same span and label, an accepted one stays before a rejected one before a suggested one. What
    is to be rejected and was marked by hand goes, as by hand.
    """
    after = {entity.id: _after(entity, fates, actor) for entity in state.entities}
    kept: dict[tuple[Span, str], str] = {}
    moved = {entity.id for entity in state.entities if after[entity.id] is not entity}
    for entity in sorted(state.entities, key=lambda e: (_WEIGHT[e.status], e.id in moved)):
        made = after[entity.id]
        if made is None:
            continue
        first = kept.setdefault((made.span, made.label), entity.id)
        if first != entity.id and (entity.id in moved or first in moved):
            after[entity.id] = None
    changes: list[Change] = [
        EntityChange(entity, after[entity.id])
        for entity in state.entities
        if after[entity.id] is not entity
    ]
    return Edit("relabel_all", tuple(changes), actor.name, actor.at, {"count": len(changes)})


def _after(entity: Entity, fates: Fates, actor: Actor) -> Entity | None:
    if entity.label not in fates:
        return entity
    label = fates[entity.label]
    if label is not None:
        return replace(entity, label=label, modified=actor.at)
    if entity.origin == HUMAN:
        return None
    if entity.status is Status.REJECTED:
        return entity
    return replace(entity, status=Status.REJECTED, annotator=actor.name or None, modified=actor.at)
