"""What the quantised camel-tools engine costs and gains, on texts of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Progress
from annotator.services.reading import Reading
from annotator.services.reports import Report
from annotator.suggest.camel.agreement import Comparison, compare_engines
from annotator.suggest.camel.models import model_folders


def compare_quantised(
    paths: Sequence[Path], *, model: str | None = None, progress: Progress
) -> tuple[Comparison, Report]:
    """Label the articles of ``paths`` by the exact and the quantised engine, and compare.

    Args:
        paths: files and folders of articles, in any format.
        model: the name of the model's folder; None takes the first.
        progress: gets the steps; cancels the work.

    Raises:
        UserError: a path is absent, nothing was read, or the model is absent or not usable.
        Cancelled: cancel was asked for.
    """
    folders = {folder.name: folder for folder in model_folders()}
    name = model or next(iter(folders), None)
    if name is None or name not in folders:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "No camel-tools model is installed.")),
            where=model or "",
            todo=message(QT_TRANSLATE_NOOP("messages", "Download one with: annotator models")),
        )
    reading = Reading(paths)
    texts = [read.text for read in reading.articles()]
    if not texts:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "No article was found.")), where=str(paths[0])
        )
    return compare_engines(folders[name], texts, progress), reading.report
