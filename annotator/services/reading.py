"""Articles out of files and folders, whatever format each is in, with a report."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats import belongs, reader, recognised, recognised_or_none
from annotator.formats.base import Reader, ReadOptions
from annotator.formats.decoding import checked_encoding
from annotator.formats.files import Found, files_in_archive, files_of, is_archive
from annotator.formats.source import Source, unreadable
from annotator.services.reports import ReadFile, Report, refused_file
from annotator.services.tables import TableChoice

_CARD = "README.MD"
_PROJECT_SUFFIX = ".annotator"
"""How the name of a project ends, and how those of the files beside an open one go on."""


class _How(NamedTuple):
    """How a file is read; what is None is found."""

    encoding: str | None
    reader: Reader | None
    options: ReadOptions


class Reading:
    """Reads files one after the other; ``report`` fills while :meth:`articles` is consumed.

    A file is read as ``format_id`` says, or as its content says; in the one of ``encodings`` for
    its path, in ``encoding``, or in the one that is found. A file that cannot be read is a problem
    in the report, no error. ``columns`` says which columns of a table hold what
    (:class:`~annotator.formats.base.ReadOptions`), ``tables`` says it of a path.

    Raises:
        UserError: a path is absent, or the format or encoding is unknown.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        *,
        format_id: str | None = None,
        encoding: str | None = None,
        encodings: Mapping[Path, str] | None = None,
        labels: Mapping[str, str] | None = None,
        columns: Mapping[str, str] | None = None,
        tables: Mapping[Path, TableChoice] | None = None,
    ) -> None:
        self.report = Report()
        self._reader = reader(format_id) if format_id else None
        self._options = ReadOptions(labels or {}, columns or {})
        self._files = [
            (file, _How(chosen, *self._table(tables or {}, path)))
            for path, chosen in _with_encodings(paths, encoding, encodings or {})
            for file in files_of(
                [path], encoding=chosen, passed_over=_is_no_article, belongs=belongs
            )
        ]
        self._begins: list[int] = []

    def articles(self) -> Iterator[AnnotatedArticle]:
        """Yield the articles as they are read."""
        for file, how in self._files:
            yield from self._guarded(file, how)

    def file_of(self, number: int) -> str:
        """Return the file that the article with that number came from; they count from 0."""
        at = bisect_right(self._begins, number) - 1
        return self.report.files[at].file if at >= 0 else ""

    def _table(
        self, tables: Mapping[Path, TableChoice], path: Path
    ) -> tuple[Reader | None, ReadOptions]:
        """Return the reader and options of a path, as far as they were chosen."""
        if path not in tables:
            return self._reader, self._options
        chosen = tables[path]
        return reader(chosen.format), replace(self._options, columns=chosen.columns)

    def _guarded(
        self, file: Found, how: _How, *, packed: bool = False
    ) -> Iterator[AnnotatedArticle]:
        before = self.report.articles
        try:
            yield from self._articles_of(file.open(), how, packed=packed)
        except UserError as error:
            self.report.problems.append(refused_file(error, file.name))
        except OSError as error:
            refused = refused_file(unreadable(error, file.name), file.name)
            self.report.problems.append(refused)
        finally:
            self.report.taken[file.name] += self.report.articles - before

    def _articles_of(
        self, source: Source, how: _How, *, packed: bool
    ) -> Iterator[AnnotatedArticle]:
        format_ = how.reader or recognised_or_none(source)
        # An archive in an archive is refused: nested ones can grow without end.
        if format_ is None and is_archive(source) and not packed:
            for file in files_in_archive(source, encoding=how.encoding, belongs=belongs):
                yield from self._guarded(file, how, packed=True)
            return
        format_ = format_ or recognised(source)
        self._begins.append(self.report.articles)
        self.report.files.append(ReadFile(source.name, format_.id, *source.encoding))
        found = False
        for item in format_.read(source, how.options):
            found = True
            if isinstance(item, Problem):
                self.report.problems.append(item)
            else:
                self.report.count(item)
                yield item
        if not found:
            what = QT_TRANSLATE_NOOP("messages", "There is no article in the file.")
            self.report.problems.append(Problem("empty", message(what), file=source.name))


def _with_encodings(
    paths: Sequence[Path], encoding: str | None, encodings: Mapping[Path, str]
) -> Iterator[tuple[Path, str | None]]:
    """Yield each path with the encoding that was chosen for it; None is to be found."""
    for path in paths:
        chosen = encodings.get(path, encoding)
        yield path, checked_encoding(chosen) if chosen else None


def _is_no_article(path: Path) -> bool:
    """Whether a file in a folder is a project's, or says what the others are."""
    return path.suffix.startswith(_PROJECT_SUFFIX) or path.name.upper() == _CARD
