"""Who stands before a cue: the topic of its clause, the subject of the verb it fills out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotator.core.spans import Span
from annotator.suggest.quotes.cast import is_described
from annotator.suggest.quotes.cues import TANWIN, Cue, CueKind
from annotator.suggest.quotes.inflection import Agreement
from annotator.suggest.quotes.lexicon import Lexicon
from annotator.suggest.quotes.mentions import Mention, mention_in
from annotator.suggest.quotes.phrases import COMPLEMENTISERS, has_glued_ba
from annotator.suggest.quotes.reading import Kind, Sentence

_NAMES = ("PER", "ORG", "LOC")
_AFTER_TOPIC = frozenset({"لم", "لن", "لا", "قد", "كان", "كانت", "كانوا"})
_WAS = ("كان", "كانت")


def of_verb_before(
    sentence: Sentence, cues: Sequence[Cue], cue: Cue, lexicon: Lexicon
) -> Mention | None:
    """ختم فلان بالقول, رد فلان قائلاً: the speaker stands behind the verb that is filled out."""
    verbs = [c for c in cues if c.kind is CueKind.FINITE and c.last <= cue.first]
    if not verbs or any(sentence.kind(i) is Kind.COMMA for i in range(verbs[-1].last, cue.first)):
        return None
    return mention_in(sentence, verbs[-1].last, cue.first, lexicon, alone=True)


def before_cue(
    sentence: Sentence, cues: Sequence[Cue], cue: Cue, lexicon: Lexicon
) -> Mention | None:
    """X قال; أما X فقال; X، مدير الشركة، قال."""
    topic = sentence.word(0) == "اما"
    before = cue.first - 1
    if cue.kind is not CueKind.FINITE or before < 0 or (cue.joined and not topic):
        return None
    if sentence.word(before) in lexicon.words["relatives"]:
        # إسرائيل التي قالت: the name that the clause belongs to.
        return _name_at(sentence, before - 1) or _described(sentence, before - 1, lexicon)
    if _is_ungoverned(sentence, before, lexicon):
        return _name_at(sentence, before)
    first = 1 if topic else _topic_start(sentence)
    if sentence.raw(before).endswith(TANWIN) and not topic:
        # سمع جندياً يقول: an indefinite object whose speech is heard.
        first = before
    elif any(first <= other.first < cue.first for other in cues):
        # نفى أن يكون قد قال: no topic, for another report stands there.
        return None
    elif not (topic or sentence.kind(before) is Kind.COMMA or first < cue.first <= first + 7):
        return None
    return mention_in(sentence, first, cue.first, lexicon)


def earlier_subject(
    sentence: Sentence, cues: Sequence[Cue], cue: Cue, lexicon: Lexicon
) -> Mention | None:
    """Return who stands behind the finite cue before this one: حذر *فلان* من كذا، مؤكداً أن.

    Whether something is quoted there or not.
    """
    verbs = [c for c in cues if c.kind is CueKind.FINITE and c.last < cue.first]
    return mention_in(sentence, verbs[-1].last, cue.first, lexicon) if verbs else None


def openings(
    sentence: Sentence, cue: Cue, lexicon: Lexicon
) -> Iterator[tuple[Mention | None, str]]:
    """Yield the noun that a clause before the cue begins with, known or not.

    ولكن *أسرتها* لم توافق، قائلة; behind a first word that is a verb: وقضت *محكمة* بكذا، قائلة.
    """
    first = _topic_start(sentence)
    while first < cue.first and _is_link(sentence.word(first), lexicon):
        first += 1
    if first >= cue.first or not sentence.word(first) or _is_adverbial(sentence, first, lexicon):
        return
    if _is_nominal(sentence, first, lexicon):
        # وكان فلان قد قال: after the auxiliary nothing but the subject can stand.
        was = sentence.word(first - 1).endswith(_WAS)
        yield mention_in(sentence, first, cue.first, lexicon), f"opening:{'was' if was else 'noun'}"
    elif first + 1 < cue.first:
        yield mention_in(sentence, first + 1, cue.first, lexicon), "opening:verb"


def _described(sentence: Sentence, index: int, lexicon: Lexicon) -> Mention | None:
    """المساعد الذي أقر: somebody known by his office."""
    if not lexicon.has_base("titles", sentence.word(index)):
        return None
    return Mention(sentence.items[index].span, Agreement(), named=False)


def _is_ungoverned(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a name ends at ``index`` and no preposition stands before it."""
    entity = sentence.items[index].entity
    if entity is None or entity.label not in _NAMES:
        return False
    while index > 0 and sentence.items[index - 1].entity is entity:
        index -= 1
    # المتهم بقتل الطالبة *فلانة*: over her title to the word that governs both.
    while index > 0 and lexicon.has_base("titles", sentence.word(index - 1)):
        index -= 1
    before = sentence.word(index - 1)
    governed = bool(before) and has_glued_ba(sentence.raw(index - 1))
    return not governed and before not in lexicon.words["governing"]


def _topic_start(sentence: Sentence) -> int:
    """Skip a link before the topic: من جانبه، X قال; في المقابل، X قال; غير أن X قال."""
    for index in range(min(3, len(sentence.items))):
        if sentence.word(index) in COMPLEMENTISERS:
            return index + 1
    for index in range(min(4, len(sentence.items))):
        if sentence.kind(index) is Kind.COMMA:
            return index + 1
    return 0


def _is_adverbial(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    word = sentence.word(index)
    prepositions = lexicon.words["prepositions"]
    return word in prepositions or (word[:1] in ("و", "ف") and word[1:] in prepositions)


def _is_link(word: str, lexicon: Lexicon) -> bool:
    return word in lexicon.words["breaks"] or lexicon.has("skipped", word)


def _is_nominal(sentence: Sentence, index: int, lexicon: Lexicon) -> bool:
    """Whether a sentence begins with its topic: a name, a definite noun, his and hers."""
    word = sentence.word(index)
    if sentence.items[index].entity is not None or word.startswith("ال"):
        return True
    if is_described(word, lexicon) or sentence.word(index - 1).endswith(_WAS):
        return True
    return word.endswith(("ها", "هم", "ه")) and sentence.word(index + 1) in _AFTER_TOPIC


def _name_at(sentence: Sentence, index: int) -> Mention | None:
    entity = sentence.items[index].entity if index >= 0 else None
    if entity is None or entity.label not in _NAMES:
        return None
    # The engine may have taken the cue behind the name in as well.
    span = Span(entity.span.start, min(entity.span.end, sentence.items[index].span.end))
    return Mention(span, Agreement(), named=True)
