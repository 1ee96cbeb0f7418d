"""``annotator check``: are these files whole?"""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.ending import DONE, PROBLEMS
from annotator.cli.parameters import FILE, json_option, paths_argument


@click.command("check")
@paths_argument
@click.option(
    "--consistency",
    is_flag=True,
    help="List also what contradicts itself: a name labelled two ways, other boundaries, "
    "names left out.",
)
@click.option(
    "--repair",
    is_flag=True,
    help="Put what can be read of a damaged project into a new file beside it, NAME-repaired, and "
    "list what is lost. The damaged file is left as it is.",
)
@click.option("-o", "--out", type=FILE, help="Where the repaired project goes instead.")
@json_option
def command(
    paths: tuple[Path, ...], *, consistency: bool, repair: bool, out: Path | None, as_json: bool
) -> int:
    """Validate projects and annotated files, without changing them."""
    if repair and consistency:
        raise click.UsageError("--consistency does not go with --repair.")
    if repair:
        return _repair(paths, out, as_json=as_json)
    if out is not None:
        raise click.UsageError("--out goes with --repair.")
    from annotator.cli.output import print_counts, print_json, print_problems, progress_bar
    from annotator.services.check import check_paths

    with progress_bar("check") as progress:
        report = check_paths(paths, consistency=consistency, progress=progress)
    if as_json:
        print_json(report.as_json())
    else:
        print_problems(report.problems)
        print_counts(report, "Whole" if report.is_clean else "Checked")
    return DONE if report.is_clean else PROBLEMS


def _repair(paths: tuple[Path, ...], out: Path | None, *, as_json: bool) -> int:
    from annotator.cli.output import print_counts, print_json, print_problems, progress_bar
    from annotator.services.repair import repair_project, repaired_path

    if len(paths) != 1:
        raise click.UsageError("--repair takes one project at a time.")
    with progress_bar("repair") as progress:
        report = repair_project(paths[0], out or repaired_path(paths[0]), progress)
    if as_json:
        print_json(report.as_json())
    else:
        print_problems(report.problems)
        print_counts(report, "Repaired")
        click.echo(f"The repaired project is {report.written[0]}")
    return DONE if report.is_clean else PROBLEMS
