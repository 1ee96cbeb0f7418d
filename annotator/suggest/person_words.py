"""What a single word says of a person's name: title, nationality, or part of the name."""

from __future__ import annotations

from annotator.arabic import titles
from annotator.arabic.lexicons import first_names, places, word_frequencies, words
from annotator.suggest.words import ARTICLE, NEVER_FOLDED, Word, ordinariness

PEOPLE = "people.toml"
"""The lexicon of titles, first names, particles and verbs of speech."""

_AGAIN_SHARE = 0.1
"""Ordinariness that a surname may have where it stands by itself."""

_MET = 3.0
_SELDOM = 0.01


def may_stand_alone(surname: str) -> bool:
    """Whether the last part of a full name is told from ordinary words without the first."""
    return surname in first_names() or ordinariness(surname) < _AGAIN_SHARE


def is_known_name(form: str) -> bool:
    """Whether one word alone may pass for a name: met in the news, and never inflected there."""
    return word_frequencies().get(form, 0.0) > _MET and ordinariness(form) < _SELDOM


def is_name_like(word: Word) -> bool:
    """Whether a word can be part of a name: no title, no verb of speech, no function word."""
    return (
        word.is_letters
        and word.form not in words(PEOPLE, "never")
        and not {word.form, word.name.text} & NEVER_FOLDED
        and word.form not in words(PEOPLE, "speech")
        and not is_title(word)
    )


def is_title(word: Word) -> bool:
    """Whether a word is an office, rank or profession, with or without a pronoun on it."""
    return titles.is_title(word.name.text)


def is_nationality(form: str) -> bool:
    """Whether a definite adjective is made from a country or city (الأذربيجاني)."""
    if not form.startswith(ARTICLE) or not form.endswith(("ي", "يه")):
        return False
    stem = form.removeprefix(ARTICLE).removesuffix("ه").removesuffix("ي")
    endings = ("", "ا", "يا", "ه", "ان")
    return any(start + stem + end in places() for end in endings for start in ("", ARTICLE))
