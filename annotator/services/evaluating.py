"""How good are suggestions, or somebody's file, against gold: ``annotator evaluate``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.review.entity_scores import EntityScores, score_entities
from annotator.review.quote_scores import QuoteScores, score_quotes
from annotator.services.project import SUFFIX
from annotator.services.reading import Reading
from annotator.services.reports import Report
from annotator.services.suggesting import suggest
from annotator.storage import ProjectFile
from annotator.suggest.statistical import model_in

if TYPE_CHECKING:
    from annotator.suggest.embedded.model import EmbeddedModel


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores of entities and quotes, and what was wrong with the files themselves."""

    entities: EntityScores
    quotes: QuoteScores
    problems: tuple[Problem, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the record of CONTRACTS (``evaluate --json``)."""
        errors = [error.as_json() for error in self.entities.errors]
        errors += [error.as_json() for error in self.quotes.errors]
        return {
            "articles": self.entities.articles,
            "entities": self.entities.as_json(),
            "quotes": self.quotes.as_json(),
            "errors": errors,
            "problems": [problem.as_json() for problem in self.problems],
        }


def evaluate(
    gold: Path,
    predicted: Path | None = None,
    *,
    engines: Sequence[str] | None = None,
    labels: Iterable[str] | None = None,
    model: Path | None = None,
    progress: Progress | None = None,
) -> Evaluation:
    """Score ``predicted``, or what the engines suggest, against the accepted spans of ``gold``.

    Both are files of any format, folders or projects. Articles are matched by the hash of their
    text; gold that has no partner counts as found empty, and both kinds of rest are reported.
    ``labels`` restricts the entities of both sides; ``model`` is a folder that ``annotator train``
    made, for the embedded engine.

    Raises:
        UserError: a path is absent, or an engine unknown or not ready.
        Cancelled: ``progress`` asked for it.
    """
    report = Report()
    progress = progress or Progress()
    articles = _articles(gold, report)
    if predicted is None:
        found_pairs = _suggested(articles, engines, model_in(model) if model else None, progress)
    else:
        found_pairs = _matched(articles, predicted, report, progress)
    pairs = list(found_pairs)
    entities = score_entities(pairs, labels=frozenset(labels) if labels else None)
    return Evaluation(entities, score_quotes(pairs), tuple(report.problems))


def _suggested(
    gold: Iterable[AnnotatedArticle],
    engines: Sequence[str] | None,
    model: EmbeddedModel | None,
    progress: Progress,
) -> Iterator[tuple[AnnotatedArticle, AnnotatedArticle]]:
    for number, article in enumerate(gold):
        progress.at(number)
        found = suggest(article.article, engines=engines, model=model, progress=Progress())
        yield (
            article,
            AnnotatedArticle(article.article, entities=found.entities, quotes=found.quotes),
        )


def _matched(
    gold: Iterable[AnnotatedArticle], predicted: Path, report: Report, progress: Progress
) -> Iterator[tuple[AnnotatedArticle, AnnotatedArticle]]:
    found = {article.article.sha256: article for article in _articles(predicted, report)}
    for number, article in enumerate(gold):
        progress.at(number)
        partner = found.pop(article.article.sha256, None)
        if partner is None:
            what = QT_TRANSLATE_NOOP(
                "messages", "The other file has no article with this text; it counts as empty."
            )
            report.problems.append(_unmatched(article, what))
        yield article, partner or AnnotatedArticle(article.article)
    for article in found.values():
        what = QT_TRANSLATE_NOOP("messages", "The gold has no article with this text.")
        report.problems.append(_unmatched(article, what))


def _unmatched(article: AnnotatedArticle, what: str) -> Problem:
    return Problem("unmatched", message(what), Severity.CHANGED, article=article.article.id)


def _articles(path: Path, report: Report) -> Iterator[AnnotatedArticle]:
    """Yield the annotated articles of a project, or of a file or folder of any format."""
    if path.suffix == SUFFIX and path.is_file():
        with ProjectFile.open(path, read_only=True) as file:
            yield from file.annotated()
        return
    reading = Reading([path])
    yield from reading.articles()
    report.problems += reading.report.problems
