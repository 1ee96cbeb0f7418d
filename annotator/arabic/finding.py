"""Finding text however it is spelt, at the places where it is written.

The stored text is searched as it is, with patterns that allow at each letter for all its
spellings and for marks between the letters. Nothing is folded, so no offset has to be mapped, and
an article is passed over in the time that one regular expression takes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from annotator.arabic.folding import DROPPED, fold, spellings
from annotator.core.graphemes import is_grapheme_boundary, previous_boundary
from annotator.core.spans import Span, trimmed

PROCLITICS = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
"""What the first word of a phrase may carry in front."""

_BEFORE_LAM = ("", "و", "ف")
_ARTICLE = "ال"
_LONGEST = 4
"""Letters of the longest string before a hit within its word: وللعراق has three."""

_MARKS = f"[{DROPPED}]*+"
_LETTER = rf"(?![{DROPPED}])[^\W_]"
_BETWEEN = rf"{_MARKS}(?![{DROPPED}])[\W_][\W_{DROPPED}]*+"
_WORD_ENDS = rf"(?!{_MARKS}[^\W_])"
_WORD_GOES_ON = rf"(?:{_MARKS}{_LETTER})*+"
_WORD = re.compile(rf"(?:[^\W_]|[{DROPPED}])+")
_DROPPED_CHAR = re.compile(f"[{DROPPED}]")
_SPACE = re.compile(r"(\s+)")


class Phrase(NamedTuple):
    """Words in their order, as they were asked for; with ``prefix`` the last one goes on."""

    words: tuple[str, ...]
    prefix: bool = False

    @property
    def folded(self) -> tuple[str, ...]:
        """The words as the index has them."""
        return tuple(map(fold, self.words))

    def forms(self) -> tuple[tuple[str, ...], ...]:
        """Return the folded words once for every form that the first one may have."""
        first, *others = self.folded
        made = [proclitic + first for proclitic in PROCLITICS]
        made += [before + _assimilated(first) for before in _before_assimilated(first)]
        return tuple((form, *others) for form in made)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` as they are spelt, without what only parts them."""
    return tuple(word for word in _WORD.findall(text) if _is_word(fold(word)))


def phrase_spans(text: str, phrase: Phrase, *, exact: bool = False) -> Iterator[Span]:
    """Yield where a phrase stands in ``text``, whole words only, in order.

    The first word may carry proclitics: the spans leave them out. In للأمم the name is الأمم,
    written لأمم: its lam stays. With ``exact`` each word must be spelt as in the phrase, with no
    proclitic.
    """
    if exact:
        for match in _exact_words(phrase).finditer(text):
            if _starts_in_word(text, match.start()) == "":
                yield from _whole(text, match)
        return
    for pattern, before, hides_lam in _word_patterns(phrase):
        for match in pattern.finditer(text):
            if _starts_in_word(text, match.start()) in before:
                for span in _whole(text, match):
                    start = letter_before(text, span.start) if hides_lam else span.start
                    yield Span(start, span.end)


def letter_before(text: str, at: int) -> int:
    """Return where the letter before ``at`` begins, marks and tatweel passed over."""
    start = at
    while start > 0:
        start = previous_boundary(text, start)
        if fold(text[start:at]):
            break
    return start


def spans_of_phrases(
    text: str, phrases: Iterable[Phrase], *, exact: bool = False
) -> tuple[Span, ...]:
    """Return where any of the phrases stands; of two that overlap the first, or the longer."""
    found = [span for phrase in phrases for span in phrase_spans(text, phrase, exact=exact)]
    return tuple(_apart(found))


def text_spans(
    text: str,
    wanted: str,
    *,
    exact: bool = False,
    whole_words: bool = False,
    most: int | None = None,
) -> tuple[Span, ...]:
    """Return where ``wanted`` stands, in the middle of words too unless ``whole_words``.

    Spelling is folded, white space stands for any white space; with ``exact`` it is letter for
    letter. A span never cuts a grapheme: marks on its last letter belong to it. After ``most``
    places it stops looking.
    """
    pattern = _text_pattern(wanted if exact else fold(wanted), exact)
    if pattern is None:
        return ()
    found: list[Span] = []
    for match in pattern.finditer(text):
        if most is not None and len(found) >= most:
            break
        start, end = match.span()
        if whole_words and not (_starts_in_word(text, start) == "" and _ends_word(text, end)):
            continue
        if not exact:
            span = trimmed(text, Span(start, end))
            found += [span] if span else []
        elif is_grapheme_boundary(text, start) and is_grapheme_boundary(text, end):
            found.append(Span(start, end))
    return tuple(_apart(found))


def neighbours(text: str, span: Span) -> tuple[str, str]:
    """Return the folded words before and after a span, "" where there is none within reach.

    What is attached to the span in its own word is no neighbour.
    """
    low, high = max(0, span.start - _REACH), min(len(text), span.end + _REACH)
    end = span.start
    while end > low and _in_word(text[end - 1]):
        end -= 1
    while end > low and not text[end - 1].isalnum():
        end -= 1
    start = end
    while start > low and _in_word(text[start - 1]):
        start -= 1
    after = span.end
    while after < high and _in_word(text[after]):
        after += 1
    found = _WORD.search(text, after, high)
    return fold(text[start:end]), fold(found.group()) if found else ""


def _in_word(char: str) -> bool:
    return char.isalnum() or _DROPPED_CHAR.match(char) is not None


_REACH = 48
"""Characters in which a neighbour word is looked for."""


@lru_cache(maxsize=64)
def _word_patterns(phrase: Phrase) -> tuple[tuple[re.Pattern[str], frozenset[str], bool], ...]:
    """Return what finds the phrase, and which letters of its word may stand before it.

    The last value says whether the last of these letters is the lam of the phrase's own article.
    """
    first, *others = phrase.folded
    made = [(_words_pattern((first, *others), phrase.prefix), frozenset(PROCLITICS), False)]
    lams = _before_assimilated(first)
    if lams:
        rest = first.removeprefix(_ARTICLE)
        hidden = "ل" if rest.startswith("ل") else "لل"
        allowed = frozenset(before + hidden for before in lams)
        pattern = _words_pattern((rest, *others), phrase.prefix)
        made.append((pattern, allowed, hidden == "لل"))
    return tuple(made)


def _before_assimilated(word: str) -> tuple[str, ...]:
    return _BEFORE_LAM if word.startswith(_ARTICLE) and len(word) > len(_ARTICLE) else ()


def _assimilated(word: str) -> str:
    """Return a word with the article as it is written after ل (للعراق, but للغة)."""
    rest = word.removeprefix(_ARTICLE)
    return f"ل{rest}" if rest.startswith("ل") else f"لل{rest}"


def _words_pattern(words: Iterable[str], prefix: bool) -> re.Pattern[str]:
    body = _BETWEEN.join(_spelt(word) for word in words)
    return re.compile(body + (_WORD_GOES_ON if prefix else _WORD_ENDS))


@lru_cache(maxsize=64)
def _exact_words(phrase: Phrase) -> re.Pattern[str]:
    body = r"[\W_]+".join(map(re.escape, phrase.words))
    return re.compile(body + (_WORD_GOES_ON if phrase.prefix else _WORD_ENDS))


@lru_cache(maxsize=64)
def _text_pattern(wanted: str, exact: bool) -> re.Pattern[str] | None:
    wanted = wanted.strip()
    if not wanted:
        return None
    if exact:
        return re.compile(re.escape(wanted))
    parts = (
        rf"{_MARKS}\s[\s{DROPPED}]*+" if part.isspace() else _spelt(part)
        for part in _SPACE.split(wanted)
    )
    return re.compile("".join(parts))


@lru_cache(maxsize=512)
def _spelt(folded: str) -> str:
    """Return what matches every spelling of folded letters."""
    return _MARKS.join(f"[{re.escape(spellings(char))}]" for char in folded)


def _starts_in_word(text: str, at: int) -> str:
    """Return the folded letters of the word that stand before ``at``, at most some of them."""
    letters = ""
    while at > 0 and len(letters) < _LONGEST:
        char = text[at - 1]
        if not _DROPPED_CHAR.match(char):
            if not char.isalnum():
                break
            letters = fold(char) + letters
        at -= 1
    return letters


def _ends_word(text: str, at: int) -> bool:
    while at < len(text) and _DROPPED_CHAR.match(text[at]):
        at += 1
    return at >= len(text) or not text[at].isalnum()


def _whole(text: str, match: re.Match[str]) -> Iterator[Span]:
    # Marks at a word's end belong to its last letter.
    span = trimmed(text, Span(*match.span()))
    if span is not None:
        yield span


def _apart(found: list[Span]) -> Iterator[Span]:
    end = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        if span.start >= end:
            yield span
            end = span.end


def _is_word(folded: str) -> bool:
    return any(map(str.isalnum, folded))
