"""What an import or export tells at its end, to people and to programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Excerpt, Problem, Severity, make_problem
from annotator.core.spans import Span
from annotator.formats.fields import FIELDS

_AROUND = 24
"""Characters of context on each side of a place."""

_SHOWN = 120
"""Characters of a span that are shown; a quote may be a page."""


class ReadFile(NamedTuple):
    """A file that was read: as which format, in which encoding, and what else that could be."""

    file: str
    format: str
    encoding: str
    alternatives: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """What came in or went out, and what did not. It fills as the work goes on.

    ``parts`` are the articles of each part of a split, ``taken`` those of each file that was read;
    ``dropped`` counts the values of fields
    that the format does not keep (:mod:`annotator.formats.fields`); ``joined`` articles of an
    import were there already.
    """

    articles: int = 0
    entities: int = 0
    quotes: int = 0
    problems: list[Problem] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    files: list[ReadFile] = field(default_factory=list)
    parts: dict[str, int] = field(default_factory=dict)
    dropped: Counter[str] = field(default_factory=Counter)
    joined: int = 0
    taken: Counter[str] = field(default_factory=Counter)

    def count(self, article: AnnotatedArticle) -> None:
        """Count an article that was taken or written."""
        self.articles += 1
        self.entities += len(article.entities)
        self.quotes += len(article.quotes)

    def add(self, part: Report) -> None:
        """Take in what another report tells."""
        self.articles += part.articles
        self.entities += part.entities
        self.quotes += part.quotes
        self.problems += part.problems
        self.written += [path for path in part.written if path not in self.written]
        self.files += part.files
        self.dropped += part.dropped
        self.joined += part.joined
        self.taken += part.taken

    @property
    def is_clean(self) -> bool:
        """Whether nothing was left out or changed; what was asked for is no problem."""
        return all(problem.severity is Severity.NOTICE for problem in self.problems)

    def as_json(self) -> dict[str, Any]:
        """Return the record that ``--json`` prints (CONTRACTS: JSON that commands report)."""
        return {
            "articles": self.articles,
            "entities": self.entities,
            "quotes": self.quotes,
            "counts": dict(Counter(problem.kind for problem in self.problems)),
            "dropped": dict(self.dropped),
            "joined": self.joined,
            "parts": self.parts,
            "problems": [problem.as_json() for problem in self.problems],
            "written": [str(path) for path in self.written],
            "files": [file._asdict() for file in self.files],
        }


def dropped_fields(dropped: Counter[str]) -> list[Problem]:
    """Return a notice for each field of which values are not kept."""
    what = QT_TRANSLATE_NOOP("messages", "The format does not keep {field}; left out: {count}.")
    return [
        Problem(
            "field",
            message(what, field=field.name, count=dropped[field.id]),
            Severity.NOTICE,
            record=field.id,
        )
        for field in FIELDS
        if dropped[field.id]
    ]


def with_excerpts(problems: Sequence[Problem], article: AnnotatedArticle) -> list[Problem]:
    """Return problems of an article with what stands there, those that have a place."""
    return [
        make_problem(
            problem.kind, problem.message, problem.severity, problem.file, problem.line,
            problem.article, problem.span, problem.record, _excerpt(article, problem.span),
        )
        if problem.span
        else problem
        for problem in problems
    ]  # fmt: skip


def _excerpt(article: AnnotatedArticle, span: Span) -> Excerpt:
    text, (start, end) = article.text, span
    shown = span.of(text)
    if len(shown) > _SHOWN:
        shown = f"{shown[:_SHOWN]}…"
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    return Excerpt(before, shown, after, article.article.sha256)


def file_line(file: ReadFile) -> str:
    """Return as what a file was read: its format, its encoding, what else that could be."""
    parts = [file.format, file.encoding]
    if file.alternatives:
        parts.append(f"({', '.join(file.alternatives)})")
    return " ".join(parts)


def report_text(report: Report, said: str = "", told: Callable[[Message], str] = str) -> str:
    """Return a report as lines of text; ``told`` gives its sentences in a language."""
    lines = [said] if said else []
    lines += [f"{file.file}: {file_line(file)}" for file in report.files]
    lines += [_line(problem, told) for problem in report.problems]
    return "\n".join([*lines, ""])


def _line(problem: Problem, told: Callable[[Message], str]) -> str:
    place = f"{problem.file}:{problem.line}" if problem.line else problem.file
    span = f"{problem.span.start}-{problem.span.end}" if problem.span else ""
    parts = [place, problem.article, problem.record, span]
    if problem.excerpt is not None:
        parts.append(" ".join("".join(problem.excerpt[:3]).split()))
    parts.append(told(problem.message))
    return "\t".join(part for part in parts if part)


def refused_file(error: UserError, file: str) -> Problem:
    """Return the problem of a file of which nothing was taken, with what to do about it."""
    return Problem("file", _with_advice(error), Severity.REFUSED, error.where or file)


def _with_advice(error: UserError) -> Message:
    if error.todo is None:
        return error.what
    joint = QT_TRANSLATE_NOOP("messages", "{what} {advice}")
    return message(joint, what=error.what, advice=error.todo)
