"""``annotator collect``: annotators' files back into the project that was shared out."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.ending import DONE, FAILED, PROBLEMS
from annotator.cli.parameters import FILE, json_option, paths_argument


@click.command("collect")
@click.argument("project", type=FILE)
@paths_argument
@click.option("--labels", is_flag=True, help="Take labels along that annotators have added.")
@json_option
def command(*, project: Path, paths: tuple[Path, ...], labels: bool, as_json: bool) -> int:
    """Take back the files that annotator split has made, PATH being such files or folders of them.

    Nothing is lost or doubled, however often a file is collected. Each file comes in whole; one
    that is refused does not come in at all.
    """
    from annotator.cli.output import print_json, print_problems, progress_bar
    from annotator.services.collecting import collect, files_to_collect
    from annotator.storage import ProjectFile

    with ProjectFile.open(project) as file, progress_bar("collect") as progress:
        found = collect(file, files_to_collect(paths, file.path), labels=labels, progress=progress)
    if as_json:
        print_json(found.as_json())
    else:
        print_problems(found.as_report().problems)
        click.echo(f"Sets that came in, or were brought up to date: {found.sets}.", err=True)
    if all(one.refused for one in found.files):
        return FAILED
    return DONE if found.is_clean else PROBLEMS
