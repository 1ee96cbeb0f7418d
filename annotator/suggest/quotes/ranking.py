"""Choose among candidates: the sum of the weights of what is true of each."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Protocol

from annotator.bundled import resource
from annotator.suggest.quotes.candidates import Candidate
from annotator.suggest.quotes.drafts import Draft


class Chooser(Protocol):
    """Whoever says which candidate spoke: the ranker, or a teacher when weights are learned."""

    def choose(self, draft: Draft, candidates: Sequence[Candidate]) -> Candidate | None:
        """Return the speaker of ``draft``, None when there is nobody."""


class Ranker:
    """The candidate with the greatest sum of weights; of equals the one met first."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights = weights

    def choose(self, draft: Draft, candidates: Sequence[Candidate]) -> Candidate | None:
        """See :class:`Chooser`."""
        return max(candidates, key=self._sum, default=None)

    def _sum(self, candidate: Candidate) -> float:
        return sum(self._weights.get(feature, 0.0) for feature in sorted(candidate.features))


@lru_cache(maxsize=1)
def shipped_ranker() -> Ranker:
    """Return the ranker with the weights that travel with the program, read once."""
    with resource("lexicons", "speaker_weights.toml").open("rb") as file:
        return Ranker(tomllib.load(file)["weights"])
