"""What commands print: reports for people or programs, and progress on a terminal."""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import click
import orjson

from annotator.core.problems import Problem
from annotator.core.progress import Progress
from annotator.services.reports import Report

_SHOWN_PER_KIND = 10


def print_json(record: Any) -> None:
    """Print a JSON value to standard output, for programs."""
    try:
        text = orjson.dumps(record, option=orjson.OPT_INDENT_2).decode()
    except TypeError:  # a lone surrogate, or a number that orjson has no room for
        text = json.dumps(record, ensure_ascii=False, indent=2)
    click.echo(text)


def print_problems(problems: Sequence[Problem]) -> None:
    """List problems on standard error, the first ones of each kind."""
    print_kinds(problems, Counter(problem.kind for problem in problems), "--json")


def print_kinds(problems: Sequence[Problem], counts: Mapping[str, int], whole: str) -> None:
    """List the first problems of each kind; ``counts`` is how many there are, ``whole`` where."""
    kinds: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        kinds[problem.kind].append(problem)
    for kind, found in kinds.items():
        shown = found[:_SHOWN_PER_KIND]
        for problem in shown:
            click.echo(str(problem), err=True)
        more = counts[kind] - len(shown)
        if more > 0:
            click.echo(f"… and {more} more of this kind ({kind}); {whole} lists all.", err=True)


def print_counts(report: Report, done: str) -> None:
    """Print what was taken or written, in one line, to standard error."""
    if not report.articles:
        click.echo("No article was found.", err=True)
        return
    counts = f"{report.articles} articles, {report.entities} entities, {report.quotes} quotes"
    click.echo(f"{done}: {counts}.", err=True)


def print_encodings(report: Report) -> None:
    """Say which encoding was found where it was not UTF-8, so that it can be changed."""
    for file in report.files:
        if not file.encoding.startswith("utf-8"):
            others = ", ".join(file.alternatives)
            hint = f" (--encoding can make it {others})" if others else ""
            click.echo(f"{file.file}: read as {file.encoding}{hint}.", err=True)


@contextmanager
def progress_bar(label: str) -> Iterator[Progress]:
    """Give a progress that draws a bar on standard error, when that is a terminal."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def report(done: int, total: int | None) -> None:
            bar.length = total or done + 1
            bar.update(done - bar.pos)

        yield Progress(report)
