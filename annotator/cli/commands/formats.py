"""``annotator formats``: what can be read and written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from annotator.cli.ending import DONE
from annotator.cli.parameters import FILE, json_option

if TYPE_CHECKING:
    from annotator.formats.base import Format


@click.command("formats")
@click.option(
    "--label-config",
    "project",
    type=FILE,
    metavar="PROJECT",
    help="Instead print Label Studio's labelling interface (XML) for the labels of a project.",
)
@json_option
def command(*, project: Path | None, as_json: bool) -> int:
    """List the formats: their ids, whether they are read or written, how files are named."""
    from annotator.cli.output import print_json
    from annotator.formats import FORMATS
    from annotator.formats.label_studio_controls import label_config
    from annotator.storage import ProjectFile

    if project is not None:
        with ProjectFile.open(project, read_only=True) as file:
            click.echo(label_config(label.id for label in file.label_set))
        return DONE
    if as_json:
        print_json([_row(format_) for format_ in FORMATS])
        return DONE
    for format_ in FORMATS:
        ways = ", ".join(way for way in ("read", "written") if _row(format_)[way])
        suffixes = " ".join(format_.suffixes)
        click.echo(f"{format_.id:<18}{ways:<15}{format_.name}  ({suffixes})")
    return DONE


def _row(format_: Format) -> dict[str, Any]:
    from annotator.formats.base import Reader, Writer

    return {
        "id": format_.id,
        "name": str(format_.name),
        "read": isinstance(format_, Reader),
        "written": isinstance(format_, Writer),
        "folder": isinstance(format_, Writer) and format_.folder,
        "suffixes": list(format_.suffixes),
    }
