"""A damaged project put right: what can be read goes into a new file, and the rest is told."""

from __future__ import annotations

from pathlib import Path

from annotator.config.labelsets import load_label_set
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.services.atomic import replacing
from annotator.services.reports import Report
from annotator.storage import ProjectFile
from annotator.storage.faults import told
from annotator.storage.salvage import Salvaged, salvage

_ROWS = {
    "article": QT_TRANSLATE_NOOP("messages", "articles"),
    "article_text": QT_TRANSLATE_NOOP("messages", "texts"),
    "annotation_set": QT_TRANSLATE_NOOP("messages", "annotators' sets"),
    "entity": QT_TRANSLATE_NOOP("messages", "entities"),
    "quote": QT_TRANSLATE_NOOP("messages", "quotes"),
    "record": QT_TRANSLATE_NOOP("messages", "entities or quotes"),
    "verdict": QT_TRANSLATE_NOOP("messages", "verdicts"),
    "step": QT_TRANSLATE_NOOP("messages", "steps of the history"),
    "batch": QT_TRANSLATE_NOOP("messages", "decisions over many articles"),
    "place": QT_TRANSLATE_NOOP("messages", "places in articles"),
    "state": QT_TRANSLATE_NOOP("messages", "settings of the project"),
    "article_tag": QT_TRANSLATE_NOOP("messages", "tags"),
    "assignment": QT_TRANSLATE_NOOP("messages", "assignments"),
    "time_spent": QT_TRANSLATE_NOOP("messages", "times of work"),
    "learning": QT_TRANSLATE_NOOP("messages", "times of learning"),
    "learned_model": QT_TRANSLATE_NOOP("messages", "learned models"),
    "text": QT_TRANSLATE_NOOP("messages", "text"),
    "name": QT_TRANSLATE_NOOP("messages", "name"),
    "meta": QT_TRANSLATE_NOOP("messages", "metadata"),
    "set": QT_TRANSLATE_NOOP("messages", "status and notes"),
    "history": QT_TRANSLATE_NOOP("messages", "steps that can be undone"),
}
"""What people call what a project is made of."""

_DAMAGE = QT_TRANSLATE_NOOP("messages", "The database is damaged: {fault}.")


def repaired_path(path: Path) -> Path:
    """Return where the repaired copy of a project goes unless another place is given."""
    return path.with_name(f"{path.stem}-repaired{path.suffix}")


def repair_project(path: Path, out: Path, progress: Progress | None = None) -> Report:
    """Put what can be read of a damaged project into a new one at ``out``.

    The damaged file is only read. The report counts what is in the new one, and says what is known
    to be lost, by kind and by article.

    Raises:
        UserError: nothing can be read of it, ``out`` is taken, or nothing can be written there.
        Cancelled: ``progress`` asked for it; nothing was made.
    """
    with told(out), replacing(out, force=False) as made:
        found = salvage(path, made, load_label_set(), progress or Progress())
    report = Report()
    report.problems += _problems(path, found)
    with ProjectFile.open(out) as file:
        for fault in file.faults():
            report.problems.append(_problem(path, message(_DAMAGE, fault=fault)))
        for article in file.annotated():
            report.count(article)
    report.written.append(out)
    return report


def _problems(path: Path, found: Salvaged) -> list[Problem]:
    by_kind = [
        _problem(
            path,
            message(
                QT_TRANSLATE_NOOP("messages", "Lost: {count} {rows}; kept: {kept}."),
                count=count,
                rows=message(_ROWS[table]),
                kept=found.kept[table],
            ),
        )
        for table, count in found.lost.items()
        if count
    ]
    by_article = [
        _problem(
            path,
            message(
                QT_TRANSLATE_NOOP("messages", "Not as it was: {what} ({count})."),
                what=message(_ROWS[what]),
                count=count,
            ),
            article,
        )
        for article, lost in found.articles.items()
        for what, count in lost.items()
    ]
    return by_kind + by_article


def _problem(path: Path, what: Message, article: str = "") -> Problem:
    return Problem("lost", what, Severity.REFUSED, str(path), article=article)
