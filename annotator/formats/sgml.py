"""News files of elements such as ``<DOC><DOCNO><TITLE><TEXT>``: many articles a file.

Collections of news (TREC, Gigaword, ANT) come so. It is neither SGML nor XML to the letter: no
document type, bare ``&`` and ``<`` in the text, end tags left out. So it is read line by line:
only the names below are elements, all else is text. Nothing is declared or fetched.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import PurePath

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import ReadOptions, undecoded
from annotator.formats.source import MOST_PIECES, Head, Line, Source, too_large

_ARTICLE = "doc"
_TEXTS = frozenset({"text", "body"})
_TITLES = frozenset({"title", "headline", "head"})
_IDS = frozenset({"docno", "docid", "id"})
_META = {
    "url": "url", "src": "source", "source": "source", "cat": "category", "category": "category",
    "time": "date", "date": "date", "date_time": "date", "datetime": "date", "author": "author",
    "byline": "author", "abstract": "description", "summary": "description",
    "dateline": "dateline", "doctype": "doctype", "slug": "slug", "keyword": "keywords",
    "keywords": "keywords", "language": "language",
}  # fmt: skip
"""The other elements of an article, and the names of their values in its metadata."""

_FIELDS = _TITLES | _IDS | _META.keys()
_IN_TEXT = frozenset({"p", "br"})
_NAMES = "|".join(sorted(_FIELDS | _TEXTS | _IN_TEXT | {_ARTICLE}, key=len, reverse=True))
_TAG = re.compile(rf"<(/?)({_NAMES})((?:\s[^<>]*)?)/?>", re.IGNORECASE)
_ID_ATTRIBUTE = re.compile(r"\b(?:id|docno)\s*=\s*[\"']([^\"'<>]+)[\"']", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_DOC = re.compile(r"<doc(?:\s[^<>]*)?>", re.IGNORECASE)
_OTHERS = re.compile(r"<(?:docno|docid|text|body)\b|<doc\s[^<>]*\bid\s*=", re.IGNORECASE)
_WITHIN = 8192
_BLANK = re.compile(r"\n{3,}")


class NewsSgml:
    """Articles between ``<DOC>`` and ``</DOC>``; the text is what is between ``<TEXT>`` tags."""

    id = "sgml"
    name = message(QT_TRANSLATE_NOOP("messages", "News file (SGML, <DOC>)"))
    suffixes: tuple[str, ...] = (".sgm", ".sgml", ".xml")

    def sniff(self, head: Head) -> float:
        """Sure of markup in which an article begins and has a number or a text."""
        start = head.text[:_WITHIN].lstrip()
        is_news = start.startswith("<") and _DOC.search(start) and _OTHERS.search(start)
        return 0.95 if is_news else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the articles as they come; end tags that are not there are told.

        Raises:
            UserError: the file is no text.
        """
        builder = _Builder(source.name)
        for line in source.lines():
            if line.text is None:
                yield undecoded(source, line)
            elif "<" in line.text:
                yield from builder.marked(line)
            else:
                builder.add(line.text)
                builder.add("\n")
        yield from builder.end()


@dataclass
class _Draft:
    line: int
    id: str = ""
    title: str = ""
    texts: list[str] = field(default_factory=list)
    meta: dict[str, str] = field(default_factory=dict)


class _Builder:
    """Makes articles of tags and text as they come."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._stem = PurePath(file).stem
        self._count = 0
        self._draft: _Draft | None = None
        self._open = ""
        self._pieces: list[str] = []
        self._has_paragraphs = False

    def add(self, text: str) -> None:
        """Take text of the element that is open; outside of elements it is dropped."""
        if self._open:
            self._pieces.append(text)
            if len(self._pieces) > MOST_PIECES:
                raise too_large(self._file)

    def marked(self, line: Line) -> Iterator[AnnotatedArticle | Problem]:
        """Take a line that may have tags."""
        text = _CDATA.sub("", line.text or "")
        at = 0
        for tag in _TAG.finditer(text):
            closes, name = tag[1] == "/", tag[2].lower()
            if self._is_text(name, at_start=not text[: tag.start()].strip(), closes=closes):
                continue
            self.add(text[at : tag.start()])
            at = tag.end()
            if name == _ARTICLE:
                yield from self._article_tag(line.number, tag[3], closes=closes)
            elif name in _IN_TEXT:
                self._has_paragraphs |= name == "p"
                self.add("\n" if name == "br" else "\n\n")
            elif closes:
                self._close(name)
            else:
                yield from self._begin(name, line.number)
        self.add(text[at:])
        self.add("\n")

    def end(self) -> Iterator[AnnotatedArticle | Problem]:
        """Take the end of the file."""
        if self._draft is not None:
            yield from self._unclosed(_ARTICLE, self._draft.line)
            yield from self._finish()
        if not self._count:
            what = message(QT_TRANSLATE_NOOP("messages", "There is no article in the file."))
            yield Problem("empty", what, Severity.REFUSED, self._file)

    def _is_text(self, name: str, *, at_start: bool, closes: bool) -> bool:
        """Whether what looks like a tag is part of a text: the name of a field in its middle."""
        if name in _IN_TEXT:
            return self._open not in _TEXTS
        if name == _ARTICLE or not self._open or name == self._open:
            return False
        return closes or self._open in _TEXTS or not at_start

    def _article_tag(
        self, line: int, attributes: str, *, closes: bool
    ) -> Iterator[AnnotatedArticle | Problem]:
        if self._draft is not None:
            if not closes:
                yield from self._unclosed(_ARTICLE, line)
            yield from self._finish(line)
        if not closes:
            stated = _ID_ATTRIBUTE.search(attributes)
            self._draft = _Draft(line, stated[1] if stated else "")

    def _begin(self, name: str, line: int) -> Iterator[Problem]:
        if self._draft is None:
            return
        if self._open:
            yield from self._unclosed(self._open, line)
            self._keep()
        self._open = name

    def _close(self, name: str) -> None:
        if name == self._open:
            self._keep()

    def _keep(self) -> None:
        """Put what the open element holds where it belongs."""
        name, draft = self._open, self._draft
        value = _decoded("".join(self._pieces))
        self._open, self._pieces = "", []
        if draft is None or not value.strip():
            return
        if name in _TEXTS:
            draft.texts.append(_BLANK.sub("\n\n", value) if self._has_paragraphs else value)
        elif name in _TITLES:
            draft.title = draft.title or " ".join(value.split())
        elif name in _IDS:
            draft.id = draft.id or value.strip()
        else:
            draft.meta.setdefault(_META[name], value.strip())

    def _finish(self, line: int | None = None) -> Iterator[AnnotatedArticle | Problem]:
        draft = self._draft
        assert draft is not None
        if self._open:
            yield from self._unclosed(self._open, line or draft.line)
            self._keep()
        self._draft = None
        self._count += 1
        if not draft.texts:
            what = message(QT_TRANSLATE_NOOP("messages", "The article has no text; left out."))
            yield Problem("empty", what, Severity.REFUSED, self._file, draft.line, article=draft.id)
            return
        id_ = draft.id or f"{self._stem}-{self._count}"
        text = "\n\n".join(text.strip("\n") for text in draft.texts)
        yield AnnotatedArticle(Article(id_, text, draft.title, draft.meta))

    def _unclosed(self, name: str, line: int) -> Iterator[Problem]:
        what = QT_TRANSLATE_NOOP(
            "messages", "The end tag of {element} is missing; it ends where the next one begins."
        )
        told = message(what, element=name.upper())
        article = self._draft.id if self._draft else ""
        yield Problem("markup", told, Severity.CHANGED, self._file, line, article=article)


def _decoded(text: str) -> str:
    """Replace references that end as they should; a bare ``&`` stays."""
    return _REFERENCE.sub(lambda found: html.unescape(found[0]), text) if "&" in text else text
