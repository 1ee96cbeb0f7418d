"""A sentence as the quote rules see it: words, punctuation, and marked strings as one item each."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice

from annotator.arabic.folding import fold
from annotator.arabic.marks import Marked, marked_strings
from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import Token, tokenize
from annotator.core.entities import Entity, Status
from annotator.core.graphemes import next_boundary
from annotator.core.spans import Span
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.names import mended


class Kind(Enum):
    """What an item is."""

    WORD = 1
    MARK = 2
    COLON = 3
    COMMA = 4
    STOP = 5
    OTHER = 6


@dataclass(frozen=True, slots=True)
class Item:
    """A word or punctuation mark, or a whole marked string (``marked`` set).

    ``folded`` is the word's folded form; ``entity`` the entity it lies in, if any.
    """

    span: Span
    kind: Kind
    folded: str
    marked: Marked | None = None
    entity: Entity | None = None

    @property
    def is_word(self) -> bool:
        """Whether it is a word of the narrator's."""
        return self.kind is Kind.WORD


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the narrator, or of somebody quoted in marks.

    Of the latter ``quoted_at`` says where the outermost marked string around it begins.
    """

    text: str
    span: Span
    items: tuple[Item, ...]
    quoted_at: int = -1

    def word(self, index: int) -> str:
        """Return the folded word at ``index``; empty outside the sentence or at punctuation."""
        if 0 <= index < len(self.items) and self.items[index].is_word:
            return self.items[index].folded
        return ""

    def kind(self, index: int) -> Kind | None:
        """Return the kind of the item at ``index``, None outside the sentence."""
        return self.items[index].kind if 0 <= index < len(self.items) else None

    def raw(self, index: int) -> str:
        """Return the item at ``index`` as written."""
        return self.items[index].span.of(self.text)

    def between(self, first: int, last: int) -> Span:
        """Return the span from item ``first`` to the end of item ``last - 1``."""
        return Span(self.items[first].span.start, self.items[last - 1].span.end)


_KINDS = {
    ":": Kind.COLON,
    "،": Kind.COMMA,
    ",": Kind.COMMA,
    "؛": Kind.COMMA,
    ";": Kind.COMMA,
    ".": Kind.STOP,
    "؟": Kind.STOP,
    "?": Kind.STOP,
    "!": Kind.STOP,
    "…": Kind.STOP,
}


class Reading:
    """An article read once: tokens, marked strings, entities, and the sentences of each level."""

    def __init__(self, text: str, entities: Sequence[Entity], lexicon: Lexicon) -> None:
        self.text = text
        self.marked = tuple(marked_strings(text))
        self._tokens = tokenize(text)
        kept = [e for e in entities if e.status is not Status.REJECTED]
        self.entities = mended(text, kept, self._tokens, lexicon)
        self._starts = [token.start for token in self._tokens]
        self._entity_of = self._cover()

    def narration(self) -> Iterator[Sentence]:
        """Yield the narrator's sentences, marked strings folded up into single items."""
        top = [marked for marked in self.marked if marked.depth == 0]
        # For splitting, an unclosed string protects its full stops like a closed one.
        spans = sentences(self.text, [replace(marked, closed=True) for marked in top])
        for span in self._announced(spans, {marked.outer.start for marked in top}):
            items = self._items(span, top)
            if items:
                yield Sentence(self.text, span, items)

    def _announced(self, spans: Sequence[Span], opened: Collection[int]) -> Iterator[Span]:
        """Join a sentence that ends in a colon with the marked string that begins the next."""
        before: Span | None = None
        for span in spans:
            if before is not None and span.start in opened and before.of(self.text).endswith(":"):
                before = Span(before.start, span.end)
                continue
            if before is not None:
                yield before
            before = span
        if before is not None:
            yield before

    def quoted(self) -> Iterator[Sentence]:
        """Yield what stands inside each marked string, one pseudo-sentence a part."""
        outermost = 0
        for index, around in enumerate(self.marked):
            if around.depth == 0:
                outermost = around.inside.start
            inner = list(self._inner(index))
            for part in around.parts:
                items = self._items(part, inner)
                if len(items) > 2:
                    yield Sentence(self.text, part, items, outermost)

    def _inner(self, index: int) -> Iterator[Marked]:
        """Yield the marked strings one level below the one at ``index``; they follow it."""
        around = self.marked[index]
        for marked in islice(self.marked, index + 1, None):
            if marked.outer.start >= around.outer.end:
                return
            if marked.depth == around.depth + 1:
                yield marked

    def _cover(self) -> dict[int, Entity]:
        """Map the start of every token that lies in an entity to the longest such entity."""
        cover: dict[int, Entity] = {}
        for entity in sorted(self.entities, key=lambda e: e.span.end - e.span.start):
            index = max(0, bisect_left(self._starts, entity.span.start + 1) - 1)
            while index < len(self._tokens) and self._tokens[index].start < entity.span.end:
                if self._tokens[index].end > entity.span.start:
                    cover[self._tokens[index].start] = entity
                index += 1
        return cover

    def _items(self, span: Span, marked: Sequence[Marked]) -> tuple[Item, ...]:
        items: list[Item] = []
        # No two of one level overlap: at most one that begins before the span reaches into it.
        first = max(0, bisect_left(marked, span.start, key=_start) - 1)
        hidden = islice(marked, first, None)
        current = next(hidden, None)
        index = bisect_left(self._starts, span.start)
        while index < len(self._tokens) and self._tokens[index].start < span.end:
            token = self._tokens[index]
            while current is not None and token.start >= current.outer.end:
                current = next(hidden, None)
            if current is not None and token.start >= current.outer.start:
                if token.start == current.outer.start:
                    named = self._entity_of.get(current.inside.start)
                    whole = named if named is not None and named.span == current.inside else None
                    items.append(Item(current.outer, Kind.MARK, "", current, whole))
            elif token.text == "#" or not span.start <= token.start < token.end <= span.end:
                # A hashtag's sign is no more than a letter of its word.
                pass
            else:
                items.append(self._item(index, token))
            index += 1
        return tuple(items)

    def _item(self, index: int, token: Token) -> Item:
        first = token.text[0]
        kind = _KINDS.get(token.text)
        if kind in (Kind.COLON, Kind.STOP, Kind.COMMA) and self._inside_number(index):
            kind = Kind.OTHER
        folded = fold(token.text) if kind is None and first.isalnum() else ""
        if kind is None:
            # A tatweel by itself stands for a dash, and of it nothing is left when it is folded.
            kind = Kind.WORD if folded else Kind.OTHER
        return Item(token.span, kind, folded, entity=self._entity_of.get(token.start))

    def _inside_number(self, index: int) -> bool:
        """Whether the mark stands between two digits (12:30, 3.2) or after an initial (د.)."""
        at = self._tokens[index].start
        before, after = self.text[at - 1 : at], self.text[at + 1 : at + 2]
        if before.isdigit() and after.isdigit():
            return True
        if self.text[at] == ".":
            start = self._tokens[index - 1].start if index else at
            return at - start == 1 and before.isalpha()
        return False


def _start(marked: Marked) -> int:
    return marked.outer.start


def after_conjunction(text: str, span: Span) -> Span:
    """Return the span of a word without its first letter, a glued و or ف."""
    return Span(next_boundary(text, span.start), span.end)
