"""The cue lexicon and the word lists of the quote rules, read from ``resources/lexicons``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from annotator.arabic.folding import DIACRITICS, fold
from annotator.bundled import resource
from annotator.suggest.quotes.inflection import Agreement, Mood, inflect

_SHADDA = "\u0651"
_VOWELS = re.compile(f"(?!{_SHADDA})[{DIACRITICS}]|\u0640")


@dataclass(frozen=True, slots=True)
class Verb:
    """One lemma; ``resources/lexicons/cues.toml`` says what each field means."""

    lemma: str
    weak: bool = False
    object: bool = False
    keeps_object: bool = False
    agency: bool = False
    impersonal: bool = False
    asks: bool = False
    refuses: bool = False
    goes_on: bool = False
    clause_only: bool = False
    written_source: bool = False
    before: str = ""
    governs: tuple[str, ...] = ()
    written: frozenset[str] = frozenset()


class Form(NamedTuple):
    """A form of a verb: what a word in the text can be."""

    verb: Verb
    mood: Mood
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All that the rules look up, folded."""

    forms: Mapping[str, tuple[Form, ...]]
    verbal_nouns: frozenset[str]
    prepositional: Mapping[str, tuple[tuple[str, ...], ...]]
    words: Mapping[str, frozenset[str]]

    def has(self, kind: str, folded: str) -> bool:
        """Whether the folded word, as it stands, is on the list ``kind``."""
        return folded in self.words[kind]

    def has_base(self, kind: str, folded: str) -> bool:
        """Whether the word without proclitics and article is on the list ``kind``."""
        return not self.words[kind].isdisjoint(bases(folded))


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Return the lexicon, read once."""
    with resource("lexicons", "cues.toml").open("rb") as file:
        cues = tomllib.load(file)
    with resource("lexicons", "quote_words.toml").open("rb") as file:
        lists = tomllib.load(file)
    words = {
        name: frozenset(map(fold, value.split()))
        for table in lists.values()
        for name, value in table.items()
    }
    words["speech"] = frozenset(map(fold, cues["speech"]["pronominal"]))
    words["speakers"] = frozenset(map(fold, cues["speech"]["speakers"]))
    return Lexicon(
        forms=_forms(cues["verbs"], frozenset(map(fold, cues["homographs"]["never"]))),
        verbal_nouns=frozenset(map(fold, cues["nouns"]["words"])),
        prepositional=_by_first_word(cues["prepositions"]["phrases"]),
        words=words,
    )


def spelling(word: str) -> str:
    """Return ``word`` as written, without vowel signs and tatweel; shadda and hamza stay."""
    return _VOWELS.sub("", word)


@lru_cache(maxsize=8192)
def bases(folded: str) -> frozenset[str]:
    """Return what a folded word may be without proclitics and article, itself included."""
    found = {folded}
    for proclitics in ("و", "ف"):
        if folded.startswith(proclitics) and len(folded) > 3:
            found.add(folded[1:])
    for word in tuple(found):
        if word[0:1] in ("ب", "ل", "ك") and len(word) > 3:
            found.add(word[1:])
        if word.startswith("لل") and len(word) > 4:
            found.add(word[2:])
    for word in tuple(found):
        if word.startswith("ال") and len(word) > 4:
            found.add(word[2:])
    return frozenset(found)


def _forms(
    verbs: Mapping[str, Mapping[str, Any]], never: frozenset[str]
) -> dict[str, tuple[Form, ...]]:
    found: dict[str, list[Form]] = {}
    for lemma, entry in verbs.items():
        settings = dict(entry)
        imperfect = settings.pop("imperfect")
        participle = settings.pop("participle", "")
        settings["governs"] = tuple(settings.get("governs", ()))
        settings["before"] = fold(settings.get("before", ""))
        settings["written"] = frozenset(map(spelling, settings.get("written", ())))
        verb = Verb(lemma, **settings)
        for form in inflect(lemma, imperfect, participle, with_object=verb.object):
            if form.folded not in never:
                found.setdefault(form.folded, []).append(Form(verb, form.mood, form.agreement))
    # Of two verbs that share a form the stronger one decides.
    return {key: tuple(sorted(value, key=lambda f: f.verb.weak)) for key, value in found.items()}


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        words = tuple(word if word.isascii() else fold(word) for word in phrase.split())
        found.setdefault(words[0], []).append(words)
    return {key: tuple(sorted(value, key=len, reverse=True)) for key, value in found.items()}
