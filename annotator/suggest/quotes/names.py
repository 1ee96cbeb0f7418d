"""Mend the edges of suggested persons: speakers are often those whose family name nobody knows.

A name list ends where it does not know the next word: عبد الحق *بلماضي*, عمرو *واكد*. In a
sentence that reports speech such a word is far more likely a family name than anything else.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from annotator.arabic.folding import fold
from annotator.arabic.lexicons import first_names, word_frequencies
from annotator.arabic.tokens import Token
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.words import is_ordinary

_FREQUENT = 4.5
"""ln(1 + count) in the news from which a word is no unknown family name: some 90 times."""
_TO_NAME = re.compile(r" (?:ال\w+ )?")
"""What stands between a title and its name: nothing, or an adjective."""
_HASHTAG = re.compile(r"#(\w+)")
_TANWIN = ("ًا", "اً", "ً")
_WORD = 14
_LINKS = frozenset({"عبد", "ابو", "ابي", "ابا", "ام", "بن", "ابن", "بنت", "ال", "ولد", "بو"})
_ARABIC = re.compile("[\u0621-\u064a]{3,}")
_ARTICLES = ("ال", "لل", "بال", "وال", "فال", "كال")


def mended(
    text: str, entities: Sequence[Entity], tokens: Sequence[Token], lexicon: Lexicon
) -> tuple[Entity, ...]:
    """Return ``entities`` with suggested persons made whole; what people decided stays."""
    mend = _Mend(
        text,
        tokens,
        [token.start for token in tokens],
        frozenset(_covered(entities, tokens)),
        frozenset(_words_alone(text, entities)),
        frozenset(_pairs(text)),
        lexicon,
    )
    persons = frozenset(entity.span.start for entity in entities if entity.label == "PER")
    return tuple(
        mend.person(entity) if _is_guess(entity) else entity
        for entity in entities
        if not (_is_guess(entity) and _is_on_behalf(text, entity.span, lexicon))
        and not _is_title(text, entity, persons, lexicon)
    )


def _is_title(text: str, entity: Entity, persons: Collection[int], lexicon: Lexicon) -> bool:
    """Whether what was taken for a group is the title of the person behind it."""
    guessed = entity.label == "ORG" and entity.status is Status.SUGGESTED
    head = fold(entity.span.of(text)).split()[0]
    behind = _TO_NAME.match(text, entity.span.end)
    named = behind is not None and behind.end() in persons
    return guessed and named and lexicon.has_base("titles", head)


def _covered(entities: Sequence[Entity], tokens: Sequence[Token]) -> Iterator[int]:
    """Yield where the tokens start that lie in an entity."""
    starts = [token.start for token in tokens]
    for entity in entities:
        first = max(0, bisect_left(starts, entity.span.start + 1) - 1)
        for token in tokens[first : bisect_left(starts, entity.span.end)]:
            if token.end > entity.span.start:
                yield token.start


def _is_guess(entity: Entity) -> bool:
    return entity.label == "PER" and entity.status is Status.SUGGESTED


def _is_on_behalf(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether باسم is no first name here: متحدثة *باسم الطوارئ*."""
    before = fold(text[max(0, span.start - _WORD) : span.start]).split()
    is_name = fold(span.of(text)).split()[0] != "باسم"
    return not is_name and bool(before) and lexicon.has_base("speakers_for", before[-1])


def _words_alone(text: str, entities: Sequence[Entity]) -> Iterator[str]:
    """Yield the words by which persons of one word go: family names, most of them."""
    for entity in entities:
        words = fold(entity.span.of(text)).replace("_", " ").split()
        if entity.label == "PER" and len(words) == 1:
            yield words[0]
        elif entity.label == "PER" and len(words) > 1:
            yield words[-1]


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    """Yield words that a hashtag ties together: #عمرو_واكد."""
    for hashtag in _HASHTAG.findall(text):
        words = fold(hashtag).split("_")
        yield from pairwise(words)


@dataclass(frozen=True, slots=True)
class _Mend:
    """The words of an article, looked up when a name may go on."""

    text: str
    tokens: Sequence[Token]
    starts: Sequence[int]
    covered: frozenset[int]
    alone: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    lexicon: Lexicon

    def person(self, entity: Entity) -> Entity:
        """Return the person with the family name that stands behind it."""
        end = self._end(entity.span)
        if end == entity.span.end:
            return entity
        return replace(entity, span=Span(entity.span.start, end))

    def _end(self, span: Span) -> int:
        words = span.of(self.text).split()
        index = bisect_left(self.starts, span.end)
        hashed = self.text[span.end : span.end + 2] == " #"
        if _length(words) > 1 or index + hashed >= len(self.tokens):
            return span.end
        token = self.tokens[index + hashed]
        if self.text[span.end : token.start] not in (" ", " #"):
            return span.end
        taken = token.start in self.covered
        goes_on = hashed if taken else self._goes_on(token, words)
        return token.end if goes_on else span.end

    def _goes_on(self, token: Token, words: Sequence[str]) -> bool:
        word, before = fold(token.text), fold(words[-1])
        if not _ARABIC.fullmatch(word) or token.text.endswith(_TANWIN):
            return False
        if (before, word) in self.pairs or (word in self.alone and word != before):
            return True
        if word.startswith("ال") and before in first_names():
            # شاكر *العلي*
            return word[2:] in first_names()
        known = token.text.startswith(_ARTICLES) or self._is_known(word)
        return not known and not is_word(word)

    def _is_known(self, word: str) -> bool:
        lexicon = self.lexicon
        rests = {word, word[1:]} if word[0] in "وفلبك" else {word}
        return any(
            rest in lexicon.forms
            or rest in lexicon.words["prepositions"]
            or rest in lexicon.words["skipped"]
            or rest in lexicon.words["breaks"]
            or rest in lexicon.words["relatives"]
            or lexicon.has_base("addressees", rest)
            for rest in rests
        )


def _length(words: Sequence[str]) -> int:
    """Return the number of names in a name: عبد الحق and فاطمة الزهراء are one each."""
    return sum(
        fold(word) not in _LINKS and not (at and fold(word).startswith("ال"))
        for at, word in enumerate(words)
    )


def is_word(word: str) -> bool:
    """Whether a folded word is one of the language, with whatever hangs on it."""
    return any(map(_is_frequent, _stems(word)))


def _is_frequent(form: str) -> bool:
    return is_ordinary(form) or word_frequencies().get(form, 0.0) > _FREQUENT


def _stems(word: str) -> Iterator[str]:
    """Yield what a word may be without a proclitic, an ending or a pronoun."""
    yield word
    joined = word[0] in "وف" or (word[0] in "بلك" and word[1] not in "بلك")
    if joined and len(word) > 4:
        yield word[1:]
        yield from _without_ending(word[1:])
    yield from _without_ending(word)


def _without_ending(word: str) -> Iterator[str]:
    if word.endswith(("ا", "ت")) and len(word) > 3:
        yield word[:-1]
    if word.endswith("ته") and len(word) > 4:
        yield word[:-2] + "ه"
