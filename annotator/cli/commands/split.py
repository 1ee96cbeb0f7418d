"""``annotator split``: a project shared out, a file for each annotator."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.ending import DONE
from annotator.cli.parameters import FILE, force_option, json_option


@click.command("split")
@click.argument("project", type=FILE)
@click.option(
    "--annotators", type=click.IntRange(1), metavar="N", help="How many, where no names are given."
)
@click.option("--names", metavar="A,B,C", help="What the annotators are called.")
@click.option(
    "--overlap",
    type=click.FloatRange(0, 1),
    default=0.1,
    show_default=True,
    metavar="SHARE",
    help="The share of the articles that two people get.",
)
@click.option("--out", type=FILE, metavar="FOLDER", help="Where the files go; beside the project.")
@click.option(
    "--by",
    type=click.Choice(["round", "stratified"]),
    default="round",
    show_default=True,
    help="By chance, or of articles that are alike to everybody as many.",
)
@click.option(
    "--seed", default=0, show_default=True, metavar="N", help="The same seed deals the same."
)
@click.option("--all", "everything", is_flag=True, help="Finished and assigned articles too.")
@force_option
@json_option
def command(
    *,
    project: Path,
    annotators: int | None,
    names: str | None,
    overlap: float,
    out: Path | None,
    by: str,
    seed: int,
    everything: bool,
    force: bool,
    as_json: bool,
) -> int:
    """Share a project out: a file for each annotator, who simply opens it.

    Everybody gets as many articles. Those that somebody has finished, or has assigned, are left
    out. annotator collect takes the files back.
    """
    from annotator.cli.output import print_json, progress_bar
    from annotator.services.sharing import Sharing, numbered_names, share_out
    from annotator.storage import ProjectFile

    wanted = tuple(name.strip() for name in (names or "").split(",") if name.strip())
    if not wanted and annotators is None:
        raise click.UsageError("Give --names, or with --annotators how many there are.")
    if wanted and annotators not in (None, len(wanted)):
        raise click.UsageError(f"--names are {len(wanted)}, --annotators {annotators}.")
    people = wanted or numbered_names(annotators or 1)
    sharing = Sharing(people, overlap if len(people) > 1 else 0.0, by, seed, everything)
    with ProjectFile.open(project) as file, progress_bar("split") as progress:
        portions = share_out(file, out or project.parent, sharing, force=force, progress=progress)
    if as_json:
        print_json({"files": [portion.as_json() for portion in portions]})
    else:
        for one in portions:
            click.echo(f"{one.path}: {one.annotator}, {one.articles} articles, {one.shared} shared")
    return DONE
