"""Which suggestions of an article are shown, and in which order one goes through them. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote

Record = Entity | Quote


@dataclass(frozen=True, slots=True)
class Queue:
    """How a person wants the suggestions.

    ``weakest`` is the score in percent below which a suggestion is hidden; one without a score
    is always shown. ``surest_first`` goes by score, otherwise the order is that of the text.
    """

    weakest: int = 0
    surest_first: bool = False

    @property
    def least(self) -> float:
        """The lowest score that is shown, 0 to 1."""
        return self.weakest / 100

    def shown(self, state: AnnotatedArticle) -> AnnotatedArticle:
        """Return the state without the hidden suggestions; the same one where none is hidden."""
        if not any(map(self._hides, state.pending())):
            return state
        return replace(
            state,
            entities=tuple(e for e in state.entities if not self._hides(e)),
            quotes=tuple(q for q in state.quotes if not self._hides(q)),
        )

    def hidden(self, state: AnnotatedArticle) -> int:
        """Return how many suggestions are hidden."""
        return sum(map(self._hides, state.pending()))

    def waiting(self, state: AnnotatedArticle) -> tuple[Record, ...]:
        """Return the shown suggestions that wait for a decision, in the order to go through."""
        waiting = [record for record in state.pending() if not self._hides(record)]
        return tuple(sorted(waiting, key=self._key) if self.surest_first else waiting)

    def neighbour(
        self, waiting: Sequence[Record], current: Record | None, caret: int, step: int
    ) -> Record:
        """Return the record after (or before) the current one, going round the end.

        ``current`` need not wait any more. Without one the place is the caret, or, where the
        surest come first, before all.
        """
        here = self._here(current, caret)
        if step > 0:
            return next((record for record in waiting if self._key(record) > here), waiting[0])
        before = [record for record in waiting if self._key(record) < here]
        return before[-1] if before else waiting[-1]

    def _here(self, current: Record | None, caret: int) -> tuple[Any, ...]:
        if current is not None:
            return self._key(current)
        # Before what starts at the caret, however long it is; scores are at most 1.
        return (-2.0,) if self.surest_first else (caret, float("-inf"), "")

    def _key(self, record: Record) -> tuple[Any, ...]:
        if not self.surest_first:
            return record.sort_key
        return (-(record.score if record.score is not None else 1.0), *record.sort_key)

    def _hides(self, record: Record) -> bool:
        return (
            record.status is Status.SUGGESTED
            and record.score is not None
            and record.score < self.least
        )
