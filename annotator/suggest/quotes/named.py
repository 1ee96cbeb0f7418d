"""Everybody whom a sentence names, those who can be its subject first."""

from __future__ import annotations

from typing import NamedTuple

from annotator.suggest.quotes.inflection import Agreement
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.mentions import (
    Mention,
    mention_in,
    of_group,
    of_title,
    title_of,
)
from annotator.suggest.quotes.reading import Sentence

_OBLIQUE = frozenset({"مع", "برياسه", "بقياده", "الي", "من", "عن", "علي", "ضد", "بحضور", "في"})
_TITLE_REACH = 6


class Named(NamedTuple):
    """Persons, persons behind a preposition, and groups; each in reading order."""

    persons: tuple[Mention, ...]
    oblique: tuple[Mention, ...]
    groups: tuple[Mention, ...]

    @property
    def likely(self) -> tuple[Mention, ...]:
        """Whoever may have spoken, the most likely first."""
        return self.persons + self.oblique if self.persons else self.groups + self.oblique


def named_in(sentence: Sentence, lexicon: Lexicon) -> Named:
    """Return whom the narrator names in ``sentence``; nobody inside quotation marks."""
    persons: list[Mention] = []
    oblique: list[Mention] = []
    groups: list[Mention] = []
    index = 0
    while index < len(sentence.items):
        mention = _named_at(sentence, index, lexicon)
        if mention is None:
            index += 1
            continue
        behind = _is_oblique(sentence, index)
        if _label(sentence, index) == "ORG":
            groups += [] if behind else [mention]
        else:
            (oblique if behind else persons).append(mention)
        while index < len(sentence.items) and (sentence.items[index].span.start < mention.span.end):
            index += 1
    return Named(tuple(persons), tuple(oblique), tuple(groups))


def _named_at(sentence: Sentence, index: int, lexicon: Lexicon) -> Mention | None:
    """Return who is named at ``index``: by an entity, or by a title with a name behind it."""
    item = sentence.items[index]
    label = _label(sentence, index)
    if item.is_word and label in ("PER", "ORG"):
        assert item.entity is not None
        return Mention(item.entity.span, _agreement(sentence, index, lexicon), named=True)
    if item.is_word and label != "LOC" and lexicon.has_base("titles", item.folded):
        found = mention_in(sentence, index, len(sentence.items), lexicon)
        if found is not None and found.named and found.span.start >= item.span.end:
            return found
    return None


def _agreement(sentence: Sentence, index: int, lexicon: Lexicon) -> Agreement:
    """Return what is known of the person or group whose name begins at item ``index``.

    A title in the words before it tells (مستشارة الأمن القومي الأردنية سعاد), or the verb that
    stands before title or name (استقبلت سعاد).
    """
    entity = sentence.items[index].entity
    if entity is not None and entity.label == "ORG":
        return of_group(entity, sentence.text)
    for back in range(index - 1, max(-1, index - 1 - _TITLE_REACH), -1):
        word = sentence.word(back)
        if not word or word in lexicon.words["governing"]:
            break
        title = title_of(word, lexicon)
        if title:
            return of_title(title, "")
    return of_title("", sentence.word(index - 1))


def _label(sentence: Sentence, index: int) -> str:
    entity = sentence.items[index].entity
    return entity.label if entity is not None else ""


def _is_oblique(sentence: Sentence, index: int) -> bool:
    """Whether a preposition stands before or on the word at ``index``."""
    item = sentence.items[index]
    if item.entity is not None and item.entity.span.start > item.span.start:
        return True
    return any(sentence.word(index - back) in _OBLIQUE for back in (1, 2))
