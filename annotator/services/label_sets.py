"""The project's label set changed, with the spans that have its labels, as one step.

Whose spans follow: one's own, and those that belong to nobody (what came with an import). Those
of other annotators are theirs, and follow only when that is asked for: what they keep is shown
as a label that the set does not know. What a label stands for in suggestions is in
:mod:`annotator.services.suggested_labels`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.label_edits import Fates, LabelDraft, fates_of
from annotator.core.labels import LabelSet
from annotator.core.progress import Progress
from annotator.core.relabelling import relabel_spans
from annotator.services.project import Project
from annotator.storage import NOBODY, Batch, BatchItem, BatchOutcome, ProjectFile, ProjectReader
from annotator.storage.label_use import LabelUse
from annotator.storage.state import LABEL_SET, label_set_json

STEP = "label_set"
"""The name of the step by which a label set and the spans change together."""


class Affected(NamedTuple):
    """What a draft does to the spans of a label: what they become (None: rejected), and whose."""

    label: str
    becomes: str | None
    uses: tuple[LabelUse, ...]


def read_use(reader: ProjectReader, progress: Progress) -> list[LabelUse]:
    """Return which labels are used by whom; on the caller's thread, with a reader of its own."""
    progress.check()
    return reader.labels_used()


def affected(uses: Iterable[LabelUse], fates: Fates) -> list[Affected]:
    """Return which labels that are in use change by ``fates``, in the order of the fates."""
    by_label: dict[str, list[LabelUse]] = {}
    for use in uses:
        by_label.setdefault(use.label, []).append(use)
    return [
        Affected(label, becomes, tuple(by_label[label]))
        for label, becomes in fates.items()
        if label in by_label
    ]


def spans_by_label(uses: Iterable[LabelUse], fates: Fates) -> dict[str, int]:
    """Return how many spans have which label once ``fates`` are carried out."""
    spans: dict[str, int] = {}
    for use in uses:
        label = fates.get(use.label, use.label)
        if label is not None:
            spans[label] = spans.get(label, 0) + use.spans
    return spans


def newly_unknown(
    uses: Iterable[LabelUse], before: LabelSet, after: LabelSet, fates: Fates
) -> list[LabelUse]:
    """Return the use of labels that the set knew, and whose spans keep them unknown."""
    gone = {label.id for label in before} - {label.id for label in after} - set(fates)
    return [use for use in uses if use.label in gone]


def are_renames(changes: Iterable[Affected], before: LabelSet) -> bool:
    """Whether all that changes is names: no two labels become one, nothing is rejected."""
    ends = [change.becomes for change in changes]
    return all(end is not None and end not in before for end in ends) and len({*ends}) == len(ends)


def concerns_others(changes: Iterable[Affected], annotator: str) -> tuple[str, ...]:
    """Return the other annotators whose spans have labels that change."""
    names = {use.annotator for change in changes for use in change.uses}
    return tuple(sorted(names - {annotator, NOBODY}))


def write_labels(
    file: ProjectFile,
    header: Edit,
    draft: LabelDraft,
    *,
    others: Collection[str] = (),
    progress: Progress | None = None,
) -> BatchOutcome:
    """Save a draft: the labels, and the spans of the header's author, of nobody, of ``others``.

    For the thread of ``file``, which may be a borrowed one
    (:meth:`annotator.services.batches.Batches.header`).

    Raises:
        UserError: it could not be saved; nothing has changed.
        Cancelled: nothing has changed.
    """
    actor = Actor(header.by, header.at)
    return file.record_batch(
        header,
        _items(file, fates_of(draft), {header.by, NOBODY, *others}, actor),
        values={LABEL_SET: label_set_json(draft.labels)},
        progress=progress,
    )


def last_change(project: Project) -> Batch | None:
    """Return the newest change of the label set that stands and can be taken back, or None."""
    changes = (one for one in project.batches.recent() if LABEL_SET in one.project)
    return next((one for one in changes if one.done), None)


def _items(
    file: ProjectFile, fates: Fates, annotators: Collection[str], actor: Actor
) -> Iterator[BatchItem]:
    def decide(state: AnnotatedArticle) -> Edit:
        return relabel_spans(state, fates, actor)

    for article, annotator in file.sets_with_labels(fates, annotators):
        yield BatchItem(article, annotator, decide)
