"""A folder of ``.spacy`` files: for corpora of which spaCy could not hold all in memory at once.

A DocBin is one message, held whole by who writes or reads it. ``spacy train`` takes a folder in the
place of a file and opens the files in it one after the other; so here no more than
:data:`DOCS_A_FILE` docs are ever in memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.formats.base import Prepared, ReadOptions, WriteOptions
from annotator.formats.source import open_source
from annotator.formats.spacy_bin import SpacyBin

DOCS_A_FILE = 2000
"""Of usual news articles these take some hundred megabytes while they are written or read."""

_ONE = SpacyBin()


class SpacyFolder:
    """DocBins of so many docs each, named by number. An import reads them as what they are."""

    id = "spacy-folder"
    name = message(QT_TRANSLATE_NOOP("messages", "spaCy DocBins, a folder for large corpora"))
    suffixes = _ONE.suffixes
    lossless = False
    folder = True
    statuses = _ONE.statuses
    keeps = _ONE.keeps

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return what the article's doc is made of, and what has no place in it."""
        return _ONE.prepare(article, options)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write the files one after the other.

        Raises:
            UserError: spaCy is not installed.
        """
        waiting = (article for article in articles if article.carried is not None)
        for number, first in enumerate(waiting, 1):
            docs = chain((first,), islice(waiting, DOCS_A_FILE - 1))
            _ONE.write(docs, out / f"{number:05}.spacy")

    def shown(self, prepared: Prepared) -> AnnotatedArticle:
        """Return what is carried: all of it reads back."""
        assert prepared.carried is not None
        return prepared.carried

    def read_back(self, made: Path) -> Iterator[AnnotatedArticle]:
        """Yield the articles of the files in their order.

        Raises:
            UserError, OSError: a file cannot be read.
        """
        for file in sorted(made.glob("*.spacy")):
            found = _ONE.read(open_source(file), ReadOptions())
            yield from (one for one in found if isinstance(one, AnnotatedArticle))
