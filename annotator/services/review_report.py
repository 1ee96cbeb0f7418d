"""A report on annotators' differences as one HTML file, for a comparison and for a review."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from shutil import copyfileobj

from annotator.core.annotated import AnnotatedArticle
from annotator.core.closing import Closing
from annotator.core.collecting import rare_collections
from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem
from annotator.core.progress import Progress
from annotator.core.verdicts import decisive
from annotator.review.agreement.sample import Sample, SharedArticle
from annotator.review.comparing import disagreements
from annotator.review.merging import RULES
from annotator.review.records import Kind, MatchedArticle, Record
from annotator.review.report.differences import decided, difference_list
from annotator.review.report.figures import (
    ArticleRow,
    agreement,
    articles_table,
    confusions,
    kinds_table,
)
from annotator.review.report.page import page_end, page_start
from annotator.review.report.voice import Voice
from annotator.review.taking import RULE
from annotator.services.atomic import check_free, replacing
from annotator.services.comparison import (
    Comparison,
    compare_opened,
    pair_differences,
    shared_article,
)
from annotator.services.opening import Opened
from annotator.services.reviewing import Review, Setup, by_article
from annotator.services.reviews import labels_of
from annotator.services.telling import teller

_REPORT = Message(QT_TRANSLATE_NOOP("messages", "Where annotators differ"))
_ANNOTATORS = Message(QT_TRANSLATE_NOOP("messages", "Annotators"))
_ARTICLES = Message(QT_TRANSLATE_NOOP("messages", "Articles of several annotators"))
_ALONE = Message(QT_TRANSLATE_NOOP("messages", "Articles of one alone"))
_REVIEWER = Message(QT_TRANSLATE_NOOP("messages", "Reviewer"))
_SETTLED = Message(QT_TRANSLATE_NOOP("messages", "Differences settled"))
_ACCEPTED = Message(QT_TRANSLATE_NOOP("messages", "Accepted without a decision"))
_OF = QT_TRANSLATE_NOOP("messages", "{done} of {total}")
_EVERY = Message(QT_TRANSLATE_NOOP("messages", "Every difference"))
_PROBLEMS = Message(QT_TRANSLATE_NOOP("messages", "What could not be compared"))
_HELD = 1 << 23
_MOST_PROBLEMS = 500


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """How a report is written: its ``language`` (``ar``, ``en``), and without people's names."""

    language: str = "ar"
    anonymous: bool = False


def comparison_report(
    paths: Sequence[Path],
    out: Path,
    options: ReportOptions | None = None,
    *,
    format_id: str | None = None,
    encoding: str | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> Comparison:
    """Compare annotators' files, and write the report to ``out``. Returns the comparison.

    Nothing is written where no article was annotated by two annotators.

    Raises:
        UserError: a path is absent or cannot be read, or ``out`` cannot be written.
        Cancelled: ``progress`` asked for it; nothing was written.
    """
    check_free(out, force=force)
    progress = progress or Progress()
    with (
        rare_collections(),
        Opened(paths, format_id=format_id, encoding=encoding, progress=progress) as opened,
        _Gathered(opened.annotators, labels_of(paths), options or ReportOptions()) as gathered,
    ):
        comparison = compare_opened(opened, progress, gathered.add)
        if comparison.matched:
            facts = [
                (_ARTICLES, f"{comparison.matched:,}"),
                (_ALONE, f"{comparison.unmatched:,}"),
            ]
            gathered.write(out, facts, comparison.sample, comparison.problems, force=force)
    return comparison


def review_report(
    review: Review,
    out: Path,
    options: ReportOptions | None = None,
    *,
    force: bool = False,
    progress: Progress | None = None,
) -> None:
    """Write a report on a review: the figures, each difference and what was decided about it.

    Any thread may ask; it reads through a connection of its own.

    Raises:
        UserError: the project cannot be read, or ``out`` cannot be written.
        Cancelled: ``progress`` asked for it; nothing was written.
    """
    check_free(out, force=force)
    progress = progress or Progress()
    chosen = options or ReportOptions()
    with (
        rare_collections(),
        review.project.file.reader() as reader,
        _Gathered(review.annotators, reader.label_set, chosen, review.setup) as gathered,
    ):
        total = reader.article_count()
        shared: list[SharedArticle] = []
        alone = 0
        for number, (matched, own) in enumerate(by_article(reader, review.setup)):
            progress.at(number, total)
            if len(matched.sets) > 1:
                gathered.add(matched, own)
                shared.append(shared_article(str(number), matched))
            else:
                alone += 1
        facts = [(_ARTICLES, f"{len(shared):,}"), (_ALONE, f"{alone:,}")]
        sample = Sample(tuple(shared), review.annotators)
        gathered.write(out, facts, sample, review.problems, force=force)


class _Gathered(Closing):
    """What a report tells article by article, set aside until the figures are known.

    Of a review, ``setup`` is what it says of itself. Use it in a ``with``.
    """

    def __init__(
        self,
        annotators: tuple[str, ...],
        labels: LabelSet,
        options: ReportOptions,
        setup: Setup | None = None,
    ) -> None:
        told = teller(options.language)
        self._voice = Voice(told, options.language, labels, annotators, options.anonymous)
        self._setup = setup
        self._rows: list[ArticleRow] = []
        self._kinds: dict[tuple[str, str], dict[Kind, int]] = {}
        self._accepted = 0
        self._body = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - closed by __exit__
            _HELD, "w+", encoding="utf-8", errors="replace", newline="\n"
        )

    def close(self) -> None:
        """Throw away what was set aside."""
        self._body.close()

    def add(self, matched: MatchedArticle, own: AnnotatedArticle | None = None) -> None:
        """Take in an article of several annotators; ``own`` is the reviewer's set."""
        found = [(one, decided(one, own)) for one in disagreements(matched)]
        for difference in pair_differences(matched):
            counts = self._kinds.setdefault(difference.annotators, {})
            counts[difference.kind] = counts.get(difference.kind, 0) + 1
        settled = sum(decisive(outcome.verdict) is not None for _, outcome in found)
        name = matched.article.title or matched.article.id
        self._rows.append(ArticleRow(name, len(found), settled))
        is_review = self._setup is not None
        self._body.writelines(
            difference_list(
                matched, found, self._voice, is_review=is_review, number=len(self._rows)
            )
        )
        if own is not None:
            decided_by_hand = {id_ for verdict in own.verdicts for id_ in verdict.records}
            records: list[Record] = [*own.entities, *own.quotes]
            self._accepted += sum(
                RULE in one.extra and one.id not in decided_by_hand for one in records
            )

    def write(
        self,
        out: Path,
        facts: Sequence[tuple[Message, str]],
        sample: Sample,
        problems: Sequence[Problem],
        *,
        force: bool,
    ) -> None:
        """Write the page."""
        with replacing(out, force=force) as made:
            self._body.seek(0)
            with made.open("w", encoding="utf-8", errors="replace", newline="\n") as page:
                page.writelines(self._front([*self._people(), *facts], sample))
                copyfileobj(self._body, page)
                page.writelines(_problem_list(problems, self._voice))
                page.write(page_end())

    def _front(self, facts: Sequence[tuple[Message, str]], sample: Sample) -> Iterator[str]:
        voice, is_review = self._voice, self._setup is not None
        yield from page_start(_REPORT, facts, voice)
        yield from agreement(sample, voice)
        yield from confusions(sample, voice)
        yield from kinds_table({pair: self._kinds.get(pair, {}) for pair in sample.pairs}, voice)
        yield from articles_table(sample, self._rows, voice, is_review=is_review)
        yield f"<h2>{voice.say(_EVERY)}</h2>\n"

    def _people(self) -> Iterator[tuple[Message, str]]:
        voice, setup = self._voice, self._setup
        called = (
            f"<b>{voice.letter(name)}</b> {'' if voice.anonymous else voice.name(name)}".strip()
            for name in voice.annotators
        )
        yield _ANNOTATORS, " · ".join(called)
        if setup is None:
            return
        if not voice.anonymous:
            yield _REVIEWER, f"<bdi>{escape(setup.reviewer)}</bdi>"
        settled, total = sum(r.settled for r in self._rows), sum(r.differences for r in self._rows)
        yield _SETTLED, voice.say(message(_OF, done=f"{settled:,}", total=f"{total:,}"))
        rule = RULES.get(setup.rule)
        if rule is not None:
            said = f"{voice.say(rule.name)}: {voice.say(rule.description)}"
            yield _ACCEPTED, f"{self._accepted:,} · {said}"


def _problem_list(problems: Sequence[Problem], voice: Voice) -> Iterator[str]:
    if not problems:
        return
    yield f"<h2>{voice.say(_PROBLEMS)}</h2>\n<ul>\n"
    for problem in problems[:_MOST_PROBLEMS]:
        # File names tell who somebody is.
        names = (problem.article,) if voice.anonymous else (problem.file, problem.article)
        place = " · ".join(f"<bdi>{escape(name)}</bdi>" for name in names if name)
        what = voice.say(voice.nameless(problem.message))
        yield f"<li>{place}{': ' if place else ''}{what}</li>\n"
    more = len(problems) - _MOST_PROBLEMS
    yield f"</ul>\n<p class='faint'>+{more}</p>\n" if more > 0 else "</ul>\n"
