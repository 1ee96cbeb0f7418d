"""Where a name begins and ends when only a part of it is known, or nothing at all."""

from __future__ import annotations

from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.arabic.lexicons import first_names
from annotator.core.spans import Span
from annotator.suggest.quotes.names import is_word
from annotator.suggest.quotes.reading import Item, Sentence

NAME_LINKS = frozenset(
    {"بن", "ابن", "بنت", "عبد", "ابو", "ابي", "ابا", "ام", "ال", "ولد", "دي", "فان", "بو"}
)
"""Words that tie the parts of a name together, or open one."""


class Gap(NamedTuple):
    """Where a speaker is named: from item ``first``, his phrase to ``end``, others to ``last``."""

    first: int
    end: int
    last: int


def whole_name(sentence: Sentence, name: Span, gap: Gap, *, alone: bool, titled: bool) -> Span:
    """Mend the edges of a person's span: a family name left out, a cue taken in."""
    first, end, last = gap
    start, stop = name.start, min(name.end, sentence.items[last - 1].span.end)
    if " " not in name.of(sentence.text):
        if titled:
            start = _with_first_name(sentence, first, name)
        following = next((i for i in sentence.items[first:end] if i.span.start >= stop), None)
        rest = [i for i in sentence.items[first:end] if i.span.start >= stop]
        if alone and end == last and 0 < len(rest) <= 2 and not any(map(_is_long_entity, rest)):
            stop = rest[-1].span.end
        elif titled and len(rest) == 1 and not _is_long_entity(rest[0]):
            # رئيس البلدية فيليب *كلوز* على: what a phrase ends with behind a first name.
            stop = rest[0].span.end
        elif (
            (alone or titled)
            and following is not None
            and following.entity is None
            and following.folded.startswith("ال")
            and not fold(name.of(sentence.text)).startswith("ال")
        ):
            stop = following.span.end
    return Span(start, stop)


def _with_first_name(sentence: Sentence, first: int, name: Span) -> int:
    """Return where a name begins, an unknown first name behind the title included.

    رئيسة المفوضية الأوروبية *إليزا* مارتن: nothing else is indefinite behind a definite noun.
    """
    index = first
    while sentence.items[index].span.end <= name.start:
        index += 1
    before = index - 1
    word, noun = sentence.word(before), sentence.word(before - 1)
    fits = before > first and word and sentence.items[before].entity is None
    definite = sentence.raw(before).startswith("ال")  # إليزا is not, folded it would be
    if fits and noun.startswith("ال") and not definite and not word.startswith(("لل", "ب", "و")):
        return sentence.items[before].span.start
    return name.start


def _is_long_entity(item: Item) -> bool:
    """Whether a name of its own begins here, not a family name that is a place elsewhere."""
    entity = item.entity
    if entity is None:
        return False
    return entity.label == "PER" or entity.span != item.span or item.folded.startswith("ال")


def name_end(sentence: Sentence, first: int, end: int) -> int:
    """Return where a name ends when other words may follow: two words, بن and عبد not counted."""
    counted = 0
    for index in range(first, end):
        word = sentence.word(index)
        if word in NAME_LINKS:
            continue
        counted += 1
        if counted == 2 or word.startswith("ال"):
            return index + 1
    return end


def may_be_name(word: str) -> bool:
    """Whether a folded word behind a title can begin a name, and is no verbal noun."""
    if len(word) > 4 and word.endswith(("ها", "هم", "ته")):
        return False
    return word in NAME_LINKS or word in first_names() or not is_word(word)
