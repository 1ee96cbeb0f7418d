"""``annotator suggest``: suggestions for files, as JSONL."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

import click

from annotator.cli.clusters import cluster_options, folder_of, run_in_parts, where_to_work
from annotator.cli.ending import DONE, FAILED, PROBLEMS
from annotator.cli.parameters import (
    FILE,
    encoding_option,
    force_option,
    format_option,
    json_option,
    model_option,
    paths_argument,
)

_STDOUT = Path("-")


@click.command("suggest")
@paths_argument
@click.option(
    "-o", "--out", type=FILE, default=_STDOUT, metavar="FILE", help="JSONL to write, - to print."
)
@click.option("--engine", "engines", multiple=True, metavar="NAME", help="Only this; repeatable.")
@model_option
@format_option
@encoding_option
@click.option(
    "--created",
    metavar="TIME",
    help="The time that suggestions bear instead of now: the same input gives the same bytes.",
)
@cluster_options
@force_option
@json_option
def command(
    *,
    paths: tuple[Path, ...],
    out: Path,
    engines: tuple[str, ...],
    model: Path | None,
    format_id: str | None,
    encoding: str | None,
    created: str | None,
    workers: int | None,
    scheduler: str | None,
    part: int,
    force: bool,
    as_json: bool,
) -> int:
    """Suggest entities and quotes for text, JSONL or CoNLL files.

    Prints the project's own JSONL, with suggestions only: what the files had marked is left out,
    so that the two can be compared.

    With --workers or --scheduler the work is done side by side, and goes on where it was stopped:
    FILE is then a folder with a part for every so many articles.
    """
    where = where_to_work(workers, scheduler, part)
    if where is not None:
        from annotator.services.cluster import Asked, Reads, SuggestJob
        from annotator.services.suggesting import engine_names

        folder = str(model.absolute()) if model else ""
        job = SuggestJob(tuple(engine_names(engines or None)), folder, created or "")
        asked = Asked(job, paths, folder_of(out), Reads(format_id, encoding))
        return run_in_parts(asked, where, "Suggested", force=force, as_json=as_json)
    from annotator.cli.output import (
        print_counts,
        print_encodings,
        print_json,
        print_problems,
        progress_bar,
    )
    from annotator.services.presuggesting import presuggest

    if as_json and out == _STDOUT:
        raise click.UsageError("--json needs -o FILE: the suggestions go to standard output.")
    target: Path | BinaryIO = sys.stdout.buffer if out == _STDOUT else out
    with progress_bar("suggest") as progress:
        report = presuggest(
            paths,
            target,
            engines=engines or None,
            model=model,
            created=created,
            format_id=format_id,
            encoding=encoding,
            force=force,
            progress=progress,
        )
    if as_json:
        print_json(report.as_json())
    else:
        print_encodings(report)
        print_problems(report.problems)
        print_counts(report, "Suggested")
    if not report.articles:
        return FAILED
    return DONE if report.is_clean else PROBLEMS
