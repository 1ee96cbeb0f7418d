"""CoNLL-U Plus to articles: the text out of the comments, the spans out of the rows.

An article becomes the record that the project's own JSONL would have, and is checked as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import PurePath
from typing import Any, NamedTuple, Self

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity
from annotator.core.spans import Span
from annotator.core.tags import tags_to_spans
from annotator.formats import conllup_text as lines
from annotator.formats.base import ReadOptions, relabelled, undecoded
from annotator.formats.conllup_quotes import QuoteParts
from annotator.formats.jsonl_reading import ArticleReader
from annotator.formats.row_runs import row_runs
from annotator.formats.source import MOST_PIECES, Line, Source, too_large
from annotator.formats.strict_json import StrictDecoder

_SAID = {"score": None, "annotator": None, "note": "", "created": "", "modified": ""}
_NEW_ARTICLE = frozenset({lines.ARTICLE_ID, "newdoc"})
_RECORDS = frozenset({lines.ARTICLE, lines.ENTITY, lines.QUOTE})
_QUOTE_COLUMNS = lines.COLUMNS[5:]
_Row = tuple[int, int, Sequence[str]]
"""Where the token of a row begins and ends, and the cells of the row."""
_EMPTY = frozenset({lines.NOTHING, "_", "*", ""})


def columns_in(line: str) -> tuple[str, ...]:
    """Return the names of the columns when the line lists them."""
    key, _, value = line.removeprefix("#").partition("=")
    return tuple(value.split()) if line[:1] == "#" and key.strip() == lines.GLOBAL_COLUMNS else ()


def numbered(found: Iterable[tuple[Span, str]]) -> Iterator[tuple[str, Span, str]]:
    """Yield entities in reading order with the ids that reading gives them."""
    ordered = sorted(found, key=lambda pair: (pair[0].start, -pair[0].end, pair[1]))
    for number, (span, label) in enumerate(ordered, 1):
        yield f"e{number}", span, label


def read_articles(
    source: Source, options: ReadOptions, origin: str
) -> Iterator[AnnotatedArticle | Problem]:
    """Yield the articles of a file, and a problem for all that is not taken as it stands.

    Raises:
        UserError: the file does not say which columns hold tokens and their offsets.
    """
    builder: _ArticleBuilder | None = None
    for number, texts in row_runs(source, ("#",)):
        text = texts[0]
        if text is None:
            yield undecoded(source, Line(number, text))
        elif text[:1] == "#":
            columns = columns_in(text)
            if columns and builder is None:
                builder = _ArticleBuilder(source.name, columns, options, origin)
            elif builder is not None:
                yield from builder.comment(number, text)
        elif text and not text.isspace():
            if builder is None:
                raise _no_columns(source.name)
            builder.rows += enumerate(filter(None, texts), number)
            builder.check_size()
        elif builder is not None:
            yield from builder.end_sentence()
    if builder is not None:
        yield from builder.end_article()


def _no_columns(file: str) -> UserError:
    what = QT_TRANSLATE_NOOP("messages", "The file does not name columns FORM and START:END.")
    todo = QT_TRANSLATE_NOOP("messages", "Its first line must be: # global.columns = {columns}")
    return UserError(message(what), where=file, todo=message(todo, columns=" ".join(lines.COLUMNS)))


class _Tokens(NamedTuple):
    """The tokens of a sentence: where each begins and ends, and the columns of their cells."""

    starts: Sequence[int]
    ends: Sequence[int]
    cells: Sequence[Sequence[str]]

    @classmethod
    def of(cls, rows: Sequence[_Row]) -> Self:
        """Return the tokens of rows that have been looked at one by one."""
        if not rows:
            return cls((), (), ())
        starts, ends, cells = zip(*rows, strict=True)
        return cls(starts, ends, list(zip(*cells, strict=True)))


def _columns(rows: Sequence[str], separator: str, count: int) -> list[list[str]]:
    """Return the columns of rows, or none where a row has more or fewer than ``count`` cells."""
    if {row.count(separator) for row in rows} != {count - 1}:
        return []
    # One split over all of them: a list for each of hundreds of rows costs several times that.
    cells = separator.join(rows).split(separator)
    return [cells[at::count] for at in range(count)]


def _runs(column: Sequence[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the cells that say something, with the numbers of their first and last tokens.

    Cells in a row that all go on with one and the same quote are one.
    """
    last = -1
    for cell, same in groupby(column):
        first, last = last + 1, last + len(list(same))
        if cell in _EMPTY:
            continue
        if cell[0] == "I" and lines.STACK not in cell:
            yield first, last, cell
        else:
            yield from ((at, at, cell) for at in range(first, last + 1))


class _ArticleBuilder:
    """Gathers comments and rows to articles; ``rows`` are those of the open sentence."""

    def __init__(
        self, file: str, columns: tuple[str, ...], options: ReadOptions, origin: str
    ) -> None:
        if not {"FORM", "START:END"} <= set(columns) or len(set(columns)) < len(columns):
            raise _no_columns(file)
        self.rows: list[tuple[int, str]] = []
        self._file = file
        self._column = {name: at for at, name in enumerate(columns)}
        self._options = options
        self._entity = {"status": "accepted", "origin": origin, **_SAID}
        self._decoder = StrictDecoder()
        self._count = 0
        self._begin(1, "")

    def _begin(self, line: int, article_id: str) -> None:
        self._line = line
        self._id = article_id
        self._records: dict[str, list[dict[str, Any]]] = {name: [] for name in _RECORDS}
        self._found: list[tuple[Span, str]] = []
        self._parts = QuoteParts()
        self._pieces: list[str] = []
        self._length = 0
        self._tokens = 0
        self._gap: str | None = ""
        self._text: str | None = None
        self._after: str | None = None

    def check_size(self) -> None:
        """Raise a UserError when the article has grown too large."""
        if len(self.rows) + len(self._pieces) > MOST_PIECES:
            raise too_large(self._file)

    def comment(self, number: int, line: str) -> Iterator[AnnotatedArticle | Problem]:
        """Take a comment line; one with an unknown key says nothing."""
        key, _, value = line[1:].partition("=")
        key, value = key.strip(), value.removeprefix(" ")
        if key in _NEW_ARTICLE:
            yield from self.end_article()
            self._begin(number, lines.unescaped(value))
        elif key == lines.TEXT:
            yield from self.end_sentence()
            self._text = lines.unescaped(value)
        elif key == lines.SPACES_BEFORE and not self._pieces:
            self._gap = lines.unescaped(value)
        elif key == lines.SPACES_AFTER:
            self._after = lines.unescaped(value)
        elif key in _RECORDS:
            yield from self._record(number, key, value)

    def _record(self, number: int, key: str, value: str) -> Iterator[Problem]:
        try:
            record = self._decoder.decode(value)
        except (ValueError, RecursionError):
            record = None
        if isinstance(record, dict) and not self._decoder.not_finite:
            self._records[key].append(record)
            return
        what = QT_TRANSLATE_NOOP("messages", "The comment {key} holds no JSON object; left out.")
        yield self._refused("comment", number, message(what, key=key))

    def end_sentence(self) -> Iterator[Problem]:
        """Close the sentence, if one is open; yield its rows that are not of its text."""
        if self._text is None and not self.rows:
            return
        text = self._joined() if self._text is None else self._text
        gap = " " if self._gap is None else self._gap
        base = self._length + len(gap)
        self._pieces += (gap, text)
        self._length = base + len(text)
        self._gap, self._text, self._after = self._after, None, None
        tokens = self._together(text, base)
        if tokens is None:
            kept: list[_Row] = []
            for number, row in self.rows:
                token = self._token(row, text, base)
                if token is not None:
                    kept.append(token)
                else:
                    what = QT_TRANSLATE_NOOP("messages", "The row does not fit the text; left out.")
                    yield self._refused("row", number, message(what))
            tokens = _Tokens.of(kept)
        self.rows = []
        if tokens.starts:
            self._take_entities(tokens)
            yield from self._take_quotes(tokens)
            self._tokens += len(tokens.starts)

    def _together(self, text: str, base: int) -> _Tokens | None:
        """Return the tokens of the rows, or None where one does not fit.

        There are hundreds an article: each check is one over all rows.
        """
        count = len(self._column)
        cells = _columns([row for _, row in self.rows], "\t", count)
        edges = _columns(cells[self._column["START:END"]], ":", 2) if cells else []
        try:
            starts, ends = ([*map(int, edge)] for edge in edges)
        except ValueError:
            return None
        covered = [text[a - base : b - base] for a, b in zip(starts, ends, strict=True)]
        fits = min(starts) >= base and covered == cells[self._column["FORM"]]
        return _Tokens(starts, ends, cells) if fits else None

    def _token(self, row: str, text: str, base: int) -> _Row | None:
        """Return the token of a row, or None where it does not fit its text."""
        cells = row.split("\t")
        form, offsets = self._column["FORM"], self._column["START:END"]
        try:
            start, end = map(int, cells[offsets].split(":"))
            fits = start >= base and _is(text[start - base : end - base], cells[form])
        except (ValueError, IndexError):
            return None
        return (start, end, cells) if fits and len(cells) == len(self._column) else None

    def _joined(self) -> str:
        """Return the text of a sentence that has no text comment."""
        form, glue = self._column["FORM"], self._column.get("GLUE", -1)
        words = []
        for _, row in self.rows:
            cells = row.split("\t")
            if max(form, glue) < len(cells):
                words += [cells[form], "" if cells[glue] == lines.GLUED else " "]
        return "".join(words[:-1])

    def _take_entities(self, tokens: _Tokens) -> None:
        column = self._column.get("NER")
        if column is not None:
            starts, ends = tokens.starts, tokens.ends
            for first, last, label in tags_to_spans(tokens.cells[column]):
                self._found.append((Span(starts[first], ends[last - 1]), label))

    def _take_quotes(self, tokens: _Tokens) -> Iterator[Problem]:
        for name in _QUOTE_COLUMNS:
            column = self._column.get(name)
            if column is None:
                continue
            for first, last, cell in _runs(tokens.cells[column]):
                span = Span(tokens.starts[first], tokens.ends[last])
                if not self._parts.take(
                    name, self._tokens + first, self._tokens + last, span, cell
                ):
                    what = QT_TRANSLATE_NOOP("messages", "{cell} names no quote; left out.")
                    yield self._refused("quote", None, message(what, cell=cell), span)

    def end_article(self) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article, if it has a sentence, after what is wrong in it."""
        yield from self.end_sentence()
        if not self._pieces:
            return
        self._count += 1
        text = "".join((*self._pieces, self._gap or ""))
        data = {
            name: value for record in self._records["article"] for name, value in record.items()
        }
        data |= {
            "id": self._id or f"{PurePath(self._file).stem}-{self._count}",
            "text": text,
            "entities": list(self._entities(text)),
            "quotes": self._parts.records(self._records["quote"], text),
        }
        reader = ArticleReader(self._file, self._line)
        article = reader.read(data)
        yield from reader.problems
        if article is not None:
            yield relabelled(article, self._options.labels)
        self._begin(self._line, "")

    def _entities(self, text: str) -> Iterator[dict[str, Any]]:
        found = list(self._found)
        for record in self._records["entity"]:
            start, end, label = map(record.get, ("start", "end", "label"))
            if type(start) is not int or type(end) is not int or type(label) is not str:
                yield record  # is reported when it is checked
            elif record.get("text") != text[start:end]:
                yield record
            else:
                found.append((Span(start, end), label))
        for entity_id, span, label in numbered(found):
            start, end = span
            # In the order of the own JSONL, which is read fastest.
            yield {
                "id": entity_id, "start": start, "end": end, "label": label,
                "text": text[start:end], **self._entity,
            }  # fmt: skip

    def _refused(
        self, kind: str, line: int | None, what: Message, span: Span | None = None
    ) -> Problem:
        return Problem(kind, what, Severity.REFUSED, self._file, line, self._id, span)


def _is(text: str, form: str) -> bool:
    return text == form or lines.form_of(text) == form
