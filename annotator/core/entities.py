"""A labelled span, and how it came to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple

from annotator.core.making import maker
from annotator.core.spans import Span

HUMAN = "human"
"""The origin of what a person marked by hand."""


class Status(StrEnum):
    """What was decided about a span or quote. A rejected suggestion is kept as a negative."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Reason(NamedTuple):
    """Who suggested something and why: the suggester's id, its score in 0..1, its rule."""

    origin: str
    score: float | None = None
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A labelled span of an article: suggested, accepted or rejected.

    ``origin`` is ``human`` or the id of the suggester or format it came from; ``created`` and
    ``modified`` are ISO 8601 times in UTC; ``flags`` are short names a person gave it (``unsure``);
    ``extra`` keeps keys that this version does not know.
    """

    id: str
    span: Span
    label: str
    status: Status = Status.ACCEPTED
    origin: str = HUMAN
    score: float | None = None
    annotator: str | None = None
    note: str = ""
    created: str = ""
    modified: str = ""
    reasons: tuple[Reason, ...] = ()
    flags: tuple[str, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """Reading order; of two that start together the longer first."""
        return (self.span.start, -self.span.end, self.id)


make_entity = maker(Entity)
"""Makes an :class:`Entity`; for files, where there are many."""
