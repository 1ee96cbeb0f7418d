"""The figures of the work as charts: what a plot draws, and a table tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from PySide6.QtCore import QCoreApplication

from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.services.stats import (
    DECISIONS,
    QUOTES,
    Work,
    acceptance,
    by_minute,
    decided,
    median_seconds,
)
from annotator.storage import Outcome
from annotator.ui.article.palette import UNKNOWN_COLOUR
from annotator.ui.panes.words import origin_text
from annotator.ui.text import ltr
from annotator.ui.theme import QUOTE_COLOUR

# Okabe and Ito's colours, told apart by nearly everybody.
OUTCOME_COLOURS: Mapping[Outcome, str] = {
    Outcome.ACCEPTED: "#009e73",
    Outcome.CORRECTED: "#e69f00",
    Outcome.ADDED: "#0072b2",
    Outcome.REJECTED: "#b0448a",
}
_TIME_COLOUR = "#2f6fdb"

_OUTCOMES = {
    Outcome.ACCEPTED: QT_TRANSLATE_NOOP("charts", "accepted"),
    Outcome.CORRECTED: QT_TRANSLATE_NOOP("charts", "corrected"),
    Outcome.ADDED: QT_TRANSLATE_NOOP("charts", "marked by hand"),
    Outcome.REJECTED: QT_TRANSLATE_NOOP("charts", "rejected"),
}

MOST_COLUMNS = 62
"""More days than this are drawn as weeks, more weeks as months."""

_BINS = (1, 2, 5, 10, 15, 30, 60, 120)
_MOST_BINS = 15


@dataclass(frozen=True, slots=True)
class Series:
    """A part of every bar: its name and its ``#rrggbb``; ``pale`` parts are drawn faint."""

    name: str
    colour: str
    pale: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its name, a short one for the axis, a value a series, and its cells in the table.

    ``colour`` takes the place of the series' own; ``remark`` stands beside a bar that lies.
    """

    name: str
    short: str
    values: tuple[float, ...]
    cells: tuple[str, ...]
    colour: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture and a table of the same figures.

    ``head`` names the bars, ``columns`` the cells; ``legend`` lists the series unless each bar
    has its own colour. Without ``gaps`` standing bars touch, as those of one scale do. ``note`` is
    a sentence below.
    """

    title: str
    head: str
    columns: tuple[str, ...]
    series: tuple[Series, ...]
    bars: tuple[Bar, ...]
    legend: bool = True
    gaps: bool = True
    note: str = ""

    def said(self, bar: Bar) -> str:
        """Return a bar in words: its name and every cell with the name of its column."""
        cells = zip(self.columns, bar.cells, strict=True)
        return f"{bar.name}: " + _tr(_COMMA).join(f"{column} {cell}" for column, cell in cells)


_COMMA = QT_TRANSLATE_NOOP("charts", ", ")


def decisions_by_day(work: Work) -> Chart:
    """Return how many decisions were taken on each day, week or month."""
    series = tuple(Series(_tr(_OUTCOMES[o]), OUTCOME_COLOURS[o]) for o in DECISIONS)
    bars = []
    for first, last in _stretches([*work.days, *work.seconds]):
        days = [
            (first + timedelta(days=number)).isoformat()
            for number in range((last - first).days + 1)
        ]
        counts = [sum(work.days.get(day, {}).get(o, 0) for day in days) for o in DECISIONS]
        finished = sum(work.days.get(day, {}).get(Outcome.FINISHED, 0) for day in days)
        seconds = sum(work.seconds.get(day, 0) for day in days)
        name = ltr(first.isoformat()) if first == last else ltr(f"{first} – {last}")
        short = ltr(f"{first:%Y-%m}" if (last - first).days > 7 else f"{first:%m-%d}")
        cells = (*(f"{count:,}" for count in counts), f"{finished:,}", clock(seconds))
        bars.append(Bar(name, short, tuple(map(float, counts)), cells))
    return Chart(
        _tr(QT_TRANSLATE_NOOP("charts", "Decisions by day")),
        _tr(QT_TRANSLATE_NOOP("charts", "Day")),
        (
            *(one.name for one in series),
            _tr(QT_TRANSLATE_NOOP("charts", "articles finished")),
            _tr(QT_TRANSLATE_NOOP("charts", "time at work")),
        ),
        series,
        tuple(bars),
    )


def decisions_by_label(work: Work, label_set: LabelSet | None, language: str) -> Chart:
    """Return how many decisions each label has, in its colour; what was rejected is faint."""
    bars = []
    for label_id, counts in sorted(work.labels.items(), key=lambda item: -decided(item[1])):
        label = label_set.get(label_id) if label_set else None
        name = label.name(language) if label else label_id
        colour = label.colour if label else UNKNOWN_COLOUR
        if label_id == QUOTES:
            name, colour = _tr(QT_TRANSLATE_NOOP("charts", "Quotes")), QUOTE_COLOUR
        rejected = counts.get(Outcome.REJECTED, 0)
        total = decided(counts)
        cells = tuple(f"{counts.get(outcome, 0):,}" for outcome in DECISIONS)
        values = (float(total - rejected), float(rejected))
        bars.append(Bar(name, name, values, cells, colour, f"{total:,}"))
    return Chart(
        _tr(QT_TRANSLATE_NOOP("charts", "Decisions by label")),
        _tr(QT_TRANSLATE_NOOP("charts", "Label")),
        tuple(_tr(_OUTCOMES[outcome]) for outcome in DECISIONS),
        (Series("", UNKNOWN_COLOUR), Series("", UNKNOWN_COLOUR, pale=True)),
        tuple(bars),
        legend=False,
        note=_tr(QT_TRANSLATE_NOOP("charts", "The pale part was rejected.")),
    )


def acceptance_by_engine(work: Work) -> Chart:
    """Return which share of each engine's suggestions was right, to be corrected, or wrong."""
    outcomes = (Outcome.ACCEPTED, Outcome.CORRECTED, Outcome.REJECTED)
    series = tuple(Series(_tr(_OUTCOMES[o]), OUTCOME_COLOURS[o]) for o in outcomes)
    bars = []
    for engine, counts in work.engines.items():
        amounts = [counts.get(outcome, 0) for outcome in outcomes]
        share, total = acceptance(counts), sum(amounts)
        if share is None:
            continue
        percent = f"{share:.0%}"
        cells = (ltr(percent), *(f"{amount:,}" for amount in amounts))
        values = tuple(100 * amount / total for amount in amounts)
        name = origin_text(engine)
        bars.append(Bar(name, name, values, cells, remark=ltr(percent)))
    bars.sort(key=lambda bar: -bar.values[0])
    return Chart(
        _tr(QT_TRANSLATE_NOOP("charts", "Suggestions accepted, by engine")),
        _tr(QT_TRANSLATE_NOOP("charts", "Engine")),
        (_tr(QT_TRANSLATE_NOOP("charts", "share")), *(one.name for one in series)),
        series,
        tuple(bars),
    )


def minutes_by_article(work: Work) -> Chart:
    """Return how many finished articles took how many minutes; the last bar takes the rest."""
    minutes = by_minute(work.durations.items())
    median = median_seconds(work.durations)
    # Bars are so wide that those below three times the median fit: the rest are outliers.
    reach = max(1.0, 3 * (median or 0) / 60)
    width = next((w for w in _BINS if ceil(reach / w) <= _MOST_BINS), _BINS[-1])
    last = min(_MOST_BINS, max(minutes, default=0) // width)
    counts = [0] * (last + 1) if minutes else []
    for minute, count in minutes.items():
        counts[min(minute // width, last)] += count
    bars = []
    for number, count in enumerate(counts):
        start, end = number * width, (number + 1) * width
        more = number == last and max(minutes) >= end
        name = ltr(f"{start}+" if more else f"{start}–{end}")
        bars.append(Bar(name, name, (count,), (f"{count:,}",)))
    note = ""
    if median is not None:
        note = _tr(QT_TRANSLATE_NOOP("charts", "Half of them took less than {time}.")).format(
            time=clock(median)
        )
    return Chart(
        _tr(QT_TRANSLATE_NOOP("charts", "Minutes for an article")),
        _tr(QT_TRANSLATE_NOOP("charts", "Minutes")),
        (_tr(QT_TRANSLATE_NOOP("charts", "articles")),),
        (Series("", _TIME_COLOUR),),
        tuple(bars),
        legend=False,
        gaps=False,
        note=note,
    )


def clock(seconds: float) -> str:
    """Return hours, minutes and seconds (``1:05:09``), minutes and seconds below an hour."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return ltr(f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}")


def _stretches(days: Sequence[str]) -> Iterator[tuple[date, date]]:
    """Yield first and last day of every bar, days without work included, in order."""
    if not days:
        return
    first, last = date.fromisoformat(min(days)), date.fromisoformat(max(days))
    span = (last - first).days + 1
    at = first
    while at <= last:
        end = at
        if span > 7 * MOST_COLUMNS:
            end = (at.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
        elif span > MOST_COLUMNS:
            end = at + timedelta(days=6)
        end = min(end, last)
        yield at, end
        at = end + timedelta(days=1)


def _tr(text: str) -> str:
    return QCoreApplication.translate("charts", text)
