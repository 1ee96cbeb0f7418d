"""``annotator stats``: how far a project is, what is in it, what was decided and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from annotator.cli.ending import DONE
from annotator.cli.parameters import FILE, json_option

_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("stats")
@click.argument("project", type=FILE)
@click.option("--annotator", metavar="N", help="Only this annotator's decisions and time.")
@click.option("--since", type=_DAY, metavar="DAY", help="Decisions from this day on (2026-11-22).")
@click.option("--until", type=_DAY, metavar="DAY", help="Decisions up to this day.")
@json_option
def command(
    project: Path,
    *,
    annotator: str | None,
    since: datetime | None,
    until: datetime | None,
    as_json: bool,
) -> int:
    """Print progress and distributions of a project, and the work by day, label and engine.

    What --annotator, --since and --until choose from is the work: decisions and time.
    """
    from annotator.cli.output import print_json
    from annotator.services.stats import project_stats
    from annotator.storage import Period, ProjectFile

    period = Period(annotator, since and since.date(), until and until.date())
    with ProjectFile.open(project, read_only=True) as file:
        figures = project_stats(file, period)
    if as_json:
        print_json(figures)
    else:
        for line in _lines(figures):
            click.echo(line)
    return DONE


def _lines(figures: Mapping[str, Any]) -> Iterator[str]:
    """Yield a heading a key, and under it a line a figure; figures of a kind as one table."""
    for name, value in figures.items():
        yield name
        if name == "time":
            yield from _time_lines(value)
        elif value and all(isinstance(row, Mapping) for row in value.values()):
            yield from _table(value)
        else:
            for key, figure in value.items():
                yield f"  {key:<22}{figure:>8,}"


def _table(rows: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """Yield a table: a line a row, the names of the figures over their columns."""
    columns = list(next(iter(rows.values())))
    yield " " * 24 + "".join(f"{column:>12}" for column in columns)
    for name, figures in rows.items():
        yield f"  {name:<22}" + "".join(f"{_figure(c, figures[c]):>12}" for c in columns)


def _figure(column: str, value: float | None) -> str:
    if value is None:
        return "-"
    if column == "acceptance":
        return f"{value:.0%}"
    return _clock(value) if column == "seconds" else f"{value:,}"


def _time_lines(time: Mapping[str, Any]) -> Iterator[str]:
    yield f"  {'at work':<22}{_clock(time['seconds']):>8}"
    yield f"  {'articles finished':<22}{time['articles']:>8,}"
    if time["median_seconds"] is not None:
        yield f"  {'median an article':<22}{_clock(time['median_seconds']):>8}"


def _clock(seconds: float) -> str:
    """Return hours, minutes and seconds: ``1:05:09``."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
