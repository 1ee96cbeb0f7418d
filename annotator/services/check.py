"""Are these files whole? Projects and every format that can be read, without changing any."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.core.spans import Span, span_fault
from annotator.formats.files import files_in
from annotator.review.consistency import Finding, FindingKind
from annotator.services.consistency import called_right, check_consistency
from annotator.services.project import SUFFIX
from annotator.services.reading import Reading
from annotator.services.reports import Report, refused_file
from annotator.storage import NOBODY, ProjectFile

_EVERY = 64


def check_paths(
    paths: Sequence[Path], *, consistency: bool = False, progress: Progress | None = None
) -> Report:
    """Read every file and project, also those in folders, and report what is wrong in them.

    With ``consistency`` also what contradicts itself in the work of each annotator of a project.

    Raises:
        UserError: a path is absent.
        Cancelled: ``progress`` asked for it.
    """
    progress = progress or Progress()
    reading = Reading([path for path in paths if not _is_project(path)])
    report = reading.report
    for count, _ in enumerate(reading.articles(), 1):
        if count % _EVERY == 0:
            progress.at(count)
    for path in _projects(paths):
        _check_project(path, report, progress)
        if consistency:
            _check_consistency(path, report, progress)
    return report


def _projects(paths: Sequence[Path]) -> Iterator[Path]:
    for path in paths:
        files = files_in(path) if path.is_dir() else [path]
        yield from (file for file in files if _is_project(file))


def _is_project(path: Path) -> bool:
    return path.suffix == SUFFIX and not path.is_dir()


def _check_project(path: Path, report: Report, progress: Progress) -> None:
    try:
        with ProjectFile.open(path, read_only=True) as file:
            for fault in file.faults():
                report.problems.append(_damage(path, fault))
            label_set = file.label_set
            for count, article in enumerate(file.annotated(), 1):
                report.count(article)
                report.problems += _in_article(path, article, label_set)
                if count % _EVERY == 0:
                    progress.at(count, file.article_count())
    except UserError as error:
        report.problems.append(refused_file(error, str(path)))


def _check_consistency(path: Path, report: Report, progress: Progress) -> None:
    try:
        with ProjectFile.open(path, read_only=True) as file:
            right = called_right(file)
            for annotator in file.annotators() or (NOBODY,):
                check_consistency(
                    file,
                    annotator,
                    lambda found: report.problems.extend(
                        _inconsistent(path, file, finding) for finding in found
                    ),
                    right=right,
                    progress=progress,
                )
    except UserError as error:
        report.problems.append(refused_file(error, str(path)))


def _inconsistent(path: Path, file: ProjectFile, finding: Finding) -> Problem:
    what = message(
        _INCONSISTENT[finding.kind],
        name=finding.name,
        label=finding.label,
        there=finding.there,
        here=finding.here,
        other=finding.to_label,
    )
    return Problem(
        f"consistency_{finding.kind}",
        what,
        Severity.NOTICE,
        str(path),
        None,
        file.article(finding.article).id,
        finding.span,
        finding.record,
    )


_INCONSISTENT = {
    FindingKind.LABEL: QT_TRANSLATE_NOOP(
        "messages", "{name} is {label} here ({here} times), but {other} {there} times."
    ),
    FindingKind.CLITIC: QT_TRANSLATE_NOOP(
        "messages", "{name} differs by a proclitic from what is labelled {there} times."
    ),
    FindingKind.TITLE: QT_TRANSLATE_NOOP(
        "messages", "{name} differs by a title from what is labelled {there} times."
    ),
    FindingKind.UNLABELLED: QT_TRANSLATE_NOOP(
        "messages", "{name} has no label here; it is {other} {there} times."
    ),
}


def _damage(path: Path, fault: str) -> Problem:
    what = message(QT_TRANSLATE_NOOP("messages", "The database is damaged: {fault}."), fault=fault)
    return Problem("damage", what, Severity.REFUSED, file=str(path))


def _in_article(path: Path, article: AnnotatedArticle, label_set: LabelSet) -> Iterator[Problem]:
    for record, span in _spans(article):
        fault = span_fault(article.text, span)
        if fault is not None:
            what = message(
                QT_TRANSLATE_NOOP("messages", "The span is not valid ({fault})."), fault=fault
            )
            yield Problem(
                "offsets", what, Severity.REFUSED, str(path), None, article.article.id, span, record
            )
    for entity in article.entities:
        if entity.label not in label_set:
            what = message(
                QT_TRANSLATE_NOOP(
                    "messages", "The label {label} is not in the project's label set."
                ),
                label=entity.label,
            )
            yield Problem(
                "label",
                what,
                Severity.NOTICE,
                str(path),
                None,
                article.article.id,
                entity.span,
                entity.id,
            )


def _spans(article: AnnotatedArticle) -> Iterator[tuple[str, Span]]:
    """Yield every span with the id of its record."""
    yield from ((entity.id, entity.span) for entity in article.entities)
    for quote in article.quotes:
        yield from ((quote.id, span) for _, span in quote.spans())
    yield from (("", span) for span in article.nonquotes)
