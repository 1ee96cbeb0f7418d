"""``annotator demo``: the main job on the sample articles."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.parameters import FILE
from annotator.cli.windowing import loading_window


@click.command("demo")
@click.option("-o", "--out", type=FILE, metavar="DIR", help="Where to leave the files.")
def command(out: Path | None) -> int:
    """Show the main job on the sample articles.

    Opens the article in the window, with suggestions. Without a display it does the same off
    screen, accepts the suggestions and leaves a project, exports and pictures in DIR; then it
    reviews what two colleagues made of the article, with pictures, reports and feedback.
    """
    with loading_window():
        from annotator.ui.demo import run
    return run(out)
