"""Every occurrence of some words, in an article or in all of them, and one step over those chosen.

The words are found however they are spelt, with proclitics before the first of them left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from annotator.arabic.finding import Phrase
from annotator.arabic.folding import without_marks
from annotator.arabic.occurrences import occurrence_spans, phrases_at
from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.entities import Status
from annotator.core.every import Found, Order, every, judged, known
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.services.words import stem_at
from annotator.storage import BatchItem, Hit, ProjectReader
from annotator.storage.occurrences import Occurrences

MOST = 200_000
"""Places after which a search ends; who sees so many will ask for other words."""

_ARTICLE = "ال"


class Place(NamedTuple):
    """An occurrence: where it is, and what stands there."""

    hit: Hit
    found: Found


class Asked(NamedTuple):
    """The words that are looked for, as they stand at ``span``.

    ``label`` is the one that they have there, or else mostly have in the article; "" for none.
    """

    text: str
    phrases: tuple[Phrase, ...]
    span: Span
    label: str = ""


def asked(
    state: AnnotatedArticle, *, current: str | None, selection: Span | None, caret: int
) -> Asked | None:
    """Return what to look for: the current entity, else the selection, else the word at the caret.

    None when there are no words. A word at the caret is taken without its proclitics.
    """
    entity = state.entity(current) if current else None
    span = entity.span if entity else selection or stem_at(state.text, caret)
    phrases = phrases_at(state.text, span)
    if not phrases:
        return None
    label = entity.label if entity else _usual_label(state, span, phrases)
    return Asked(" ".join(span.of(state.text).split()), phrases, span, label)


class Search(NamedTuple):
    """What is looked for, whose annotations count, and what is to be done.

    ``same_letters`` leaves out what is spelt otherwise, marks and tatweel apart.
    """

    asked: Asked
    order: Order
    annotator: str
    same_letters: bool = False


def in_article(state: AnnotatedArticle, key: int, search: Search) -> list[Place]:
    """Return the places in one article, whose key is ``key``, in reading order."""
    spans = occurrence_spans(state.text, search.asked.phrases)
    texts = tuple(span.of(state.text) for span in spans)
    return _places(Occurrences(key, spans, texts, tuple(known(state.entities))), search)


def in_all_articles(
    reader: ProjectReader,
    search: Search,
    show: Callable[[Sequence[Place]], None],
    progress: Progress,
) -> bool:
    """Hand the places in all articles to ``show``, some at a time, in the articles' order.

    Returns whether all of them were found, False after :data:`MOST`. ``progress`` counts
    articles. Runs on the thread of the reader.

    Raises:
        Cancelled: it was cancelled.
        UserError: the file cannot be read.
    """
    total = reader.occurrence_count(search.asked.phrases)
    looked_at = count = 0
    for page in reader.occurrences(search.asked.phrases, search.annotator):
        progress.at(min(looked_at, total), total)
        places = [place for one in page for place in _places(one, search)]
        looked_at += len(page)
        count += len(places)
        if places:
            show(places)
        if count >= MOST:
            return False
    return True


def items(hits: Iterable[Hit], annotator: str, order: Order, actor: Actor) -> list[BatchItem]:
    """Return what a batch does with places: one item an article, in their order."""
    spans: dict[int, list[Span]] = {}
    for hit in hits:
        spans.setdefault(hit.article, []).append(hit.span)
    return [
        BatchItem(article, annotator, partial(_every, spans=found, order=order, actor=actor))
        for article, found in sorted(spans.items())
    ]


def _every(state: AnnotatedArticle, spans: Collection[Span], order: Order, actor: Actor) -> Edit:
    return every(state, spans, order, actor)


def _places(there: Occurrences, search: Search) -> list[Place]:
    letters = _letters(search.asked.text)
    places: list[Place] = []
    for span, text in zip(there.spans, there.texts, strict=True):
        if search.same_letters and _letters(text) != letters:
            continue
        near = [one for one in there.entities if one.span.overlaps(span)]
        found = judged(span, near, search.order)
        if found is not None:
            places.append(Place(Hit(there.article, *span), found))
    return places


def _letters(text: str) -> str:
    """Return what two spellings share that differ in marks, tatweel and white space at most.

    An article without its alef, as after ل, is the same as one with it.
    """
    bare = " ".join(without_marks(text).split())
    return bare[1:] if bare.startswith(_ARTICLE) else bare


def _usual_label(state: AnnotatedArticle, span: Span, phrases: Sequence[Phrase]) -> str:
    """Return the label of what stands at ``span``, else the commonest one of these words."""
    standing = [e for e in state.entities if e.status is not Status.REJECTED]
    here = [e.label for e in standing if e.span == span]
    spans = set(occurrence_spans(state.text, phrases))
    labels = here or [e.label for e in standing if e.span in spans]
    return Counter(labels).most_common(1)[0][0] if labels else ""
