"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

EXISTING_PATHS = click.Path(path_type=Path)
FILE = click.Path(path_type=Path)

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

json_option: Decorator = click.option(
    "--json", "as_json", is_flag=True, help="Print the report as JSON."
)
force_option: Decorator = click.option("--force", is_flag=True, help="Replace a file that exists.")
encoding_option: Decorator = click.option(
    "--encoding", metavar="E", help="Read in this encoding (cp1256, …) instead of the one found."
)
format_option: Decorator = click.option(
    "--format", "format_id", metavar="F", help="Read as this format instead of what it looks like."
)
model_option: Decorator = click.option(
    "--model", type=FILE, metavar="MODEL", help="A folder that annotator train made."
)
paths_argument: Decorator = click.argument(
    "paths", metavar="PATH...", nargs=-1, required=True, type=EXISTING_PATHS
)
