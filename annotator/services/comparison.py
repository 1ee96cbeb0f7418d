"""Annotators' files held against each other: figures and every difference."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

from annotator.core.collecting import rare_collections
from annotator.core.entities import Entity
from annotator.core.problems import Problem
from annotator.core.progress import Progress
from annotator.review.agreement import METRICS
from annotator.review.agreement.base import Metric
from annotator.review.agreement.sample import Sample, SharedArticle
from annotator.review.agreement.span_f1 import exact_score, overlap_score
from annotator.review.comparing import between, disagreements
from annotator.review.matching import Labelled
from annotator.review.records import (
    Disagreement,
    Kind,
    MatchedArticle,
    Record,
    accepted_entities,
    accepted_quotes,
    label_of,
)
from annotator.services.opening import Opened

_PAIR_FIGURES = ("kappa", "alpha_nominal", "alpha_unitizing")
"""Metrics that every pair has under a key of its own (CONTRACTS)."""


@dataclass(frozen=True, slots=True)
class PairDifference:
    """One way in which two annotators differ at one place; ``text`` is what either marked."""

    article: str
    kind: Kind
    annotators: tuple[str, str]
    found: Disagreement
    text: str

    def as_json(self) -> dict[str, Any]:
        """Return the record of CONTRACTS (``compare --json``)."""
        a, b = (_record_json(side.record) for side in self.found.sides)
        record = {
            "article": self.article,
            "kind": str(self.kind),
            "annotators": list(self.annotators),
            "of": "quote" if self.found.is_quote else "entity",
            "a": a,
            "b": b,
            "text": self.text,
        }
        if self.kind is Kind.BOUNDARY:
            record["edges"] = [
                {"edge": str(e.edge), "kind": str(e.kind), "between": list(e.between)}
                for e in self.found.edges
            ]
        return record


@dataclass(frozen=True)
class Comparison:
    """What came out. ``sample`` is what every figure of agreement is measured on."""

    annotators: tuple[str, ...]
    matched: int
    unmatched: int
    sample: Sample
    differences: tuple[PairDifference, ...]
    problems: tuple[Problem, ...]

    @cached_property
    def kinds(self) -> Mapping[tuple[str, str], Mapping[Kind, int]]:
        """How many differences of each kind every two annotators have."""
        counts: dict[tuple[str, str], dict[Kind, int]] = {
            pair: {} for pair in combinations(self.annotators, 2)
        }
        for difference in self.differences:
            of_pair = counts[difference.annotators]
            of_pair[difference.kind] = of_pair.get(difference.kind, 0) + 1
        return counts

    def as_json(self) -> dict[str, Any]:
        """Return the record of CONTRACTS (``compare --json``)."""
        with rare_collections():
            return self._as_json()

    def _as_json(self) -> dict[str, Any]:
        return {
            "annotators": list(self.annotators),
            "articles": {"matched": self.matched, "unmatched": self.unmatched},
            "pairs": [_pair_json(pair) for pair in self.sample.pairs.values()],
            "together": _figures(self.sample, [m for m in METRICS if not m.pairwise]),
            "disagreements": [difference.as_json() for difference in self.differences],
            "problems": [problem.as_json() for problem in self.problems],
        }


def compare(
    paths: Sequence[Path],
    *,
    format_id: str | None = None,
    encoding: str | None = None,
    progress: Progress | None = None,
) -> Comparison:
    """Compare annotators' files of any format, folders or projects.

    Only what was accepted counts. An article that only one annotator has is counted, no more.

    Raises:
        UserError: a path is absent, or a project cannot be read.
        Cancelled: ``progress`` asked for it.
    """
    progress = progress or Progress()
    with (
        rare_collections(),
        Opened(paths, format_id=format_id, encoding=encoding, progress=progress) as opened,
    ):
        return compare_opened(opened, progress)


def compare_opened(
    opened: Opened, progress: Progress, each: Callable[[MatchedArticle], None] | None = None
) -> Comparison:
    """Compare files that are open; ``each`` sees every article of several annotators.

    Raises:
        Cancelled: ``progress`` asked for it.
    """
    differences: list[PairDifference] = []
    shared: list[SharedArticle] = []
    for number, matched in enumerate(opened.articles()):
        progress.at(number, len(opened))
        if len(matched.sets) > 1:
            differences += pair_differences(matched)
            shared.append(shared_article(str(number), matched))
            if each is not None:
                each(matched)
    return Comparison(
        opened.annotators,
        opened.matched,
        opened.unmatched,
        Sample(tuple(shared), opened.annotators),
        tuple(differences),
        tuple(opened.report.problems),
    )


def pair_differences(matched: MatchedArticle) -> Iterator[PairDifference]:
    """Yield every way in which any two annotators of an article differ."""
    for a, b in combinations(matched.sets, 2):
        for found in disagreements(between(matched, a, b)):
            text = matched.article.text[slice(*found.extent)]
            for kind in found.kinds:
                yield PairDifference(matched.article.id, kind, (a, b), found, text)


def shared_article(key: str, matched: MatchedArticle) -> SharedArticle:
    """Return an article as the measures of agreement take it."""
    spans = {
        name: [Labelled(entity.span, entity.label) for entity in accepted_entities(article)]
        for name, article in matched.sets.items()
    }
    quotes = {name: accepted_quotes(article) for name, article in matched.sets.items()}
    return SharedArticle.of(key, matched.article.text, spans, quotes, _day(matched))


def _day(matched: MatchedArticle) -> str:
    """Return the day on which the last annotator was done, as far as their records say."""
    times = (
        record.modified
        for article in matched.sets.values()
        for record in _records(article.entities, article.quotes)
    )
    return max(times, default="")[:10]


def _records(*records: Iterable[Record]) -> Iterator[Record]:
    for some in records:
        yield from some


def _pair_json(pair: Sample) -> dict[str, Any]:
    a, b = pair.annotators
    figures = _figures(pair, METRICS)
    labels = {label: exact_score(pair.of_label(label)).as_json() for label in pair.labels}
    return {
        "a": a,
        "b": b,
        "entities": {
            "exact": exact_score(pair).as_json(),
            "overlap": overlap_score(pair).as_json(),
            "labels": labels,
        },
        **{metric: figures[metric]["value"] for metric in _PAIR_FIGURES},
        "quotes": {m.id: figures[m.id]["value"] for m in METRICS if m.of_quotes},
        "figures": figures,
    }


def _figures(sample: Sample, metrics: Iterable[Metric]) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for metric in metrics:
        value, units, reason = metric.of(sample)
        found[metric.id] = {
            "value": None if value is None else round(value, 4),
            "units": units,
            "reason": None if reason is None else str(reason),
        }
    return found


def _record_json(record: Record | None) -> list[Any] | dict[str, Any] | None:
    if record is None:
        return None
    if isinstance(record, Entity):
        return [*record.span, record.label]
    return {
        "type": label_of(record),
        "content": [list(part) for part in record.content],
        "cue": [list(part) for part in record.cue],
        "source": list(record.source) if record.source else None,
    }
