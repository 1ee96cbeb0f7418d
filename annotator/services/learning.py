"""The embedded model takes in what was corrected in a project, and replaces itself if not worse.

:func:`learn_from` runs on any thread and reads through ``file.reader()``; what it returns is saved
by the file's own thread (:func:`save_learned`). It always starts from the shipped model and takes
in all that was corrected, so nothing drifts. Some articles, chosen by the hash of their text, are
held back for good: no model of the project ever sees them, and the figures are of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from annotator.core.progress import Cancelled, Progress
from annotator.review.entity_scores import Score
from annotator.storage import LearnedModel, LearningRecord, ProjectFile, ProjectReader
from annotator.suggest.corrected import FINISHED, corrected_sentences
from annotator.suggest.statistical import shipped_model

if TYPE_CHECKING:
    from annotator.suggest.embedded.corpus import Sentence
    from annotator.suggest.embedded.model import EmbeddedModel

FEWEST = 3
"""Corrected articles from which learning is worth it: one held back, two learned from."""

HELD_SHARE = 6
"""One article in this many is held back."""

_GROWTH = 10


@dataclass(frozen=True, slots=True)
class Learned:
    """The figures of a time of learning, and the model to suggest with from now on.

    ``model`` is None when the one before stays, because the new one was worse.
    """

    record: LearningRecord
    model: EmbeddedModel | None
    saved: LearnedModel | None


Corrected = tuple[str, list["Sentence"]]
"""The SHA-256 of an article's text, and its corrected sentences."""


def is_due(records: Sequence[LearningRecord], finished: int) -> bool:
    """Whether to learn again, ``finished`` articles being done by now.

    At the third article, then at each, and later whenever they have grown by a tenth.
    """
    last = records[-1].finished if records else 0
    return finished >= FEWEST and finished - last >= max(1, last // _GROWTH)


def learn_from(
    file: ProjectReader, current: EmbeddedModel | None, progress: Progress
) -> Learned | None:
    """Learn from the corrected articles of a project; None when there are too few.

    Args:
        file: a reader of the caller's thread.
        current: the model in use, None for the shipped one; it stays as it is.
        progress: cancels between two batches.

    Raises:
        Cancelled: cancel was asked for.
        UserError: the file cannot be read.
    """
    corrected: list[Corrected] = []
    finished = 0
    for number, state in enumerate(file.annotated()):
        progress.at(number)
        finished += state.status in FINISHED
        sentences = corrected_sentences(state)
        if sentences:
            corrected.append((state.article.sha256, sentences))
    return learned_from(corrected, shipped_model(), current, finished, progress)


def learned_from(
    corrected: Sequence[Corrected],
    base: EmbeddedModel,
    current: EmbeddedModel | None,
    finished: int,
    progress: Progress,
) -> Learned | None:
    """Learn from tagged articles, ``base`` being what learning starts from; see :func:`learn_from`.

    Raises:
        Cancelled: cancel was asked for.
    """
    taught, held = held_back(corrected)
    if len(corrected) < FEWEST or not taught:
        return None
    from annotator.suggest.learned import fingerprint, packed  # noqa: PLC0415 - numpy

    examples = [sentences for _, sentences in held]
    before = score_of(current or base, examples).f1
    progress.check()
    model = adapted(base, [sentences for _, sentences in taught], lambda: progress.cancelled)
    after = score_of(model, examples).f1
    progress.check()
    kept = after >= before
    record = LearningRecord(
        articles=len(taught),
        f1_before=round(before, 4),
        f1_after=round(after, 4),
        when=datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        held=len(held),
        finished=finished,
        kept=kept,
    )
    if not kept:
        return Learned(record, None, None)
    return Learned(record, model, LearnedModel(fingerprint(base), packed(model)))


def held_back(corrected: Sequence[Corrected]) -> tuple[list[Corrected], list[Corrected]]:
    """Return the articles to learn from, and those held back.

    One in :data:`HELD_SHARE`, those with the lowest hashes; when none is low enough, the lowest.
    So an article that comes later may join the held-back ones, but none that was learned from.
    """
    limit = f"{(1 << 256) // HELD_SHARE:064x}"
    lowest = min((sha256 for sha256, _ in corrected), default="")
    held = {sha256 for sha256, _ in corrected if sha256 < limit or sha256 == lowest}
    return [one for one in corrected if one[0] not in held], [
        one for one in corrected if one[0] in held
    ]


def save_learned(file: ProjectFile, learned: Learned) -> None:
    """Keep the figures, and the model if it is better, in the project.

    Raises:
        UserError: it could not be saved.
    """
    file.record_learning(learned.record, learned.saved)


def load_learned(file: ProjectReader) -> EmbeddedModel | None:
    """Return the model that this project has taught, or None. For any thread.

    What fits no more on the shipped model is passed over: it is learned again from the articles.
    """
    from annotator.suggest.learned import fingerprint, unpacked  # noqa: PLC0415 - numpy

    kept = file.learned_model()
    if kept is None or kept.base != fingerprint(shipped_model()):
        return None
    try:
        return unpacked(shipped_model(), kept.arrays)
    except ValueError:
        return None


def adapted(
    model: EmbeddedModel, taught: Sequence[Sequence[Sentence]], cancelled: Callable[[], bool]
) -> EmbeddedModel:
    """Return ``model`` after it has taken in tagged articles.

    Raises:
        Cancelled: ``cancelled()`` answered true.
    """
    from annotator.suggest.embedded.adapt import Stopped  # noqa: PLC0415 - numpy

    try:
        return model.learned([one for article in taught for one in article], cancelled)
    except Stopped:
        raise Cancelled from None


def score_of(model: EmbeddedModel, articles: Sequence[Sequence[Sentence]]) -> Score:
    """Return how well ``model`` finds the names of tagged articles, exact span and label."""
    from annotator.suggest.learned import right_found_gold  # noqa: PLC0415 - numpy

    return Score(*right_found_gold(model, articles))
