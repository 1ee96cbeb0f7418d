"""Mend the edges of persons that a model found: what it read into a name that is none of it.

A model that judges word by word takes in an adverb that looks like a family name (عادل رمزي
*حزيناً*), and makes one name of a subject and its object (اتهم مناتساكانيان *باكو* بكذا).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from annotator.arabic.folding import fold
from annotator.arabic.lexicons import first_names, places
from annotator.core.entities import Entity
from annotator.core.spans import Span

_TANWIN = ("اً", "ًا")


def mended(text: str, entities: Sequence[Entity]) -> Iterator[Entity]:
    """Yield ``entities`` with the persons among them mended."""
    families = frozenset(_families(text, entities))
    for entity in entities:
        person = _trimmed(text, entity) if entity.label == "PER" else None
        if person is not None:
            yield from _parts(text, person, families)
        elif entity.label != "PER":
            yield entity


def _families(text: str, entities: Iterable[Entity]) -> Iterator[str]:
    """Yield the last words of persons: the names by which news goes on to call them."""
    for entity in entities:
        words = fold(entity.span.of(text)).split()
        if entity.label == "PER" and words:
            yield words[-1]


def _trimmed(text: str, entity: Entity) -> Entity | None:
    """Return the person without an adverb behind the name; None when that is all there is."""
    words = entity.span.of(text).split()
    if not words[-1].endswith(_TANWIN):
        return entity
    if len(words) == 1:
        return entity if fold(words[0])[:-1] in first_names() else None
    end = entity.span.of(text).rindex(words[-1])
    rest = entity.span.of(text)[:end].rstrip()
    return replace(entity, span=Span(entity.span.start, entity.span.start + len(rest)))


def _parts(text: str, entity: Entity, families: frozenset[str]) -> Iterator[Entity]:
    """Yield a person, or the person and the place that are one behind the other.

    Two words, of which the first is somebody's family name and the second a place.
    """
    words = entity.span.of(text).split()
    folded = [fold(word) for word in words]
    if (
        len(words) != 2
        or folded[0] not in families
        or folded[0] in first_names()
        or folded[1] in first_names()
        or folded[1] not in places()
    ):
        yield entity
        return
    start, end = entity.span
    yield replace(entity, span=Span(start, start + len(words[0])))
    yield replace(entity, id=f"{entity.id}b", span=Span(end - len(words[1]), end), label="LOC")
