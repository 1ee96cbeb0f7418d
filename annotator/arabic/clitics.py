"""Clitics: the و ف ب ل ك س that Arabic writes onto the next word, and the pronouns behind one.

Many words merely begin with such a letter (وزير، لبنان، بوتين), so a cut is a judgement: what is
left must be the more likely word, or for names the more likely name, than the whole. Evidence is
how often each form occurs in news, and lists of names.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from annotator.arabic.folding import fold
from annotator.arabic.lexicons import first_names, places, word_frequencies, words
from annotator.core.graphemes import is_grapheme_boundary

_CONJUNCTIONS = "وف"
_PREPOSITIONS = "بلك"
_FUTURE = "س"
_IMPERFECT = "يتن"
_ARTICLE = "ال"
_ARABIC = re.compile("[\u0621-\u064a]+")

_TA_MARBUTA = re.compile(r"ة\W*\Z")
_ENCLITICS = ("هما", "كما", "هم", "هن", "ها", "نا", "كم", "ه")
"""Pronouns behind a word, the longest first; ي and ك end far too many words of the news."""

_COMMON_WITH_PRONOUN = 3.5
"""How much rarer the bare word may be: some mostly stand with a pronoun (قوله، بلاده)."""

SHORTEST_REST = 2
"""Letters that a cut leaves at least."""

# Weights of the evidence, in the unit of the frequencies (natural log of counts in ten million
# words). Set by hand on the words of a corpus with clitics split; see tests/arabic/test_clitics.py.
_COST = {"و": -3.0, "ف": 2.0, "ب": -1.0, "ل": -1.0, "ك": 2.5, "س": 0.0}
_NAME_COST = {"و": 0.5, "ف": 3.5, "ب": 1.5, "ل": 1.5, "ك": 6.0}
_PLACE = 4.0
_FIRST_NAME = 3.0
_WITH_ARTICLE = 3.0
_UNSEEN = 3.0
_COMMON = 6.0
_FUSED = 1.5
"""Some words rarely stand without the proclitic that they have in news (وأضاف، بسبب)."""


class _Split(NamedTuple):
    """``clitics`` are the letters before ``rest``, as they stand written.

    ``named`` is the rest as a word of its own: after لل its article is written out again, since
    the second lam is that of the article (للأمم is ل and الأمم).
    """

    clitics: str
    rest: str
    named: str

    @property
    def article(self) -> bool:
        """Whether the rest begins with an article that lost its alef to the lam before it."""
        return self.named != self.rest


def cuts(word: str) -> tuple[int, ...]:
    """Return how many code points of ``word`` could be proclitics, fewest first; 0 is not listed.

    ``ولأرمينيا`` gives (1, 2), ``للخبير`` gives (1,): the second lam is that of the article.
    """
    counts = {_raw_length(word, len(split.clitics)) for split in _splits(fold(word))}
    return tuple(sorted(count for count in counts if 0 < count < len(word)))


class CliticCutter:
    """Decides where a word's proclitics end.

    Args:
        frequencies: ln(1 + count) of folded forms in news; absent forms are rare.
        place_names: folded names; of those with several words the first counts.
        person_names: folded first names.
        whole: folded words that are never cut.
        short: what a cut may leave of a name though it has but two letters.
    """

    def __init__(
        self,
        frequencies: Mapping[str, float],
        place_names: Collection[str],
        person_names: Collection[str],
        whole: Collection[str],
        short: Collection[str] = (),
    ) -> None:
        self._frequencies = frequencies
        self._places = {name.partition(" ")[0] for name in place_names if " " in name}
        self._places.difference_update(form for form in tuple(self._places) if form in frequencies)
        self._places.update(name for name in place_names if " " not in name)
        self._people = person_names
        self._whole = whole
        self._short = short
        self._end_of_form = lru_cache(maxsize=50_000)(self._find_end)
        self._cut_of_form = lru_cache(maxsize=50_000)(self._decide)

    def cut(self, word: str, *, name: bool = False) -> int:
        """Return how many code points of ``word`` are proclitics, 0 for none.

        ``name`` says that the word begins a name: لندن stays whole where an ordinary word would
        be judged by its frequency alone. The cut is always on a grapheme boundary.
        """
        letters = self._cut_of_form(fold(word), name)
        return _raw_length(word, letters) if letters else 0

    def end(self, word: str) -> int:
        """Return at which code point of ``word`` an attached pronoun begins, its length for none.

        ``كتابه`` gives 4: what is left must be a known word, about as common as the whole. The
        place is always a grapheme boundary.
        """
        form = fold(word)
        if _TA_MARBUTA.search(word):  # which folding makes a ه of
            return len(word)
        letters = self._end_of_form(form)
        return _raw_length(word, letters) if letters < len(form) else len(word)

    def _find_end(self, form: str) -> int:
        if form in self._whole or not _ARABIC.fullmatch(form) or self._name_evidence(form):
            return len(form)
        for pronoun in _ENCLITICS:
            rest = form.removesuffix(pronoun)
            if rest == form or len(rest) <= SHORTEST_REST:
                continue
            known = self._frequency(rest)
            if rest.endswith("ت"):  # the ة of وزارة opens before a pronoun: وزارته
                known = max(known, self._frequency(f"{rest[:-1]}ه"))
            if known and known + _COMMON_WITH_PRONOUN > self._frequency(form):
                return len(rest)
        return len(form)

    def _decide(self, form: str, name: bool) -> int:
        if form in self._whole or not _ARABIC.fullmatch(form):
            return 0
        best, gain = _Split("", form, form), 0.0
        judge = self._gain_as_name if name else self._gain_as_word
        for split in _splits(form):
            found = judge(form, split)
            if found > gain:
                best, gain = split, found
                if name and (self._name_evidence(split.rest) or split.rest in self._whole):
                    break  # وبسام: not وب and سام, when بسام is a name too
        if not name and best.clitics in ("و", "ف"):
            return 1 + self._cut_of_form(best.rest, name)  # وسيكون: و, then س
        return len(best.clitics)

    def _gain_as_word(self, form: str, split: _Split) -> float:
        clitics, rest = split.clitics, _bare(split)
        known = self._frequency(rest)
        if split.article:
            known = max(known, self._frequency(split.named))
        elif rest in self._places or rest in self._people:
            known += 1.0
        if clitics[-1] == _FUTURE and rest[0] not in _IMPERFECT:
            return -1.0
        if not known or (len(rest) < 3 and rest not in self._whole and known < _COMMON + 1):
            return -1.0
        cost = sum(_COST[letter] for letter in clitics)
        if clitics[-1] in "وبل" and (len(rest) > 3 or (len(rest) == 3 and known > _COMMON)):
            cost -= _FUSED
        if rest.startswith(_ARTICLE) and len(rest) > 4:
            cost -= _WITH_ARTICLE
        return known - self._frequency(form) - cost - self._name_evidence(form)

    def _gain_as_name(self, form: str, split: _Split) -> float:
        clitics, rest = split.clitics, _bare(split)
        if _FUTURE in clitics or (len(rest) < 3 and rest not in self._short):
            return -1.0
        known = self._frequency(rest) + self._name_evidence(rest)
        if split.article:
            known = max(known, self._frequency(split.named) + self._name_evidence(split.named))
            known += _WITH_ARTICLE
        elif rest.startswith(_ARTICLE) and len(rest) > 4:
            known += _WITH_ARTICLE
        elif not known and clitics != "و":
            known -= _UNSEEN
        cost = sum(_NAME_COST[letter] for letter in clitics)
        if clitics == "و" and not self._frequency(form):
            cost = -0.5
        return known - self._frequency(form) - 2 * self._name_evidence(form) - cost

    def _frequency(self, form: str) -> float:
        return self._frequencies.get(form, 0.0)

    def _name_evidence(self, form: str) -> float:
        return _PLACE * (form in self._places) + _FIRST_NAME * (form in self._people)


@lru_cache(maxsize=1)
def default_cutter() -> CliticCutter:
    """Return the cutter over the lexicons that travel with the program."""
    return CliticCutter(
        word_frequencies(),
        places(),
        first_names(),
        words("clitics.toml", "whole"),
        words("clitics.toml", "short_names"),
    )


def _splits(form: str) -> Iterator[_Split]:
    """Yield the ways in which a folded form can be proclitics and a rest."""
    starts = [0]
    if form[:1] and form[0] in _CONJUNCTIONS:
        starts.append(1)
        yield from _long_enough(form, 1)
    for start in starts:
        following = form[start : start + 1]
        if following and following in _PREPOSITIONS + _FUTURE:
            yield from _long_enough(form, start + 1)
        if form.startswith("لل", start) and len(form) - start - 2 >= SHORTEST_REST:
            rest = form[start + 1 :]
            yield _Split(form[: start + 1], rest, _ARTICLE + rest[1:])


def _long_enough(form: str, count: int) -> Iterator[_Split]:
    if len(form) - count >= SHORTEST_REST:
        yield _Split(form[:count], form[count:], form[count:])


def _bare(split: _Split) -> str:
    """Return the rest without an article that لل hides."""
    return split.rest[1:] if split.article else split.rest


def _raw_length(word: str, letters: int) -> int:
    """Return the code points of ``word`` that fold to its first ``letters``, marks included."""
    at = 0
    while at < len(word) and (
        len(fold(word[:at])) < letters
        or not is_grapheme_boundary(word, at)
        or (at and not fold(word[at]))
    ):
        at += 1
    return at
