"""``annotator check``: are these files whole?"""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.ending import DONE, PROBLEMS
from annotator.cli.parameters import json_option, paths_argument


@click.command("check")
@paths_argument
@json_option
def command(paths: tuple[Path, ...], *, as_json: bool) -> int:
    """Validate projects and annotated files, without changing them."""
    from annotator.cli.output import print_counts, print_json, print_problems, progress_bar
    from annotator.services.check import check_paths

    with progress_bar("check") as progress:
        report = check_paths(paths, progress=progress)
    if as_json:
        print_json(report.as_json())
    else:
        print_problems(report.problems)
        print_counts(report, "Whole" if report.is_clean else "Checked")
    return DONE if report.is_clean else PROBLEMS
