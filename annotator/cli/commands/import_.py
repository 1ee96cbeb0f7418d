"""``annotator import``: files into a project."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.ending import DONE, FAILED, PROBLEMS
from annotator.cli.parameters import (
    FILE,
    encoding_option,
    format_option,
    json_option,
    paths_argument,
)


@click.command("import")
@click.argument("project", type=FILE)
@paths_argument
@format_option
@encoding_option
@click.option("--annotator", metavar="N", help="Whose work the files hold.")
@click.option(
    "--labels", metavar="SET", help="Labels of a project that is made: an id or a TOML file."
)
@json_option
def command(
    *,
    project: Path,
    paths: tuple[Path, ...],
    format_id: str | None,
    encoding: str | None,
    annotator: str | None,
    labels: str | None,
    as_json: bool,
) -> int:
    """Take files or folders into a project, which is made when there is none.

    What a file is, its content says. All comes in, or after an error nothing.
    """
    from annotator.cli.output import (
        print_counts,
        print_encodings,
        print_json,
        print_problems,
        progress_bar,
    )
    from annotator.services.transfer import import_into

    with progress_bar("import") as progress:
        report = import_into(
            project,
            paths,
            format_id=format_id,
            encoding=encoding,
            annotator=annotator,
            labels=labels,
            progress=progress,
        )
    if as_json:
        print_json(report.as_json())
    else:
        print_encodings(report)
        print_problems(report.problems)
        print_counts(report, "Taken in")
    if not report.articles:
        return FAILED
    return DONE if report.is_clean else PROBLEMS
