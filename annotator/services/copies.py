"""A copy of an open project under another name: also where its own file is gone."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.services.atomic import unwritable
from annotator.storage import ProjectReader


def save_copy(project: ProjectReader, target: Path, progress: Progress) -> None:
    """Copy a project to ``target``, whole or not at all, in the place of what is there.

    Raises:
        UserError: it is the project's own file, or nothing can be written there.
        Cancelled: ``progress`` asked for it; nothing was written.
    """
    if target.exists() and project.path.exists() and target.samefile(project.path):
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This is the project itself.")),
            where=str(target),
            todo=message(QT_TRANSLATE_NOOP("messages", "Choose another name for the copy.")),
        )
    try:
        project.copy_to(target, progress)
    except OSError as error:
        raise unwritable(error, target) from error
    except sqlite3.Error as error:
        raise unwritable(OSError(0, str(error)), target) from error
