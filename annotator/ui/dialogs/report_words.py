"""What a report's groups are called, and a report as a text for a file."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.core.problems import Problem
from annotator.services.transfer import ReadFile, Report
from annotator.ui.text import told

_KINDS: dict[str, str] = {
    "overlap": QT_TRANSLATE_NOOP("report", "Overlapping spans"),
    "subword": QT_TRANSLATE_NOOP("report", "Edges inside words"),
    "grapheme": QT_TRANSLATE_NOOP("report", "Edges inside letters"),
    "quote": QT_TRANSLATE_NOOP("report", "Quotes"),
    "entity": QT_TRANSLATE_NOOP("report", "Entities"),
    "fragments": QT_TRANSLATE_NOOP("report", "Spans in pieces"),
    "note": QT_TRANSLATE_NOOP("report", "Notes"),
    "flags": QT_TRANSLATE_NOOP("report", "Flags"),
    "label": QT_TRANSLATE_NOOP("report", "Labels"),
    "unknown_label": QT_TRANSLATE_NOOP("report", "Labels that the project does not know"),
    "token": QT_TRANSLATE_NOOP("report", "Spans without a word"),
    "status": QT_TRANSLATE_NOOP("report", "Not chosen by their status"),
    "empty": QT_TRANSLATE_NOOP("report", "Empty articles"),
    "field": QT_TRANSLATE_NOOP("report", "What the format does not keep"),
    "part": QT_TRANSLATE_NOOP("report", "Empty parts"),
    "joined": QT_TRANSLATE_NOOP("report", "Texts that were there already"),
    "version": QT_TRANSLATE_NOOP("report", "Other versions of articles"),
    "offsets": QT_TRANSLATE_NOOP("report", "Wrong offsets"),
    "file": QT_TRANSLATE_NOOP("report", "Files that cannot be read"),
    "encoding": QT_TRANSLATE_NOOP("report", "Lines in another encoding"),
    "duplicate_id": QT_TRANSLATE_NOOP("report", "Ids that stand twice"),
}


def kind_title(kind: str) -> str:
    """Return what problems of a kind are called; one without a name goes by its id."""
    known = _KINDS.get(kind)
    return QCoreApplication.translate("report", known) if known else kind


def report_text(said: str, report: Report) -> str:
    """Return a report as lines of text, in the window's language."""
    return "\n".join(_lines(said, report)) + "\n"


def file_line(file: ReadFile) -> str:
    """Return as what a file was read: its format, its encoding, what else that could be."""
    parts = [file.format, file.encoding]
    if file.alternatives:
        parts.append(f"({', '.join(file.alternatives)})")
    return " ".join(parts)


def _lines(said: str, report: Report) -> Iterator[str]:
    yield said
    if report.files:
        yield ""
        yield from (f"{file.file}: {file_line(file)}" for file in report.files)
    yield ""
    yield from map(_line, report.problems)


def _line(problem: Problem) -> str:
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    span = f"{problem.span.start}-{problem.span.end}" if problem.span else ""
    parts = [place, problem.article, problem.record, span]
    if problem.excerpt is not None:
        parts.append(" ".join("".join(problem.excerpt[:3]).split()))
    parts.append(told(problem.message))
    return "\t".join(part for part in parts if part)
