"""What an import or export tells at its end, to people and to programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity


class ReadFile(NamedTuple):
    """A file that was read: as which format, in which encoding, and what else that could be."""

    file: str
    format: str
    encoding: str
    alternatives: tuple[str, ...]


@dataclass(slots=True)
class Report:
    """What came in or went out, and what did not. It fills as the work goes on."""

    articles: int = 0
    entities: int = 0
    quotes: int = 0
    problems: list[Problem] = field(default_factory=list)
    written: list[Path] = field(default_factory=list)
    files: list[ReadFile] = field(default_factory=list)

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
            "problems": [problem.as_json() for problem in self.problems],
            "written": [str(path) for path in self.written],
            "files": [file._asdict() for file in self.files],
        }


def refused_file(error: UserError, file: str) -> Problem:
    """Return the problem of a file of which nothing was taken, with what to do about it."""
    return Problem("file", _with_advice(error), Severity.REFUSED, error.where or file)


def _with_advice(error: UserError) -> Message:
    if error.todo is None:
        return error.what
    joint = QT_TRANSLATE_NOOP("messages", "{what} {advice}")
    return message(joint, what=error.what, advice=error.todo)
