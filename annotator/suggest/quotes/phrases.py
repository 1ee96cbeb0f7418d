"""How far a noun phrase goes: what may stand before it, and the words that end it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from annotator.arabic.clitics import default_cutter
from annotator.arabic.folding import fold
from annotator.arabic.lexicons import first_names
from annotator.core.entities import Entity
from annotator.core.spans import Span, trimmed
from annotator.suggest.quotes.lexicon import Lexicon, bases
from annotator.suggest.quotes.marked import is_short
from annotator.suggest.quotes.reading import Item, Kind, Sentence

_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن", "ني", "ي", "نا", "ك", "كم")
COMPLEMENTISERS = frozenset(
    clitic + "ان" + pronoun for clitic in ("", "ب") for pronoun in _PRONOUNS
)
_POINTING = frozenset({"هذا", "هذه", "ذلك", "تلك", "هولاء"})
_WHILE = frozenset({"وهو", "وهي", "وهم", "وهما", "وهن"})
_TIME_OR_ADJECTIVE = "مطلع"
_EACH_OF = ("كل", "من")
_ON_BEHALF = frozenset({"باسم", "باسمه", "باسمها", "باسمهم"})
_YEARS = frozenset({"عام", "سنه"})
_TO_WHOM = frozenset({"له", "لها", "لهم", "لنا", "لي"})
_PRONOMINAL = "ب|ل|ك|به|بها|فيه|فيها|عليه|عليها|عنه|عنها|اليه|اليها|معه|معها|منه|منها|خلاله|خلالها"
_OWN = "بي|بنا|فينا|معي|معنا|الي|الينا|علي|علينا|مني|منا|عني|عنا|اياه|اياها"
_WITHOUT_NOUN = _TO_WHOM | frozenset(f"{_PRONOMINAL}|{_OWN}".split("|"))
_PARTICLES = frozenset({"قد", "لقد", "لن", "لم", "ليس", "سوف", "ما"})
_NO_NOUNS = _WITHOUT_NOUN | _PARTICLES | COMPLEMENTISERS
TAKES_LAM = ("وفقا", "طبقا")
"""Words behind which the source has a ل: وفقاً لفلان."""
_LONGEST_ASIDE = 12
"""How many items may stand between commas before the speaker."""


def is_addressee(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether the word at ``index`` is who was spoken to, and no more: له, للصحافيين."""
    word = sentence.word(index)
    return word in _TO_WHOM or (word.startswith("لل") and lexicon.has_base("addressees", word))


def addressee_in(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> Span | None:
    """Return who was spoken to in items ``first`` to ``last``: للصحافيين, لرويترز, لقناة "…".

    The ل is left out, and so is the noun before a name.
    """
    for index in range(first, last):
        word, span = sentence.word(index), sentence.items[index].span
        if not word.startswith("ل"):
            continue
        entity = sentence.items[index].entity
        if entity is not None:
            if entity.label in ("PER", "ORG") and entity.span.start > span.start:
                return entity.span
        elif word.startswith("لل") and lexicon.has_base("addressees", word):
            return trimmed(sentence.text, Span(span.start + 2, span.end))
        elif word == "ل" or lexicon.has("outlets", word[1:]):
            named = _named_at(sentence, index + 1)
            if named is not None and index + 1 < last:
                return named
    return None


def _named_at(sentence: Sentence, index: int) -> Span | None:
    if sentence.kind(index) is Kind.MARK and is_short(sentence, sentence.items[index]):
        marked = sentence.items[index].marked
        return marked.inside if marked is not None else None
    entity = sentence.items[index].entity if sentence.word(index) else None
    return entity.span if entity is not None else None


def has_speaker(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether what stands at ``index`` can have said something: a name, or a noun of speech."""
    if sentence.kind(index) is Kind.MARK:
        return is_short(sentence, sentence.items[index])
    for at in (index, index + 1, index + 2):
        if not sentence.word(at):
            break
        entity = sentence.items[at].entity
        if entity is not None and entity.label in ("PER", "ORG"):
            return True
        if at == index and not lexicon.words["speakers"].isdisjoint(bases(sentence.word(at))):
            return True
        if at == index and not lexicon.words["titles"].isdisjoint(bases(sentence.word(at))):
            return True
    return False


def skip_adverbs(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> int:
    """Return the first item that is no adverb: past بدوره, ساخراً, and ، اليوم بالرباط،."""
    if sentence.kind(first) is Kind.COMMA:
        first = _after_aside(sentence, first, last, lexicon)
    while first < last:
        word = sentence.word(first)
        following = sentence.word(first + 1)
        told = _behind_addressee(sentence, first, last, lexicon)
        if told > first:
            first = told
        elif word.startswith("ب") and word in lexicon.words["manner"]:
            # بصوت متعب, بنبرة غاضبة
            first += 2 if following and not following.startswith("ال") and first + 1 < last else 1
        elif (word == "من" and lexicon.has("sides", following)) or (word, following) == _EACH_OF:
            first += 2
        elif sentence.kind(first) is Kind.COMMA or _is_skipped(word, lexicon):
            first += 1
        else:
            break
    return first


def _behind_addressee(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> int:
    """Return the item behind who was spoken to: قال *لي* صاحب العمل, كما قال *لـ«الوطن»* فلاح."""
    if sentence.word(first - 1).endswith(TAKES_LAM):
        return first
    if is_addressee(sentence, first, lexicon):
        return first + 1
    word = sentence.word(first)
    entity = sentence.items[first].entity
    at = first
    if word.startswith("ل") and entity is not None and _is_glued(sentence, first):
        at += 1
    elif word == "ل" or (word.startswith("ل") and lexicon.has("outlets", word[1:])):
        named = _named_at(sentence, first + 1)
        at = first + 2 if named is not None else first
        entity = sentence.items[first + 1].entity if named is not None else None
    while first < at < last and entity is not None and sentence.items[at].entity is entity:
        at += 1
    return at if at < last else first


def _is_glued(sentence: Sentence, index: int) -> bool:
    entity = sentence.items[index].entity
    return (
        entity is not None
        and entity.label in ("PER", "ORG")
        and entity.span.start > sentence.items[index].span.start
    )


def _after_aside(sentence: Sentence, comma: int, last: int, lexicon: Lexicon) -> int:
    """Return the item behind a time or place between two commas, else ``comma`` itself."""
    word = sentence.word(comma + 1)
    if not (word in lexicon.words["prepositions"] or word.startswith("بال")):
        return comma
    for index in range(comma + 2, min(comma + _LONGEST_ASIDE, last)):
        if sentence.kind(index) is Kind.COMMA:
            return index + 1
    return comma


def _is_skipped(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.words["skipped"] or _is_beside_subject(word, lexicon)


def _is_beside_subject(word: str, lexicon: Lexicon) -> bool:
    """Whether the word tells how the subject spoke, or is his speech: ساخراً, ختم *حديثه* بالقول."""
    return word in lexicon.words["manner"] or word in lexicon.words["own_speech"]


def phrase_end(sentence: Sentence, first: int, last: int, lexicon: Lexicon) -> int:
    """Return the item before which the noun phrase that begins at ``first`` ends."""
    index = first
    while index < last and not _stops_phrase(sentence, index, first, last, lexicon):
        index += 1
    while index > first and not sentence.items[index - 1].is_word:
        if sentence.kind(index - 1) is Kind.MARK:
            break
        index -= 1
    return index


def _stops_phrase(sentence: Sentence, index: int, first: int, last: int, lexicon: Lexicon) -> bool:
    item = sentence.items[index]
    if item.is_word:
        if item.folded in _TO_WHOM or _is_beside_subject(item.folded, lexicon):
            # Whatever an engine takes it for: قال *لي*, *بنبرة غاضبة*.
            return True
        if sentence.kind(index - 1) is Kind.MARK and index - 1 > first:
            # محللو مصرف "الخليج" *الارتفاع*: the phrase is complete with the name in marks.
            return item.entity is None or item.entity.label != "PER"
        return item.entity is None and _ends_phrase(sentence, index, first, lexicon)
    if item.kind is Kind.COMMA:
        # Over one comma to the name: الرئيس التنفيذي للشركة، عمر الحسيني.
        named = bool(entities_in(sentence.items[first:index], ("PER",)))
        return named or not _name_follows(sentence, index + 1, last)
    if item.kind is Kind.MARK:
        return index == first
    return sentence.raw(index) not in "-."


def _ends_phrase(sentence: Sentence, index: int, first: int, lexicon: Lexicon) -> bool:
    word = sentence.word(index)
    return (
        (_is_preposition(word, lexicon) and not _is_adjective(sentence, index))
        or word in _NO_NOUNS
        or word in lexicon.words["relatives"]
        or (word in _YEARS and sentence.word(index + 1)[:1].isdigit())
        or _is_beside_subject(word, lexicon)
        or _is_told(word, lexicon)
        or word.startswith("بال")
        or (index == first and word.startswith("بان"))
        or (index > first and _ends_begun_phrase(sentence, index, lexicon))
    )


def _is_adjective(sentence: Sentence, index: int) -> bool:
    """Whether مطلع is no time: مصدر *مطلع*, but مطلع العام."""
    following = sentence.word(index + 1)
    of_time = following.startswith("ال") or following in _YEARS
    return sentence.word(index) == _TIME_OR_ADJECTIVE and not of_time


def _is_told(word: str, lexicon: Lexicon) -> bool:
    """Whether the word says to whom: للصحافيين, لوكالة, لـCNN."""
    if not word.startswith("ل") or len(word) == 1:
        return False
    return word.startswith("لل") or word[1:].isascii() or lexicon.has("outlets", word[1:])


def _ends_begun_phrase(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a noun phrase cannot go on: بيان *صادر*, مصادر *هذا*, المتهم *بقتل*."""
    word = sentence.word(index)
    return (
        word in _POINTING
        or word in _WHILE
        or word in lexicon.words["issued"]
        or has_glued_ba(sentence.raw(index))
        or (word.startswith("وال") and len(word) > 4)
    )


@lru_cache(maxsize=8192)
def has_glued_ba(raw: str) -> bool:
    """Whether a word as written is ب and a noun: *بقتل* فلان, no name like بنيامين."""
    word = fold(raw)
    if not word.startswith("ب") or word in _ON_BEHALF or word in first_names():
        return False
    return default_cutter().cut(raw) == 1


def _is_preposition(word: str, lexicon: Lexicon) -> bool:
    prepositions = lexicon.words["prepositions"]
    return word in prepositions or (word[:1] in ("و", "ف") and word[1:] in prepositions)


def _name_follows(sentence: Sentence, index: int, last: int) -> bool:
    return any(
        item.entity is not None and item.entity.label == "PER"
        for item in sentence.items[index : min(index + 2, last)]
    )


def entities_in(items: Sequence[Item], labels: tuple[str, ...]) -> list[Entity]:
    """Return the entities with one of ``labels``, each once."""
    found: list[Entity] = []
    for item in items:
        if item.entity is not None and item.entity.label in labels and item.entity not in found:
            found.append(item.entity)
    return found
