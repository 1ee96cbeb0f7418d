"""Tokens with offsets: exactly those of camel-tools' ``simple_word_tokenize``, ten times faster.

That function walks every character in Python and gives strings without offsets; its character
sets cost half a second to import. Here one compiled expression over the same sets does the work,
and the tests hold the two equal. Only words with emoji sequences are handed to camel-tools.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from operator import add, sub
from typing import NamedTuple

from annotator.core.spans import Span


class Token(NamedTuple):
    """A word, or one punctuation mark, symbol or emoji: code points ``start`` to ``end``."""

    start: int
    end: int
    text: str

    @property
    def span(self) -> Span:
        """Where the token lies in the text."""
        return Span(self.start, self.end)


_LAST_OF_SYMBOLS = 0x20000
"""Unicode assigns no punctuation and no symbol from here on (a test compares the full sets)."""

_EMOJI_LETTERS = "\u2139"
"""Emoji of one code point that Unicode counts as letters."""

_EMOJI_BLOCKS = range(0x1F000, 0x1FB00)
_PLAIN = range(0x30, 0x700)
_NOT_SPACE = re.compile(r"\S+")


class _Expressions(NamedTuple):
    """``spaced`` matches white space and a token, each a group.

    ``unusual`` matches what only camel-tools' own code can judge,

    ``suspect`` all that ``unusual`` does and some more, in a tenth of its time.
    """

    spaced: re.Pattern[str]
    unusual: re.Pattern[str]
    suspect: re.Pattern[str]


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]``, with offsets into ``text``.

    A word that ``start`` or ``end`` cuts through is tokenized as if it ended there.
    """
    end = len(text) if end is None else min(end, len(text))
    expressions = _expressions()
    suspect = expressions.suspect.search(text, start, end)
    if suspect and expressions.unusual.search(text, suspect.start(), end):
        return list(_with_unusual(expressions, text, start, end))
    return _found(expressions, text, start, end)


def _found(expressions: _Expressions, text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of a stretch without unusual emoji.

    There are hundreds an article, so no Python code runs for each: the space before a token is
    matched with it, and lengths add up to offsets.
    """
    pairs = expressions.spaced.findall(text, start, end)
    if not pairs:
        return []
    spaces, forms = zip(*pairs, strict=True)
    lengths = list(map(len, forms))
    ends = list(accumulate(map(add, map(len, spaces), lengths), initial=start))[1:]
    # Past the named tuple's own __new__, which is Python code too.
    make = partial(tuple.__new__, Token)
    return list(map(make, zip(map(sub, ends, lengths), ends, forms, strict=True)))


def cut_at(tokens: list[Token], edges: Iterable[int]) -> list[Token]:
    """Return the tokens, cut where one of ``edges`` (code points) falls inside one."""
    starts, ends, _ = zip(*tokens, strict=True) if tokens else ((), (), ())
    inside: dict[int, set[int]] = {}
    # Nearly all edges are those of tokens already.
    for edge in set(edges).difference(starts, ends):
        index = bisect_right(starts, edge) - 1
        if index >= 0 and tokens[index].start < edge < tokens[index].end:
            inside.setdefault(index, set()).add(edge)
    if not inside:
        return tokens
    result: list[Token] = []
    after = 0
    for index in sorted(inside):
        result += tokens[after:index]
        start, end, form = tokens[index]
        borders = [start, *sorted(inside[index]), end]
        result += [Token(a, b, form[a - start : b - start]) for a, b in pairwise(borders)]
        after = index + 1
    return result + tokens[after:]


def symbols() -> frozenset[str]:
    """Return the characters that are tokens by themselves: punctuation, symbols, emoji."""
    every = map(chr, range(_LAST_OF_SYMBOLS))
    return frozenset(c for c in every if unicodedata.category(c)[0] in "PS") | {_EMOJI_LETTERS}


@lru_cache(maxsize=1)
def _expressions() -> _Expressions:
    alone = symbols()
    inside = _ranges(map(ord, alone))
    # Letters and digits of most words, matched without a look at all the symbols.
    plain = _ranges(code for code in _PLAIN if not chr(code).isspace() and chr(code) not in alone)
    # Emoji newer than this Python's Unicode tables: whether they are one, only a list can say.
    newer = _ranges(code for code in _EMOJI_BLOCKS if unicodedata.category(chr(code)) == "Cn")
    # What joins several code points into one emoji: selector, keycap, flags, skin tones, tags,
    # and the joiner, unless it stands after an Arabic letter, where it only shapes.
    joining = "\ufe0f\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f"
    return _Expressions(
        spaced=re.compile(rf"(\s*)([{plain}]+[^\s{inside}]*|[^\s{inside}]+|[{inside}])"),
        unusual=re.compile(rf"[{joining}{newer}]|(?<![\u0600-\u06ff])\u200d"),
        suspect=re.compile("[\u200d\u20e3\ufe0f\U0001f000-\U000e007f]"),
    )


def _ranges(codes: Iterable[int]) -> str:
    """Return the inside of a character class that holds ``codes``."""
    ranges: list[list[int]] = []
    for code in sorted(codes):
        if ranges and ranges[-1][1] == code - 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in ranges)


def _with_unusual(expressions: _Expressions, text: str, start: int, end: int) -> Iterator[Token]:
    from camel_tools.tokenizers.word import simple_word_tokenize  # noqa: PLC0415 - takes 0.5 s

    for word in _NOT_SPACE.finditer(text, start, end):
        if not expressions.unusual.search(text, word.start(), word.end()):
            yield from _found(expressions, text, word.start(), word.end())
            continue
        at = word.start()
        for part in simple_word_tokenize(word[0]):
            yield Token(at, at + len(part), part)
            at += len(part)
