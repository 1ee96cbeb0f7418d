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
from annotator.formats import reader, recognised, recognised_or_none
from annotator.formats.base import Reader, ReadOptions
from annotator.formats.files import is_archive
from annotator.formats.source import Source, unreadable
from annotator.services.incoming import Incoming, incoming, packed
from annotator.services.reports import ReadFile, Report, refused_file
from annotator.services.tables import TableChoice, guessed


class _How(NamedTuple):
    """How a file is read; a reader that is None is found."""

    reader: Reader | None
    options: ReadOptions


class Reading:
    """Reads files one after the other; ``report`` fills while :meth:`articles` is consumed.

    A file is read as ``format_id`` says, or as its content says; in the one of ``encodings`` for
    its path, in ``encoding``, or in the one that is found. A file that cannot be read is a problem
    in the report, no error. ``columns`` says which columns of a table hold what
    (:class:`~annotator.formats.base.ReadOptions`), ``tables`` says it of a file by its name in the
    report.

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
        tables: Mapping[str, TableChoice] | None = None,
    ) -> None:
        self.report = Report()
        self._reader = reader(format_id) if format_id else None
        self._options = ReadOptions(labels or {}, columns or {})
        self._tables = tables or {}
        self._files = list(incoming(paths, encodings or {}, encoding))
        self._begins: list[int] = []

    def articles(self) -> Iterator[AnnotatedArticle]:
        """Yield the articles as they are read."""
        for one in self._files:
            yield from self._guarded(one)

    def file_of(self, number: int) -> str:
        """Return the file that the article with that number came from; they count from 0."""
        at = bisect_right(self._begins, number) - 1
        return self.report.files[at].file if at >= 0 else ""

    def _how(self, file: str) -> _How:
        """Return the reader and options of a file, as far as they were chosen."""
        if file not in self._tables:
            return _How(self._reader, self._options)
        chosen = self._tables[file]
        return _How(reader(chosen.format), replace(self._options, columns=chosen.columns))

    def _guarded(self, one: Incoming, *, inside: bool = False) -> Iterator[AnnotatedArticle]:
        before, name = self.report.articles, one.file.name
        try:
            yield from self._articles_of(one.file.open(), one.encoding, inside=inside)
        except UserError as error:
            self.report.problems.append(refused_file(error, name))
        except OSError as error:
            self.report.problems.append(refused_file(unreadable(error, name), name))
        finally:
            self.report.taken[name] += self.report.articles - before

    def _articles_of(
        self, source: Source, encoding: str | None, *, inside: bool
    ) -> Iterator[AnnotatedArticle]:
        how = self._how(source.name)
        format_ = how.reader or recognised_or_none(source)
        # An archive in an archive is refused: nested ones can grow without end.
        if format_ is None and is_archive(source) and not inside:
            for one in packed(source, encoding):
                yield from self._guarded(one, inside=True)
            return
        format_ = format_ or recognised(source)
        self._begins.append(self.report.articles)
        self.report.files.append(ReadFile(source.name, format_.id, *source.encoding))
        guess = guessed(format_, source, how.options.columns)
        if guess is not None:
            self.report.problems.append(guess)
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
