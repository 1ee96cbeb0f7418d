"""Suggestions for files: read in any format, written as the project's own JSONL."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor
from annotator.core.edits import apply
from annotator.core.progress import Progress
from annotator.formats.jsonl import to_line
from annotator.services.atomic import replacing
from annotator.services.reading import Reading
from annotator.services.reports import Report
from annotator.services.suggesting import suggest, suggest_edit
from annotator.suggest.statistical import model_in

if TYPE_CHECKING:
    from annotator.suggest.embedded.model import EmbeddedModel


def presuggest(
    paths: Sequence[Path],
    out: Path | BinaryIO,
    *,
    engines: Sequence[str] | None = None,
    model: Path | None = None,
    created: str | None = None,
    format_id: str | None = None,
    encoding: str | None = None,
    force: bool = False,
    progress: Progress | None = None,
) -> Report:
    """Write suggestions for every article of ``paths`` to a file or stream.

    ``model`` is a folder that ``annotator train`` made, for the embedded engine; ``created`` is the
    time that the suggestions bear, by default the one when this began. What the files had marked is
    not repeated. When there is no article, no file is made.

    Raises:
        UserError: a path or ``model`` is absent, an engine unknown or not ready, or ``out`` not
            writable.
        Cancelled: no file was written.
    """
    reading = Reading(paths, format_id=format_id, encoding=encoding)
    progress = progress or Progress()
    way = Way(engines, model_in(model) if model else None, created or now())
    suggested = _suggested(reading, way, progress)
    report = Report(problems=reading.report.problems, files=reading.report.files)
    if not isinstance(out, Path):
        _write(suggested, out, report)
        return report
    with replacing(out, force=force) as made:
        with made.open("wb") as stream:
            _write(suggested, stream, report)
        if report.articles:
            report.written.append(out)
        else:
            made.unlink()
    return report


def now() -> str:
    """Return the time as suggestions bear it, to the second."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


class Way(NamedTuple):
    """How articles get suggestions: by which engines and model, and the time that these bear."""

    engines: Sequence[str] | None
    model: EmbeddedModel | None
    created: str


def suggested_anew(article: Article, way: Way) -> AnnotatedArticle:
    """Return an article with suggestions and nothing else.

    Raises:
        UserError: an engine is unknown or cannot run.
    """
    plain = AnnotatedArticle(article)
    found = suggest(article, engines=way.engines, model=way.model, progress=Progress())
    suggested = apply(plain, suggest_edit(plain, found, Actor("", way.created)))
    return replace(suggested, nonquotes=found.nonquotes)


def _suggested(reading: Reading, way: Way, progress: Progress) -> Iterator[AnnotatedArticle]:
    for done, read in enumerate(reading.articles()):
        progress.at(done)
        yield suggested_anew(read.article, way)


def _write(articles: Iterable[AnnotatedArticle], stream: BinaryIO, report: Report) -> None:
    for article in articles:
        report.count(article)
        stream.write(to_line(article))
