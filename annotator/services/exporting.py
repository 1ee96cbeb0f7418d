"""Training data out of a project: what is lost first, then the files, then a comparison.

The files are written under other names beside their place, read back and compared, and only
then take their names: who looks into the folder sees all of an export or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import chain, zip_longest
from pathlib import Path
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.progress import Cancelled, Progress
from annotator.formats import belongs, recognised, writer
from annotator.formats.base import Prepared, Reader, ReadOptions, WriteOptions, Writer
from annotator.formats.files import files_of
from annotator.services.atomic import (
    check_folder_free,
    check_free,
    replacing,
    replacing_folder,
    unwritable,
)
from annotator.services.reports import Report
from annotator.services.selection import Selection, fingerprint, left_out, with_statuses
from annotator.services.splits import PART_NAMES, Split, part_path
from annotator.storage import Filters, ProjectFile, ProjectReader


def export(
    file: ProjectFile,
    out: Path,
    *,
    format_id: str,
    options: WriteOptions | None = None,
    selection: Selection | None = None,
    split: Split | None = None,
    force: bool = False,
    confirm: Callable[[Report], bool] | None = None,
    progress: Progress | None = None,
) -> Report:
    """Write a project's articles to ``out``, or with ``split`` to one file a part.

    ``confirm`` is shown the report of what is lost before any file takes its place; when it
    returns False, the export is cancelled. Works from any thread.

    Raises:
        UserError: a file exists and ``force`` is off, nothing can be written there, or what was
            written does not read back the same. Nothing was written.
        Cancelled: nothing was written.
    """
    with file.reader() as reader:
        work = _Export(reader, writer(format_id), options, selection, progress)
        paths = work.paths(out, split)
        check, replaced = (
            (check_folder_free, replacing_folder) if work.folder else (check_free, replacing)
        )
        for path in paths.values():
            check(path, force=force)
        if split and (work.folder or not out.suffix):
            _make_folder(out)
        with ExitStack() as stack:
            made = {}
            for part, path in paths.items():
                made[part] = stack.enter_context(replaced(path, force=force))
                work.write(part, made[part])
            if not work.report.articles:
                raise _nothing(file.path)
            if confirm is not None and not confirm(work.report):
                raise Cancelled
            for part, path in paths.items():
                work.compare(part, made[part], path)
        work.report.written += paths.values()
        return work.report


class _Written(NamedTuple):
    """An article as it should read back."""

    id: str
    fingerprint: int


class _Export:
    """One run of :func:`export`."""

    def __init__(
        self,
        project: ProjectReader,
        format_: Writer,
        options: WriteOptions | None,
        selection: Selection | None,
        progress: Progress | None,
    ) -> None:
        self.report = Report()
        self.folder = format_.folder
        self._project = project
        self._format = format_
        self._options = options or WriteOptions()
        selection = selection or Selection()
        self._filters = Filters(selection.annotator, selection.articles)
        self._statuses = format_.statuses if selection.spans is None else selection.spans
        self._progress = progress or Progress()
        self._total = project.article_count()
        self._parts: dict[str, str] = {}
        self._written: dict[str, list[_Written]] = {}

    def paths(self, out: Path, split: Split | None) -> dict[str, Path]:
        """Return the file of each part; without a split there is one part, without a name."""
        if split is None:
            return {"": out}
        articles = self._project.annotated(self._filters)
        self._parts = split.parts(article.article.sha256 for article in articles)
        suffix = None if self.folder else self._format.suffixes[0]
        shares = zip(PART_NAMES, split.shares, strict=True)
        return {part: part_path(out, part, suffix) for part, share in shares if share}

    def write(self, part: str, made: Path) -> None:
        """Write the articles of a part, and report what is lost."""
        self._written[part] = []
        self._format.write(self._prepared(part), made)

    def compare(self, part: str, made: Path, path: Path) -> None:
        """Read a part back.

        Raises:
            UserError: it is not what was written.
        """
        if not isinstance(self._format, Reader) or not self._written[part]:
            return
        files = files_of([made], belongs=belongs)
        items = chain.from_iterable(
            self._format.read(file.open(), ReadOptions())
            for file in files
            if not self.folder or recognised(file.open()) is self._format
        )
        articles = (item for item in items if isinstance(item, AnnotatedArticle))
        for written, read in zip_longest(self._written[part], articles):
            self._progress.check()
            if (
                written is None
                or read is None
                or written.fingerprint != fingerprint(read, whole=self._format.lossless)
            ):
                raise _differs(path, written.id if written else "")

    def _prepared(self, part: str) -> Iterator[Prepared]:
        for article in self._project.annotated(self._filters):
            if self._parts.get(article.article.sha256, "") != part:
                continue
            self._progress.at(self.report.articles, self._total)
            self.report.problems += left_out(article, self._statuses)
            selected = with_statuses(article, self._statuses)
            prepared = self._format.prepare(selected, self._options)
            self.report.problems += prepared.losses
            if prepared.carried is not None:
                self.report.count(prepared.carried)
                mark = fingerprint(prepared.carried, whole=self._format.lossless)
                self._written[part].append(_Written(article.article.id, mark))
            yield prepared


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(error, folder) from error


def _nothing(project: Path) -> UserError:
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "No article to write fits the choice.")),
        where=str(project),
        todo=message(QT_TRANSLATE_NOOP("messages", "Choose other articles, or import some first.")),
    )


def _differs(path: Path, article: str) -> UserError:
    what = QT_TRANSLATE_NOOP("messages", "The article {article} does not read back as written.")
    return UserError(
        message(what, article=article),
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP("messages", "Nothing was written. Please report this with the file.")
        ),
    )
