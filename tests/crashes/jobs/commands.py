"""The program's own command line, in the process that is killed."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

from annotator.cli.program import main


def command(*words: str | Path) -> None:
    """Run a command of the program to its end; what it prints is for the error alone.

    Raises:
        RuntimeError: it did not do what was asked.
    """
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        code = main([str(word) for word in words])
    if code == 2:
        raise RuntimeError(f"annotator {words[0]} ended with {code}: {said.getvalue()}")
