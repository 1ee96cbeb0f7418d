"""Organisations by the shape of their names: a head noun and the definite words behind it.

``وزارة الخارجية``, ``نقابة الصحفيين``, ``جامعة القاهرة``, ``الحزب الديمقراطي``: the head noun of
an official name is part of it (the guidelines of the default labels).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from annotator.arabic.folding import fold
from annotator.arabic.lexicons import places, table, words
from annotator.core.article import Article
from annotator.core.entities import Entity, Reason, Status
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.progress import Progress
from annotator.suggest.base import READY, Availability, Found
from annotator.suggest.words import ARTICLE, Word, span_of, words_of

_FILE = "organisations.toml"
_SURER, _SCORE, _WEAKER = 0.7, 0.6, 0.5
_LONGEST = 4
"""Words behind the head at most."""

_MASCULINE, _FEMININE = "ي", "يه"


class OrganisationSuggester:
    """Suggests organisations whose head noun the lexicon lists."""

    id = "organisations"

    @property
    def name(self) -> Message:
        """What people call it."""
        return message(QT_TRANSLATE_NOOP("messages", "Organisation names by their form"))

    def availability(self) -> Availability:
        """Always ready: the lexicon travels with the program."""
        return READY

    def suggest(self, article: Article, found: Found, progress: Progress) -> Found:
        """Return the organisations in ``article``."""
        progress.check()
        text_words = words_of(article.text)
        entities: list[Entity] = []
        after = 0
        for at, word in enumerate(text_words):
            last = _last_word(text_words, at) if at >= after and word.is_letters else at
            if last > at:
                score = _score(word.name.text)
                entities.append(
                    Entity(
                        id=f"e{len(entities) + 1}",
                        span=span_of(text_words, at, last),
                        label="ORG",
                        status=Status.SUGGESTED,
                        origin=self.id,
                        score=score,
                        reasons=(Reason(self.id, score, "head noun"),),
                    )
                )
                after = last + 1
        return Found(tuple(entities))


def _score(head: str) -> float:
    if head in words(_FILE, "surer_heads"):
        return _SURER
    return _WEAKER if head in words(_FILE, "weaker_heads") else _SCORE


def _last_word(text_words: Sequence[Word], at: int) -> int:
    """Return the last word of the organisation whose head is at ``at``; ``at`` for none."""
    head = text_words[at].name.text
    if head in words(_FILE, "definite_heads"):
        return _adjectives(text_words, at) if _stands_free(text_words, at) else at
    if head not in words(_FILE, "heads") or at + 1 >= len(text_words):
        return at
    first = text_words[at + 1]
    if not _may_follow(head, first) or first.paragraph != text_words[at].paragraph:
        return at
    if first.form in places():
        return at + 1
    last = at + 1
    while last < at + _LONGEST and _goes_on(text_words, last + 1):
        last += 1
    return last


def _may_follow(head: str, first: Word) -> bool:
    """Whether ``first`` can be the first word behind a head noun."""
    needed = _needs().get(head)
    if first.form in words(_FILE, "outside") or (needed is not None and first.form not in needed):
        return False
    return first.form.startswith(ARTICLE) or first.form in places()


def _stands_free(text_words: Sequence[Word], at: int) -> bool:
    """Whether no noun governs the word: in ``وزير الخارجية الأميركي`` one does."""
    if at == 0 or text_words[at - 1].paragraph != text_words[at].paragraph:
        return True
    before = text_words[at - 1].name.text
    return before not in words(_FILE, "heads") | words("people.toml", "titles")


def _goes_on(text_words: Sequence[Word], at: int) -> bool:
    """Whether word ``at`` is an adjective that goes on with the name before it."""
    if at >= len(text_words) or text_words[at].paragraph != text_words[at - 1].paragraph:
        return False
    form = text_words[at].form
    return (
        form.startswith(ARTICLE)
        and form.endswith((_MASCULINE, _FEMININE))
        and form not in words(_FILE, "outside")
    )


def _adjectives(text_words: Sequence[Word], at: int) -> int:
    """Return the last adjective that agrees with the definite head at ``at``."""
    ending = _FEMININE if text_words[at].form.endswith("ه") else _MASCULINE
    last = at
    while last < at + 2 and _goes_on(text_words, last + 1):
        if not text_words[last + 1].form.endswith(ending):
            break
        last += 1
    return last


@lru_cache(maxsize=1)
def _needs() -> Mapping[str, frozenset[str]]:
    listed: Mapping[str, str] = table(_FILE)["needs"]
    return {fold(head): frozenset(fold(behind).split()) for head, behind in listed.items()}
