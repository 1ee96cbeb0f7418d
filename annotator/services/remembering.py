"""The memory of a project: filled from its file, kept up with every decision, asked anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from annotator.core.annotated import AnnotatedArticle, next_id
from annotator.core.decisions import Actor
from annotator.core.edits import Change, Edit, EntityChange
from annotator.core.entities import Entity, Status
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.services.suggested_labels import SuggestedLabels
from annotator.storage import ProjectReader
from annotator.suggest.base import Found
from annotator.suggest.memory import Memory, MemorySuggester

_COUNTS = {Status.ACCEPTED: "accepted", Status.REJECTED: "rejected"}


def remembered(file: ProjectReader, progress: Progress) -> Memory:
    """Return the memory of what was decided in a project so far.

    Raises:
        Cancelled: cancel was asked for.
        UserError: the file cannot be read.
    """
    memory = Memory()
    for number, decided in enumerate(file.decided_strings()):
        if number % 1000 == 0:
            progress.at(number)
        memory.add(
            decided.string, decided.label, accepted=decided.accepted, rejected=decided.rejected
        )
    return memory


def learn(memory: Memory, before: AnnotatedArticle, after: AnnotatedArticle, edit: Edit) -> None:
    """Take into ``memory`` what changed from ``before`` to ``after`` (also by undo and redo)."""
    for entity_id in _entity_ids(edit):
        _count(memory, before, entity_id, -1)
        _count(memory, after, entity_id, 1)


def echo(
    state: AnnotatedArticle,
    memory: Memory,
    edit: Edit,
    actor: Actor,
    label_set: LabelSet | None = None,
) -> Edit:
    """Return what a decision means for the rest of its article, as suggestions.

    The words that ``edit`` accepted are suggested where they stand unmarked; open suggestions
    that the memory refuses are withdrawn. Like all suggestions the edit is not undoable.
    With a label set, its labels alone are suggested.
    """
    withdrawn = [e for e in state.entities if _withdrawn(e, state, memory)]
    changes: list[Change] = [EntityChange(entity, None) for entity in withdrawn]
    if any(_accepts(change) for change in edit.changes):
        changes += _suggested(state, memory, actor, SuggestedLabels(label_set))
    return Edit("suggest", tuple(changes), actor.name, actor.at, undoable=False)


def _entity_ids(edit: Edit) -> list[str]:
    records = (
        change.before or change.after for change in edit.changes if isinstance(change, EntityChange)
    )
    return [record.id for record in records if record is not None]


def _count(memory: Memory, state: AnnotatedArticle, entity_id: str, by: int) -> None:
    entity = state.entity(entity_id)
    if entity is not None and entity.status in _COUNTS:
        memory.add(entity.span.of(state.text), entity.label, **{_COUNTS[entity.status]: by})


def _withdrawn(entity: Entity, state: AnnotatedArticle, memory: Memory) -> bool:
    return entity.status is Status.SUGGESTED and memory.refuses(
        entity.span.of(state.text), entity.label
    )


def _accepts(change: Change) -> bool:
    return (
        isinstance(change, EntityChange)
        and change.after is not None
        and change.after.status is Status.ACCEPTED
    )


def _suggested(
    state: AnnotatedArticle, memory: Memory, actor: Actor, labels: SuggestedLabels
) -> Sequence[Change]:
    found = MemorySuggester(memory).suggest(state.article, Found(), Progress())
    found = labels.for_project(found)
    number = int(next_id("e", state.entities)[1:])
    changes: list[Change] = []
    for entity in found.entities:
        if not any(known.span.overlaps(entity.span) for known in state.entities):
            fresh = replace(entity, id=f"e{number}", created=actor.at, modified=actor.at)
            changes.append(EntityChange(None, fresh))
            number += 1
    return changes
