"""CoNLL columns to articles: the first column is the form, the last one the tag.

Such a file has no text, only tokens. The text is made of them: a space between two tokens, a
line a sentence. An article begins at ``-DOCSTART-`` or after two blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from itertools import accumulate, repeat
from pathlib import PurePath

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Status, make_entity
from annotator.core.graphemes import unusual_positions
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.spans import Span, span_fault, trimmed
from annotator.core.tags import tags_to_spans
from annotator.formats.base import ReadOptions, undecoded
from annotator.formats.row_runs import row_runs
from annotator.formats.source import MOST_PIECES, Head, Line, Source, too_large
from annotator.formats.span_columns import covered, spans_of, unusual_ones

DOCSTART = "-DOCSTART-"
_COMMENT = "# "
_SPECIAL = (DOCSTART, _COMMENT)

TAG = re.compile(r"O|[BIESLU]-\S+")
_HASH_ROW = re.compile(rf"#(?: \S+ \S+)? (?:{TAG.pattern})")
"""What begins as a comment and is the row of a token, the sign of a hashtag."""

_SNIFFED_ROWS = 200


def columns_of(head: Head) -> int:
    """Return how many columns a file has when it looks like CoNLL, 0 when it does not."""
    rows = [_fields(line.rstrip("\r")) for line in head.text.split("\n", _SNIFFED_ROWS)[:-1]]
    if head.text.count("\n") < _SNIFFED_ROWS:
        rows.append(_fields(head.text.rsplit("\n", 1)[-1]))
    rows = [row for row in rows if row and row[0] and row[0] != DOCSTART]
    tagged_rows = [row for row in rows if len(row) > 1 and TAG.fullmatch(row[-1])]
    if not tagged_rows or len(tagged_rows) < 0.9 * len(rows):
        return 0
    return len(tagged_rows[0])


def read_columns(
    source: Source, options: ReadOptions, origin: str
) -> Iterator[AnnotatedArticle | Problem]:
    """Yield the articles of a file of columns, and a problem for every broken row."""
    builder = _ArticleBuilder(source.name, options, origin)
    blank = 0
    for number, texts in row_runs(source, _SPECIAL):
        text = texts[0]
        if text is None:
            yield from builder.take_rows()
            yield undecoded(source, Line(number, text))
        elif not text or text.isspace():
            yield from builder.end_sentence()
            blank += 1
            if blank == 2:
                yield from builder.end_article()
        else:
            blank = 0
            if text.startswith(DOCSTART):
                yield from builder.end_article()
            elif not text.startswith(_COMMENT) or _HASH_ROW.fullmatch(text):
                builder.numbers += range(number, number + len(texts))
                builder.rows += filter(None, texts)
                builder.check_size()
    yield from builder.end_article()


def _fields(text: str) -> list[str]:
    return text.split("\t") if "\t" in text else text.split(" ")


def _columns(rows: list[str]) -> tuple[list[str], list[str]] | None:
    """Return the first and last fields of rows that all have as many of them, two at least."""
    joint = "\n".join(rows)
    separator = "\t" if "\t" in joint else " "
    counts = {row.count(separator) for row in rows}
    if len(counts) > 1 or 0 in counts:
        return None
    # One split over all of them: a list for each of hundreds of rows costs several times that.
    fields, (count,) = joint.replace("\n", separator).split(separator), counts
    return fields[:: count + 1], fields[count :: count + 1]


class _ArticleBuilder:
    """Gathers rows to sentences and articles.

    ``rows`` and ``numbers`` are those of the open sentence that are still to be taken: together,
    at its end, which is faster than one by one; there are hundreds an article.
    """

    def __init__(self, file: str, options: ReadOptions, origin: str) -> None:
        self.rows: list[str] = []
        self.numbers: list[int] = []
        self._file = file
        self._stem = PurePath(file).stem
        self._labels = options.labels
        self._origin = origin
        self._count = 0
        self._known_tags = {"O"}
        self._forms: list[str] = []
        self._tags: list[str] = []
        self._sentences: list[tuple[list[str], list[str]]] = []
        self._tokens = 0

    def check_size(self) -> None:
        """Raise a UserError when the article has grown too large."""
        if self._tokens + len(self._forms) + len(self.rows) > MOST_PIECES:
            raise too_large(self._file)

    def end_sentence(self) -> Iterator[Problem]:
        """Close the sentence, if one is open."""
        yield from self.take_rows()
        if self._forms:
            self._sentences.append((self._forms, self._tags))
            self._tokens += len(self._forms)
            self._forms, self._tags = [], []

    def take_rows(self) -> Iterator[Problem]:
        """Take the rows that wait; yield what is wrong in them."""
        if not self.rows:
            return
        columns = _columns(self.rows)
        if columns is not None and self._are_good(*columns):
            forms, tags = columns
            self._forms += forms
            self._tags += tags
        else:
            for number, row in zip(self.numbers, self.rows, strict=True):
                yield from self._take(number, _fields(row))
        self.rows, self.numbers = [], []

    def _are_good(self, forms: list[str], tags: list[str]) -> bool:
        """Whether every row has a form, and a tag as it should be."""
        self._known_tags.update(filter(TAG.fullmatch, {*tags} - self._known_tags))
        return self._known_tags.issuperset(tags) and all(forms) and not any(map(str.isspace, forms))

    def _take(self, number: int, fields: list[str]) -> Iterator[Problem]:
        """Take a row; one without a form is left out, one without a tag counts as O."""
        form, tag = fields[0], fields[-1]
        if not form or form.isspace():
            what = QT_TRANSLATE_NOOP("messages", "The row has no token; left out.")
            yield Problem("row", message(what), Severity.REFUSED, self._file, number)
            return
        self._forms.append(form)
        if len(fields) > 1 and (tag == "O" or TAG.fullmatch(tag)):
            self._tags.append(tag)
            return
        self._tags.append("O")
        what = QT_TRANSLATE_NOOP("messages", "The row has no tag; {form} is taken without one.")
        yield Problem("tag", message(what, form=form), Severity.CHANGED, self._file, number)

    def end_article(self) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article, if it has a sentence, after what is wrong in it."""
        yield from self.end_sentence()
        if not self._sentences:
            return
        self._count += 1
        article_id = f"{self._stem}-{self._count}"
        text = "\n".join(" ".join(forms) for forms, _ in self._sentences)
        starts: list[int] = []
        ends: list[int] = []
        names: list[str] = []
        base = 0
        for forms, tags in self._sentences:
            # A space, or the line's end, stands behind each form.
            at = list(accumulate(map(len, forms), initial=base))
            found = tags_to_spans(tags)
            starts += [at[first] + first for first, _, _ in found]
            ends += [at[last] + last - 1 for _, last, _ in found]
            names += [name for _, _, name in found]
            base = at[-1] + len(forms)
        spans = spans_of(starts, ends)
        if spans and (
            covered(text, starts, ends) is None or unusual_ones(spans, unusual_positions(text))
        ):
            spans, names = yield from self._settled(article_id, text, spans, names)
        ids = [f"e{number}" for number in range(1, len(spans) + 1)]
        labels = [self._labels.get(name, name) for name in names]
        said = (repeat(Status.ACCEPTED), repeat(self._origin))
        entities = tuple(map(make_entity, ids, spans, labels, *said))
        article = Article(article_id, text, meta={"source": PurePath(self._file).name})
        yield AnnotatedArticle(article, entities=entities)
        self._sentences, self._tokens = [], 0

    def _settled(
        self, article: str, text: str, spans: list[Span], names: list[str]
    ) -> Generator[Problem, None, tuple[list[Span], list[str]]]:
        """Return the spans as they are valid, with their names; yield what is moved or left out."""
        kept: list[tuple[Span, str]] = []
        for span, name in zip(spans, names, strict=True):
            valid = trimmed(text, span) if span_fault(text, span) else span
            if valid != span:
                yield self._moved(article, text, span, valid)
            if valid is not None:
                kept.append((valid, name))
        return [span for span, _ in kept], [name for _, name in kept]

    def _moved(self, article: str, text: str, span: Span, valid: Span | None) -> Problem:
        what = QT_TRANSLATE_NOOP("messages", "{entity} begins or ends inside a character.")
        return Problem(
            "grapheme",
            message(what, entity=span.of(text)),
            Severity.CHANGED if valid else Severity.REFUSED,
            self._file,
            article=article,
            span=valid or span,
        )
