"""``annotator [PATH…]``: the window."""

from __future__ import annotations

from pathlib import Path

import click

from annotator.cli.parameters import paths_argument
from annotator.cli.windowing import loading_window
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message


@click.command("open", context_settings={"ignore_unknown_options": False})
@paths_argument
def command(paths: tuple[Path, ...]) -> int:
    """Open the window on a project or on files."""
    return open_window(list(paths))


def open_window(paths: list[Path]) -> int:
    """Open the window and return the exit code when it is closed.

    Raises:
        UserError: a path is absent, or the machine lacks what a window needs.
    """
    for path in paths:
        if not path.exists():
            what = QT_TRANSLATE_NOOP("messages", "There is no such file or command.")
            todo = QT_TRANSLATE_NOOP("messages", "See annotator --help for the commands.")
            raise UserError(message(what), where=str(path), todo=message(todo))
    with loading_window():
        from annotator.ui.app import main
    return main(paths)
