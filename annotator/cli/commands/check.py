"""``annotator check``: are these files whole?"""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.ending import DONE, PROBLEMS
from annotator.cli.parameters import json_option, paths_argument


@click.command("check")
@paths_argument
@click.option(
    "--consistency",
    is_flag=True,
    help="List also what contradicts itself: a name labelled two ways, other boundaries, "
    "names left out.",
)
@json_option
def command(paths: tuple[Path, ...], *, consistency: bool, as_json: bool) -> int:
    """Validate projects and annotated files, without changing them."""
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
