"""Annotated articles set aside until they are asked for: some in memory, the rest on disk."""

from __future__ import annotations

import pickle
from tempfile import TemporaryFile

from annotator.core.annotated import AnnotatedArticle
from annotator.core.closing import Closing

KEPT = 20_000
"""How many stay in memory. Of usual news articles these are some hundred megabytes."""


class Spool(Closing):
    """Annotated articles by number, from 0. Close it, or use it in a ``with``."""

    def __init__(self, kept: int = KEPT) -> None:
        self._most = kept
        self._kept: list[AnnotatedArticle] = []
        self._places: list[int] = []
        self._file = TemporaryFile()  # noqa: SIM115 - closed by close()

    def close(self) -> None:
        """Let go of all of them."""
        self._kept.clear()
        self._file.close()

    def put(self, article: AnnotatedArticle) -> int:
        """Set an article aside and return its number."""
        if len(self._kept) < self._most:
            self._kept.append(article)
        else:
            self._file.seek(0, 2)
            self._places.append(self._file.tell())
            pickle.dump(article, self._file, pickle.HIGHEST_PROTOCOL)
        return len(self._kept) + len(self._places) - 1

    def get(self, number: int) -> AnnotatedArticle:
        """Return the article of that number."""
        if number < len(self._kept):
            return self._kept[number]
        self._file.seek(self._places[number - len(self._kept)])
        article = pickle.load(self._file)  # noqa: S301 - this object wrote it
        assert isinstance(article, AnnotatedArticle)
        return article
