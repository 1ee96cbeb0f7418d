"""``annotator compare``: how far annotators agree, and where they differ."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.ending import DONE, FAILED, PROBLEMS
from annotator.cli.parameters import (
    FILE,
    encoding_option,
    force_option,
    format_option,
    json_option,
    paths_argument,
)
from annotator.core.collecting import rare_collections
from annotator.core.problems import Severity

if TYPE_CHECKING:
    from annotator.services.comparison import Comparison

_SHOWN = 20


@click.command("compare")
@paths_argument
@format_option
@encoding_option
@click.option("--html", type=FILE, metavar="FILE", help="Write a report with every difference.")
@click.option(
    "--language",
    type=click.Choice(["ar", "en"]),
    default="ar",
    show_default=True,
    help="Language of the HTML report; articles are right to left in both.",
)
@click.option("--anonymous", is_flag=True, help="Leave annotators' names out of the HTML report.")
@force_option
@json_option
@rare_collections()
def command(
    *,
    paths: tuple[Path, ...],
    format_id: str | None,
    encoding: str | None,
    html: Path | None,
    language: str,
    anonymous: bool,
    force: bool,
    as_json: bool,
) -> int:
    """Hold annotators' files against each other: agreement, and every difference.

    PATH is a file of any format, a folder or a project with everybody's work; several may be
    mixed. Only what was accepted counts. With --html, a page for reading and printing is written
    too. The exit code is 1 when something could not be compared.
    """
    from annotator.cli.output import print_json, print_problems, progress_bar

    with progress_bar("compare") as progress:
        if html is None:
            from annotator.services.comparison import compare

            comparison = compare(paths, format_id=format_id, encoding=encoding, progress=progress)
        else:
            from annotator.services.review_report import ReportOptions, comparison_report

            comparison = comparison_report(
                paths,
                html,
                ReportOptions(language, anonymous),
                format_id=format_id,
                encoding=encoding,
                force=force,
                progress=progress,
            )
    if as_json:
        print_json(comparison.as_json())
    else:
        for line in _lines(comparison):
            click.echo(line)
        print_problems(comparison.problems)
    if not comparison.matched:
        return _nothing_in_common(comparison)
    clean = all(problem.severity is Severity.NOTICE for problem in comparison.problems)
    return DONE if clean else PROBLEMS


def _nothing_in_common(comparison: Comparison) -> int:
    names = ", ".join(comparison.annotators) or "none"
    click.echo(
        f"Error: No article was annotated by two annotators (found: {names}).\n"
        "Give the files of at least two people on the same texts.",
        err=True,
    )
    return FAILED


def _lines(comparison: Comparison) -> Iterator[str]:
    yield (
        f"{comparison.matched} articles of several annotators, {comparison.unmatched} of one alone"
    )
    record = comparison.as_json()
    yield f"{'':<32}{'exact F1':>10}{'overlap':>10}{'kappa':>10}{'alpha':>10}{'unitizing':>10}"
    for pair in record["pairs"]:
        entities = pair["entities"]
        figures = (
            entities["exact"]["f1"],
            entities["overlap"]["f1"],
            *(pair[key] for key in ("kappa", "alpha_nominal", "alpha_unitizing")),
        )
        name = f"{pair['a']}, {pair['b']}"
        yield f"{name:<32}{''.join(map(_figure, figures))}"
    for pair, kinds in comparison.kinds.items():
        counts = ", ".join(f"{count} {kind}" for kind, count in kinds.items())
        yield f"{', '.join(pair)}: {counts or 'no difference'}"
    for difference in comparison.differences[:_SHOWN]:
        yield (
            f"{difference.article}: {', '.join(difference.annotators)}: "
            f"{difference.kind}: {difference.text}"
        )
    more = len(comparison.differences) - _SHOWN
    if more > 0:
        yield f"… and {more} more differences; --json and --html list all."


def _figure(value: Any) -> str:
    return f"{'-' if value is None else format(value, '.3f'):>10}"
