"""Quotes in the columns of CoNLL-U Plus and out of them, and what has to stand in comments."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from annotator.arabic.tokens import Token
from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.base import loss
from annotator.formats.conllup_text import NOTHING, STACK, escaped_whole, unescaped
from annotator.formats.jsonl_writing import quote_to_json

_BLANK = quote_to_json(Quote("", QuoteType.DIRECT, ()), "")
_CONTENT_COLUMNS = {1: "QUOTE", 2: "QUOTE2"}
_NO_ROOM = message(
    QT_TRANSLATE_NOOP(
        "messages", "A part of the quote has no room in the columns; it stands in a comment line."
    )
)
_WIDER = message(
    QT_TRANSLATE_NOOP(
        "messages", "The quote grows to whole words in the columns; a comment line has it exactly."
    )
)


def edges(article: AnnotatedArticle) -> Iterator[int]:
    """Yield where the columns of quotes want tokens to begin and end."""
    for quote in article.quotes:
        for part in _in_columns(quote):
            yield from part


class QuoteColumns:
    """The quotes of an article on its tokens.

    ``cells`` has one list a column, one cell a token. ``records`` are the comments, one a quote
    that the columns do not tell whole; what a record says counts before the columns. ``losses``
    say where the columns differ from it.
    """

    def __init__(self, article: AnnotatedArticle, tokens: Sequence[Token]) -> None:
        self.cells = {name: [NOTHING] * len(tokens) for name in ("QUOTE", "CUE", "SRC", "QUOTE2")}
        self.records: list[dict[str, Any]] = []
        self.losses: list[Problem] = []
        self._article = article
        self._tokens = tokens
        self._starts = [token.start for token in tokens] if article.quotes else []
        self._outer = {quote.id: quote.nested_in for quote in article.quotes}
        for quote in article.quotes:
            self._place(quote)

    def _place(self, quote: Quote) -> None:
        record = quote_to_json(quote, self._article.text)
        name = escaped_whole(quote.id)
        column = _CONTENT_COLUMNS.get(self._level(quote))
        if self._fill(column, quote, quote.content, f"{quote.type.value}:{name}"):
            del record["content"], record["text"], record["type"]
        if self._fill("CUE", quote, quote.cue, f"CUE:{name}"):
            del record["cue"]
        if quote.source is None or self._fill("SRC", quote, (quote.source,), f"SRC:{name}"):
            del record["source"]
        said = {key: value for key, value in record.items() if _BLANK.get(key, ...) != value}
        if said:
            self.records.append({"id": quote.id, **said})

    def _level(self, quote: Quote) -> int:
        """Return 1 for a quote in none, 2 for one in such a quote, 3 for any deeper one."""
        if quote.nested_in is None:
            return 1
        return 2 if self._outer.get(quote.nested_in, "") is None else 3

    def _fill(self, column: str | None, quote: Quote, parts: Sequence[Span], value: str) -> bool:
        """Write parts of a quote in a column; False when the column does not tell them exactly."""
        ranges = [self._range(part) for part in parts]
        if column is None or not self._has_room(column, ranges):
            self._tell("overlap", _NO_ROOM, quote, Severity.NOTICE)
            return False
        cells = self.cells[column]
        for first, last in ranges:
            for at in range(first, last):
                tag = f"{'B' if at == first else 'I'}-{value}"
                cells[at] = tag if cells[at] == NOTHING else f"{cells[at]}{STACK}{tag}"
        covered = [(self._tokens[a].start, self._tokens[b - 1].end) for a, b in ranges]
        if covered == list(parts):
            return True
        self._tell("subword", _WIDER, quote, Severity.CHANGED)
        return False

    def _range(self, part: Span) -> tuple[int, int]:
        """Return the tokens that a part touches, the last one exclusive."""
        starts = self._starts
        return max(0, bisect_right(starts, part.start) - 1), bisect_left(starts, part.end)

    def _has_room(self, column: str, ranges: Sequence[tuple[int, int]]) -> bool:
        """Whether parts can be told apart in a column.

        Cues and sources of several quotes stand side by side in a cell. Content crosses no
        other content there, and parts of one quote never each other.
        """
        if any(first >= last for first, last in ranges):
            return False
        if any(one[1] > other[0] for one, other in pairwise(ranges)):
            return False
        if column not in _CONTENT_COLUMNS.values():
            return True
        cells = self.cells[column]
        return all(cells[at] == NOTHING for first, last in ranges for at in range(first, last))

    def _tell(self, kind: str, what: Message, quote: Quote, severity: Severity) -> None:
        self.losses.append(loss(kind, what, self._article, quote, severity))


class QuoteParts:
    """Parts of quotes as they come out of the columns, token by token."""

    def __init__(self) -> None:
        self._parts: dict[str, dict[str, list[_Part]]] = {}
        self._types: dict[str, str] = {}

    def take(self, column: str, first: int, last: int, span: Span, cell: str) -> bool:
        """Take the cell of the tokens of these numbers, the last one included.

        False when it is not ``B-mixed:q6`` or the like. Several tokens have one cell where it goes
        on with a quote (``I-mixed:q6``).
        """
        values = _values_of(cell)
        for prefix, kind, quote_id in values:
            parts = self._parts.setdefault(quote_id, {}).setdefault(column, [])
            if prefix == "I" and parts and parts[-1].token == first - 1:
                parts[-1] = _Part(parts[-1].start, span.end, last)
            else:
                parts.append(_Part(*span, last))
            if column in _CONTENT_COLUMNS.values():
                self._types.setdefault(quote_id, kind)
        return bool(values)

    def records(self, comments: Sequence[dict[str, Any]], text: str) -> list[dict[str, Any]]:
        """Return the quotes of a text as objects of the own JSONL; comments count first."""
        said = {str(record.get("id")) for record in comments}
        found = [*comments, *({"id": name} for name in self._parts if name not in said)]
        return [self._completed(record, text) for record in found]

    def _completed(self, record: dict[str, Any], text: str) -> dict[str, Any]:
        name = str(record.get("id"))
        columns = self._parts.get(name, {})
        content = columns.get("QUOTE") or columns.get("QUOTE2") or []
        # All keys of the own JSONL, which is read fastest.
        made: dict[str, Any] = {**_BLANK, "content": _pairs(content)}
        made["cue"] = _pairs(columns.get("CUE", []))
        if "content" in record:
            del made["text"]  # the comment says it, or nothing
        else:
            made["text"] = [text[part.start : part.end] for part in content]
        if content:
            made["type"] = self._types[name]
        sources = _pairs(columns.get("SRC", []))
        if sources:
            made["source"] = sources[0] if len(sources) == 1 else sources
        if "QUOTE2" in columns:
            made["nested_in"] = self._around(content)
        return made | record

    def _around(self, content: Sequence[_Part]) -> str | None:
        """Return the first quote of the first level that the content lies in."""
        for name, columns in self._parts.items():
            for part in columns.get("QUOTE", []):
                if part.start <= content[0].start and content[0].end <= part.end:
                    return name
        return None


@lru_cache(maxsize=1024)  # the tokens of a part have one cell, but for its first
def _values_of(cell: str) -> tuple[tuple[str, str, str], ...]:
    """Return prefix, kind and quote of each value of a cell; none, where one is no value."""
    found = []
    for value in cell.split(STACK):
        prefix, _, rest = value.partition("-")
        kind, _, name = rest.partition(":")
        if prefix not in ("B", "I") or not name:
            return ()
        found.append((prefix, kind, unescaped(name)))
    return tuple(found)


class _Part(NamedTuple):
    start: int
    end: int
    token: int


def _pairs(parts: Sequence[_Part]) -> list[list[int]]:
    return [[part.start, part.end] for part in parts]


def _in_columns(quote: Quote) -> Iterator[Span]:
    yield from quote.content
    yield from quote.cue
    if quote.source is not None:
        yield quote.source
