"""HTML pages of news: one article a page, its main text without what stands around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePath

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import ReadOptions
from annotator.formats.decoding import checked_encoding
from annotator.formats.source import Head, Source

GENERATOR = "annotator"
"""How the pages that this program writes for reading are marked."""

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|article)\b", re.IGNORECASE)
_PART = re.compile(r"<(?:p|div|h1|span|br|title|meta)\b", re.IGNORECASE)
_STATED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_WITHIN = 4096
_LARGEST_PAGE = 1 << 25
"""Characters of the largest page that is parsed: its elements take many times as much memory."""


class HtmlPage:
    """A page, in the encoding of its mark or text, or of its own statement where that is open."""

    id = "html-page"
    name = message(QT_TRANSLATE_NOOP("messages", "HTML page"))
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml")

    def sniff(self, head: Head) -> float:
        """Sure of a text that begins with markup and has a page's elements near its start."""
        start = head.text[:_WITHIN].lstrip()
        if not start.startswith("<"):
            return 0.0
        if _PAGE.search(start):
            return 0.85
        return 0.5 if _PART.search(start) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of the page.

        Raises:
            UserError: the file is no text, or too large.
        """
        from annotator.formats.html_text import page_of  # noqa: PLC0415 - loads lxml

        encoding = _stated(source)
        if encoding:
            what = QT_TRANSLATE_NOOP("messages", "Read as {encoding}, as the page says.")
            told = message(what, encoding=encoding)
            yield Problem("encoding", told, Severity.NOTICE, source.name)
        markup = source.data().decode(encoding) if encoding else source.text().text
        if len(markup) > _LARGEST_PAGE:
            raise _too_large(source.name)
        page = page_of(markup)
        if page.generator == GENERATOR:
            raise _written_here(source.name)
        if not page.text or page.text.isspace():
            what = QT_TRANSLATE_NOOP("messages", "No text was found in the page.")
            yield Problem("empty", message(what), Severity.REFUSED, source.name)
            return
        path = PurePath(source.name)
        meta = {"source": path.name, **page.meta}
        yield AnnotatedArticle(Article(path.stem, page.text, page.title, meta))


def _stated(source: Source) -> str:
    """Return the encoding that the page states, where it fits and was not the first guess."""
    found = _STATED.search(source.head.data)
    if found is None:
        return ""
    try:
        name = checked_encoding(found[1].decode("ascii", "replace"))
    except UserError:
        return ""
    if name not in map(checked_encoding, source.encoding.alternatives):
        return ""
    try:
        source.data().decode(name)
    except UnicodeDecodeError:
        return ""
    return name


def _too_large(name: str) -> UserError:
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "The file is too large for one article.")),
        where=name,
        todo=message(QT_TRANSLATE_NOOP("messages", "Split it into articles.")),
    )


def _written_here(name: str) -> UserError:
    return UserError(
        message(
            QT_TRANSLATE_NOOP("messages", "This page was written for reading and printing alone.")
        ),
        where=name,
        todo=message(QT_TRANSLATE_NOOP("messages", "Take the project or a JSONL file instead.")),
    )
