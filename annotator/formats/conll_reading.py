"""CoNLL columns to articles: the first column is the form, the last one the tag.

Such a file has no text, only tokens. The text is made of them: a space between two tokens, a
line a sentence. An article begins at ``-DOCSTART-`` or after two blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from pathlib import PurePath

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.spans import Span, span_fault, trimmed
from annotator.core.tags import tags_to_spans
from annotator.formats.base import ReadOptions, undecoded
from annotator.formats.source import Head, Source

DOCSTART = "-DOCSTART-"

TAG = re.compile(r"O|[BIESLU]-\S+")
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
    for line in source.lines():
        if line.text is None:
            yield undecoded(source, line)
            continue
        text = line.text
        if not text or text.isspace():
            builder.end_sentence()
            blank += 1
            if blank == 2:
                yield from builder.end_article()
            continue
        blank = 0
        if text.startswith(DOCSTART):
            yield from builder.end_article()
        elif not text.startswith("# "):
            problem = builder.row(line.number, _fields(text))
            if problem is not None:
                yield problem
    yield from builder.end_article()


def _fields(text: str) -> list[str]:
    return text.split("\t") if "\t" in text else text.split(" ")


class _ArticleBuilder:
    """Gathers rows to sentences and articles."""

    def __init__(self, file: str, options: ReadOptions, origin: str) -> None:
        self._file = file
        self._stem = PurePath(file).stem
        self._labels = options.labels
        self._origin = origin
        self._count = 0
        self._forms: list[str] = []
        self._tags: list[str] = []
        self._sentences: list[tuple[list[str], list[str]]] = []

    def row(self, number: int, fields: list[str]) -> Problem | None:
        """Take a row; one without a form is left out, one without a tag counts as O."""
        form, tag = fields[0], fields[-1]
        if not form or form.isspace():
            what = QT_TRANSLATE_NOOP("messages", "The row has no token; left out.")
            return Problem("row", message(what), Severity.REFUSED, self._file, number)
        self._forms.append(form)
        if len(fields) > 1 and (tag == "O" or TAG.fullmatch(tag)):
            self._tags.append(tag)
            return None
        self._tags.append("O")
        what = QT_TRANSLATE_NOOP("messages", "The row has no tag; {form} is taken without one.")
        return Problem("tag", message(what, form=form), Severity.CHANGED, self._file, number)

    def end_sentence(self) -> None:
        """Close the sentence, if one is open."""
        if self._forms:
            self._sentences.append((self._forms, self._tags))
            self._forms, self._tags = [], []

    def end_article(self) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article, if it has a sentence."""
        self.end_sentence()
        if not self._sentences:
            return
        self._count += 1
        article_id = f"{self._stem}-{self._count}"
        text = "\n".join(" ".join(forms) for forms, _ in self._sentences)
        entities: list[Entity] = []
        base = 0
        for forms, tags in self._sentences:
            at = list(accumulate((len(form) + 1 for form in forms), initial=base))
            for first, last, name in tags_to_spans(tags):
                span = Span(at[first], at[last] - 1)
                label = self._labels.get(name, name)
                valid = trimmed(text, span) if span_fault(text, span) else span
                if valid != span:
                    yield self._moved(article_id, text, span, valid)
                if valid is not None:
                    entity_id = f"e{len(entities) + 1}"
                    entities.append(Entity(entity_id, valid, label, origin=self._origin))
            base = at[-1]
        article = Article(article_id, text, meta={"source": PurePath(self._file).name})
        yield AnnotatedArticle(article, entities=tuple(entities))
        self._sentences = []

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
