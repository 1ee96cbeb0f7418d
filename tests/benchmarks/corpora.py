"""Corpora of annotated articles: the same for the same seed.

Their words are those of a news corpus where there is one, else of the seed article.
"""

from __future__ import annotations

import random
import re
import tarfile
from collections.abc import Iterator
from itertools import chain, islice
from pathlib import Path

from annotator.bundled import seeds
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Reason
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.jsonl import to_line

_WORDS, _ENTITIES, _QUOTES = 332, 65, 10
"""Of an article, as the corpus on which other tools were measured has them."""

_LABELS = ("PER", "LOC", "ORG", "MISC")
_TIME = "2026-01-02T03:04:05Z"
_SEED_ARTICLE = "000_a85702afb10d5380.txt"
_NEWS = Path(__file__).parents[3] / "shared" / "data" / "ant_news.tar.xz"
_TEXT = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)


def news() -> Iterator[str]:
    """Yield the texts of a news corpus where there is one."""
    if not _NEWS.exists():
        return
    with tarfile.open(_NEWS) as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            found = _TEXT.search(stream.read().decode("utf-8", "replace")) if stream else None
            if found and found.group(1).strip():
                yield found.group(1).strip()


def texts(seed: int = 5) -> Iterator[str]:
    """Yield texts without end, no two the same: news, then the words of the seed article."""
    known: set[str] = set()
    for text in chain(news(), _made(seed)):
        if text not in known:
            known.add(text)
            yield text


def _made(seed: int) -> Iterator[str]:
    rng = random.Random(seed)
    words = (seeds() / _SEED_ARTICLE).read_text(encoding="utf-8").split()
    while True:
        yield " ".join(rng.choices(words, k=rng.randint(120, 400)))


def articles(count: int, seed: int = 20, *, suggested: bool = False) -> Iterator[AnnotatedArticle]:
    """Yield ``count`` articles of 332 words with 65 entities and 10 quotes each.

    With ``suggested`` an engine found the entities, and each says why.
    """
    rng = random.Random(seed)
    running = _words(rng)
    for number in range(count):
        yield _article(f"a{number}", list(islice(running, _WORDS)), rng, suggested=suggested)


def write_corpus(path: Path, count: int, *, suggested: bool = False) -> Path:
    """Write ``count`` articles as the project's own JSONL."""
    with path.open("wb") as stream:
        stream.writelines(map(to_line, articles(count, suggested=suggested)))
    return path


def _words(rng: random.Random) -> Iterator[str]:
    """Yield words without end: a news corpus over and over, else those of the seed article."""
    while _NEWS.exists():
        yield from (word for text in news() for word in text.split() if word.isalpha())
    words = (seeds() / _SEED_ARTICLE).read_text(encoding="utf-8").split()
    plain = [word for word in words if word.isalpha()]
    while True:
        yield rng.choice(plain)


def _article(
    name: str, words: list[str], rng: random.Random, *, suggested: bool
) -> AnnotatedArticle:
    spans: list[Span] = []
    at = 0
    for word in words:
        spans.append(Span(at, at + len(word)))
        at += len(word) + 1
    # The name makes every text another one; texts that are known are joined, not added.
    text = f"{' '.join(words)} {name}."
    said = {"annotator": "salma", "created": _TIME, "modified": _TIME}
    why = (Reason("embedded", 0.9638, "model"), Reason("gazetteer", 0.9, "list"))
    found = {"origin": "embedded", "score": 0.9728, "reasons": why} if suggested else {}
    entities = tuple(
        Entity(f"e{number}", spans[place], rng.choice(_LABELS), **said, **found)
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
