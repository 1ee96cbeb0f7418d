"""What is meant by paths that a person opens: a project, or files for a new one."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from annotator.bundled import seeds
from annotator.services.project import SUFFIX

_SQLITE = b"SQLite format 3\0"


def is_project(path: Path) -> bool:
    """Whether a path is meant as a project: by its name, or because it is a database."""
    if path.suffix == SUFFIX:
        return True
    try:
        with path.open("rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def project_path_for(paths: Sequence[Path]) -> Path:
    """Return where the project of these files belongs: beside the first, under its name.

    Where nothing can be written, and beside the program's own samples, it is in the user's
    documents instead.
    """
    first = paths[0].resolve()
    folder = first.parent
    if first.is_relative_to(seeds().resolve()) or not os.access(folder, os.W_OK):
        folder = _own_folder()
    return folder / f"{first.name if first.is_dir() else first.stem}{SUFFIX}"


def _own_folder() -> Path:
    """Return a folder of the user's that can be written to."""
    from platformdirs import user_data_path, user_documents_path  # noqa: PLC0415 - seldom needed

    documents = user_documents_path() / "annotator"
    try:
        documents.mkdir(parents=True, exist_ok=True)
    except OSError:
        own = user_data_path("annotator", appauthor=False)
        with suppress(OSError):  # then making the project says that nothing can be written
            own.mkdir(parents=True, exist_ok=True)
        return own
    return documents
