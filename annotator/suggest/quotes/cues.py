"""Find cue words in a sentence: finite verbs, participles, verbal nouns, prepositional phrases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from annotator.core.spans import Span
from annotator.suggest.quotes.inflection import MASCULINE, Agreement, Mood
from annotator.suggest.quotes.lexicon import Form, Lexicon, Verb, spelling
from annotator.suggest.quotes.phrases import has_speaker
from annotator.suggest.quotes.reading import Kind, Sentence, after_conjunction


class CueKind(Enum):
    """What sort of word a cue is; each has its own way to a speaker."""

    FINITE = 1
    PARTICIPLE = 2
    NOUN = 3
    PREPOSITION = 4


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence: items ``first`` to ``last`` (exclusive), and its span without و or ف.

    ``joined`` tells that a و or ف was cut off, ``negated`` that no or not-yet stands before it;
    ``impersonal`` that nobody is named (قيل, a passive written with its vowel).
    """

    first: int
    last: int
    span: Span
    kind: CueKind
    agreement: Agreement = Agreement()  # noqa: RUF009 - an immutable tuple
    verb: Verb | None = None
    joined: bool = False
    negated: bool = False
    impersonal: bool = False
    perfect: bool = False
    pronominal: bool = False

    @property
    def weak(self) -> bool:
        """Whether only a clear complement makes it a report."""
        return self.verb is not None and self.verb.weak


_DAMMA = "\u064f"
_SHADDA = "\u0651"
_SUBJECT_REACH = 7
_FUTURE = "س"
_BEFORE_JUSSIVE = frozenset({"لم", "ولم", "فلم"})
_BEFORE_NOUN = frozenset({"عدم", "دون", "بدون", "وعدم"})
TANWIN = ("اً", "ًا", "ةً")
"""Endings of an indefinite accusative."""
_BACK_REFERENCES = frozenset({"عنه", "عنها", "به", "بها", "اليه", "اليها", "له"})


def find_cues(sentence: Sentence, lexicon: Lexicon) -> list[Cue]:
    """Return the cues of ``sentence`` in order; no two share an item."""
    found: list[Cue] = []
    index = 0
    while index < len(sentence.items):
        cue = _cue_at(sentence, index, lexicon) if sentence.items[index].is_word else None
        if cue is not None and found and _is_object(found[-1], cue):
            cue = None
        if cue is not None and found and _continues(found[-1], cue):
            cue = _merged(sentence, found.pop(), cue)
        if cue is not None:
            found.append(cue)
        index = cue.last if cue is not None else index + 1
    return found


def _cue_at(sentence: Sentence, index: int, lexicon: Lexicon) -> Cue | None:
    for cue in (
        *_prepositional(sentence, index, lexicon),
        *_noun(sentence, index, lexicon),
        *_verbal(sentence, index, lexicon),
    ):
        return cue
    return None


def _continues(verb: Cue, cue: Cue) -> bool:
    """Whether the two are one phrase: ختم بالقول, رد قائلاً."""
    return (
        verb.kind is CueKind.FINITE
        and verb.last == cue.first
        and not cue.joined
        and (cue.kind is CueKind.PARTICIPLE or (cue.kind is CueKind.NOUN and not cue.pronominal))
    )


def _is_object(verb: Cue, cue: Cue) -> bool:
    """Whether what looks like a perfect is a noun, the object of a cue (أكد رفض)."""
    return cue.perfect and not cue.joined and verb.last == cue.first


def _merged(sentence: Sentence, verb: Cue, cue: Cue) -> Cue:
    return Cue(
        verb.first,
        cue.last,
        Span(verb.span.start, cue.span.end),
        CueKind.FINITE,
        verb.agreement,
        cue.verb or verb.verb,
        joined=verb.joined,
        negated=verb.negated,
    )


# -- verbs ------------------------------------------------------------------------------------


def _verbal(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[Cue]:
    word = sentence.word(index)
    if _is_inside_name(sentence, index):
        return
    for cut in (0, 1):
        if cut and (word[0] not in "وف" or len(word) < 3):
            return
        rest = word[cut:]
        forms = lexicon.forms.get(rest, ())
        future = not forms and rest.startswith(_FUTURE)
        if future:
            forms = tuple(f for f in lexicon.forms.get(rest[1:], ()) if f.mood is Mood.IMPERFECT)
        for form in forms:
            if _is_it(sentence, index, form, lexicon):
                yield _verb_cue(sentence, index, form, lexicon, joined=bool(cut), future=future)
                return


def _is_inside_name(sentence: Sentence, index: int) -> bool:
    """Whether the word is part of a name. A person's last word may be a cue taken in by mistake."""
    entity = sentence.items[index].entity
    if entity is None:
        return False
    last = sentence.items[index].span.end >= entity.span.end
    first = sentence.items[index].span.start <= entity.span.start
    return entity.label != "PER" or not last or first


def _verb_cue(
    sentence: Sentence, index: int, form: Form, lexicon: Lexicon, *, joined: bool, future: bool
) -> Cue:
    span = sentence.items[index].span
    if joined:
        span = after_conjunction(sentence.text, span)
    before = sentence.word(index - 1)
    participle = form.mood is Mood.PARTICIPLE
    return Cue(
        index,
        index + 1,
        span,
        CueKind.PARTICIPLE if participle else CueKind.FINITE,
        form.agreement,
        form.verb,
        joined=joined,
        negated=future or _is_unreal(before, form, lexicon),
        impersonal=form.verb.impersonal or _is_passive(span.of(sentence.text)),
        perfect=form.mood is Mood.PERFECT and form.agreement == MASCULINE,
    )


def _is_unreal(before: str, form: Form, lexicon: Lexicon) -> bool:
    """Whether the word before a verb tells that nothing was said: لم يقل, لو قال, قد يقول."""
    may = before.lstrip("وف") == "قد" and form.mood is Mood.IMPERFECT
    return may or before.lstrip("وف") in lexicon.words["negations"]


def _is_it(sentence: Sentence, index: int, form: Form, lexicon: Lexicon) -> bool:
    """Whether the word can be this form here, and no noun or preposition that looks like it."""
    verb = form.verb
    if form.mood is Mood.JUSSIVE and sentence.word(index - 1) not in _BEFORE_JUSSIVE:
        return False
    if form.mood is not Mood.PARTICIPLE and sentence.raw(index).endswith(TANWIN):
        # علّق مازحاً: no verb in the dual.
        return False
    raw = spelling(sentence.raw(index))
    if verb.written and raw not in verb.written:
        return False
    if verb.before and not _is_before(sentence, index, verb.before):
        return False
    before = sentence.word(index - 1)
    if form.mood is Mood.PERFECT and form.agreement.gender == "m" and not form.agreement.plural:
        # After a preposition the same letters are a noun: في رد، من ذكر.
        return before not in lexicon.words["governing"] and before not in _BEFORE_NOUN
    return True


def _is_before(sentence: Sentence, index: int, preposition: str) -> bool:
    """Whether the verb stands right before its preposition; with its shadda, before its subject."""
    if sentence.word(index + 1) == preposition:
        return True
    reach = _SUBJECT_REACH if _SHADDA in sentence.raw(index) else 0
    return any(sentence.word(index + 2 + at) == preposition for at in range(reach))


def _is_passive(word: str) -> bool:
    return word[1:2] == _DAMMA and word[0] != "م"


# -- nouns and prepositional phrases -----------------------------------------------------------


def _noun(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[Cue]:
    word = sentence.word(index)
    for cut in (0, 1):
        if cut and (word[0] not in "وف" or len(word) < 4):
            return
        if word[cut:] in lexicon.verbal_nouns:
            span = sentence.items[index].span
            if cut:
                span = after_conjunction(sentence.text, span)
            pronominal = not word.endswith("القول")
            agreement = (
                Agreement("f" if word.endswith("ها") else "m") if pronominal else Agreement()
            )
            yield Cue(
                index, index + 1, span, CueKind.NOUN, agreement,
                joined=bool(cut), pronominal=pronominal,
            )  # fmt: skip
            return


def _prepositional(sentence: Sentence, index: int, lexicon: Lexicon) -> Iterator[Cue]:
    word = sentence.word(index)
    for cut in (0, 1):
        if cut and (word[0] not in "وف" or len(word) < 3):
            return
        for phrase in lexicon.prepositional.get(word[cut:], ()):
            cue = _phrase(sentence, index, phrase, lexicon, joined=bool(cut))
            if cue is not None:
                yield cue
                return


def _phrase(
    sentence: Sentence, index: int, phrase: tuple[str, ...], lexicon: Lexicon, *, joined: bool
) -> Cue | None:
    last, pronominal = index, False
    for expected in phrase[1:]:
        word = sentence.word(last + 1)
        if expected == "ل":
            if not _has_glued_lam(sentence, last + 1):
                return None
            continue
        if not _is_expected(word, expected, lexicon):
            return None
        last += 1
        if expected == "SPEECH":
            pronominal = word not in lexicon.words["speech"]
        elif expected == "VERB":
            last += sentence.word(last + 1) in _BACK_REFERENCES
    start = sentence.items[index].span
    if joined:
        start = after_conjunction(sentence.text, start)
    span = Span(start.start, sentence.items[last].span.end)
    gender = "f" if pronominal and sentence.word(last).endswith("ها") else "m"
    cue = Cue(
        index, last + 1, span, CueKind.PREPOSITION, Agreement(gender if pronominal else ""),
        joined=joined, pronominal=pronominal,
    )  # fmt: skip
    if pronominal or phrase[-1] == "VERB" or has_speaker(sentence, last + 1, lexicon):
        return cue
    return cue if _is_set_off(sentence, index, last + 1, lexicon) else None


def _is_expected(word: str, expected: str, lexicon: Lexicon) -> bool:
    if expected == "SPEECH":
        return _is_speech_noun(word, lexicon)
    if expected == "VERB":
        return _is_cue_verb(word, lexicon)
    return word == expected


def _has_glued_lam(sentence: Sentence, index: int) -> bool:
    if not sentence.word(index).startswith("ل"):
        return False
    entity = sentence.items[index].entity
    return entity is None or entity.span.start != sentence.items[index].span.start


def _is_cue_verb(word: str, lexicon: Lexicon) -> bool:
    return any(word.removesuffix(pronoun) in lexicon.forms for pronoun in ("", "ه", "ها"))


def _is_set_off(sentence: Sentence, index: int, after: int, lexicon: Lexicon) -> bool:
    """Whether a comma or marks around the phrase make an unknown word in it a speaker."""
    word = sentence.word(after)
    beside = (sentence.kind(index - 1), sentence.kind(after + 1))
    return (
        bool(word)
        and not lexicon.has_base("rules", word)
        and (beside[0] in (Kind.COMMA, Kind.MARK) or beside[1] is Kind.MARK)
    )


def _is_speech_noun(word: str, lexicon: Lexicon) -> bool:
    return any(
        word.endswith(pronoun) and word.removesuffix(pronoun) in lexicon.words["speech"]
        for pronoun in ("", "ه", "ها", "هم", "هما")
    )
