"""From an article's text to suggested spans: tokens, tags, article consistency, edges, scores."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import Token, tokenize
from annotator.core.spans import Span, trimmed
from annotator.core.tags import TokenSpan, tags_to_spans
from annotator.suggest.embedded.chain import Lattice, best_tags, lattice, marginals, span_score
from annotator.suggest.embedded.forms import folded, rests, without_marks
from annotator.suggest.embedded.head import Head
from annotator.suggest.embedded.model import EmbeddedModel
from annotator.suggest.embedded.network import batches

FloatArray = NDArray[np.float32]
IntArray = NDArray[np.int64]

LONGEST_SENTENCE = 100
"""Words after which a sentence is cut: at a comma if there is one in its last third."""

WINDOW_WORDS = 1500
"""Words in which mentions of a name speak for each other: a long article, or part of a dump."""

SPEAK_FOR_THEMSELVES = frozenset({"MISC", "DATE", "NUM"})
"""Labels whose other mentions say nothing: measured to lose one point of F1 on MISC."""

_COMMAS = frozenset("،,؛;:")


class Suggested(NamedTuple):
    """A suggested name: its span in the text, its label, the probability that both are right."""

    span: Span
    label: str
    score: float


class Tagged(NamedTuple):
    """Spans of one sentence, over its words, with their scores in the same order."""

    spans: list[TokenSpan]
    scores: list[float]


def suggest(
    model: EmbeddedModel, text: str, cancelled: Callable[[], bool] = lambda: False
) -> list[Suggested]:
    """Return the suggestions for an article's text, in reading order, none overlapping.

    ``cancelled`` is asked between windows; once it is true, what was found so far is returned.
    """
    found: list[Suggested] = []
    for window in _windows(list(_sentences(text))):
        if cancelled():
            break
        words = [[without_marks(token.text) for token in sentence] for sentence in window]
        for tokens, tagged in zip(window, tag_sentences(model, words), strict=True):
            for span, score in zip(tagged.spans, tagged.scores, strict=True):
                edges = _edges(model, text, tokens[span.first : span.last], span.label)
                if edges is not None:
                    found.append(Suggested(edges, span.label, score))
    return found


def tag_sentences(model: EmbeddedModel, words: Sequence[Sequence[str]]) -> list[Tagged]:
    """Return the spans of tokenized sentences of one article, whole words, with their scores.

    Words are without diacritics, punctuation marks are words of their own. A score is calibrated:
    of suggestions with .8, about eight in ten are exactly right.
    """
    encoded = model.encode(words)
    scores = model.emissions(encoded)
    found: list[Tagged] = [Tagged([], []) for _ in words]
    parts = list(chained(model.head, scores, encoded.lengths))
    changed = np.zeros(len(words), np.bool_)
    if model.settings.agreement and parts:
        chances = np.empty_like(scores)
        for part in parts:
            chances[part.places[part.inside]] = marginals(part.grid)[part.inside]
        added = model.settings.agreement * agreement(model.head, encoded.words, chances)
        owner = np.repeat(np.arange(len(words)), encoded.lengths)
        changed[owner[added.any(axis=1)]] = True
        scores = scores + added
        again = chained(model.head, scores, encoded.lengths, np.flatnonzero(changed))
        for part in again:
            _collect(model, part, found)
    for part in parts:
        _collect(model, part, found, without=changed)
    return found


def agreement(head: Head, words: Sequence[str], chances: FloatArray) -> FloatArray:
    """Return what the other mentions of each word say, to be added to its scores.

    For each label: how likely the same form, or the form without its proclitic, is part of such a
    name where it is likeliest among its other places, minus how likely it is here; half of that
    when it speaks against the label. float32 [n, K], 0 for O.

    Args:
        head: gives the tags.
        words: of the article in order.
        chances: probability of each tag of each word, float32 [n, K].
    """
    labels = [
        label
        for label in dict.fromkeys(tag[2:] for tag in head.tags if tag != "O")
        if label not in SPEAK_FOR_THEMSELVES
    ]
    columns = [[k for k, tag in enumerate(head.tags) if tag[2:] == label] for label in labels]
    mass = np.stack([chances[:, both].sum(axis=1) for both in columns], axis=1)
    added = np.zeros_like(chances)
    likely = mass.sum(axis=1) > 0.05
    if not likely.any():
        return added
    forms = [folded(word) for word in words]
    named = {forms[place] for place in np.flatnonzero(likely)}
    groups: dict[str, list[int]] = defaultdict(list)
    for place, form in enumerate(forms):
        key = form
        if form not in named or form[0] in "وفبل":
            key = next((rest for rest in rests(form) if rest in named), form)
        if key in named and key[0].isalpha():
            groups[key].append(place)
    several = [group for group in groups.values() if len(group) > 1]
    if not several:
        return added
    members = np.array([place for group in several for place in group])
    ends = np.cumsum([len(group) for group in several])
    owner = np.repeat(np.arange(len(several)), np.diff(ends, prepend=0))
    for label, both in enumerate(columns):
        here = mass[members, label]
        ordered = here[np.lexsort((here, owner))]
        most, next_most = ordered[ends - 1][owner], ordered[ends - 2][owner]
        gains = np.where(here == most, next_most, most) - here
        gains[gains < 0] *= 0.5
        added[members[:, None], both] = gains[:, None]
    return added


class Part(NamedTuple):
    """A batch after the chain: sentence numbers, their words' places, and the lattice."""

    group: IntArray
    sizes: IntArray
    places: IntArray
    inside: NDArray[np.bool_]
    emissions: FloatArray
    grid: Lattice


def chained(
    head: Head, scores: FloatArray, lengths: Sequence[int], only: IntArray | None = None
) -> Iterator[Part]:
    """Yield the sentences (``only`` some) in batches with their lattices; scores [n, K]."""
    sizes = np.asarray(lengths, np.int64)
    starts = np.cumsum(sizes) - sizes
    chosen = np.arange(len(sizes)) if only is None else only
    for places_chosen in batches(sizes[chosen]):
        group = chosen[places_chosen]
        size, start = sizes[group], starts[group]
        longest = int(size.max())
        if not longest:
            continue
        steps = np.arange(longest)
        inside = steps[:, None] < size[None, :]
        places = np.where(inside, start[None, :] + steps[:, None], 0)
        emissions = np.where(inside[:, :, None], scores[places], np.float32(0))
        grid = lattice(emissions, inside, head.transitions, head.starts)
        yield Part(group, size, places, inside, emissions, grid)


def _collect(
    model: EmbeddedModel, part: Part, found: list[Tagged], without: NDArray[np.bool_] | None = None
) -> None:
    head = model.head
    chosen = best_tags(part.emissions, part.inside, head.transitions, head.starts)
    index = {tag: place for place, tag in enumerate(head.tags)}
    slope, offset = model.settings.calibration
    for column, sentence in enumerate(part.group):
        length = int(part.sizes[column])
        if without is not None and without[sentence]:
            continue
        if not chosen[:length, column].any():  # O is tag 0 in every head
            continue
        for span in tags_to_spans([head.tags[tag] for tag in chosen[:length, column]]):
            log = span_score(
                part.grid,
                part.emissions,
                head.transitions,
                (column, span.first, span.last, length),
                (index[f"B-{span.label}"], index[f"I-{span.label}"]),
            )
            chance = min(max(float(np.exp(log)), 1e-4), 1 - 1e-4)
            odds = slope * float(np.log(chance / (1 - chance))) + offset
            odds = min(max(odds, -9.0), 9.0)
            found[sentence].spans.append(span)
            found[sentence].scores.append(round(1 / (1 + float(np.exp(-odds))), 4))


def _sentences(text: str) -> Iterator[list[Token]]:
    for span in sentences(text):
        tokens = [
            token for token in tokenize(text, span.start, span.end) if without_marks(token.text)
        ]
        while len(tokens) > LONGEST_SENTENCE:
            cut = LONGEST_SENTENCE
            for place in range(LONGEST_SENTENCE - 1, LONGEST_SENTENCE * 2 // 3, -1):
                if tokens[place].text in _COMMAS:
                    cut = place + 1
                    break
            yield tokens[:cut]
            tokens = tokens[cut:]
        if tokens:
            yield tokens


def _windows(all_sentences: list[list[Token]]) -> Iterator[list[list[Token]]]:
    total = sum(map(len, all_sentences))
    aim = total / max(1, round(total / WINDOW_WORDS))
    window: list[list[Token]] = []
    filled = 0
    for sentence in all_sentences:
        window.append(sentence)
        filled += len(sentence)
        if filled >= aim:
            yield window
            window, filled = [], 0
    if window:
        yield window


def _edges(model: EmbeddedModel, text: str, tokens: Sequence[Token], label: str) -> Span | None:
    first = tokens[0]
    start = first.start
    letters = model.cutter.letters(without_marks(first.text), label)
    for at, letter in enumerate(first.text):
        if without_marks(letter):
            if not letters:
                start = first.start + at
                break
            letters -= 1
    return trimmed(text, Span(start, tokens[-1].end))
