"""What is measured, beside what: every figure has a reference measured in the same minute.

``make bench`` leaves ``bench.json``: ``{"NAME": {"value", "unit", "reference", "ratio"}}``, value
and reference being medians in milliseconds (what a benchmark measures otherwise it says itself),
``p95`` what one in twenty exceeds. The reference is the least that the same job costs without this
program; a ratio says more than milliseconds do when machines differ. ``targets`` says of each
bound (:mod:`tests.benchmarks.targets`) whether it is met; all of it is printed as a table too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any

import pytest

from annotator.bundled import seeds
from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.decisions import Actor
from annotator.core.entities import Entity
from annotator.core.history import Timeline
from annotator.core.progress import Progress
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.services.suggesting import suggest, suggest_edit
from annotator.storage import ProjectFile
from tests.benchmarks.targets import judged, table

Measure = Callable[..., None]

_ENOUGH = 20
"""Rounds from which on one in twenty can be told."""

_FIGURES = pytest.StashKey[dict[str, Any]]()


def pytest_benchmark_update_json(
    config: pytest.Config, benchmarks: Any, output_json: dict[str, Any]
) -> None:
    # A benchmark that was stopped has no reference, and no figure.
    measured = {
        record["name"]: record
        for record in output_json["benchmarks"]
        if "reference" in record["extra_info"]
    }
    output_json.clear()
    for record_name, record in sorted(measured.items()):
        more = dict(record["extra_info"])
        value = more.pop("value", record["stats"]["median"] * 1000)
        reference, unit = more.pop("reference"), more.pop("unit", "ms")
        name = record_name.removeprefix("test_")
        output_json[name] = judged(
            name,
            {
                "value": round(value, 3),
                "unit": unit,
                "reference": round(reference, 3),
                "ratio": round(value / reference, 2),
                **more,
            },
        )
    config.stash[_FIGURES] = dict(output_json)


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    figures = config.stash.get(_FIGURES, None)
    if figures:
        terminalreporter.section("figures")
        for line in table(figures):
            terminalreporter.write_line(line)


@pytest.fixture
def measure(benchmark: Any) -> Measure:
    """Measure ``job`` and its ``reference`` over some rounds, by the wall or another ``clock``.

    ``process_time`` is for what must be done by one core: who else uses the machine tells less.
    """

    def measured(
        job: Callable[..., object],
        reference: Callable[[], object],
        reference_is: str,
        *,
        rounds: int,
        setup: Callable[[], object] | None = None,
        clock: Callable[[], float] = perf_counter,
    ) -> None:
        times: dict[Callable[..., object], list[float]] = {job: [], reference: []}

        def timed(work: Callable[..., object]) -> None:
            start = clock()
            work()
            times[work].append(clock() - start)

        def before_each_round() -> None:
            # In turn with the job, so that a busy disk or processor slows both.
            timed(reference)
            if setup is not None:
                setup()

        benchmark.pedantic(timed, (job,), setup=before_each_round, rounds=rounds, warmup_rounds=1)
        taken = sorted(times[job][1:])
        benchmark.extra_info["value"] = median(taken) * 1000
        if rounds >= _ENOUGH:
            benchmark.extra_info["p95"] = round(taken[int(len(taken) * 0.95)] * 1000, 3)
        benchmark.extra_info["reference"] = median(times[reference][1:]) * 1000
        benchmark.extra_info["reference_is"] = reference_is
        if clock is process_time:
            benchmark.extra_info["unit"] = "ms of one core"

    return measured


@pytest.fixture(scope="session")
def suggested() -> AnnotatedArticle:
    """The seed article with its suggestions."""
    text = (seeds() / "000_a85702afb10d5380.txt").read_bytes().decode("utf-8")
    state = AnnotatedArticle(Article("seed", text))
    found = suggest(state.article, progress=Progress())
    return Timeline(state).perform(suggest_edit(state, found, Actor("", ""))).state


@pytest.fixture(scope="session")
def long_article(suggested: AnnotatedArticle) -> AnnotatedArticle:
    """An article of 1 MB: the seed over and over, with all its entities."""
    text = suggested.text + "\n\n"
    copies = 1 + 1_000_000 // len(text.encode("utf-8"))
    entities: list[Entity] = []
    for copy in range(copies):
        for entity in suggested.entities:
            span = entity.span.shifted(copy * len(text))
            entities.append(replace(entity, id=f"e{len(entities) + 1}", span=span))
    article = Article("long", text * copies)
    return AnnotatedArticle(article, entities=tuple(entities))


@pytest.fixture(scope="session")
def crowded_article(suggested: AnnotatedArticle) -> AnnotatedArticle:
    """An article with 300 suggestions: the seed several times, entities and quotes with it."""
    text = suggested.text + "\n\n"
    copies = -(-300 // (len(suggested.entities) + len(suggested.quotes)))
    entities: list[Entity] = []
    quotes: list[Quote] = []
    for copy in range(copies):
        at = copy * len(text)
        entities += (
            replace(entity, id=f"{entity.id}-{copy}", span=entity.span.shifted(at))
            for entity in suggested.entities
        )
        quotes += (_shifted(quote, at, f"-{copy}") for quote in suggested.quotes)
    article = Article("crowded", text * copies)
    return AnnotatedArticle(
        article, entities=in_reading_order(entities), quotes=in_reading_order(quotes)
    )


def _shifted(quote: Quote, by: int, suffix: str) -> Quote:
    def moved(span: Span | None) -> Span | None:
        return span.shifted(by) if span else None

    return replace(
        quote,
        id=quote.id + suffix,
        content=tuple(part.shifted(by) for part in quote.content),
        cue=tuple(part.shifted(by) for part in quote.cue),
        verbatim=tuple(part.shifted(by) for part in quote.verbatim),
        source=moved(quote.source),
        speaker=moved(quote.speaker),
        via=moved(quote.via),
        addressee=moved(quote.addressee),
        nested_in=quote.nested_in and quote.nested_in + suffix,
    )


@pytest.fixture
def project_path(
    tmp_path: Path, suggested: AnnotatedArticle, long_article: AnnotatedArticle
) -> Path:
    """A project of three articles: one line, the seed, and the long one (keys 1, 2, 3)."""
    path = tmp_path / "bench.annotator"
    line = AnnotatedArticle(Article("line", "التقى بومبيو نظيره."))
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles([line, suggested, long_article], Progress())
    return path
