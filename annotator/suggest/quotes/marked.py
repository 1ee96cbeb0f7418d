"""Which marked strings are quotations, and which are names and scare quotes (QUOTES.md 3.2)."""

from __future__ import annotations

import re

from annotator.arabic.folding import fold
from annotator.core.spans import Span
from annotator.suggest.quotes.lexicon import Lexicon, bases
from annotator.suggest.quotes.reading import Item, Kind, Sentence

_WORD = re.compile(r"\w+")
_WE_SHALL = re.compile(r"[وف]?سن(?!ه|و[اي])\w{2}")
_FUTURE = re.compile(r"[وف]?س[يتن]\w{3,}")
SCRIPTURE = "﴿"
"""What it opens is scripture, never a quotation of the article's."""
_SHORT = 3
_LONGEST_NAME = 6
_JOINERS = frozenset({"و", "او", "وال", "ثم"})


def word_count(text: str, span: Span) -> int:
    """Return the number of words in ``span`` (diacritics and tatweel break none)."""
    return len(_WORD.findall(fold(span.of(text))))


def is_short(sentence: Sentence, item: Item) -> bool:
    """Whether a marked string has three words or fewer: of those one in fifty holds a verb."""
    assert item.marked is not None
    return word_count(sentence.text, item.marked.inside) <= _SHORT


def is_name(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether the marked string at ``index`` is what a noun before it names: قناة "المسار"."""
    item = sentence.items[index]
    assert item.marked is not None
    if item.marked.mark == SCRIPTURE:
        return True
    if word_count(sentence.text, item.marked.inside) > _LONGEST_NAME:
        return sentence.word(index - 1) in lexicon.words["titled"]
    if lexicon.has_base("outlets", sentence.word(index - 1)):
        return True
    if speaks(sentence.text, item.marked.inside, lexicon) or _is_clause(sentence, item, lexicon):
        return False
    return _is_group(sentence, index) or _is_placed_as_name(sentence, index, lexicon)


def _is_placed_as_name(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    listed = _one_before(sentence, index)
    if listed is not None:
        return is_name(sentence, listed, lexicon)
    if sentence.kind(index - 1) is Kind.COLON:
        return sentence.word(index - 2) in lexicon.words["listing"]
    return _is_named_by(sentence, index, lexicon)


def _is_group(sentence: Sentence, index: int) -> bool:
    """Whether an engine knows what is in the marks for a group: أفاد "المرصد السوري"."""
    entity = sentence.items[index].entity
    group = entity is not None and entity.label == "ORG"
    return group and sentence.word(index - 1) not in ("ب", "ك")


def _one_before(sentence: Sentence, index: int) -> int | None:
    """Return the marked string that this one is listed with: مسارح "الأوبرا" و"الكازينو"."""
    before = index - 1
    while sentence.word(before) in _JOINERS:
        before -= 1
    before -= sentence.kind(before) is Kind.COMMA
    listed = before < index - 1 and sentence.kind(before) is Kind.MARK
    return before if listed else None


def _is_named_by(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    before = index - 1
    while before > 0 and sentence.word(before) in _JOINERS:
        before -= 1
    if lexicon.has_base("naming", sentence.word(before)):
        return True
    # An adjective may stand between: قناة إخبارية "…", المنصة الجديدة "…".
    return (
        is_short(sentence, sentence.items[index])
        and _is_adjective(sentence.word(before))
        and lexicon.has_base("naming", sentence.word(before - 1))
    )


def speaks(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether somebody speaks of himself inside ``span``: نحن, لن, سنـ, لدينا."""
    words = [fold(word) for word in span.of(text).split()]
    return any(
        lexicon.has("first_person", re.sub(r"\W", "", word)) or _WE_SHALL.match(word) is not None
        for word in words
    )


def _is_clause(sentence: Sentence, item: Item, lexicon: Lexicon) -> bool:
    """Whether the marked string begins as a clause does: سيعود إلى العمل, لا تزال."""
    assert item.marked is not None
    words = fold(item.marked.inside.of(sentence.text)).split()
    if len(words) < 2 or lexicon.has("nominal", words[0]):
        return False
    return lexicon.has("clausal", words[0]) or _FUTURE.match(words[0]) is not None


def is_ascribed(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a word beside the marks says that somebody put it so: "احتلالها"، حسب تعبيره."""
    near = [sentence.word(at) for at in range(index + 1, min(index + 6, len(sentence.items)))]
    return any(
        lexicon.has("ascribed", word) or not lexicon.words["ascribed"].isdisjoint(bases(word))
        for word in near
    )


def _is_adjective(word: str) -> bool:
    return word.startswith("ال") or word.endswith(("يه", "ي", "ه"))
