"""Articles out of files and folders, whatever format each is in, with a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats import reader, recognised
from annotator.formats.base import ReadOptions
from annotator.formats.decoding import checked_encoding
from annotator.formats.source import Source, open_source, unreadable
from annotator.services.reports import ReadFile, Report, refused_file

_PROJECT_SUFFIX = ".annotator"
"""How the name of a project ends, and how those of the files beside an open one go on."""


class Reading:
    """Reads files one after the other; ``report`` fills while :meth:`articles` is consumed.

    A file is read as ``format_id`` says, or as its content says; in ``encoding``, or in the one
    that is found. A file that cannot be read is a problem in the report, no error.

    Raises:
        UserError: a path is absent, or the format or encoding is unknown.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        format_id: str | None = None,
        encoding: str | None = None,
        labels: Mapping[str, str] | None = None,
    ) -> None:
        self.report = Report()
        self._files = tuple(_files(paths))
        self._reader = reader(format_id) if format_id else None
        self._encoding = checked_encoding(encoding) if encoding else None
        self._options = ReadOptions(labels or {})

    def articles(self) -> Iterator[AnnotatedArticle]:
        """Yield the articles as they are read."""
        for path in self._files:
            try:
                yield from self._articles_of(open_source(path, self._encoding))
            except UserError as error:
                self.report.problems.append(refused_file(error, str(path)))
            except OSError as error:
                refused = refused_file(unreadable(error, str(path)), str(path))
                self.report.problems.append(refused)

    def _articles_of(self, source: Source) -> Iterator[AnnotatedArticle]:
        format_ = self._reader or recognised(source)
        self.report.files.append(ReadFile(source.name, format_.id, *source.encoding))
        found = False
        for item in format_.read(source, self._options):
            found = True
            if isinstance(item, Problem):
                self.report.problems.append(item)
            else:
                self.report.count(item)
                yield item
        if not found:
            what = QT_TRANSLATE_NOOP("messages", "There is no article in the file.")
            self.report.problems.append(Problem("empty", message(what), file=source.name))


def files_in(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and its folders by name; hidden ones are left out."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file():
            yield path


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files; in folders projects are left out, which lie beside what they hold."""
    for path in paths:
        if path.is_dir():
            yield from (file for file in files_in(path) if not _is_of_project(file))
        elif path.exists():
            yield path
        else:
            raise unreadable(FileNotFoundError(), str(path))


def _is_of_project(path: Path) -> bool:
    return path.suffix.startswith(_PROJECT_SUFFIX)
