"""``annotator stats``: how far a project is, and what is in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from annotator.cli.ending import DONE
from annotator.cli.parameters import FILE, json_option


@click.command("stats")
@click.argument("project", type=FILE)
@json_option
def command(project: Path, *, as_json: bool) -> int:
    """Print progress and distributions of a project."""
    from annotator.cli.output import print_json
    from annotator.services.stats import project_stats
    from annotator.storage import ProjectFile

    with ProjectFile.open(project, read_only=True) as file:
        figures = project_stats(file)
    if as_json:
        print_json(figures)
    else:
        for line in _lines(figures):
            click.echo(line)
    return DONE


def _lines(figures: Mapping[str, Any], indent: str = "") -> Iterator[str]:
    """Yield a line a figure, nested ones indented under their name."""
    for name, value in figures.items():
        if isinstance(value, Mapping):
            yield f"{indent}{name}"
            yield from _lines(value, f"{indent}  ")
        else:
            yield f"{indent}{name:<{24 - len(indent)}}{value:>8,}"
