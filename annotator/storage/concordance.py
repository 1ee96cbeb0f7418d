"""A search over all articles, with a connection of its own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from annotator.core.closing import Closing
from annotator.storage.connection import connect_reading
from annotator.storage.faults import told
from annotator.storage.hits import Found, Hit, Narrowing, found_hits, matching
from annotator.storage.kwic import Line, lines
from annotator.storage.query import Query


class Concordance(Closing):
    """Searches a project through a connection of its own, which belongs to the thread that made it.

    ``annotator`` is who searches: labels and status are as this one has them, where a narrowing
    names nobody else. Every method raises UserError when the file cannot be read.
    """

    def __init__(self, path: Path, annotator: str) -> None:
        self.path = path
        self._annotator = annotator
        with told(path):
            self._connection = connect_reading(path)

    def close(self) -> None:
        """Close the connection. Closing again does nothing."""
        self._connection.close()

    def found(
        self,
        query: Query | None,
        narrowing: Narrowing,
        *,
        exact: bool = False,
        beside: bool = False,
    ) -> Iterator[Found]:
        """Yield all hits, those of some articles at a time, in the order of the articles.

        ``beside`` asks for the neighbour words too. Without a query the entities of the label
        are the hits; without a label either, there is none.
        """
        if query is None and not narrowing.label:
            return
        with told(self.path):
            articles = matching(self._connection, query, narrowing, self._annotator)
            yield from found_hits(
                self._connection, query, narrowing, articles, exact=exact, beside=beside
            )

    def lines(
        self, hits: Sequence[Hit], annotator: str = "", *, width: int = 80, least: float = 0.0
    ) -> list[Line]:
        """Return the lines of hits with ``width`` characters on each side of the hit.

        Their entities are those of ``annotator``, or else of who searches, without suggestions
        whose score (0 to 1) is below ``least``. A hit whose article is gone has no line.
        """
        with told(self.path):
            name = annotator or self._annotator
            return lines(self._connection, hits, name, width=width, least=least)
