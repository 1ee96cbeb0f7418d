"""Plain text: one article a file, kept to the letter."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from annotator.arabic.paragraphs import paragraphs
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import ReadOptions
from annotator.formats.source import Head, Source

_TITLE_WITHIN = 4096
"""Code points at the start of a text among which its title line is looked for."""


class PlainText:
    """Any text that no other format claims. Read only: it carries no annotation."""

    id = "text"
    name = message(QT_TRANSLATE_NOOP("messages", "Plain text"))
    suffixes: tuple[str, ...] = (".txt",)

    def sniff(self, head: Head) -> float:
        """Barely sure of any text, so that every other format comes first."""
        return 0.05 if head.text else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the one article. Line ends and all else stay as they are in the file."""
        text = source.text().text
        if not text or text.isspace():
            what = QT_TRANSLATE_NOOP("messages", "The file holds nothing but white space.")
            yield Problem("empty", message(what), Severity.REFUSED, source.name)
            return
        path = PurePath(source.name)
        article = Article(path.stem, text, title=_title(text), meta={"source": path.name})
        yield AnnotatedArticle(article)


def _title(text: str) -> str:
    first = paragraphs(text[:_TITLE_WITHIN])[:1]
    return first[0].span.of(text) if first and first[0].is_title else ""
