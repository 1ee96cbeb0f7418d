"""What a person types to search all articles, read into an FTS5 query and the phrases to light.

The language, in full::

    word other      both in the article, anywhere
    "two words"     side by side («two words» and “two words” are the same)
    word*           a word that begins so; "two wor"* too
    a | b           either; OR in capitals is the same
    -a              not in the article; NOT in capitals is the same
    ( … )           what belongs together

Each word or phrase is found with its proclitics (بواشنطن for واشنطن), however it is spelt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from annotator.arabic.finding import Phrase, words_of
from annotator.arabic.folding import fold
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message

_CLOSING = {'"': '"', "“": "”", "„": "”", "«": "»", "”": "”"}
_QUOTES = "".join({*_CLOSING, *_CLOSING.values()})
_OPENING = frozenset({"(", *_CLOSING})
_TOKEN = re.compile(rf"\s*(?:([()|])|([{_QUOTES}])|([^\s()|{_QUOTES}]+))")
_OR, _AND, _NOT = "OR", "AND", "NOT"


class Query(NamedTuple):
    """``match`` is what FTS5 gets; ``phrases`` are those whose places are hits."""

    match: str
    phrases: tuple[Phrase, ...]


class _Token(NamedTuple):
    kind: str
    text: str = ""
    phrase: Phrase | None = None


class _Part(NamedTuple):
    """A piece of the query; ``phrases`` are those that it asks for, not those it rules out."""

    match: str
    phrases: tuple[Phrase, ...] = ()


def parse_query(text: str) -> Query | None:
    """Return the query that ``text`` stands for, None when it is blank.

    Raises:
        UserError: a quotation mark or bracket is left open, an operator has nothing to work on,
            or everything is ruled out.
    """
    tokens = list(_tokens(text))
    if not tokens:
        return None
    part = _Parser(tokens).whole()
    return Query(part.match, tuple(dict.fromkeys(part.phrases)))


def phrase_match(phrase: Phrase) -> str:
    """Return the FTS5 query of one phrase: once for every form that its first word may have."""
    star = "*" if phrase.prefix else ""
    return " OR ".join(f'"{" ".join(form)}"{star}' for form in phrase.forms())


class _Parser:
    """Reads tokens by descent: either ``|`` or, closer, one beside the other."""

    def __init__(self, tokens: list[_Token]) -> None:
        self._tokens = tokens
        self._at = 0
        self._open = 0

    def whole(self) -> _Part:
        part = self._either()
        self._check_open()
        return part

    def _peek(self) -> str | None:
        return self._tokens[self._at].kind if self._at < len(self._tokens) else None

    def _take(self) -> _Token:
        self._at += 1
        return self._tokens[self._at - 1]

    def _check_open(self) -> None:
        if self._peek() == ")" and not self._open:
            raise _fault(QT_TRANSLATE_NOOP("messages", "A closing bracket has no opening one."))

    def _either(self) -> _Part:
        parts = [self._together()]
        while self._peek() == _OR:
            self._take()
            parts.append(self._together())
        if len(parts) == 1:
            return parts[0]
        phrases = [phrase for part in parts for phrase in part.phrases]
        return _Part(" OR ".join(f"({part.match})" for part in parts), tuple(phrases))

    def _together(self) -> _Part:
        wanted: list[_Part] = []
        unwanted: list[_Part] = []
        while self._peek() not in (None, _OR, ")"):
            if self._peek() == _AND:
                self._take()
                if not (wanted or unwanted) or self._peek() in (None, _OR, _AND, ")"):
                    raise _nothing_beside(_AND)
                continue
            ruled_out = self._peek() == _NOT
            if ruled_out:
                self._take()
            (unwanted if ruled_out else wanted).append(self._one(after_not=ruled_out))
        if not wanted and not unwanted:
            self._check_open()
            if self._at and self._tokens[self._at - 1].kind == "(":
                raise _fault(QT_TRANSLATE_NOOP("messages", "There is nothing in the brackets."))
            raise _nothing_beside("|")
        if not wanted:
            raise _fault(
                QT_TRANSLATE_NOOP("messages", "The search only says what is not wanted."),
                todo=QT_TRANSLATE_NOOP("messages", "Add a word that is wanted."),
            )
        match = " AND ".join(f"({part.match})" for part in wanted)
        if unwanted:
            match = f"({match}) NOT ({' OR '.join(f'({part.match})' for part in unwanted)})"
        return _Part(match, tuple(phrase for part in wanted for phrase in part.phrases))

    def _one(self, *, after_not: bool) -> _Part:
        if after_not and self._peek() in (None, _OR, _AND, _NOT, ")"):
            raise _nothing_beside("-")
        token = self._take()
        if token.kind == "(":
            self._open += 1
            part = self._either()
            if self._peek() != ")":
                raise _fault(QT_TRANSLATE_NOOP("messages", "A bracket is not closed."))
            self._take()
            self._open -= 1
            return part
        assert token.phrase is not None
        return _Part(phrase_match(token.phrase), (token.phrase,))


def _tokens(text: str) -> Iterator[_Token]:
    text = text.encode("utf-8", "ignore").decode("utf-8")
    at = 0
    while (found := _TOKEN.match(text, at)) is not None:
        at = found.end()
        sign, quote, word = found.groups()
        if sign:
            yield _Token(_OR if sign == "|" else sign)
        elif quote:
            end = text.find(_CLOSING.get(quote, ""), at) if quote in _CLOSING else -1
            if end < 0:
                raise _fault(QT_TRANSLATE_NOOP("messages", "A quotation mark is not closed."))
            inside, at = text[at:end], end + 1
            prefix = text[at : at + 1] == "*"
            at += prefix
            yield from _phrase(inside, prefix=prefix, quoted=True)
        elif word == "-" and text[at : at + 1] in _OPENING:
            yield _Token(_NOT)
        else:
            yield from _plain(word)


def _plain(word: str) -> Iterator[_Token]:
    if word in (_OR, _AND, _NOT):
        yield _Token(word)
        return
    bare = word.lstrip("-")
    if not bare:
        raise _nothing_beside("-")
    if bare != word:
        yield _Token(_NOT)
    stem = bare.rstrip("*")
    if "*" in stem or (stem != bare and not words_of(stem)):
        raise _fault(
            QT_TRANSLATE_NOOP("messages", "A * stands at the end of a word, after its letters.")
        )
    yield from _phrase(stem, prefix=stem != bare, quoted=False)


def _phrase(text: str, *, prefix: bool, quoted: bool) -> Iterator[_Token]:
    words = words_of(text)
    if words:
        yield _Token("phrase", phrase=Phrase(words, prefix))
    elif quoted or fold(text).strip():
        what = QT_TRANSLATE_NOOP("messages", "{text} holds no letter or digit to search for.")
        raise UserError(message(what, text=text or '""'))


def _fault(what: str, todo: str = "") -> UserError:
    return UserError(Message(what), todo=Message(todo) if todo else None)


def _nothing_beside(sign: str) -> UserError:
    what = QT_TRANSLATE_NOOP("messages", "A word is missing beside {sign}.")
    return UserError(message(what, sign=sign))
