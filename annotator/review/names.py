"""What the names of a corpus are labelled as, and where their spans begin: the first of two passes.

Names are counted by their folded words, without what stands outside of the span. Memory grows with
the number of different names, not of articles.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from annotator.arabic.clitics import cuts, default_cutter
from annotator.arabic.finding import PROCLITICS
from annotator.arabic.folding import fold, without_marks
from annotator.arabic.lexicons import word_frequencies
from annotator.arabic.titles import is_title
from annotator.arabic.tokens import tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.entities import Status
from annotator.core.spans import Span

Form = tuple[str, ...]
"""The folded words of a name."""

_ARTICLE = "ال"
_REACH = 32
_WORD_BEFORE = re.compile(r"(\S+)\s+\Z")
_LETTERS_BEFORE = re.compile(r"[^\W\d_]+\Z")
_MOSTLY = 0.6
"""Share of a word's places that are labelled from which on it is missed where it is not."""

_PLAUSIBLE = 3
"""How many times as often the shorter form must stand for a cut that the cutter would not make."""


class Outside(NamedTuple):
    """What stands right before a span and might have been taken into it, and from where."""

    clitic: int | None = None
    title: int | None = None


@dataclass(slots=True)
class Known:
    """How often a name was accepted under each label, rejected, and with what before its span."""

    labels: Counter[str] = field(default_factory=Counter)
    rejected: int = 0
    clitic_outside: int = 0
    title_outside: int = 0
    spelt: set[str] = field(default_factory=set)
    """How it was written where it was accepted, without vowel signs."""

    @property
    def accepted(self) -> int:
        """How often it was accepted, under any label."""
        return self.labels.total()

    @property
    def label(self) -> str:
        """The label that it has most often; of two equal ones the first by the alphabet."""
        return min(self.labels, key=lambda label: (-self.labels[label], label))


class Names:
    """Counts of the names in annotation sets."""

    def __init__(self, states: Iterable[AnnotatedArticle] = ()) -> None:
        self._known: dict[Form, Known] = {}
        self._by_first: dict[str, set[Form]] = {}
        self._bare: Counter[str] = Counter()
        self.clitic_inside: Counter[Form] = Counter()
        self.title_inside: Counter[Form] = Counter()
        """How often what follows the title has that title in its span."""
        for state in states:
            self.add(state)

    def add(self, state: AnnotatedArticle) -> None:
        """Count what was decided in an annotation set, and words left bare if it is begun."""
        if state.status is not ArticleStatus.NEW:
            self._add_bare(state)
        for entity in state.entities:
            if entity.status is Status.SUGGESTED:
                continue
            form = form_at(state.text, entity.span)
            if not form:
                continue
            known = self._known.get(form)
            if known is None:
                known = self._known[form] = Known()
                self._by_first.setdefault(form[0], set()).add(form)
            if entity.status is Status.REJECTED:
                known.rejected += 1
                continue
            known.labels[entity.label] += 1
            known.spelt.add(spelt(state.text, entity.span))
            outside = before(state.text, entity.span)
            known.clitic_outside += outside.clitic is not None
            known.title_outside += outside.title is not None
            for _, rest in without_clitic(state.text, entity.span):
                self.clitic_inside[rest] += 1
            for _, rest in without_title(state.text, entity.span):
                self.title_inside[rest] += 1

    def known(self, form: Form) -> Known | None:
        """Return what is known of a name that was accepted more often than rejected, or None."""
        found = self._known.get(form)
        return found if found is not None and found.accepted > found.rejected else None

    def is_missed(self, text: str, span: Span, known: Known) -> bool:
        """Whether what stands there without a label would have one: it is spelt as a labelled name.

        A single word must also have a label at most of its other places, for most words of names
        are words too (علي and على, البيت, العالمية), and what is before it must be a proclitic
        (كين in سكين is none).
        """
        written = spelt(text, span)
        before_it = _letters_before(text, span.start)
        if written not in known.spelt and before_it.endswith("ل") and written.startswith("ل"):
            written = _ARTICLE + written[1:]
        if written not in known.spelt:
            return False
        if len(written.split()) > 1:
            return True
        if before_it and not default_cutter().cut(before_it + span.of(text), name=True):
            return False
        bare = sum(self._bare[proclitic + written] for proclitic in PROCLITICS)
        return known.accepted >= _MOSTLY * (known.accepted + max(0, bare - 1))

    def _add_bare(self, state: AnnotatedArticle) -> None:
        taken = [e.span for e in state.entities if e.status is not Status.REJECTED]
        taken.sort()
        at = 0
        for token in tokenize(state.text):
            while at < len(taken) and taken[at].end <= token.start:
                at += 1
            if at == len(taken) or taken[at].start >= token.end:
                self._bare[without_marks(token.text)] += 1

    def starting_with(self, word: str) -> Iterable[Form]:
        """Return the names whose first folded word is ``word``."""
        return self._by_first.get(word, ())

    def is_clitic(self, text: str, span: Span, start: int, rest: Known) -> bool:
        """Whether the letters from the span's start to ``start`` are a clitic, and no name's own.

        The cutter judges; against it, the name without them must be much more frequent.
        """
        first = tokenize(text, span.start, span.end)[0]
        if default_cutter().cut(first.text, name=True) == start - span.start:
            return True
        whole = self._known.get(form_at(text, span))
        return rest.accepted >= _PLAUSIBLE * (whole.accepted if whole else 1)


def form_at(text: str, span: Span) -> Form:
    """Return the form of a span; the article that لل hides is written out (للأمم: الأمم)."""
    form = tuple(folded for token in tokenize(span.of(text)) if (folded := fold(token.text)))
    if form and form[0].startswith("ل") and fold(_letters_before(text, span.start)).endswith("ل"):
        written, met = _ARTICLE + form[0][1:], word_frequencies()
        if met.get(written, 0.0) > met.get(form[0], 0.0):  # but للبنان is ل and لبنان
            return (written, *form[1:])
    return form


def spelt(text: str, span: Span) -> str:
    """Return how the words of a span are written, without vowel signs."""
    return " ".join(without_marks(span.of(text)).split())


def before(text: str, span: Span) -> Outside:
    """Return where a proclitic or a title begins that stands right before a span."""
    letters = _letters_before(text, span.start)
    if letters:
        return Outside(clitic=span.start - len(letters) if fold(letters) in PROCLITICS else None)
    found = _WORD_BEFORE.search(text, max(0, span.start - _REACH), span.start)
    if found is None:
        return Outside()
    word = found[1]
    cut = default_cutter().cut(word)
    return Outside(title=found.start() + cut if is_title(fold(word[cut:])) else None)


def without_clitic(text: str, span: Span) -> Iterator[tuple[int, Form]]:
    """Yield each way to leave a proclitic out of a span: its new start, and the form then."""
    tokens = tokenize(text, span.start, span.end)
    for cut in cuts(tokens[0].text) if tokens else ():
        yield span.start + cut, form_at(text, Span(span.start + cut, span.end))


def without_title(text: str, span: Span) -> Iterator[tuple[int, Form]]:
    """Yield each way to leave a title out of a span, the shortest first, as above."""
    tokens = tokenize(text, span.start, span.end)
    if len(tokens) < 2 or not is_title(fold(tokens[0].text)):
        return
    for token in tokens[1:]:
        yield token.start, form_at(text, Span(token.start, span.end))


def _letters_before(text: str, at: int) -> str:
    """Return the letters of a word that stand before ``at``; "" where none begins before."""
    found = _LETTERS_BEFORE.search(text, max(0, at - 4), at)
    return found[0] if found else ""
