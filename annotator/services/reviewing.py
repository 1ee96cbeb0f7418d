"""A review: colleagues' work side by side in one project, and a reviewer who decides.

Reviews are made and opened by :mod:`annotator.services.reviews`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.batches import difference
from annotator.core.edits import Edit, apply
from annotator.core.problems import Problem
from annotator.core.progress import Progress
from annotator.core.verdicts import Fault, Verdict, decisive
from annotator.review.comparing import disagreements, likeness
from annotator.review.merging import RuleOptions
from annotator.review.records import Disagreement, Kind, MatchedArticle, identity
from annotator.review.settling import SETTLE, Ruling, remark, settle, unsettle
from annotator.services.project import Project
from annotator.services.session import ArticleSession, Changed
from annotator.storage import BatchItem, BatchOutcome, ProjectReader


@dataclass(frozen=True, slots=True)
class Setup:
    """What a review project says of itself. ``rule`` accepted what nobody has to decide."""

    annotators: tuple[str, ...]
    reviewer: str
    rule: str
    options: RuleOptions

    def as_json(self) -> dict[str, Any]:
        """Return what the project keeps."""
        return {
            "annotators": list(self.annotators),
            "reviewer": self.reviewer,
            "rule": self.rule,
            "order": list(self.options.order),
            "threshold": self.options.threshold,
        }

    @classmethod
    def of(cls, value: Mapping[str, Any]) -> Setup:
        """Return the setup that :meth:`as_json` wrote.

        Raises:
            KeyError, TypeError, ValueError: it is not one.
        """
        options = RuleOptions(tuple(map(str, value["order"])), int(value["threshold"]))
        names = tuple(map(str, value["annotators"]))
        return cls(names, str(value["reviewer"]), str(value["rule"]), options)


class Row(NamedTuple):
    """A disagreement as lists tell it. ``article`` is the key in the project, ``key`` its own.

    ``alike`` is the same for all that are decided alike; ``verdict`` is None while it is open,
    when ``said`` may already say why they differ. ``apart`` are the annotators who do not have
    what the most have.
    """

    article: int
    article_id: str
    key: str
    kind: Kind
    labels: tuple[str, ...]
    is_quote: bool
    start: int
    end: int
    text: str
    alike: int
    verdict: Verdict | None
    apart: tuple[str, ...] = ()
    said: Verdict | None = None

    def with_said(self, said: Verdict | None) -> Row:
        """Return the row with what the reviewer said of it, decided or not."""
        return self._replace(said=said, verdict=decisive(said))


class Score(NamedTuple):
    """How far a review is: disagreements settled, and all of them."""

    settled: int
    total: int


class Review:
    """A review that is open, for its reviewer. Belongs to the thread that opened the project.

    ``problems`` tell what the colleagues' files could not bring, when it was just made.
    """

    def __init__(self, project: Project, setup: Setup, problems: Sequence[Problem] = ()) -> None:
        self.project = project
        self.setup = setup
        self.problems = tuple(problems)
        self._held: tuple[int, MatchedArticle, dict[str, Disagreement]] | None = None

    @property
    def annotators(self) -> tuple[str, ...]:
        """Who is reviewed, in order."""
        return self.setup.annotators

    def close(self) -> None:
        """Close the project."""
        self.project.close()

    def rows(self, progress: Progress | None = None) -> Iterator[Row]:
        """Yield all disagreements, in reading order, article by article. Any thread may ask.

        Raises:
            UserError: the project cannot be read.
            Cancelled: ``progress`` was cancelled.
        """
        progress = progress or Progress()
        with self.project.file.reader() as reader:
            total = reader.article_count()
            keys = reader.article_keys()
            for number, (matched, own) in enumerate(by_article(reader, self.setup)):
                progress.at(number, total)
                yield from _rows(keys[matched.article.sha256], matched, own)

    def verdicts(self) -> dict[int, tuple[Verdict, ...]]:
        """Return all that was decided or noted, by the key of the article. Any thread may ask.

        Raises:
            UserError: the project cannot be read.
        """
        with self.project.file.reader() as reader:
            return reader.verdicts(self.setup.reviewer)

    def article(self, key: int) -> MatchedArticle:
        """Return an article with its annotators' sets. Raises KeyError when there is none."""
        return self._hold(key)[0]

    def disagreements(self, key: int) -> list[Disagreement]:
        """Return where the annotators of an article differ, settled or not."""
        return list(self._hold(key)[1].values())

    def session(self, key: int) -> ArticleSession:
        """Return the reviewer's own set of an article, open for work: undo is there."""
        return self.project.open_article(key)

    def decide(
        self, key: int, disagreement: str, ruling: Ruling, by: object = None
    ) -> Changed | None:
        """Settle one disagreement of an article, and save that with who and why, as one step.

        Raises:
            KeyError: there is no such article or disagreement.
            UserError: it could not be saved; nothing has changed.
        """
        matched, found = self._hold(key)
        session = self.session(key)
        edit = settle(session.state, matched, found[disagreement], ruling, session.actor())
        return session.perform(edit, by)

    def reopen(self, key: int, disagreement: str, by: object = None) -> Changed | None:
        """Make a disagreement open again; what its verdict brought goes.

        Raises:
            UserError: it could not be saved; nothing has changed.
        """
        session = self.session(key)
        return session.perform(unsettle(session.state, disagreement, session.actor()), by)

    def remark(
        self, key: int, disagreement: str, fault: Fault | None, note: str, by: object = None
    ) -> Changed | None:
        """Say why the annotators of an article differ, decided or not, and save that as one step.

        Raises:
            KeyError: there is no such article or disagreement.
            UserError: it could not be saved; nothing has changed.
        """
        session = self.session(key)
        found = self._hold(key)[1][disagreement]
        return session.perform(remark(session.state, found, fault, note, session.actor()), by)

    def alike(self, row: Row, rows: Iterable[Row]) -> list[Row]:
        """Return those of ``rows`` that are open and like ``row``, which is left out."""
        return [
            other
            for other in rows
            if other.alike == row.alike
            and other.verdict is None
            and (other.article, other.key) != (row.article, row.key)
        ]

    def decide_all(
        self,
        chosen: Collection[tuple[int, str]],
        ruling: Ruling,
        by: object = None,
        progress: Progress | None = None,
    ) -> BatchOutcome:
        """Settle disagreements, given as (article, disagreement), alike: one step, undone as one.

        Raises:
            KeyError: there is no such article or disagreement.
            UserError: it could not be saved; nothing has changed.
            Cancelled: nothing has changed.
        """
        by_article: dict[int, list[str]] = {}
        for article, disagreement in chosen:
            by_article.setdefault(article, []).append(disagreement)
        items = (
            BatchItem(article, self.setup.reviewer, self._settling(article, keys, ruling))
            for article, keys in by_article.items()
        )
        args = {"choice": str(ruling.choice), "taken": list(ruling.taken)}
        return self.project.batches.perform(SETTLE, items, args=args, by=by, progress=progress)

    def score(self, rows: Iterable[Row]) -> Score:
        """Return how many of some disagreements are settled."""
        settled = total = 0
        for row in rows:
            total += 1
            settled += row.verdict is not None
        return Score(settled, total)

    def _hold(self, key: int) -> tuple[MatchedArticle, dict[str, Disagreement]]:
        """Return an article and its disagreements by key; the last one is held.

        What colleagues marked does not change while the review is open.
        """
        if self._held is None or self._held[0] != key:
            matched = matched_article(self.project.file, key, self.setup.annotators)
            self._held = (key, matched, {d.key: d for d in disagreements(matched)})
        return self._held[1:]

    def _settling(
        self, article: int, keys: Sequence[str], ruling: Ruling
    ) -> Callable[[AnnotatedArticle], Edit]:
        def decide(state: AnnotatedArticle) -> Edit:
            matched, found = self._hold(article)
            actor = self.project.batches.actor()
            after = state
            for key in keys:
                after = apply(after, settle(after, matched, found[key], ruling, actor))
            return difference(state, after)

        return decide


def by_article(
    reader: ProjectReader, setup: Setup
) -> Iterator[tuple[MatchedArticle, AnnotatedArticle | None]]:
    """Yield every article with its annotators' sets, and the reviewer's."""
    for _, group in groupby(reader.annotated(), key=lambda state: state.article.sha256):
        by_name = {state.annotator: state for state in group}
        article = next(iter(by_name.values())).article
        sets = {name: by_name[name] for name in setup.annotators if name in by_name}
        yield MatchedArticle(article, sets), by_name.get(setup.reviewer)


def matched_article(reader: ProjectReader, key: int, annotators: Sequence[str]) -> MatchedArticle:
    """Return an article of a review. Raises KeyError when there is none."""
    article = reader.article(key)
    found = {state.annotator: state for state in reader.annotated_of([key])}
    return MatchedArticle(article, {name: found[name] for name in annotators if name in found})


def _rows(article: int, matched: MatchedArticle, own: AnnotatedArticle | None) -> Iterator[Row]:
    text = matched.article.text
    verdicts = {verdict.id: verdict for verdict in own.verdicts} if own is not None else {}
    for found in disagreements(matched):
        yield Row(
            article,
            matched.article.id,
            found.key,
            found.kind,
            found.labels,
            found.is_quote,
            *found.extent,
            found.extent.of(text),
            hash(likeness(text, found)),
            None,
            _apart(found),
        ).with_said(verdicts.get(found.key))


def _apart(found: Disagreement) -> tuple[str, ...]:
    """Return who stands apart from the most; everybody, where no two have the same."""
    counts = Counter(identity(side.record) for side in found.sides)
    most = max(counts.values())
    many = [same for same, count in counts.items() if count == most]
    alone = set(counts) - set(many) if len(many) == 1 else set(counts)
    return tuple(side.annotator for side in found.sides if identity(side.record) in alone)
