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
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="WHAT=NAME",
    help="The column of a table that holds text, id or title; title= for none. Repeatable.",
)
@click.option("--report", type=FILE, metavar="FILE", help="Write the report to a text file.")
@json_option
def command(
    *,
    project: Path,
    paths: tuple[Path, ...],
    format_id: str | None,
    encoding: str | None,
    annotator: str | None,
    labels: str | None,
    columns: tuple[str, ...],
    report: Path | None,
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
    from annotator.services.atomic import check_free, replacing
    from annotator.services.reports import report_text
    from annotator.services.transfer import import_into

    if report is not None:
        check_free(report, force=False)
    with progress_bar("import") as progress:
        taken = import_into(
            project,
            paths,
            format_id=format_id,
            encoding=encoding,
            annotator=annotator,
            labels=labels,
            columns=_columns(columns),
            progress=progress,
        )
    if report is not None:
        with replacing(report, force=False) as made:
            made.write_text(report_text(taken), encoding="utf-8", newline="\n")
    if as_json:
        print_json(taken.as_json())
    else:
        print_encodings(taken)
        print_problems(taken.problems)
        print_counts(taken, "Taken in")
    if not taken.articles:
        return FAILED
    return DONE if taken.is_clean else PROBLEMS


def _columns(pairs: tuple[str, ...]) -> dict[str, str]:
    columns = {}
    for pair in pairs:
        what, found, name = pair.partition("=")
        if not found or what not in _COLUMNS or (what == "text" and not name):
            raise click.UsageError(f"--column takes text=, id= or title= with a name, not {pair}.")
        columns[what] = name
    return columns


_COLUMNS = ("text", "id", "title")
