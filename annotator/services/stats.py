"""The figures of a project: how far it is, what was decided and when, how long it took."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from annotator.core.entities import HUMAN
from annotator.core.progress import Progress
from annotator.core.quotes import QuoteType
from annotator.formats import FORMATS
from annotator.storage import Outcome, Period, ProjectReader

DECISIONS = (Outcome.ACCEPTED, Outcome.CORRECTED, Outcome.ADDED, Outcome.REJECTED)
"""The outcomes of a decision about an entity or a quote, in the order in which they are shown."""

QUOTES = ""
"""The label under which quotes are counted beside the entities' labels."""

Counts = dict[Outcome, int]


@dataclass(frozen=True, slots=True)
class Work:
    """What was decided in a period, and how long it took.

    ``days`` (local, ``2026-11-22``), ``labels`` (:data:`QUOTES` for quotes) and ``engines`` have
    how often each outcome was decided. ``seconds`` are of work by day. ``durations`` has how
    many finished articles took how many seconds, the shortest first.
    """

    days: Mapping[str, Counts] = field(default_factory=dict)
    labels: Mapping[str, Counts] = field(default_factory=dict)
    engines: Mapping[str, Counts] = field(default_factory=dict)
    seconds: Mapping[str, int] = field(default_factory=dict)
    durations: Mapping[int, int] = field(default_factory=dict)

    @property
    def decisions(self) -> int:
        """How many decisions about entities and quotes were taken."""
        return sum(map(decided, self.days.values()))

    @property
    def finished(self) -> int:
        """How often an article was marked as done."""
        return sum(counts.get(Outcome.FINISHED, 0) for counts in self.days.values())


def work_done(
    file: ProjectReader, period: Period | None = None, progress: Progress | None = None
) -> Work:
    """Return what was decided in a period. One pass over the history, without a lock of Python's.

    An origin that is a format came with an import: it is no engine.

    Raises:
        Cancelled: ``progress`` was cancelled meanwhile.
    """
    days: dict[str, Counts] = {}
    labels: dict[str, Counts] = {}
    engines: dict[str, Counts] = {}
    no_engine = {format_.id for format_ in FORMATS} | {HUMAN, ""}
    for tally in file.tallies(period, progress):
        _count(days, tally.day, tally.outcome, tally.times)
        if tally.outcome is Outcome.FINISHED:
            continue
        _count(labels, tally.label, tally.outcome, tally.times)
        if tally.origin not in no_engine:
            _count(engines, tally.origin, tally.outcome, tally.times)
    return Work(days, labels, engines, file.time_by_day(period), file.time_by_article(period))


def decided(counts: Mapping[Outcome, int]) -> int:
    """Return how many decisions there are in counts."""
    return sum(counts.get(outcome, 0) for outcome in DECISIONS)


def acceptance(counts: Mapping[Outcome, int]) -> float | None:
    """Return the share of decided suggestions that were right as they stood; None without any."""
    of = sum(counts.get(one, 0) for one in (Outcome.ACCEPTED, Outcome.CORRECTED, Outcome.REJECTED))
    return counts.get(Outcome.ACCEPTED, 0) / of if of else None


def median_seconds(durations: Mapping[int, int]) -> float | None:
    """Return the median of values with their counts, given in order; None without any."""
    total = sum(durations.values())
    if not total:
        return None
    return (_at(durations, (total - 1) // 2) + _at(durations, total // 2)) / 2


def by_minute(durations: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return how many articles took less than one minute (0), less than two (1), and so on."""
    minutes: dict[int, int] = {}
    for seconds, count in durations:
        minutes[seconds // 60] = minutes.get(seconds // 60, 0) + count
    return minutes


def project_stats(file: ProjectReader, period: Period | None = None) -> dict[str, Any]:
    """Return the record of CONTRACTS ``stats --json``, with what was decided in a period.

    Accepted entities count by label and accepted quotes by type; with ``articles`` and
    ``suggestions`` they are of everybody and of all time. ``suggestions`` lists engines only:
    what a file brought in is not one's suggestion. The other keys are of the period.
    """
    figures = file.statistics()
    formats = {format_.id for format_ in FORMATS}
    work = work_done(file, period)
    return {
        "articles": figures.articles,
        "entities": figures.entities,
        "quotes": {**{kind.value: 0 for kind in QuoteType}, **figures.quotes},
        "suggestions": {
            origin: counts
            for origin, counts in figures.suggestions.items()
            if origin not in formats
        },
        "decisions": {
            "entities": _told(_summed(c for label, c in work.labels.items() if label != QUOTES)),
            "quotes": _told(work.labels.get(QUOTES, {})),
        },
        "days": {
            day: {
                **_told(work.days.get(day, {})),
                "articles": work.days.get(day, {}).get(Outcome.FINISHED, 0),
                "seconds": work.seconds.get(day, 0),
            }
            for day in sorted({*work.days, *work.seconds})
        },
        "labels": {label: _told(c) for label, c in work.labels.items() if label != QUOTES},
        "engines": {
            engine: {**_told(counts), "acceptance": acceptance(counts)}
            for engine, counts in work.engines.items()
        },
        "time": {
            "seconds": sum(work.seconds.values()),
            "articles": sum(work.durations.values()),
            "median_seconds": median_seconds(work.durations),
            "minutes": {str(m): n for m, n in by_minute(work.durations.items()).items()},
        },
    }


def _count(into: dict[str, Counts], name: str, outcome: Outcome, count: int) -> None:
    counts = into.setdefault(name, {})
    counts[outcome] = counts.get(outcome, 0) + count


def _told(counts: Mapping[Outcome, int]) -> dict[str, int]:
    return {outcome.value: counts.get(outcome, 0) for outcome in DECISIONS}


def _summed(several: Iterable[Mapping[Outcome, int]]) -> Counts:
    total: Counts = {}
    for counts in several:
        for outcome, count in counts.items():
            total[outcome] = total.get(outcome, 0) + count
    return total


def _at(durations: Mapping[int, int], place: int) -> int:
    for seconds, count in durations.items():
        if place < count:
            return seconds
        place -= count
    raise IndexError(place)
