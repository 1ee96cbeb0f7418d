"""Whether a verb can be somebody's: what titles, groups and nouns tell of gender and number."""

from __future__ import annotations

from annotator.arabic.folding import fold
from annotator.core.entities import Entity
from annotator.suggest.quotes.inflection import FEMININE, MASCULINE, SEVERAL, Agreement

_CROWDS = frozenset({"مئات", "عشرات", "الاف"})
_HIS = "ه"
"""The pronoun, as it is written; folded, the feminine ending looks the same."""


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


def of_word(raw: str) -> Agreement:
    """Return what the ending of a noun, as written, tells of its verbs."""
    word = fold(raw)
    if word in _CROWDS:
        return SEVERAL
    if word.endswith(("ون", "ين")):
        return SEVERAL
    if raw.endswith(_HIS) and len(word) > 4 and not word.startswith("ال"):
        # شقيقه: the pronoun is no feminine ending, محاميته has one before it.
        return FEMININE if word.endswith("ته") else MASCULINE
    if word.endswith(("ه", "ات", "اء")):
        return FEMININE
    return MASCULINE


def agrees(mention: Agreement, cue: Agreement) -> bool:
    """Whether a subject of this kind can have this verb: unknown gender agrees with any."""
    if cue.plural:
        return mention.plural or not mention.gender
    return not mention.gender or not cue.gender or mention.gender == cue.gender
