"""An export under way: its articles prepared, written, counted and read back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, islice, zip_longest
from pathlib import Path, PurePath
from typing import NamedTuple, Protocol

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.formats import belongs
from annotator.formats.base import (
    Checked,
    Prepared,
    Reader,
    ReadOptions,
    WriteOptions,
    Writer,
    kept_fields,
)
from annotator.formats.fields import FIELDS, TEXT, TOLD_ONE_BY_ONE
from annotator.formats.files import files_of
from annotator.services.comparing import Comparison, Difference
from annotator.services.dataset_card import Card, PartFigures, agreements, card_text, how_made
from annotator.services.dealing import Parts, parts_of
from annotator.services.reports import Report, dropped_fields, with_excerpts
from annotator.services.selection import (
    Selection,
    left_out,
    unknown_labels,
    with_meta,
    with_statuses,
)
from annotator.services.splits import Split, part_path
from annotator.storage import Filters, ProjectReader

_FOLDED = re.compile(r"\s{2}|[^\S ]")
"""White space that is one space, or a paragraph's end, once it is shown."""


class _Written(NamedTuple):
    """An article as it should read back."""

    id: str
    fingerprint: int


class Exported(Protocol):
    """What an export needs of a project. Parts and cards are made of projects alone."""

    @property
    def label_set(self) -> LabelSet:
        """The labels that are known."""
        ...

    def article_count(self) -> int:
        """Return how many articles there are, 0 where that is not known."""
        ...

    def annotated(self, filters: Filters | None = None) -> Iterator[AnnotatedArticle]:
        """Yield the articles in their order."""
        ...


class ExportRun:
    """One export under way: what goes where, what is lost, and whether it reads back."""

    def __init__(
        self,
        project: Exported,
        format_: Writer,
        options: WriteOptions | None,
        selection: Selection | None,
        progress: Progress | None,
    ) -> None:
        self.report = Report()
        self.folder = format_.folder
        self._project = project
        self._format = format_
        self._checked = format_ if isinstance(format_, Checked) else None
        options = options or WriteOptions()
        self._options = replace(options, label_set=options.label_set or project.label_set)
        self._selection = selection = selection or Selection()
        self._filters = Filters(selection.annotator, selection.articles)
        self._statuses = format_.statuses if selection.spans is None else selection.spans
        self._progress = progress or Progress()
        self._total = project.article_count()
        kept = kept_fields(format_)
        self._comparison = Comparison(kept)
        self._dropped = [
            field
            for field in FIELDS
            if field.id not in kept | TOLD_ONE_BY_ONE and field is not TEXT
        ]
        # What is for people alone shows white space folded; it is not read back to tell so.
        self._folds = TEXT.id not in kept and not isinstance(format_, Reader)
        self._known = frozenset(label.id for label in project.label_set) | set(options.labels)
        self._parts: Parts = {"": None}
        self._written: dict[str, list[_Written]] = {}
        self._figures: dict[str, PartFigures] = {}

    def deal(self, split: Split | None, shuffle: int | None) -> Parts:
        """Decide what goes into which part; return the parts."""
        assert isinstance(self._project, ProjectReader)
        self._parts = parts_of(
            self._project,
            self._filters,
            self._statuses,
            split=split,
            shuffle=shuffle,
            progress=self._progress,
        )
        return self._parts

    def path(self, out: Path, part: str) -> Path:
        """Return the file or folder of a part."""
        suffix = None if self.folder else self._format.suffixes[0]
        return part_path(out, part, suffix) if part else out

    def write(self, part: str, made: Path, *, counted: bool) -> None:
        """Write the articles of a part, and report what is lost; ``counted`` for a card."""
        before = self.report.articles
        figures = PartFigures() if counted else None
        if figures is not None:
            self._figures[part] = figures
        self._format.write(self._marked(part, figures), made)
        if part:
            self.report.parts[part] = self.report.articles - before
            if not self.report.parts[part]:
                what = QT_TRANSLATE_NOOP("messages", "No article is in the part {part}.")
                problem = Problem("part", message(what, part=part), Severity.CHANGED)
                self.report.problems.append(problem)

    def compare(self, part: str, made: Path, path: Path) -> None:
        """Read a part back.

        Raises:
            UserError: it is not what was written.
        """
        if not self._written[part]:
            return
        articles = self._read(made)
        (self._compare_files if self.folder else self._compare_in_order)(part, articles, path)

    def _read(self, made: Path) -> Iterator[AnnotatedArticle]:
        """Yield the articles of a file or folder that was written."""
        format_ = self._format
        if isinstance(format_, Checked):
            return format_.read_back(made)
        assert isinstance(format_, Reader)  # the contract test holds that each is one or the other
        items = chain.from_iterable(
            format_.read(file.open(), ReadOptions())
            for file in files_of([made], belongs=belongs)
            if not self.folder or PurePath(file.name).suffix in format_.suffixes
        )
        return (item for item in items if isinstance(item, AnnotatedArticle))

    def _as_read(self, prepared: Prepared) -> AnnotatedArticle | None:
        """Return an article as it should read back, or None where nothing of it is written."""
        if prepared.carried is not None and self._checked is not None:
            return self._checked.shown(prepared)
        return prepared.carried

    def _compare_in_order(
        self, part: str, articles: Iterator[AnnotatedArticle], path: Path
    ) -> None:
        for number, (written, read) in enumerate(zip_longest(self._written[part], articles)):
            self._progress.check()
            if written is None or read is None:
                raise _differs(path, written.id if written else "", None)
            if written.fingerprint != self._comparison.fingerprint(read):
                raise _differs(path, written.id, self._difference(part, number, read))

    def _compare_files(self, part: str, articles: Iterator[AnnotatedArticle], path: Path) -> None:
        """Compare articles that come in the order of their files' names."""
        written = self._written[part]
        missing = Counter(one.fingerprint for one in written)
        odd: AnnotatedArticle | None = None
        for read in articles:
            self._progress.check()
            found = self._comparison.fingerprint(read)
            if missing[found]:
                missing[found] -= 1
            elif odd is None:
                odd = read
        numbers = [n for n, one in enumerate(written) if missing[one.fingerprint]]
        if odd is None and not numbers:
            return
        if odd is None or not numbers:
            raise _differs(path, odd.article.id if odd else written[numbers[0]].id, None)
        number = next((n for n in numbers if written[n].id == odd.article.id), numbers[0])
        raise _differs(path, written[number].id, self._difference(part, number, odd))

    def card(self, card: Card, split: Split | None, shuffle: int | None) -> str:
        """Return the text of the card."""
        assert isinstance(self._project, ProjectReader)
        return card_text(
            self._project,
            self._figures,
            card=card,
            made=how_made(self._format, self._options, split, shuffle),
            agreement=agreements(self._project, self._progress),
        )

    def end_report(self) -> None:
        """Tell the fields that the format does not keep."""
        self.report.problems += dropped_fields(self.report.dropped)

    def prepared(self, part: str) -> Iterator[Prepared]:
        """Yield the articles of a part as the format writes them, and report what is lost."""
        report = self.report
        for article in self._articles(part):
            self._progress.at(report.articles, self._total)
            selected = self._selected(article)
            prepared = self._format.prepare(selected, self._options)
            found = [
                *left_out(article, self._statuses),
                *prepared.losses,
                *unknown_labels(selected, self._known),
            ]
            if found:
                report.problems += with_excerpts(found, article)
            if prepared.carried is not None:
                report.count(prepared.carried)
                self._count_dropped(selected, prepared.carried)
            yield prepared

    def _marked(self, part: str, figures: PartFigures | None) -> Iterator[Prepared]:
        """Yield what is written, and remember how each article should read back."""
        marks = self._written[part] = []
        for prepared in self.prepared(part):
            expected = self._as_read(prepared)
            if expected is not None and prepared.carried is not None:
                mark = self._comparison.fingerprint(expected)
                marks.append(_Written(prepared.carried.article.id, mark))
                if figures is not None:
                    figures.add(prepared.carried)
            yield prepared

    def _articles(self, part: str) -> Iterator[AnnotatedArticle]:
        keys = self._parts[part]
        if keys is None:
            return self._project.annotated(self._filters)
        assert isinstance(self._project, ProjectReader)
        return self._project.annotated_of(keys, self._filters)

    def _selected(self, article: AnnotatedArticle) -> AnnotatedArticle:
        return with_meta(with_statuses(article, self._statuses), self._selection.meta)

    def _count_dropped(self, selected: AnnotatedArticle, carried: AnnotatedArticle) -> None:
        dropped = self.report.dropped
        for field in self._dropped:
            if count := field.count(selected):
                dropped[field.id] += count
        folded = self._folds and _FOLDED.search(selected.text)
        if folded or carried.text != selected.text:
            dropped[TEXT.id] += 1

    def _difference(self, part: str, number: int, read: AnnotatedArticle) -> Difference | None:
        """Write the article with that number in mind again, to say how ``read`` differs."""
        again = (
            self._as_read(self._format.prepare(self._selected(article), self._options))
            for article in self._articles(part)
        )
        carried = (article for article in again if article is not None)
        written = next(islice(carried, number, None), None)
        return self._comparison.difference(written, read) if written else None


def _differs(path: Path, article: str, found: Difference | None) -> UserError:
    what = message(
        QT_TRANSLATE_NOOP("messages", "The article {article} does not read back as written."),
        article=article,
    )
    if found is not None:
        place = f"{found.record} {list(found.span)}" if found.span else article
        how = QT_TRANSLATE_NOOP(
            "messages", "{what} At {place}, {value} was written as {written} and reads {read}."
        )
        what = message(
            how,
            what=what,
            place=place,
            value=found.value,
            written=str(found.written),
            read=str(found.read),
        )
    return UserError(
        what,
        where=str(path),
        todo=message(
            QT_TRANSLATE_NOOP("messages", "Nothing was written. Please report this with the file.")
        ),
    )
