"""Files into a project: all of them in one transaction, with a report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.review.near_copies import NearCopies
from annotator.services.atomic import replacing
from annotator.services.reading import Reading
from annotator.services.reports import Report
from annotator.services.tables import Answers, TableChoice
from annotator.storage import Joined, Namesake, ProjectFile


def import_paths(
    file: ProjectFile,
    paths: Sequence[Path],
    *,
    format_id: str | None = None,
    encoding: str | None = None,
    encodings: Mapping[Path, str] | None = None,
    annotator: str | None = None,
    columns: Mapping[str, str] | None = None,
    tables: Mapping[str, TableChoice] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Take files and folders into a project; ``annotator`` replaces the name that a file gives.

    An article whose text the project has is joined to it. What cannot be taken is in the report.

    Raises:
        UserError: nothing was taken: a path is absent, or the project cannot be written to.
        Cancelled: nothing was taken.
    """
    label_set = file.label_set
    reading = Reading(
        paths,
        format_id=format_id,
        encoding=encoding,
        encodings=encodings,
        labels=label_set.aliases,
        columns=columns,
        tables=tables,
    )
    unknown: Counter[str] = Counter()
    articles = _watched(reading, label_set, unknown, annotator)
    added = file.add_articles(articles, progress)
    report = reading.report
    report.joined = len(added.joined)
    report.problems += [_joined(one, reading.file_of(one.number)) for one in added.joined]
    report.problems += [
        _namesake(file, one, reading.file_of(one.number)) for one in added.namesakes
    ]
    report.problems += [_unknown_label(label, count) for label, count in sorted(unknown.items())]
    if report.articles:
        report.written.append(file.path)
    return report


def import_lent(
    file: ProjectFile, paths: Sequence[Path], answers: Answers, progress: Progress
) -> Report:
    """Take files and folders into a project that was lent to the thread that calls this.

    ``answers`` are what is not to be guessed.

    Raises:
        UserError, Cancelled: as :func:`import_paths` does.
    """
    with file.borrowed() as writer:
        return _answered(writer, paths, answers, progress)


def import_beside(
    project: Path, paths: Sequence[Path], answers: Answers, progress: Progress
) -> Report:
    """Take files and folders into the project of that name, made when there is none.

    ``answers`` is as in :func:`import_lent`. A project that was made goes when nothing came.

    Raises:
        UserError, Cancelled: as :func:`import_paths` does.
    """
    if project.exists():
        with ProjectFile.open(project) as file:
            return _answered(file, paths, answers, progress)
    with ProjectFile.create(project, label_set=load_label_set()) as file:
        try:
            return _answered(file, paths, answers, progress)
        except BaseException:
            file.close()
            project.unlink(missing_ok=True)
            raise


def _answered(
    file: ProjectFile, paths: Sequence[Path], answers: Answers, progress: Progress
) -> Report:
    return import_paths(
        file, paths, encodings=answers.encodings, tables=answers.tables, progress=progress
    )


def import_into(
    project: Path,
    paths: Sequence[Path],
    *,
    format_id: str | None = None,
    encoding: str | None = None,
    annotator: str | None = None,
    labels: str | None = None,
    columns: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Take files and folders into the project of that name; when there is none, make it.

    A new project appears only when something was taken. It gets ``labels``: the id of a bundled
    set or a TOML file, None the default ones. A project that is there keeps its own.

    Raises:
        UserError, Cancelled: as :func:`import_paths` does.
    """

    def taken_into(file: ProjectFile) -> Report:
        return import_paths(
            file,
            paths,
            format_id=format_id,
            encoding=encoding,
            annotator=annotator,
            columns=columns,
            progress=progress,
        )

    if project.exists():
        with ProjectFile.open(project) as file:
            return taken_into(file)
    label_set = load_label_set(labels) if labels else load_label_set()
    with replacing(project, force=False) as made:
        with ProjectFile.create(made, label_set=label_set, force=True) as file:
            report = taken_into(file)
        if report.articles:
            report.written = [project]
        else:
            made.unlink()
    return report


def _watched(
    reading: Reading, label_set: LabelSet, unknown: Counter[str], annotator: str | None
) -> Iterator[AnnotatedArticle]:
    known = {label.id for label in label_set}
    for article in reading.articles():
        unknown.update(entity.label for entity in article.entities if entity.label not in known)
        yield article if annotator is None else replace(article, annotator=annotator)


def _joined(joined: Joined, file: str) -> Problem:
    what = message(
        QT_TRANSLATE_NOOP("messages", "The project has this text as {id}; changes taken: {count}."),
        id=joined.known_as,
        count=joined.changes,
    )
    return Problem("joined", what, Severity.NOTICE, file, article=joined.id)


def _namesake(file: ProjectFile, found: Namesake, name: str) -> Problem:
    """Return the notice of an id that an article of another text has too."""
    texts: NearCopies[int] = NearCopies()
    for key in (found.other, found.key):
        texts.add(key, file.article(key).text)
    if texts.groups():
        what = QT_TRANSLATE_NOOP(
            "messages", "Its text has changed since it came as {id}: both versions are kept."
        )
        return Problem(
            "version", message(what, id=found.id), Severity.NOTICE, name, article=found.id
        )
    what = QT_TRANSLATE_NOOP("messages", "Another article has the id {id} too: both are kept.")
    return Problem(
        "duplicate_id", message(what, id=found.id), Severity.NOTICE, name, article=found.id
    )


def _unknown_label(label: str, count: int) -> Problem:
    what = message(
        QT_TRANSLATE_NOOP(
            "messages", "The label {label} is not in the project's label set; spans: {count}."
        ),
        label=label,
        count=count,
    )
    return Problem("label", what, Severity.NOTICE)
