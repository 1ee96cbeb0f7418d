"""Corpora of annotated articles out of the seed's words: the same for the same seed."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

from annotator.bundled import seeds
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.jsonl import to_line

_WORDS, _ENTITIES, _QUOTES = 332, 65, 10
"""Of an article, as the corpus on which other tools were measured has them."""

_LABELS = ("PER", "LOC", "ORG", "MISC")
_TIME = "2026-01-02T03:04:05Z"


def articles(count: int, seed: int = 20) -> Iterator[AnnotatedArticle]:
    """Yield ``count`` articles of 332 words with 65 entities and 10 quotes each."""
    rng = random.Random(seed)
    path = seeds() / "000_a85702afb10d5380.txt"
    words = [word for word in path.read_text(encoding="utf-8").split() if word.isalpha()]
    for number in range(count):
        yield _article(f"a{number}", rng.choices(words, k=_WORDS), rng)


def write_corpus(path: Path, count: int) -> Path:
    """Write ``count`` articles as the project's own JSONL."""
    with path.open("wb") as stream:
        stream.writelines(map(to_line, articles(count)))
    return path


def _article(name: str, words: list[str], rng: random.Random) -> AnnotatedArticle:
    spans: list[Span] = []
    at = 0
    for word in words:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    # The name makes every text another one; texts that are known are joined, not added.
    text = f"{' '.join(words)} {name}."
    said = {"annotator": "salma", "created": _TIME, "modified": _TIME}
    entities = tuple(
        Entity(f"e{number}", spans[place], rng.choice(_LABELS), **said)
        for number, place in enumerate(sorted(rng.sample(range(_WORDS), _ENTITIES)), 1)
    )
    width = _WORDS // _QUOTES
    quotes = tuple(
        Quote(
            f"q{number + 1}",
            QuoteType.INDIRECT,
            (Span(spans[first + 3].start, spans[first + 15].end),),
            cue=(spans[first],),
            source=spans[first + 1],
            **said,
        )
        for number, first in enumerate(range(0, _QUOTES * width, width))
    )
    article = Article(name, text, meta={"source": "bench"})
    return AnnotatedArticle(article, "salma", ArticleStatus.DONE, entities, quotes)
