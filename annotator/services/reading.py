"""Articles out of files and folders, whatever format each is in, with a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats import belongs, reader, recognised, recognised_or_none
from annotator.formats.base import ReadOptions
from annotator.formats.decoding import checked_encoding
from annotator.formats.files import Found, files_in_archive, files_of, is_archive
from annotator.formats.source import Source, unreadable
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
        self._reader = reader(format_id) if format_id else None
        self._encoding = checked_encoding(encoding) if encoding else None
        self._files = tuple(
            files_of(paths, encoding=self._encoding, passed_over=_is_of_project, belongs=belongs)
        )
        self._options = ReadOptions(labels or {})

    def articles(self) -> Iterator[AnnotatedArticle]:
        """Yield the articles as they are read."""
        for file in self._files:
            yield from self._guarded(file)

    def _guarded(self, file: Found, *, packed: bool = False) -> Iterator[AnnotatedArticle]:
        try:
            yield from self._articles_of(file.open(), packed=packed)
        except UserError as error:
            self.report.problems.append(refused_file(error, file.name))
        except OSError as error:
            refused = refused_file(unreadable(error, file.name), file.name)
            self.report.problems.append(refused)

    def _articles_of(self, source: Source, *, packed: bool) -> Iterator[AnnotatedArticle]:
        format_ = self._reader or recognised_or_none(source)
        # An archive in an archive is refused: nested ones can grow without end.
        if format_ is None and is_archive(source) and not packed:
            for file in files_in_archive(source, encoding=self._encoding, belongs=belongs):
                yield from self._guarded(file, packed=True)
            return
        format_ = format_ or recognised(source)
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


def _is_of_project(path: Path) -> bool:
    return path.suffix.startswith(_PROJECT_SUFFIX)
