"""What goes back to colleagues after a review: their corrected files, and what was changed and why.

Each gets their set in the program's own format, in which every corrected record says what it was;
in the format that their file had too, where that can be written; and a page on which the
corrections stand in context. What the guidelines leave open is one list for all.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copyfileobj
from typing import IO, Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.collecting import rare_collections
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.formats import writer, writers
from annotator.formats.base import Prepared, WriteOptions, Writer
from annotator.review.feedback import Corrected, corrected, guideline_gaps
from annotator.review.records import MatchedArticle
from annotator.review.report.differences import Decided, difference_list
from annotator.review.report.gaps import gaps_page
from annotator.review.report.page import page_end, page_start
from annotator.review.report.voice import Voice
from annotator.services.atomic import check_folder_free, replacing_folder
from annotator.services.file_names import file_name
from annotator.services.reviewing import Review, by_article
from annotator.services.telling import teller
from annotator.storage import ProjectReader

OWN = "jsonl"
"""The format in which every colleague gets a file: it alone holds what was changed and why."""
GAPS = "guideline-gaps.md"
"""The file that lists what the guidelines leave open."""

_TITLE = QT_TRANSLATE_NOOP("messages", "Corrections for {name}")
_COUNT = Message(QT_TRANSLATE_NOOP("messages", "Corrections"))
_PENDING = Message(QT_TRANSLATE_NOOP("messages", "Differences not decided yet"))
_HELD = 1 << 23
_NO_PAGE = frozenset({"html"})
"""Formats for reading alone: nobody's own."""


@dataclass(frozen=True, slots=True)
class FeedbackOptions:
    """How feedback is written.

    ``format_id`` is a format for all; without one each gets the one that their file had. Without
    ``names``, neither the reviewer's nor other annotators' names are told. With ``by_rule``, what
    the review's rule accepted where nobody has decided is told as a correction too.
    """

    language: str = "ar"
    names: bool = True
    format_id: str | None = None
    by_rule: bool = False


@dataclass(slots=True)
class Colleague:
    """What went back to one annotator: ``corrections`` made, ``pending`` differences left."""

    annotator: str
    corrections: int = 0
    pending: int = 0
    written: list[Path] = field(default_factory=list)


@dataclass(slots=True)
class Feedback:
    """What was written. ``problems`` are what colleagues' own formats could not carry."""

    colleagues: list[Colleague] = field(default_factory=list)
    gaps: int = 0
    gaps_file: Path | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was lost on the way."""
        return all(problem.severity is Severity.NOTICE for problem in self.problems)

    def as_json(self) -> dict[str, Any]:
        """Return what ``annotator feedback --json`` prints."""
        return {
            "colleagues": [
                {
                    "annotator": one.annotator,
                    "corrections": one.corrections,
                    "pending": one.pending,
                    "written": [str(path) for path in one.written],
                }
                for one in self.colleagues
            ],
            "gaps": self.gaps,
            "gaps_file": None if self.gaps_file is None else str(self.gaps_file),
            "problems": [problem.as_json() for problem in self.problems],
        }


def write_feedback(
    review: Review,
    folder: Path,
    options: FeedbackOptions | None = None,
    *,
    force: bool = False,
    progress: Progress | None = None,
) -> Feedback:
    """Write a file back to each colleague of a review into ``folder``, and the guideline gaps.

    Any thread may ask; the review is only read.

    Raises:
        UserError: the format is unknown, the project cannot be read, or ``folder`` is not free.
        Cancelled: ``progress`` asked for it; nothing was written.
    """
    check_folder_free(folder, force=force)
    chosen = options or FeedbackOptions()
    if chosen.format_id is not None:
        writer(chosen.format_id)
    told = Feedback()
    with (
        rare_collections(),
        replacing_folder(folder, force=force) as made,
        review.project.file.reader() as reader,
    ):
        work = _Writing(review, reader, chosen, made, progress or Progress())
        taken = {Path(GAPS).stem}
        for annotator in review.annotators:
            one = work.colleague(annotator, file_name(annotator, taken))
            one.written = [folder / name for name in one.written]
            told.colleagues.append(one)
        told.gaps = work.gaps()
        told.gaps_file = folder / GAPS if told.gaps else None
        told.problems = work.problems
    return told


class _Writing:
    """Writes the files of a review's feedback into the folder ``made``."""

    def __init__(
        self,
        review: Review,
        reader: ProjectReader,
        options: FeedbackOptions,
        made: Path,
        progress: Progress,
    ) -> None:
        self._review = review
        self._reader = reader
        self._options = options
        self._made = made
        self._progress = progress
        self._labels = reader.label_set
        self._voice = Voice(
            teller(options.language),
            options.language,
            self._labels,
            review.annotators,
            not options.names,
        )
        self.problems: list[Problem] = []

    def colleague(self, annotator: str, name: str) -> Colleague:
        """Write what goes back to one annotator, in files of that name."""
        with tempfile.SpooledTemporaryFile(
            _HELD, "w+", encoding="utf-8", errors="replace", newline="\n"
        ) as body:
            return self._colleague(annotator, name, body)

    def _colleague(self, annotator: str, name: str, body: IO[str]) -> Colleague:
        told = Colleague(annotator)
        origins: Counter[str] = Counter()

        def counted(matched: MatchedArticle, result: Corrected) -> AnnotatedArticle:
            told.corrections += len(result.corrections)
            told.pending += result.pending
            sent = matched.sets[annotator]
            origins.update(entity.origin for entity in sent.entities)
            origins.update(quote.origin for quote in sent.quotes)
            found = ((c.found, Decided(c.verdict, c.now, c.rule)) for c in result.corrections)
            body.writelines(difference_list(matched, found, self._voice, is_review=True))
            return result.article

        self._write(writer(OWN), annotator, f"{name}.jsonl", told, counted)
        format_ = self._format_for(origins)
        if format_ is not None:
            suffix = "" if format_.folder else format_.suffixes[0]
            # More than one format has names in .jsonl.
            file = f"{name}.{format_.id}{suffix}" if suffix == ".jsonl" else f"{name}{suffix}"
            self._write(format_, annotator, file, told, lambda _, result: result.article)
        page = f"{name}.html"
        with (self._made / page).open("w", encoding="utf-8", errors="replace", newline="\n") as out:
            facts = [(_COUNT, str(told.corrections)), (_PENDING, str(told.pending))]
            out.writelines(page_start(message(_TITLE, name=annotator), facts, self._voice))
            body.seek(0)
            copyfileobj(body, out)
            out.write(page_end())
        told.written.append(Path(page))
        return told

    def gaps(self) -> int:
        """Write the list of guideline gaps, if there are any, and return how many there are."""
        found = [
            (matched.article, gap)
            for matched, own in self._articles()
            for gap in guideline_gaps(matched, own)
        ]
        if found:
            lines = gaps_page(found, self._voice)
            path = self._made / GAPS
            path.write_text("\n".join(lines), encoding="utf-8", errors="replace", newline="\n")
        return len(found)

    def _articles(self) -> Iterator[tuple[MatchedArticle, AnnotatedArticle | None]]:
        total = self._reader.article_count()
        for number, pair in enumerate(by_article(self._reader, self._review.setup)):
            self._progress.at(number, total)
            yield pair

    def _corrected(self, annotator: str) -> Iterator[tuple[MatchedArticle, Corrected]]:
        names, by_rule = self._options.names, self._options.by_rule
        for matched, own in self._articles():
            if annotator in matched.sets:
                yield matched, corrected(matched, annotator, own, names=names, by_rule=by_rule)

    def _write(
        self,
        format_: Writer,
        annotator: str,
        name: str,
        told: Colleague,
        each: Callable[[MatchedArticle, Corrected], AnnotatedArticle],
    ) -> None:
        options = WriteOptions(label_set=self._labels, language=self._options.language)

        def prepared() -> Iterator[Prepared]:
            for matched, result in self._corrected(annotator):
                article = each(matched, result)
                shown = article if format_.id == OWN else _of_statuses(article, format_)
                ready = format_.prepare(shown, options)
                self.problems += [replace(p, file=name) for p in ready.losses]
                yield ready

        out = self._made / name
        if format_.folder:
            out.mkdir()
        format_.write(prepared(), out)
        told.written.append(Path(name))

    def _format_for(self, origins: Counter[str]) -> Writer | None:
        """Return the format that is written beside our own, if any: the one the records are of."""
        if self._options.format_id is not None:
            return None if self._options.format_id == OWN else writer(self._options.format_id)
        known = {one.id: one for one in writers() if one.id != OWN and one.id not in _NO_PAGE}
        found = [(count, id_) for id_, count in origins.items() if id_ in known]
        return known[max(found)[1]] if found else None


def _of_statuses(article: AnnotatedArticle, format_: Writer) -> AnnotatedArticle:
    return replace(
        article,
        entities=tuple(e for e in article.entities if e.status in format_.statuses),
        quotes=tuple(q for q in article.quotes if q.status in format_.statuses),
    )
