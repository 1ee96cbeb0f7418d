"""What ``suggest`` and ``export`` share when they work on a corpus in parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from annotator.cli.ending import DONE, PROBLEMS
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Cancelled
from annotator.services.part_size import ARTICLES

if TYPE_CHECKING:
    from annotator.services.cluster import Asked, RunReport

_ALL = "all"

_Command = Callable[..., int]


class _Workers(click.ParamType[int]):
    """A number of processes, or ``all``: one for each processor, which is 0."""

    name = "workers"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the number."""
        number = "0" if value == _ALL else str(value)
        if not number.isdecimal() or (number == "0" and value != _ALL):
            self.fail(f"{value!r} is no number of workers; give one, or {_ALL}.", param, ctx)
        return int(number)


class Chosen(NamedTuple):
    """Who works on a corpus, workers here (0: all) or a cluster, and how large its parts are."""

    workers: int
    scheduler: str
    articles: int


def cluster_options(command: _Command) -> _Command:
    """Add the options; the command gets them as ``workers``, ``scheduler`` and ``part``."""
    for option in (
        click.option(
            "--part",
            type=click.IntRange(min=1),
            default=ARTICLES,
            show_default=True,
            metavar="N",
            help="With --workers or --scheduler: articles in a part.",
        ),
        click.option(
            "--scheduler",
            metavar="ADDRESS",
            help="Work in parts on the Dask cluster with this scheduler (tcp://host:8786).",
        ),
        click.option(
            "--workers",
            type=_Workers(),
            metavar="N",
            help="Work in parts with N processes on this machine, or all: one for each processor. "
            "PATH is then JSONL or Parquet, the results a folder; the same command goes on.",
        ),
    ):
        command = option(command)
    return command


def where_to_work(workers: int | None, scheduler: str | None, part: int) -> Chosen | None:
    """Return what the options say, None where work in parts was not asked for.

    Raises:
        click.UsageError: both a cluster and workers here are asked for.
    """
    if workers is not None and scheduler is not None:
        raise click.UsageError("Give --workers or --scheduler, not both.")
    if workers is None and scheduler is None:
        return None
    return Chosen(workers or 0, scheduler or "", part)


def run_in_parts(asked: Asked, where: Chosen, done: str, *, force: bool, as_json: bool) -> int:
    """Do a job in parts, print what came of it after ``done``, and return the exit code.

    Raises:
        UserError: it cannot be done, or was stopped; what was done stays.
    """
    from annotator.cli.output import progress_bar
    from annotator.services.cluster import Where, run_parts

    asked = asked._replace(articles=where.articles, force=force)
    try:
        with progress_bar(asked.out.name) as progress:
            report = run_parts(asked, Where(where.workers or None, where.scheduler), progress)
    except (KeyboardInterrupt, Cancelled) as stopped:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "Stopped; the parts that are done stay.")),
            where=str(asked.out),
            todo=message(QT_TRANSLATE_NOOP("messages", "The same command goes on.")),
        ) from stopped
    return _print_run(report, done, as_json=as_json)


def _print_run(report: RunReport, done: str, *, as_json: bool) -> int:
    """Print what a run has brought, and return the exit code."""
    from annotator.cli.output import print_json, print_kinds

    if as_json:
        print_json(report.as_json())
    else:
        print_kinds(report.problems, report.counts + report.notices, f"{report.out}/.annotator")
        for failed in report.failed:
            click.echo(f"Part {failed.part} failed ({failed.place}): {failed.reason}.", err=True)
        counts = f"{report.articles} articles, {report.entities} entities, {report.quotes} quotes"
        click.echo(f"{done}: {counts}, in {report.parts - len(report.failed)} parts.", err=True)
        if report.failed:
            which = f"{len(report.failed)} of {report.parts} parts are missing"
            click.echo(f"{which}; the same command tries these again.", err=True)
    return DONE if report.is_clean else PROBLEMS


def folder_of(out: Path | None) -> Path:
    """Return the folder of the results.

    Raises:
        click.UsageError: there is none.
    """
    if out is None or out == Path("-"):
        raise click.UsageError("Work in parts needs -o FOLDER for its results.")
    return out
