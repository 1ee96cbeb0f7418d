"""``annotator train``: a model that has learned from annotated files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from annotator.cli.ending import DONE, PROBLEMS
from annotator.cli.parameters import FILE, force_option, json_option, paths_argument

if TYPE_CHECKING:
    from annotator.review.entity_scores import Score


@click.command("train")
@paths_argument
@click.option("-o", "--out", type=FILE, required=True, metavar="MODEL", help="Folder to write.")
@click.option("--start", type=FILE, metavar="MODEL", help="Learn on from this model.")
@click.option("--from-scratch", is_flag=True, help="Train as the built-in model was (hours).")
@click.option("--second", type=FILE, metavar="FILE", help="From scratch: CoNLL of a second task.")
@click.option("--news", type=FILE, metavar="FILE", help="From scratch: a dump of news.")
@click.option("--proclitics", type=FILE, metavar="FILE", help="From scratch: cut first words.")
@force_option
@json_option
def command(
    *,
    paths: tuple[Path, ...],
    out: Path,
    start: Path | None,
    from_scratch: bool,
    second: Path | None,
    news: Path | None,
    proclitics: Path | None,
    force: bool,
    as_json: bool,
) -> int:
    """Teach the built-in model what annotated files or projects hold.

    Writes a model folder for “annotator suggest --model”, and says how well it does on a part of
    the text that was held back. New labels are learned too.
    """
    from annotator.cli.output import print_json, print_problems, progress_bar
    from annotator.services.training import Sources, train, train_from_scratch

    if from_scratch:
        if len(paths) != 1 or start or not (second and news and proclitics):
            raise click.UsageError(
                "--from-scratch takes one CoNLL file, --second, --news and --proclitics."
            )
        train_from_scratch(paths[0], Sources(second, news, proclitics), out, force=force)
        click.echo(f"Written: {out}", err=True)
        return DONE
    if second or news or proclitics:
        raise click.UsageError("--second, --news and --proclitics go with --from-scratch.")
    with progress_bar("train") as progress:
        training = train(paths, out, start=start, force=force, progress=progress)
    if as_json:
        print_json(training.as_json())
    else:
        click.echo(f"{training.articles} articles, {training.names} names learned from")
        click.echo(f"{'held back':<12}{'P':>8}{'R':>8}{'F1':>8}")
        click.echo(_row("before", training.before))
        click.echo(_row("after", training.after))
        print_problems(training.problems)
        click.echo(f"Written: {out}", err=True)
    return PROBLEMS if training.problems else DONE


def _row(name: str, score: Score) -> str:
    return f"{name:<12}{score.precision:>8.3f}{score.recall:>8.3f}{score.f1:>8.3f}"
