"""A name that stands apart from its title: behind a comma, a preposition or a place."""

from __future__ import annotations

from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.marked import is_short
from annotator.suggest.quotes.phrases import has_glued_ba, phrase_end
from annotator.suggest.quotes.reading import Kind, Sentence

LONGEST_NAME = 5
_COMMA_REACH = 7


def named_later(sentence: Sentence, end: int, last: int, lexicon: Lexicon) -> Span | None:
    """Return the name that follows a title's phrase, between commas or behind a preposition."""
    marked = sentence.items[end].marked if end < last else None
    end += marked is not None and is_short(sentence, sentence.items[end])
    name = _apposition(sentence, end, last, lexicon) or _after_comma(sentence, end, last)
    if name is not None:
        return name
    person = _person_after(sentence, end, last, lexicon)
    return person.span if person is not None else _behind_place(sentence, end, last, lexicon)


def _after_comma(sentence: Sentence, first: int, last: int) -> Span | None:
    """Return the person named right behind the next comma: رئيس الهيئة في المدينة، *جو لوتا*."""
    for index in range(first, min(last, first + _COMMA_REACH)):
        item = sentence.items[index]
        if item.entity is not None and item.entity.label == "PER":
            return None
        if item.kind is Kind.COMMA:
            after = sentence.items[index + 1].entity if index + 1 < last else None
            return after.span if after is not None and after.label == "PER" else None
    return None


def _person_after(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> Entity | None:
    """Return a person named later in the gap: وزير الدولة للشؤون الخارجية *فادي صالح*."""
    for index in range(first, last):
        item = sentence.items[index]
        if item.marked is not None and is_short(sentence, item):
            # كبير المهندسين في شركة "نواة" *جابر الهذلي*.
            continue
        if item.kind is not Kind.WORD or lexicon.has_base("addressees", item.folded):
            return None
        if has_glued_ba(sentence.raw(index)):
            # المتهم بقتل فلان
            return None
        entity = item.entity
        if entity is not None and entity.label == "PER":
            glued = entity.span.start != item.span.start
            governed = sentence.word(index - 1) in lexicon.words["prepositions"]
            return None if glued or governed else entity
    return None


def _behind_place(sentence: Sentence, end: int, last: int, lexicon: Lexicon) -> Span | None:
    """Return the name behind the place of a title: ممثلة المنظمة في سوريا *كلارا هوفمان*."""
    place = end + 1
    if sentence.word(end) != "في" or place >= last:
        return None
    entity = sentence.items[place].entity
    if entity is None and not sentence.word(place).startswith("ال"):
        return None
    first = place + 1
    while first < last and entity is not None and sentence.items[first].entity is entity:
        first += 1
    after = phrase_end(sentence, first, last, lexicon)
    words = [sentence.word(index) for index in range(first, after)]
    fits = 1 < len(words) <= LONGEST_NAME and not words[0].startswith(("ال", "ل", "و", "ب"))
    return sentence.between(first, after) if fits and all(words) else None


def _apposition(sentence: Sentence, comma: int, last: int, lexicon: Lexicon) -> Span | None:
    """Return the name between commas behind a title: رئيس المديرية، *طاهر حميدي*."""
    if comma >= last or sentence.kind(comma) is not Kind.COMMA:
        return None
    end = comma + 1
    while end < last and sentence.word(end) and end <= comma + 4:
        end += 1
    words = [sentence.word(i) for i in range(comma + 1, end)]
    fits = 1 < len(words) <= 4 and (end == last or sentence.kind(end) is Kind.COMMA)
    ordinary = any(word in lexicon.words["prepositions"] for word in words)
    if not fits or ordinary or words[0].startswith(("ال", "ل", "و")):
        return None
    return sentence.between(comma + 1, end)
