"""Who is named where: noun phrases, the name inside one, and a person's fullest mention."""

from __future__ import annotations

from dataclasses import dataclass, replace

from annotator.arabic.folding import fold
from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.suggest.quotes.agreement import of_group, of_title, of_word
from annotator.suggest.quotes.inflection import Agreement
from annotator.suggest.quotes.later_names import LONGEST_NAME, named_later
from annotator.suggest.quotes.lexicon import Lexicon, bases
from annotator.suggest.quotes.marked import is_name, is_short
from annotator.suggest.quotes.name_edges import Gap, may_be_name, name_end, whole_name
from annotator.suggest.quotes.phrases import TAKES_LAM, entities_in, phrase_end, skip_adverbs
from annotator.suggest.quotes.reading import Kind, Sentence

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
    if end <= first or sentence.items[first].marked is not None:
        return _in_marks(sentence, first, last, end, lexicon)
    if lexicon.has("breaks", sentence.word(first)) or _is_governed(sentence, first):
        return None
    in_marks = _in_marks(sentence, first, last, end, lexicon)
    return in_marks or _in_words(sentence, Gap(first, end, last), lexicon, alone=alone)


def _is_governed(sentence: Sentence, index: int) -> bool:
    """Whether a preposition is on the name that begins at ``index``, or it is a number."""
    item = sentence.items[index]
    glued = item.entity is not None and item.entity.span.start > item.span.start
    according = sentence.word(index - 1).endswith(TAKES_LAM)
    return (glued and item.folded[0] in "بلك" and not according) or item.folded.isdigit()


def _in_words(sentence: Sentence, gap: Gap, lexicon: Lexicon, *, alone: bool) -> Mention:
    first, end, last = gap
    head = sentence.word(first)
    title = title_of(head, lexicon)
    persons = entities_in(sentence.items[first:end], ("PER",))
    if persons and _belongs_to(sentence, first, persons[0]):
        return _possessed(sentence, gap, persons[0], of_title(title, ""))
    if persons:
        person = persons[-1] if title and alone else persons[0]
        span = whole_name(sentence, person.span, gap, alone=alone, titled=bool(title))
        return Mention(span, of_title(title, sentence.word(first - 1)), named=True, title=head)
    if not title:
        return _group(sentence, first, end)
    found = _titled(sentence, first, end, title, lexicon, alone=alone and end == last)
    name = None if found.named else named_later(sentence, end, last, lexicon)
    return found if name is None else replace(found, span=name, named=True)


def _group(sentence: Sentence, first: int, end: int) -> Mention:
    """Return a group by its name, else what the phrase describes."""
    items = sentence.items
    others = [
        entity
        for entity in entities_in(items[first : first + 3], ("ORG", "LOC"))
        # الشرطة السعودية: there the place is no speaker, but part of who is.
        if entity.label == "ORG" or items[first].entity is entity
    ]
    if others and others[0].span.start <= items[min(first + 1, end - 1)].span.end:
        return Mention(others[0].span, of_group(others[0], sentence.text), named=True)
    end = _definite_end(sentence, first, end)
    return Mention(sentence.between(first, end), of_word(sentence.raw(first)), named=False)


def _belongs_to(sentence: Sentence, first: int, person: Entity) -> bool:
    """Whether a noun without article stands right before a name: محامي *جنينة*, أنصار *فلان*."""
    behind = sentence.items[first + 1].entity if first + 1 < len(sentence.items) else None
    own = sentence.items[first].entity
    head = sentence.raw(first)
    free = head.startswith(("ال", "وال")) or head.endswith(("ه", "ها", "هم")) or len(head) < 3
    return behind is person and own is not person and not free


def _possessed(sentence: Sentence, gap: Gap, owner: Entity, agreement: Agreement) -> Mention:
    """Return who is described by whom he belongs to; his own name when it stands in commas."""
    first, end, last = gap
    at = first + 1
    while at < end and sentence.items[at].entity is owner:
        at += 1
    if sentence.kind(at) is Kind.COMMA and at + 1 < last:
        named = sentence.items[at + 1].entity
        if named is not None and named.label == "PER":
            return Mention(named.span, agreement, named=True, title=sentence.word(first))
    behind = sentence.items[at].entity if at < end else None
    if behind is not None and behind.label == "PER":
        return Mention(behind.span, agreement, named=True, title=sentence.word(first))
    span = Span(sentence.items[first].span.start, owner.span.end)
    return Mention(span, agreement, named=False, title=sentence.word(first))


def _in_marks(
    sentence: Sentence, first: int, last: int, end: int, lexicon: Lexicon
) -> Mention | None:
    """Return the name in marks that a phrase is, or has behind its noun: صحيفة «الوطن»."""
    marked = sentence.items[first].marked if first < last else None
    if marked is not None and is_short(sentence, sentence.items[first]):
        return Mention(marked.inside, Agreement(), named=True)
    # شركة "كبلر", شركة الأبحاث "كبلر"
    reach = 3 if lexicon.has_base("naming", sentence.word(first)) else 2
    for index in range(first + 1, min(first + reach, end)):
        marked = sentence.items[index].marked
        if marked is not None and is_name(sentence, index, lexicon):
            return Mention(marked.inside, of_word(sentence.raw(first)), named=True)
    return None


def title_of(head: str, lexicon: Lexicon) -> str:
    """Return the title that the folded word is, without article; empty when it is none."""
    return next((base for base in bases(head) if base in lexicon.words["titles"]), "")


def _titled(
    sentence: Sentence, first: int, end: int, title: str, lexicon: Lexicon, *, alone: bool
) -> Mention:
    """Cut the name off a title when no entity is known: المدرب *هيثم السويدي*."""
    agreement = of_title(title, sentence.word(first - 1))
    head = sentence.word(first)
    definite, speaks_for = head.startswith("ال"), False
    for index in range(first + 1, end):
        word = sentence.word(index)
        entity = sentence.items[index].entity
        glued = entity is not None and entity.span.start > sentence.items[index].span.start
        told = speaks_for or not head.startswith("ال")
        if glued and word.startswith("ل") and told:
            # متحدث باسم الشركة ل*بي بي سي*, صحفي محلي لها: that is who was told.
            return Mention(sentence.between(first, index), agreement, named=False, title=head)
        speaks_for = speaks_for or word == "باسم"
        if word in _TITLE_LINKS or (entity is not None and entity.label != "PER"):
            definite = entity is not None or word.startswith("ال")
        elif word.startswith("ال"):
            definite = True
        elif word.startswith("ل") and not lexicon.has("lam_names", word) and entity is None:
            # الأمين العام لحزب الله حسن …: the title goes on.
            definite = False
        elif definite and not may_be_name(word):
            # رئيس الجامعة *تدخل* الشرطة: the object begins.
            return Mention(sentence.between(first, index), agreement, named=False, title=head)
        elif definite:
            last = end if alone and end - index <= LONGEST_NAME else name_end(sentence, index, end)
            return Mention(sentence.between(index, last), agreement, named=True, title=head)
    return Mention(sentence.between(first, end), agreement, named=False, title=head)


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


def is_own(mention: Mention, text: str, lexicon: Lexicon) -> bool:
    """Whether what is mentioned is what one has or does, not who speaks: أكد *إدانته* الحادث."""
    raw = mention.span.of(text).split()[0]
    known = {"speakers", "titles"}
    return (
        not mention.named
        and len(raw) > 4
        and not raw.startswith("ال")
        and raw.endswith(("ته", "تها", "تهم", "ها", "هم"))
        and not any(lexicon.has_base(kind, _without_pronoun(fold(raw))) for kind in known)
    )


def _without_pronoun(head: str) -> str:
    for pronoun in ("ها", "هم", "ه"):
        if head.endswith(pronoun):
            head = head.removesuffix(pronoun)
            return head.removesuffix("ت") + "ه" if head.endswith("ت") else head
    return head
