"""A thousand articles of three annotators: read, matched, every difference found, all figures."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import orjson
import pytest

from annotator.bundled import seeds
from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.jsonl import to_line
from annotator.services.comparison import compare

ARTICLES = 1_000
NAMES = ("سلمى", "عمر", "هند")
LABELS = ("PER", "LOC", "ORG", "MISC")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("review")
    random = Random(3)
    words = (seeds() / "000_a85702afb10d5380.txt").read_text(encoding="utf-8").split()
    paths = [folder / f"{number}.jsonl" for number in range(len(NAMES))]
    streams = [path.open("wb") for path in paths]
    for number in range(ARTICLES):
        text = " ".join(random.choices(words, k=400))
        places = [Span(*m.span()) for m in re.finditer(r"[^\W\d_]{3,}", text)]
        names = [(span, random.choice(LABELS)) for span in random.sample(places, 40)]
        for stream, name in zip(streams, NAMES, strict=True):
            stream.write(to_line(_as_marked_by(name, f"a{number}", text, names, places, random)))
    for stream in streams:
        stream.close()
    return paths


def _as_marked_by(
    name: str,
    id_: str,
    text: str,
    names: list[tuple[Span, str]],
    places: list[Span],
    random: Random,
) -> AnnotatedArticle:
    """One span in seven is missed, or has another label or boundary."""
    entities = []
    for number, (span, label) in enumerate(names):
        slip = random.random()
        if slip < 0.05:
            continue
        other = random.choice(LABELS) if slip < 0.1 else label
        marked = Span(span.start + 1, span.end) if 0.1 <= slip < 0.15 else span
        entities.append(Entity(f"e{number}", marked, other))
    quotes = tuple(
        Quote(
            f"q{at}",
            QuoteType.INDIRECT,
            (Span(places[50 * at + 3].start, places[50 * at + 12 + random.randint(0, 1)].end),),
            (places[50 * at + 1],),
            places[50 * at + 2],
        )
        for at in range(5)
    )
    return AnnotatedArticle(
        Article(id_, text), name, entities=in_reading_order(entities), quotes=quotes
    )


def test_comparing_three_annotators(measure, files: list[Path]) -> None:
    def job() -> None:
        found = compare(files)
        assert found.matched == ARTICLES
        assert found.differences

    def reference() -> None:
        for path in files:
            for line in path.read_bytes().splitlines():
                orjson.loads(line)

    measure(job, reference, "reading the same lines with orjson", rounds=3)
