"""What a suggester is: it reads an article and what others found, and adds what it finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, Protocol

from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.messages import Message
from annotator.core.progress import Progress
from annotator.core.quotes import Quote
from annotator.core.spans import Span


@dataclass(frozen=True, slots=True)
class Found:
    """Suggestions for one article, in reading order.

    Every entity and quote has the status ``suggested`` and the suggester's id as its origin.
    Ids are the suggester's own (a quote's ``nested_in`` points inside the same result);
    :func:`annotator.core.decisions.take_suggestions` gives the final ones. ``nonquotes`` are
    marked strings that were judged to be no quotes.
    """

    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    nonquotes: tuple[Span, ...] = ()


NOTHING = Found()
"""The result of a suggester that finds nothing."""


class Availability(NamedTuple):
    """Whether a suggester can run on this machine now; ``reason`` says why not."""

    ready: bool
    reason: Message | None = None


READY = Availability(ready=True)
"""The answer of a suggester that needs nothing beside the program."""


class Suggester(Protocol):
    """One engine. Made cheaply; whatever is heavy is loaded by the first :meth:`suggest`.

    ``id`` is the origin of what it finds, stable in files; ``name`` is for people.
    """

    @property
    def id(self) -> str:
        """The suggester's identifier: lower-case Latin letters, digits, hyphens."""

    @property
    def name(self) -> Message:
        """What people call it."""

    def availability(self) -> Availability:
        """Say whether it can run. Fast and silent: no heavy import, no network, no folder made."""

    def suggest(self, article: Article, found: Found, progress: Progress) -> Found:
        """Return what this suggester finds in ``article``, and that alone.

        ``found`` is what the ones before it found, combined (quotes look up their speakers
        there). Runs on any thread; offsets are code points of the stored text.

        Raises:
            Cancelled: cancel was asked for.
            UserError: a model on disk cannot be used.
        """
