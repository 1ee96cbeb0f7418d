"""Everybody whom a sentence names or describes, and where in it each stands."""

from __future__ import annotations

from typing import NamedTuple

from annotator.suggest.quotes.agreement import of_group, of_title
from annotator.suggest.quotes.inflection import Agreement
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.mentions import Mention, mention_in, title_of
from annotator.suggest.quotes.reading import Kind, Sentence

_TITLE_REACH = 6
_NAMES = ("PER", "ORG", "LOC")


class Role(NamedTuple):
    """A mention in a sentence, beginning at item ``first``.

    ``oblique`` tells that a preposition governs it, ``part`` that it hangs on the noun before it
    (محامي *فلان*), ``order`` how many mentions that are neither stand before it: the first is the
    likely subject. ``label`` is that of its entity, empty for a description.
    """

    mention: Mention
    first: int
    label: str
    order: int
    oblique: bool
    part: bool


def cast_of(sentence: Sentence, lexicon: Lexicon) -> tuple[Role, ...]:
    """Return who is named in ``sentence``, in reading order; nobody inside quotation marks."""
    roles: list[Role] = []
    index = order = 0
    behind = -1
    while index < len(sentence.items):
        found = _mention_at(sentence, index, lexicon)
        if found is None:
            index += 1
            continue
        oblique = _is_oblique(sentence, index, lexicon)
        part = behind == index and not oblique
        roles.append(Role(found, index, _label(sentence, found), order, oblique, part))
        order += not (oblique or part)
        index = _item_behind(sentence, index, found)
        behind = index
    return tuple(roles)


def _mention_at(sentence: Sentence, index: int, lexicon: Lexicon) -> Mention | None:
    item = sentence.items[index]
    if not item.is_word:
        return None
    if item.entity is not None and item.entity.label in _NAMES:
        return Mention(item.entity.span, _agreement(sentence, index, lexicon), named=True)
    described = is_described(item.folded, lexicon)
    if item.entity is not None or not described or len(item.folded) < 3:
        return None
    found = mention_in(sentence, index, len(sentence.items), lexicon)
    if found is None or found.span.end <= item.span.start:
        return None
    return None if _is_glued(item.folded, lexicon) or _is_adjective(sentence, index) else found


def is_described(word: str, lexicon: Lexicon) -> bool:
    """Whether the word tells an office or a sort of speaker, as the accusative too (موظفا)."""
    forms = {word, word[:-1]} if word.endswith("ا") and len(word) > 4 else {word}
    return any(
        lexicon.has_base("titles", form) or lexicon.has("speakers", _bare(form)) for form in forms
    )


def _is_glued(word: str, lexicon: Lexicon) -> bool:
    """Whether a preposition is written together with the noun: ب+سيدة."""
    bare = _bare(word)
    known = lexicon.has("titles", bare) or lexicon.has("speakers", bare)
    return word[0] in "بلك" and not known


def _is_adjective(sentence: Sentence, index: int) -> bool:
    """Whether كبير is no rank but an adjective: دبلوماسي روسي *كبير*, not كبير المفاوضين."""
    is_rank = sentence.word(index + 1).startswith("ال")
    return sentence.word(index) in ("كبير", "كبيره") and not is_rank


def _bare(word: str) -> str:
    return word.removeprefix("ال") if len(word) > 4 else word


def _label(sentence: Sentence, mention: Mention) -> str:
    if not mention.named:
        return ""
    for item in sentence.items:
        if item.entity is not None and item.span.end > mention.span.start:
            return item.entity.label if item.entity.span.overlaps(mention.span) else "PER"
    return "PER"


def _item_behind(sentence: Sentence, index: int, mention: Mention) -> int:
    while index < len(sentence.items) and sentence.items[index].span.start < mention.span.end:
        index += 1
    return index


def _agreement(sentence: Sentence, index: int, lexicon: Lexicon) -> Agreement:
    """Return what is known of the person or group whose name begins at item ``index``.

    A title in the words before it tells (مستشارة الأمن القومي الأردنية سعاد), or the verb that
    stands before title or name (استقبلت سعاد).
    """
    entity = sentence.items[index].entity
    if entity is not None and entity.label != "PER":
        return of_group(entity, sentence.text)
    for back in range(index - 1, max(-1, index - 1 - _TITLE_REACH), -1):
        word = sentence.word(back)
        if not word or word in lexicon.words["governing"]:
            break
        title = title_of(word, lexicon)
        if title:
            return of_title(title, "")
    return of_title("", sentence.word(index - 1))


def _is_oblique(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a preposition stands before or on the word at ``index``."""
    item = sentence.items[index]
    if item.entity is not None and item.entity.span.start > item.span.start:
        return item.folded[:1] not in ("و", "ف")
    before = sentence.word(index - 1)
    for word in (before, before[1:] if before[:1] in ("و", "ف") else before):
        if word in lexicon.words["oblique"] or word in lexicon.words["governing"]:
            return True
    return item.folded.startswith(("لل", "بال")) or (
        sentence.kind(index - 1) is Kind.WORD
        and sentence.word(index - 2) in lexicon.words["oblique"]
    )
