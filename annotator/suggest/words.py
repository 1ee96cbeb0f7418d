"""The words of an article as the rule-based suggesters see them, and what makes one ordinary."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import exp, expm1, inf
from typing import NamedTuple

from annotator.arabic.clitics import cuts, default_cutter
from annotator.arabic.folding import fold
from annotator.arabic.lexicons import word_frequencies, words
from annotator.arabic.paragraphs import paragraphs
from annotator.arabic.tokens import tokenize
from annotator.core.spans import Span

ARTICLE = "ال"
_SUFFIXES = ("ها", "هم", "ه", "ات", "تها", "ته", "ين", "وا", "نا", "ت", "هما", "وه", "ون", "يه")
_PREFIXES = ("ي", "ت", "ن")
_PRONOUNS = ("ها", "هم", "نا", "هما", "كم")
_KNOWN = 4.5
_LEAST_COUNT = 60.0
ORDINARY = 0.04
"""Above this :func:`ordinariness`, a form is a word and no name."""


class Form(NamedTuple):
    """A way to read a word: folded, without the ``cut`` code points of its proclitics."""

    text: str
    cut: int


NEVER_FOLDED = frozenset({"على", "فإن"})
"""Words that would look like a part of a name, were they folded."""


class Word(NamedTuple):
    """A token: its place in the article, its folded form, and the form it has as a name.

    ``paragraph`` counts from 0: names do not run on from one paragraph into the next.
    """

    start: int
    end: int
    form: str
    name: Form
    paragraph: int

    @property
    def is_letters(self) -> bool:
        """Whether this is a word, and no punctuation mark or number."""
        return self.form[:1].isalpha()

    @property
    def name_start(self) -> int:
        """Where the word starts as a name, proclitics left out."""
        return self.start + self.name.cut


@lru_cache(maxsize=2)
def words_of(text: str) -> tuple[Word, ...]:
    """Return the tokens of every paragraph of ``text``, in order.

    Kept for the next suggester, which asks for the same article.
    """
    return tuple(
        Word(token.start, token.end, *_read(token.text), number)
        for number, (span, _) in enumerate(paragraphs(text))
        for token in tokenize(text, span.start, span.end)
    )


@lru_cache(maxsize=50_000)
def _read(word: str) -> tuple[str, Form]:
    """Return the form of a written word, and its form as a name."""
    cut = default_cutter().cut(word, name=True)
    form = _form(word)
    return form, Form(_form(word[cut:]) if cut else form, cut)


def _form(word: str) -> str:
    """Return the folded word; but على keeps its ى, or it would be علي, and فإن is no فان."""
    return word if word in NEVER_FOLDED else fold(word)


@lru_cache(maxsize=50_000)
def readings(word: str) -> tuple[Form, ...]:
    """Return every way to read a written word, whole first, then with more and more cut off.

    In لل the second lam is that of an article without its alef: ``للأمم`` can be ``الامم``.
    """
    found = [Form(fold(word), 0)]
    for cut in cuts(word):
        rest = fold(word[cut:])
        found.append(Form(rest, cut))
        if rest.startswith("ل") and fold(word[:cut]).endswith("ل"):
            found.append(Form(ARTICLE + rest[1:], cut))
    return tuple(found)


def span_of(words: Sequence[Word], first: int, last: int) -> Span:
    """Return the span from word ``first`` as a name to the end of word ``last``, inclusive."""
    return Span(words[first].name_start, words[last].end)


@lru_cache(maxsize=50_000)
def ordinariness(form: str) -> float:
    """Return how much a folded form behaves as a word of the language; names are near 0.

    Words are inflected: they are met with and without the article, with pronouns and endings,
    verbs with other prefixes. The figure is the count of such relatives in the news over that of
    the form itself. A form that is seldom met is as good as a name.
    """
    if form in words("people.toml", "never"):
        return inf
    clitics = default_cutter().cut(form)
    if clitics and (rest := ordinariness(form[clitics:])) > ORDINARY:
        return rest
    if _has_pronoun(form):
        return inf
    counts = word_frequencies()
    bare = form.removeprefix(ARTICLE) if len(form) > 4 else form
    relatives = {bare + suffix for suffix in _SUFFIXES}
    relatives.add(bare if bare != form else ARTICLE + form)
    if bare == form and form[-1:] in ("ه", "ي"):
        relatives |= {form[:-1], form[:-1] + "ي"}
    if form.endswith("ا") and len(form) > 4:
        relatives.add(form[:-1])
    if form[:1] in _PREFIXES:
        relatives |= {prefix + form[1:] for prefix in _PREFIXES}
    near = sum(expm1(counts.get(relative, 0.0)) for relative in relatives - {form})
    return near / max(exp(counts.get(form, 0.0)), _LEAST_COUNT)


def _has_pronoun(form: str) -> bool:
    """Whether a known word with a pronoun on it is read here (أولويتنا)."""
    counts = word_frequencies()
    for pronoun in _PRONOUNS:
        stem = form.removesuffix(pronoun)
        if stem != form and len(stem) > 3:
            feminine = stem.removesuffix("ت") + "ه"
            if max(counts.get(stem, 0.0), counts.get(feminine, 0.0)) > _KNOWN:
                return True
    return False


def is_ordinary(form: str) -> bool:
    """Whether a folded form is a word of the language rather than a name."""
    return ordinariness(form) > ORDINARY
