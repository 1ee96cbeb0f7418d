"""The fullest mention of a speaker: الماجري is كريم الماجري, the minister is whom he was named."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.suggest.quotes.lexicon import Lexicon, bases
from annotator.suggest.quotes.mentions import Mention
from annotator.suggest.quotes.phrases import has_glued_ba

_TITLE_REACH = 60
"""How many code points before a name its title is looked for."""
_COUNTERPARTS = frozenset({"نظيره", "نظيرته", "نظيرها"})
"""Words that stand for the title of somebody named before."""


class _Name(NamedTuple):
    span: Span
    words: tuple[str, ...]
    titles: frozenset[str]


class People:
    """Every named person and group of an article."""

    def __init__(self, text: str, entities: Sequence[Entity], sources: Sequence[Mention]) -> None:
        self._text = text
        self._spoke = frozenset(source.span for source in sources)
        persons = {entity.span for entity in entities if entity.label == "PER"}
        persons |= {source.span for source in sources if source.named and source.title}
        spans = persons | {entity.span for entity in entities if entity.label == "ORG"}
        spans |= {source.span for source in sources if source.named}
        ordered = sorted(spans)
        ends = [0, *(span.end for span in ordered)]
        names = [self._name(s, end) for s, end in zip(ordered, ends, strict=False)]
        self._by_word: dict[str, list[_Name]] = {}
        self._by_titles: dict[str, list[_Name]] = {}
        for name in names:
            for word in set(name.words):
                self._by_word.setdefault(word, []).append(name)
            for title in name.titles if name.span in persons else ():
                self._by_titles.setdefault(title, []).append(name)

    def fullest(self, mention: Mention, lexicon: Lexicon) -> Span | None:
        """Return the first of the longest mentions of this speaker; None for a description."""
        words = _words(mention.span.of(self._text))
        if mention.named:
            return self._fullest(words, mention.span)
        head = words[0].removeprefix("ال") if words else ""
        for name in self._by_word.get(head, ()):
            if _heads(words, name.words):
                return name.span
        # A title that is somebody's family name: عادل السيد, وأضاف السيد.
        for name in self._by_word.get(words[-1], ()) if len(words) == 1 else ():
            if len(name.words) > 1 and name.words[-1:] == words:
                return name.span
        return self._by_title(words, mention.span, lexicon)

    def _fullest(self, words: Sequence[str], span: Span) -> Span:
        """Return the first mention of who was last named so before ``span``, or is named later."""
        known = self._by_word.get(words[-1], []) if words else []
        same = [name for name in known if _is_same(words, name.words)]
        longer = [name for name in same if len(name.words) > len(words)] or same
        if not longer:
            return span
        before = [name for name in longer if name.span.start <= span.start]
        spoke = [name for name in before if name.span in self._spoke]
        nearest = (spoke or before or longer)[-1 if before else 0]
        return next(name.span for name in longer if name.words == nearest.words)

    def _by_title(self, words: Sequence[str], span: Span, lexicon: Lexicon) -> Span | None:
        """Find whom a title means: the nearest name before it (else after) that has the title."""
        definite = words and (len(words) > 1 or words[0].startswith("ال"))
        if not definite or not lexicon.has_base("titles", words[0]):
            return None
        last = bases(words[-1])
        titled = {
            name
            for head in bases(words[0]) | _COUNTERPARTS
            for name in self._by_titles.get(head, ())
        }
        fitting = sorted(
            name
            for name in titled
            if not span.overlaps(name.span)
            and (len(words) == 1 or not last.isdisjoint(name.titles))
        )
        before = [name for name in fitting if name.span.end <= span.start]
        before = [name for name in before if name.span in self._spoke] or before
        if before:
            return self._fullest(before[-1].words, before[-1].span)
        return self._fullest(fitting[0].words, fitting[0].span) if fitting else None

    def _name(self, span: Span, previous: int) -> _Name:
        start = max(min(previous, span.start), span.start - _TITLE_REACH)
        before = self._text[start : span.start]
        cut = max(before.rfind(mark) for mark in '.\n:"»”')
        words = before[cut + 1 :].split()
        # المتهم بقتل الطالبة فلانة: she is no المتهم.
        own = next((at for at in range(len(words), 0, -1) if has_glued_ba(words[at - 1])), 0)
        titles = frozenset(base for word in words[own:] for base in bases(fold(word).strip("،")))
        return _Name(span, _words(span.of(self._text)), titles)


def _words(text: str) -> tuple[str, ...]:
    return tuple(fold(text).split())


def _is_same(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether ``name`` says what ``words`` say, and perhaps more: same last word, all inside."""
    if not words or len(name) < len(words):
        return False
    return (
        name[-len(words) :] == tuple(words)
        or (len(words) == 1 and name[0] == words[0] and len(name) == 2)
        or name[: len(words)] == tuple(words)
    )


def _heads(words: Sequence[str], name: Sequence[str]) -> bool:
    """Whether a definite head stands for a name: الهيئة, هيئة الآثار."""
    return (
        len(words) == 1
        and words[0].startswith("ال")
        and len(name) > 1
        and name[0] == words[0].removeprefix("ال")
    )
