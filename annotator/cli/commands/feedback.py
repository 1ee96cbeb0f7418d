"""``annotator feedback``: what goes back to colleagues after a review."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.ending import DONE, PROBLEMS
from annotator.cli.parameters import FILE, force_option, json_option


@click.command("feedback")
@click.argument("review", type=FILE)
@click.option("-o", "--out", type=FILE, required=True, metavar="FOLDER", help="Folder to write.")
@click.option(
    "--format",
    "format_id",
    metavar="F",
    help="Write this format too; else the one that a colleague's file had.",
)
@click.option("--anonymous", is_flag=True, help="Name neither the reviewer nor other annotators.")
@click.option(
    "--by-rule",
    is_flag=True,
    help="Where nobody has decided, tell what the review's rule accepted as a correction too.",
)
@click.option(
    "--language",
    type=click.Choice(["ar", "en"]),
    default="ar",
    show_default=True,
    help="Language of the pages and of the list.",
)
@force_option
@json_option
def command(
    *,
    review: Path,
    out: Path,
    format_id: str | None,
    anonymous: bool,
    by_rule: bool,
    language: str,
    force: bool,
    as_json: bool,
) -> int:
    """Write a file back to each colleague whose work was reviewed.

    REVIEW is a project that a review was made in. FOLDER gets, for everyone, their file after the
    review (JSONL, in which a corrected record says what it was and why), the same in the format
    that their file had, and a page with the corrections in context; and a list of what the
    guidelines leave open.
    """
    from annotator.cli.output import print_json, print_problems, progress_bar
    from annotator.services.feedback import FeedbackOptions, write_feedback
    from annotator.services.reviews import open_review

    opened = open_review(review)
    try:
        with progress_bar("feedback") as progress:
            told = write_feedback(
                opened,
                out,
                FeedbackOptions(language, not anonymous, format_id, by_rule),
                force=force,
                progress=progress,
            )
    finally:
        opened.close()
    if as_json:
        print_json(told.as_json())
    else:
        print_problems(told.problems)
        for one in told.colleagues:
            files = ", ".join(map(str, one.written))
            counts = f"{one.corrections} corrections, {one.pending} not decided"
            click.echo(f"{one.annotator}: {counts}: {files}")
        if told.gaps_file is not None:
            click.echo(f"The guidelines leave open {told.gaps}: {told.gaps_file}")
    return DONE if told.is_clean else PROBLEMS
