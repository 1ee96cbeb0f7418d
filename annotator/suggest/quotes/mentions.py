"""Who is named where: noun phrases, the name inside one, and a person's fullest mention."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.arabic.folding import fold
from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.suggest.quotes.inflection import FEMININE, MASCULINE, SEVERAL, Agreement
from annotator.suggest.quotes.lexicon import Lexicon, bases
from annotator.suggest.quotes.marked import is_name, is_short
from annotator.suggest.quotes.phrases import entities_in, phrase_end, skip_adverbs
from annotator.suggest.quotes.reading import Item, Kind, Sentence

_LONGEST_NAME = 5
_NAME_LINKS = frozenset(
    {"بن", "ابن", "بنت", "عبد", "ابو", "ابي", "ابا", "ام", "ال", "ولد", "دي", "فان", "بو"}
)
_TITLE_LINKS = frozenset({"باسم", "العام", "عام", "السابق", "الاسبق"})


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name a speaker. ``named`` tells a name from a description (شاهد عيان)."""

    span: Span
    agreement: Agreement
    named: bool
    title: str = ""


def mention_in(
    sentence: Sentence, first: int, last: int, lexicon: Lexicon, *, alone: bool = False
) -> Mention | None:
    """Return the speaker named by the noun phrase that begins in items ``first`` to ``last``.

    The name alone when there is one: an entity, else what follows a title and its adjectives.
    None when no noun phrase begins there (a preposition, a time, nothing). ``alone`` tells that
    nothing but the speaker is expected there, so that a long name is taken whole.
    """
    first = skip_adverbs(sentence, first, last, lexicon)
    end = phrase_end(sentence, first, last, lexicon)
    in_marks = _in_marks(sentence, first, last, end, lexicon)
    if in_marks is not None or end <= first:
        return in_marks
    items = sentence.items
    head = sentence.word(first)
    title = title_of(head, lexicon)
    persons = entities_in(items[first:end], ("PER",))
    if persons:
        person = persons[-1] if title and alone else persons[0]
        span = _whole_name(sentence, person.span, first, end, last, alone=alone, titled=bool(title))
        agreement = of_title(title, sentence.word(first - 1))
        return Mention(span, agreement, named=True, title=head)
    if title:
        found = _titled(sentence, first, end, title, lexicon, alone=alone and end == last)
        return found if found.named else _named_later(sentence, end, last, found, lexicon)
    others = entities_in(items[first : first + 3], ("ORG", "LOC"))
    if others and others[0].span.start <= items[min(first + 1, end - 1)].span.end:
        return Mention(others[0].span, of_group(others[0], sentence.text), named=True)
    end = _definite_end(sentence, first, end)
    agreement = _of_word(head)
    return Mention(sentence.between(first, end), agreement, named=False)


def _in_marks(
    sentence: Sentence, first: int, last: int, end: int, lexicon: Lexicon
) -> Mention | None:
    """Return the name in marks that a phrase is, or has behind its noun: صحيفة «الوطن»."""
    marked = sentence.items[first].marked if first < last else None
    if marked is not None and is_short(sentence, sentence.items[first]):
        return Mention(marked.inside, Agreement(), named=True)
    marked = sentence.items[first + 1].marked if first + 1 < end else None
    if marked is not None and is_name(sentence, first + 1, lexicon):
        return Mention(marked.inside, _of_word(sentence.word(first)), named=True)
    return None


def _named_later(
    sentence: Sentence, end: int, last: int, titled: Mention, lexicon: Lexicon
) -> Mention:
    """Take the name that follows a title's phrase, between commas or behind a preposition."""
    found = _apposition(sentence, end, last, titled, lexicon)
    if found.named:
        return found
    person = _person_after(sentence, end, last, lexicon)
    name = person.span if person is not None else _behind_place(sentence, end, last, lexicon)
    return found if name is None else replace(found, span=name, named=True)


def _is_long_entity(item: Item) -> bool:
    """Whether a name of its own begins here, not a family name that is a place elsewhere."""
    entity = item.entity
    if entity is None:
        return False
    return entity.label == "PER" or entity.span != item.span or item.folded.startswith("ال")


def _whole_name(
    sentence: Sentence, name: Span, first: int, end: int, last: int, *, alone: bool, titled: bool
) -> Span:
    """Mend the edges of a person's span: a family name left out, a cue taken in."""
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


def _person_after(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> Entity | None:
    """Return a person named later in the gap: وزير الدولة للشؤون الخارجية *فادي صالح*."""
    for index in range(first, last):
        item = sentence.items[index]
        if item.kind is not Kind.WORD or lexicon.has_base("addressees", item.folded):
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
    fits = 1 < len(words) <= _LONGEST_NAME and not words[0].startswith(("ال", "ل", "و", "ب"))
    return sentence.between(first, after) if fits and all(words) else None


def title_of(head: str, lexicon: Lexicon) -> str:
    """Return the title that the folded word is, without article; empty when it is none."""
    return next((base for base in bases(head) if base in lexicon.words["titles"]), "")


def _titled(
    sentence: Sentence, first: int, end: int, title: str, lexicon: Lexicon, *, alone: bool
) -> Mention:
    """Cut the name off a title when no entity is known: المدرب *هيثم السويدي*."""
    agreement = of_title(title, sentence.word(first - 1))
    head = sentence.word(first)
    definite = head.startswith("ال")
    for index in range(first + 1, end):
        word = sentence.word(index)
        entity = sentence.items[index].entity
        if word in _TITLE_LINKS or (entity is not None and entity.label != "PER"):
            definite = entity is not None or word.startswith("ال")
        elif word.startswith("ال"):
            definite = True
        elif word.startswith("ل") and not lexicon.has("lam_names", word) and entity is None:
            # الأمين العام لحزب الله حسن …: the title goes on.
            definite = False
        elif definite:
            last = (
                end if alone and end - index <= _LONGEST_NAME else _name_end(sentence, index, end)
            )
            return Mention(sentence.between(index, last), agreement, named=True, title=head)
    return Mention(sentence.between(first, end), agreement, named=False, title=head)


def _apposition(
    sentence: Sentence, comma: int, last: int, titled: Mention, lexicon: Lexicon
) -> Mention:
    """Take the name between commas behind a title: رئيس المديرية، *طاهر حميدي*."""
    if comma >= last or sentence.kind(comma) is not Kind.COMMA:
        return titled
    end = comma + 1
    while end < last and sentence.word(end) and end <= comma + 4:
        end += 1
    words = [sentence.word(i) for i in range(comma + 1, end)]
    fits = 1 < len(words) <= 4 and (end == last or sentence.kind(end) is Kind.COMMA)
    ordinary = any(word in lexicon.words["prepositions"] for word in words)
    if not fits or ordinary or words[0].startswith(("ال", "ل", "و")):
        return titled
    return replace(titled, span=sentence.between(comma + 1, end), named=True)


def _name_end(sentence: Sentence, first: int, end: int) -> int:
    """Return where a name ends when other words may follow: two words, بن and عبد not counted."""
    counted = 0
    for index in range(first, end):
        word = sentence.word(index)
        if word in _NAME_LINKS:
            continue
        counted += 1
        if counted == 2 or word.startswith("ال"):
            return index + 1
    return end


def _definite_end(sentence: Sentence, first: int, end: int) -> int:
    """End a phrase with its last definite word: منظمة العفو الدولية | قرار المحكمة."""
    definite = False
    for index in range(first, end):
        word = sentence.word(index)
        if word.startswith("ال"):
            definite = True
        elif definite and sentence.items[index].entity is None:
            return index
    return end


def of_title(title: str, before: str) -> Agreement:
    """Return what a title, or else the verb before a name, tells of the person."""
    if title:
        return FEMININE if title.endswith("ه") else MASCULINE
    # A verb before its subject says what the subject is: استقبلت سعاد.
    return FEMININE if before.endswith("ت") and len(before) > 3 else Agreement()


def of_group(entity: Entity, text: str) -> Agreement:
    """Return what the first word of a group or place tells of its verbs."""
    head = fold(entity.span.of(text).split()[0])
    return FEMININE if head.endswith("ه") or entity.label == "LOC" else Agreement()


def _of_word(word: str) -> Agreement:
    if word.endswith(("ون", "ين")):
        return SEVERAL
    if word.endswith(("ه", "ات", "اء")):
        return FEMININE
    return MASCULINE


def agrees(mention: Agreement, cue: Agreement) -> bool:
    """Whether a subject of this kind can have this verb: unknown gender agrees with any."""
    if cue.plural:
        return mention.plural or not mention.gender
    return not mention.gender or not cue.gender or mention.gender == cue.gender
