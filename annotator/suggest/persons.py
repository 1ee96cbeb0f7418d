"""Persons by what stands around their names, and by first names.

A name begins after a title (``وزير الخارجية الأميركي مايك بومبيو``), after an adjective of
nationality with the article (``الأرميني زهراب مناتساكانيان``), after a verb of speech, or with a
first name; it goes on while words look like names. Once a full name was met, its last part is the
same person wherever it stands in the article (``بومبيو``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from annotator.arabic.lexicons import first_names, places, words
from annotator.core.article import Article
from annotator.core.entities import Entity, Reason, Status
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress
from annotator.suggest.base import READY, Availability, Found
from annotator.suggest.person_words import (
    PEOPLE,
    is_known_name,
    is_name_like,
    is_nationality,
    is_title,
    may_stand_alone,
)
from annotator.suggest.words import ARTICLE, ORDINARY, Word, ordinariness, span_of, words_of

_LONGEST = 4
"""Words of a name at most, particles not counted."""

_TITLE_REACH = 6
"""Words between a title and the name at most (رئيس مجلس إدارة الشركة الوطنية …)."""

_SURNAME_SHARE = 0.5
"""Ordinariness that a word with the article may have as a surname, after a first name."""

_NEAR_TITLE = 0.85
_FIRST_NAME = 0.75
_NATIONALITY = 0.7
_SPEECH = 0.6
_AGAIN = 0.8


class _Match(NamedTuple):
    """A name from word ``first`` to word ``last``, inclusive."""

    first: int
    last: int
    score: float
    rule: str


class PersonSuggester:
    """Suggests persons by titles, verbs of speech and first names."""

    id = "persons"

    @property
    def name(self) -> Message:
        """What people call it."""
        return message(QT_TRANSLATE_NOOP("messages", "Persons by their titles and first names"))

    def availability(self) -> Availability:
        """Always ready: the lexicon travels with the program."""
        return READY

    def suggest(self, article: Article, found: Found, progress: Progress) -> Found:
        """Return the persons in ``article``."""
        text_words = words_of(article.text)
        taken = {span.start: span.end for span in (entity.span for entity in found.entities)}
        reader = _Reader(text_words, taken)
        matches = list(_without_overlaps(reader.matches(progress)))
        matches += _later_mentions(text_words, matches)
        entities = [
            Entity(
                id=f"e{number}",
                span=span_of(text_words, match.first, match.last),
                label="PER",
                status=Status.SUGGESTED,
                origin=self.id,
                score=match.score,
                reasons=(Reason(self.id, match.score, match.rule),),
            )
            for number, match in enumerate(sorted(matches), 1)
        ]
        return Found(tuple(entities))


class _Reader:
    """Finds names in the words of one article; ``taken`` are known names, start to end."""

    def __init__(self, text_words: Sequence[Word], taken: dict[int, int]) -> None:
        self._words = text_words
        self._taken = taken

    def matches(self, progress: Progress) -> Iterator[_Match]:
        """Yield what looks like a name; one may overlap another."""
        for at, word in enumerate(self._words):
            if at % 1000 == 0:
                progress.check()
            if not word.is_letters:
                continue
            if is_title(word):
                yield from self._after_title(at)
            if is_nationality(word.form) and self._next(at) is not None:
                yield from self._name(at + 1, _NATIONALITY, "nationality", least=2)
            if word.name.text in words(PEOPLE, "speech") and self._next(at) is not None:
                yield from self._name(at + 1, _SPEECH, "speech", least=2)
            if self._is_first_name(at):
                yield from self._name(at, _FIRST_NAME, "first name", least=2)

    def _after_title(self, at: int) -> Iterator[_Match]:
        place = at + 1
        while place < len(self._words) and place <= at + _TITLE_REACH:
            word = self._words[place]
            if not word.is_letters or word.paragraph != self._words[at].paragraph:
                return
            if word.start in self._taken:
                place += 1
                while (
                    place < len(self._words) and self._words[place].end <= self._taken[word.start]
                ):
                    place += 1
                continue
            if self._starts_name(place):
                yield from self._name(place, _NEAR_TITLE, "title", least=1)
                return
            if word.form in words(PEOPLE, "never") or word.form in words(PEOPLE, "speech"):
                return
            place += 1

    def _name(self, first: int, score: float, rule: str, *, least: int) -> Iterator[_Match]:
        """Yield the name that starts at word ``first`` when it has ``least`` parts."""
        if not self._starts_name(first):
            return
        last, parts = first, 1
        while parts < _LONGEST:
            step = self._part_after(last)
            if step is None:
                break
            last, parts = step, parts + 1
        if self._words[last].form in words(PEOPLE, "particles"):
            return
        if parts >= least and (parts > 1 or is_known_name(self._words[first].name.text)):
            known = self._words[first].name.text in first_names()
            yield _Match(first, last, min(0.95, score + 0.1 * (known and parts > 1)), rule)

    def _part_after(self, at: int) -> int | None:
        """Return the last word of the next part of the name, its particle included, or None."""
        following = self._next(at)
        if following is None:
            return None
        if following.form in words(PEOPLE, "particles"):
            beyond = self._next(at + 1)
            return None if beyond is None or beyond.form in words(PEOPLE, "never") else at + 2
        return at + 1 if self._continues_name(at) else None

    def _starts_name(self, at: int) -> bool:
        word = self._words[at]
        form = word.name.text
        if word.start in self._taken or word.name_start in self._taken or not is_name_like(word):
            return False
        if form in first_names() or form in words(PEOPLE, "particles"):
            return True
        return not form.startswith(ARTICLE) and ordinariness(form) <= ORDINARY and len(form) > 2

    def _is_first_name(self, at: int) -> bool:
        return self._words[at].name.text in first_names()

    def _continues_name(self, at: int) -> bool:
        """Whether the word after ``at`` belongs to the name that ``at`` is part of."""
        word = self._words[at + 1]
        form = word.form
        if word.start in self._taken or not is_name_like(word) or is_nationality(form):
            return False
        if form in first_names():
            return True
        if word.name.cut and word.name.text in first_names() | places():
            return False  # ومحمد: another person
        if form.startswith(ARTICLE):
            return self._is_given_name(at) and ordinariness(form) < _SURNAME_SHARE
        if ordinariness(form) <= ORDINARY:
            return word.name.cut == 0
        return (
            self._is_given_name(at) and ordinariness(form) < _SURNAME_SHARE and self._ends(at + 1)
        )

    def _is_given_name(self, at: int) -> bool:
        """Whether a surname may follow word ``at``: a first name, or what a particle opened."""
        compound = at > 0 and self._words[at - 1].name.text in words(PEOPLE, "particles")
        return compound or self._is_first_name(at)

    def _ends(self, at: int) -> bool:
        """Whether something that is no noun follows: a mark, a verb of speech, a particle."""
        following = self._next(at)
        return following is None or following.form in (
            words(PEOPLE, "never") | words(PEOPLE, "speech")
        )

    def _next(self, at: int) -> Word | None:
        """Return the word after ``at`` when nothing stands between them."""
        if at + 1 >= len(self._words):
            return None
        following = self._words[at + 1]
        near = following.start - self._words[at].end <= 1
        same = following.paragraph == self._words[at].paragraph
        return following if near and same and following.is_letters else None


def _without_overlaps(matches: Iterator[_Match]) -> Iterator[_Match]:
    """Yield the surest, then longest, of the matches that overlap."""
    taken: set[int] = set()
    for match in sorted(matches, key=lambda m: (-m.score, m.first - m.last)):
        inside = set(range(match.first, match.last + 1))
        if not inside & taken:
            taken |= inside
            yield match


def _later_mentions(text_words: Sequence[Word], matches: Sequence[_Match]) -> Iterator[_Match]:
    """Yield the places where the last part of a full name stands by itself."""
    surnames: set[str] = set()
    taken: set[int] = set()
    for match in matches:
        taken.update(range(match.first, match.last + 1))
        if match.last > match.first:
            surname = text_words[match.last].form
            if len(surname) > 2 and may_stand_alone(surname):
                surnames.add(surname)
    for at, word in enumerate(text_words):
        if at not in taken and (word.form in surnames or word.name.text in surnames):
            yield _Match(at, at, _AGAIN, "mentioned before")
