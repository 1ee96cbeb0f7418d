"""Word files: one article a file, its paragraphs and tables as text.

Only what a reader of the page sees is taken: no deleted text, no comments, no code of fields, no
macros. Text boxes and notes at the foot stand outside of the text and are left out, and told.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import ReadOptions
from annotator.formats.packed import is_office_file, office_file, part, refused
from annotator.formats.source import Head, Source

_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MARKUP = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TERMS = "{http://purl.org/dc/terms/}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}
_PASSED_OVER = frozenset(
    {"del", "moveFrom", "drawing", "pict", "object", "instrText", "rPr", "pPr", "sectPr"}
)
_META = {"author": f"{_DC}creator", "date": f"{_TERMS}created", "description": f"{_DC}description",
         "language": f"{_DC}language"}  # fmt: skip
_TITLE_STYLES = ("title", "heading 1")


class Docx:
    """A Word file. The title is a paragraph styled as such, else the file's own."""

    id = "docx"
    name = message(QT_TRANSLATE_NOOP("messages", "Word (DOCX)"))
    suffixes: tuple[str, ...] = (".docx", ".docm")

    def sniff(self, head: Head) -> float:
        """Sure of an archive whose parts are Word's."""
        return 0.95 if is_office_file(head, "word/") else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of the file.

        Raises:
            UserError: the file is damaged, locked or too large.
            OSError: it cannot be read.
        """
        with office_file(source) as archive:
            root = part(archive, _main_part(archive, source.name), source.name)
            styles = _style_names(part(archive, "word/styles.xml", source.name))
            told = part(archive, "docProps/core.xml", source.name)
        body = next((child for child in root if _name(child) == "body"), None) if root is not None \
            else None  # fmt: skip
        if body is None:
            what = QT_TRANSLATE_NOOP("messages", "This is no Word file: it has no text part.")
            raise refused(source.name, message(what))
        if any(_name(element) == "txbxContent" for element in body.iter()):
            what = QT_TRANSLATE_NOOP("messages", "The text boxes of the file are left out.")
            yield Problem("boxes", message(what), Severity.NOTICE, source.name)
        blocks = [block for block in _blocks(body) if block.strip()]
        if not blocks:
            what = QT_TRANSLATE_NOOP("messages", "The file holds nothing but white space.")
            yield Problem("empty", message(what), Severity.REFUSED, source.name)
            return
        path = PurePath(source.name)
        title = _styled_title(body, styles) or _told(told, f"{_DC}title")
        meta = {key: _told(told, name) for key, name in _META.items()}
        meta = {"source": path.name} | {key: value for key, value in meta.items() if value}
        yield AnnotatedArticle(Article(path.stem, "\n\n".join(blocks), title, meta))


def _main_part(archive: Any, file: str) -> str:
    relations = part(archive, "_rels/.rels", file)
    for relation in () if relations is None else relations.iter(_RELATION):
        if relation.get("Type", "").endswith("/officeDocument"):
            return str(relation.get("Target", _MAIN)).lstrip("/")
    return _MAIN


def _name(element: Any) -> str:
    """Return the name of an element of Word's, empty for others'."""
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    for space in (_W, _W_STRICT):
        if tag.startswith(space):
            return tag[len(space) :]
    return ""


def _blocks(element: Any) -> Iterator[str]:
    """Yield the paragraphs and tables of an element and what wraps them."""
    for child in element:
        name = _name(child)
        if name == "p":
            yield "".join(_runs(child))
        elif name == "tbl":
            yield "\n".join(_rows(child))
        elif child.tag == f"{_MARKUP}AlternateContent":
            yield from _blocks(_preferred(child))
        elif name not in _PASSED_OVER:
            yield from _blocks(child)


def _rows(table: Any) -> Iterator[str]:
    """Yield a line a row, the cells apart by tabs."""
    for row in table:
        if _name(row) == "tr":
            cells = (cell for cell in row if _name(cell) == "tc")
            yield "\t".join(" ".join(filter(None, map(str.strip, _blocks(cell)))) for cell in cells)


def _runs(paragraph: Any) -> Iterator[str]:
    for child in paragraph:
        name = _name(child)
        if name == "t":
            yield child.text or ""
        elif name in _SIGNS:
            yield _SIGNS[name]
        elif child.tag == f"{_MARKUP}AlternateContent":
            yield from _runs(_preferred(child))
        elif name not in _PASSED_OVER:
            yield from _runs(child)


def _preferred(alternatives: Any) -> Any:
    """Return the first of several forms of the same content."""
    return next(iter(alternatives), alternatives)


def _style_names(styles: Any | None) -> dict[str, str]:
    """Return the names of styles by their ids; the names are English in every Word."""
    names = {}
    for style in () if styles is None else styles:
        own = next((child for child in style if _name(child) == "name"), None)
        if own is not None:
            names[_attribute(style, "styleId")] = _attribute(own, "val").lower()
    return names


def _styled_title(body: Any, styles: dict[str, str]) -> str:
    found: dict[str, str] = {}
    for paragraph in body:
        if _name(paragraph) == "p":
            style = next((e for e in paragraph.iter() if _name(e) == "pStyle"), None)
            name = "" if style is None else _attribute(style, "val")
            text = " ".join("".join(_runs(paragraph)).split())
            if text:
                found.setdefault(styles.get(name, name.lower()), text)
    return next((found[style] for style in _TITLE_STYLES if style in found), "")


def _attribute(element: Any, name: str) -> str:
    return str(element.get(f"{_W}{name}") or element.get(f"{_W_STRICT}{name}") or "")


def _told(core: Any | None, name: str) -> str:
    found = None if core is None else core.find(name)
    return "" if found is None else " ".join("".join(found.itertext()).split())
