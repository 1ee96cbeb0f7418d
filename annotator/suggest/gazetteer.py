"""Names that are known: places from packaged data, and well-known names of news.

Matching is on folded words with proclitics cut off; the longest name wins. Ordinary words were
filtered out of the lists where they were made; the few names that are words too count only after
a preposition or a noun for a kind of place.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from annotator.arabic.lexicons import phrases, places, words
from annotator.core.article import Article
from annotator.core.entities import Entity, Reason, Status
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.suggest.base import READY, Availability, Found
from annotator.suggest.words import Form, Word, readings, words_of

_LISTED = 0.9
_PACKAGED = 0.75
_LABELS = ("LOC", "ORG", "MISC")


class Name(NamedTuple):
    """A known name: its folded words after the first, its label, and how sure the list is."""

    rest: tuple[str, ...]
    label: str
    score: float


class GazetteerSuggester:
    """Suggests names of places, organisations and events that the lexicons list."""

    id = "gazetteer"

    @property
    def name(self) -> Message:
        """What people call it."""
        return message(QT_TRANSLATE_NOOP("messages", "Name lists"))

    def availability(self) -> Availability:
        """Always ready: the lists travel with the program."""
        return READY

    def suggest(self, article: Article, found: Found, progress: Progress) -> Found:
        """Return the known names in ``article``."""
        text_words = words_of(article.text)
        entities: list[Entity] = []
        at = 0
        while at < len(text_words):
            if at % 1000 == 0:
                progress.check()
            match = _longest(article.text, text_words, at)
            if match is None:
                at += 1
                continue
            span, label, score, count = match
            entities.append(
                Entity(
                    id=f"e{len(entities) + 1}",
                    span=span,
                    label=label,
                    status=Status.SUGGESTED,
                    origin=self.id,
                    score=score,
                    reasons=(Reason(self.id, score, "list"),),
                )
            )
            at += count
        return Found(tuple(entities))


@lru_cache(maxsize=1)
def _names() -> Mapping[str, tuple[Name, ...]]:
    """Return the known names under their first folded word, the longest first."""
    known: dict[str, dict[tuple[str, ...], Name]] = {}

    def add(name: str, label: str, score: float) -> None:
        first, *rest = name.split()
        known.setdefault(first, {})[tuple(rest)] = Name(tuple(rest), label, score)

    for name in places():
        if len(name) > 2:
            add(name, "LOC", _PACKAGED)
    for label in _LABELS:
        for name in phrases("names.toml", label):
            add(name, label, _LISTED)
    return {
        first: tuple(sorted(names.values(), key=lambda name: -len(name.rest)))
        for first, names in known.items()
    }


def _longest(text: str, text_words: Sequence[Word], at: int) -> tuple[Span, str, float, int] | None:
    """Return span, label, score and number of words of the longest name at word ``at``."""
    word = text_words[at]
    if not word.is_letters:
        return None
    best: tuple[int, Form, Name] | None = None
    for form in readings(text[word.start : word.end]):
        for name in _names().get(form.text, ()):
            if (
                (best is None or len(name.rest) > best[0])
                and _follows(text_words, at, name.rest)
                and _fits(text_words, at, form, name)
            ):
                best = (len(name.rest), form, name)
    if best is None:
        return None
    count, form, name = best
    span = Span(word.start + form.cut, text_words[at + count].end)
    return span, name.label, name.score, count + 1


def _follows(text_words: Sequence[Word], at: int, rest: tuple[str, ...]) -> bool:
    following = text_words[at + 1 : at + 1 + len(rest)]
    return tuple(word.form for word in following) == rest and (
        not rest or following[-1].paragraph == text_words[at].paragraph
    )


def _fits(text_words: Sequence[Word], at: int, form: Form, name: Name) -> bool:
    """Whether a name of one word is one here: cut as the cutter says, and not a word too."""
    if name.rest:
        return True
    word = text_words[at]
    # A reading with the article put back is the cutter's own cut (للصين).
    if form.cut != word.name.cut:
        return False
    if form.text not in words("names.toml", "only_after"):
        return True
    return form.cut > 0 or any(
        before.form in words("names.toml", "before_places")
        or before.name.text in words("names.toml", "before_places")
        for before in _words_before(text_words, at)
    )


def _words_before(text_words: Sequence[Word], at: int) -> Iterator[Word]:
    if at and text_words[at - 1].paragraph == text_words[at].paragraph:
        yield text_words[at - 1]
