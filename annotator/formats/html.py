"""HTML for reading and printing: one page for all articles, right to left, with the marks.

The page stands by itself: styles and pictures are in it, nothing is fetched and nothing runs. It is
for people and is not read back; an index leads to the articles, and after each come its quotes with
who said them, its notes and its metadata.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import NamedTuple

from annotator.bundled import resource
from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import ACCEPTED_ONLY, Prepared, WriteOptions, loss, relabelled
from annotator.formats.html_checking import articles_on
from annotator.formats.html_labels import Look, label_styles, look_of
from annotator.formats.html_marks import marked, marks_of
from annotator.formats.html_page import GENERATOR
from annotator.formats.html_records import WORDS, facts, note_list, quote_list
from annotator.formats.html_shown import as_shown, clean, cleaned, headed, title_of, unshown

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
_HELD = 1 << 23


class _Shown(NamedTuple):
    """An article with the looks of its labels, and the language of the words around it."""

    article: AnnotatedArticle
    looks: dict[str, Look]
    language: str


class Html:
    """A page. No import reads it; the check of an export compares all that it shows."""

    id = "html"
    name = message(QT_TRANSLATE_NOOP("messages", "HTML, for reading and printing"))
    suffixes: tuple[str, ...] = (".html",)
    lossless = False
    folder = False
    heeds = frozenset({"language"})
    statuses = ACCEPTED_ONLY
    keeps = frozenset(
        {"article_id", "title", "meta", "article_annotator", "article_status", "article_note",
         "article_flags", "status", "note", "flags", "quote_status", "quote_note", "quote_flags"}
    )  # fmt: skip

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article as it is shown; characters that no page can have are replaced."""
        losses: list[Problem] = []
        own = article.article
        if clean(own.text) != own.text:
            what = QT_TRANSLATE_NOOP(
                "messages", "The format cannot hold some control characters of the text; replaced."
            )
            losses.append(Problem("text", message(what), Severity.CHANGED, article=own.id))
            own = replace(own, text=clean(own.text), sha256="")
        names = relabelled(article, options.labels)
        looks = {
            mapped.label: Look(mapped.label, look.colour) if mapped.label != plain.label else look
            for plain, mapped in zip(article.entities, names.entities, strict=True)
            for look in (look_of(plain.label, options.label_set, options.language),)
        }
        shown = replace(names, article=own)
        hidden = QT_TRANSLATE_NOOP("messages", "It covers nothing that a page shows; left out.")
        losses += [loss("token", message(hidden), article, one) for one in unshown(shown)]
        return Prepared(_Shown(shown, looks, options.language), tuple(losses), shown)

    def shown(self, prepared: Prepared) -> AnnotatedArticle:
        """Return the article as its page shows it."""
        shown: _Shown = prepared.content
        names = {label: look.name for label, look in shown.looks.items()}
        words = WORDS.get(shown.language, WORDS["ar"])
        return cleaned(as_shown(shown.article, title_of(shown.article), names, words))

    def read_back(self, made: Path) -> Iterator[AnnotatedArticle]:
        """Yield the articles that a page shows."""
        return articles_on(made)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write the page; what stands before the articles is known when they have all come."""
        looks: dict[str, tuple[int, Look]] = {}
        titles: list[str] = []
        words = WORDS["ar"]
        with tempfile.SpooledTemporaryFile(_HELD, "w+", encoding="utf-8", newline="") as bodies:
            for number, prepared in enumerate(articles, 1):
                shown: _Shown = prepared.content
                words = WORDS.get(shown.language, words)
                for label, look in shown.looks.items():
                    looks.setdefault(label, (len(looks), look))
                titles.append(title_of(shown.article))
                bodies.writelines(map(clean, _article(shown.article, number, looks, words)))
            bodies.seek(0)
            with out.open("w", encoding="utf-8", newline="\n") as page:
                page.writelines(map(clean, _start(titles, looks, words)))
                shutil.copyfileobj(bodies, page)
                page.write("</body>\n</html>\n")


def _start(
    titles: list[str], looks: dict[str, tuple[int, Look]], words: dict[str, str]
) -> Iterator[str]:
    name = titles[0] if len(titles) == 1 else words["articles"]
    yield '<!DOCTYPE html>\n<html lang="ar" dir="rtl">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f'<meta name="generator" content="{GENERATOR}">\n<title>{escape(name)}</title>\n<style>\n'
    yield resource("html", "reading.css").read_text(encoding="utf-8")
    yield label_styles(look for _, look in looks.values())
    yield "</style>\n</head>\n<body>\n"
    if len(titles) > 1:
        yield f"<nav>\n<h1>{escape(name)}</h1>\n<ol>\n"
        for number, title in enumerate(titles, 1):
            yield f'<li><a href="#a{number}"><bdi>{escape(title)}</bdi></a></li>\n'
        yield "</ol>\n</nav>\n"


def _article(
    article: AnnotatedArticle,
    number: int,
    looks: dict[str, tuple[int, Look]],
    words: dict[str, str],
) -> Iterator[str]:
    prefix = f"a{number}-"
    classes = {label: f"l{order}" for label, (order, _) in looks.items()}
    names = {label: look.name for label, (_, look) in looks.items()}
    marks = marks_of(article, classes, names, prefix)
    text = article.text
    headline, found = headed(article)
    if headline is not None:
        heading = marked(text, headline, marks)
    else:
        heading = f"<bdi>{escape(title_of(article))}</bdi>"
    yield f'<article id="a{number}">\n<header>\n<h2>{heading}</h2>\n'
    yield from facts(article, words)
    yield "</header>\n"
    for span in found:
        yield f"<p>{marked(text, span, marks)}</p>\n"
    yield from quote_list(article, prefix, words)
    yield from note_list(article, prefix, names, words)
    yield "</article>\n"
