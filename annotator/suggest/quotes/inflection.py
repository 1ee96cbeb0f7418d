"""The forms of a cue verb, by rule from two or three principal parts (QUOTES.md 3.4).

Forms are folded: news writes أكّد, اكد and أكد for one word. Doubtful forms that fall together
with frequent other words are kept out by the lexicon (``written``), not here.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from annotator.arabic.folding import fold


class Mood(Enum):
    """Which principal part a form comes from."""

    PERFECT = 1
    IMPERFECT = 2
    PARTICIPLE = 3
    JUSSIVE = 4


class Agreement(NamedTuple):
    """What a form says of its subject: ``m``, ``f`` or nothing; one or several; first person."""

    gender: str = ""
    plural: bool = False
    first_person: bool = False


class Inflected(NamedTuple):
    """One folded form."""

    folded: str
    mood: Mood
    agreement: Agreement


MASCULINE = Agreement("m")
FEMININE = Agreement("f")
SEVERAL = Agreement(plural=True)
_FIRST = Agreement(first_person=True)
_OBJECTS = ("ه", "ها", "هم", "نا", "ني", "هما")


def inflect(
    perfect: str, imperfect: str, participle: str = "", *, with_object: bool = False
) -> Iterator[Inflected]:
    """Yield the forms of a verb given in the third person masculine singular.

    ``participle`` is the active participle in the accusative (مؤكداً); ``with_object`` adds the
    forms with an object pronoun (أبلغه). Proclitics (و ف س) are not part of a form.
    """
    for form in (*_perfect(perfect), *_imperfect(imperfect), *_participle(participle)):
        yield form
        if with_object and form.mood is not Mood.PARTICIPLE:
            for pronoun in _OBJECTS:
                yield Inflected(_before_pronoun(form.folded) + pronoun, *form[1:])


def _perfect(perfect: str) -> Iterator[Inflected]:
    form = fold(perfect)
    # رأى، نفى، دعا: the weak last letter goes before an ending.
    stem = form[:-1] if perfect[-1] in "ىا" else form
    yield Inflected(form, Mood.PERFECT, MASCULINE)
    yield Inflected(stem + "ت", Mood.PERFECT, FEMININE)
    yield Inflected(stem + "تا", Mood.PERFECT, Agreement("f", plural=True))
    yield Inflected(stem + "وا", Mood.PERFECT, SEVERAL)
    if stem == form:
        yield Inflected(stem + "ا", Mood.PERFECT, SEVERAL)


def _imperfect(imperfect: str) -> Iterator[Inflected]:
    stem = fold(imperfect)[1:]
    short = stem[:-1] if imperfect[-1] in "ىيو" else stem
    yield Inflected("ي" + stem, Mood.IMPERFECT, MASCULINE)
    yield Inflected("ت" + stem, Mood.IMPERFECT, FEMININE)
    yield Inflected("ن" + stem, Mood.IMPERFECT, _FIRST)
    yield Inflected("ا" + stem, Mood.IMPERFECT, _FIRST)
    for ending in ("ون", "ان", "وا"):
        yield Inflected("ي" + short + ending, Mood.IMPERFECT, SEVERAL)
    # لم يقل, لم ينف: a weak letter falls out where nothing follows it.
    cut = short if short != stem else stem[:-2] + stem[-1] if stem[-2:-1] in ("و", "ي") else stem
    if cut != stem:
        yield Inflected("ي" + cut, Mood.JUSSIVE, MASCULINE)
        yield Inflected("ت" + cut, Mood.JUSSIVE, FEMININE)


def _participle(accusative: str) -> Iterator[Inflected]:
    if not accusative:
        return
    form = fold(accusative)
    stem = form.removesuffix("ا")
    yield Inflected(stem + "ا", Mood.PARTICIPLE, MASCULINE)
    yield Inflected(stem + "ه", Mood.PARTICIPLE, FEMININE)
    yield Inflected(stem.removesuffix("ي") + "ين", Mood.PARTICIPLE, SEVERAL)
    yield Inflected(stem + "ات", Mood.PARTICIPLE, Agreement("f", plural=True))


def _before_pronoun(form: str) -> str:
    return form.removesuffix("ا") if form.endswith("وا") else form
