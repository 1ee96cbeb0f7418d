"""``annotator merge``: one file out of several annotators'."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.ending import DONE, FAILED, PROBLEMS
from annotator.cli.parameters import FILE, force_option, json_option, paths_argument


@click.command("merge")
@paths_argument
@click.option("-o", "--out", type=FILE, required=True, metavar="OUT", help="File to write.")
@click.option(
    "--rule",
    required=True,
    metavar="R",
    help="agreed, majority, threshold, priority or union.",
)
@click.option(
    "--threshold",
    type=click.IntRange(1),
    default=2,
    show_default=True,
    help="How many have to agree, for the rule threshold.",
)
@click.option("--order", metavar="A,B", help="Who comes first, for the rule priority.")
@click.option("--annotator", default="", metavar="N", help="Whose the result is; else nobody's.")
@click.option(
    "--format",
    "format_id",
    default="jsonl",
    show_default=True,
    metavar="F",
    help="Format of OUT; a name that ends in .annotator is a project.",
)
@force_option
@json_option
def command(
    *,
    paths: tuple[Path, ...],
    out: Path,
    rule: str,
    threshold: int,
    order: str | None,
    annotator: str,
    format_id: str,
    force: bool,
    as_json: bool,
) -> int:
    """Make one file of several annotators', keeping who stands for what.

    PATH is a file of any format, a folder or a project with everybody's work. Only what was
    accepted counts. Each span says under "from" who stands for it.
    """
    from annotator.cli.output import print_counts, print_json, print_problems, progress_bar
    from annotator.review.merging import RuleOptions
    from annotator.services.merging import merge

    names = tuple(name.strip() for name in (order or "").split(",") if name.strip())
    with progress_bar("merge") as progress:
        report = merge(
            paths,
            out,
            rule,
            options=RuleOptions(names, threshold),
            annotator=annotator,
            format_id=format_id,
            force=force,
            progress=progress,
        )
    if as_json:
        print_json(report.as_json())
    else:
        print_problems(report.problems)
        print_counts(report, "Merged")
    if not report.articles:
        return FAILED
    return DONE if report.is_clean else PROBLEMS
