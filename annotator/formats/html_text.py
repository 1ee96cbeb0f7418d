"""What an HTML page says: its main text as paragraphs, its title, and what it tells of itself.

The page is parsed by libxml2, which mends what is wrong and here fetches nothing, runs nothing and
expands no entity of the page's own. White space is as a browser shows it; characters, direction
marks too, stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

_NO_TEXT = frozenset((
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button",
    "iframe", "object", "embed", "svg", "math", "select", "option", "datalist", "textarea",
    "input", "audio", "video", "canvas", "figure", "head", "map", "dialog", "menu",
))  # fmt: skip
"""Elements that are no part of what an article says."""

_NO_TEXT_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "toolbar"}
)
_PARAGRAPHS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr",
    "html", "main", "ol", "p", "pre", "section", "summary", "table", "ul",
))  # fmt: skip
"""Elements with a blank line before and after them."""

_LINES = frozenset({"li", "tr", "caption", "tbody", "thead", "tfoot"})
_CELLS = frozenset({"td", "th"})
_EMPTY = frozenset({"br", "hr"})
_LISTS = frozenset({"ul", "ol"})

_SPACE = re.compile(r"[ \t\n\f\r]+")
_BREAKS = re.compile(r"[ \t]*[\n\r][ \t\n\r]*")
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)

_META = {
    "date": ("article:published_time", "datepublished", "date", "pubdate", "publishdate",
             "dc.date", "dc.date.issued", "dcterms.created", "og:published_time"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "byl"),
    "url": ("og:url", "twitter:url"),
    "description": ("description", "og:description", "twitter:description"),
    "source": ("og:site_name", "application-name", "publisher", "dc.publisher"),
}  # fmt: skip
"""What is kept, and the names under which pages tell it, the surest first."""


class _Weight(NamedTuple):
    """How many characters an element holds, and how many of them are in links."""

    whole: int
    linked: int


class Page(NamedTuple):
    """The text of a page, its paragraphs apart by blank lines, and what is told about it."""

    text: str
    title: str
    meta: dict[str, str]
    generator: str = ""


def page_of(markup: str) -> Page:
    """Return what a page says. Nothing in it is an error."""
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(markup.replace("\0", "").encode("utf-8", "replace"), parser)
    except etree.LxmlError:
        return Page("", "", {})
    if root is None:
        return Page("", "", {})
    told, meta, name = _told(root), _meta(root), _first_line(root, "title")
    _prune(root)
    headings = list(root.iter("h1"))
    heading = _line(headings[0]) if len(headings) == 1 else ""
    main = _main(root)
    text = text_of(main)
    if heading and main is not headings[0] and main not in headings[0].iterancestors():
        text = f"{heading}\n\n{text}" if text else heading
    meta |= _stated(told)
    title = told.get("og:title") or heading or name or told.get("title", "")
    return Page(text, title, meta, told.get("generator", ""))


def text_of(element: Any) -> str:
    """Return the text below an element."""
    text = _BREAKS.sub(_one_break, "".join(_pieces(element)))
    return text.strip(" \t\n")


def _one_break(found: re.Match[str]) -> str:
    return "\n\n" if found[0].count("\n") > 1 else "\n"


def _pieces(top: Any) -> Iterator[str]:
    r"""Yield text and breaks: ``\r`` needs no line of its own, ``\n\n`` is a blank line."""
    preformatted = 0
    for event, element in etree.iterwalk(top, events=("start", "end")):
        starts = event == "start"
        name = element.tag
        if name == "pre":
            preformatted += 1 if starts else -1
        if starts or name not in _EMPTY:
            yield _break(name, starts=starts)
        text = element.text if starts else element.tail if element is not top else None
        if text:
            yield text if preformatted else _SPACE.sub(" ", text)


def _break(name: str, *, starts: bool) -> str:
    if name == "br":
        return "\n"
    if name in _LINES:
        return "\r"
    if name in _PARAGRAPHS:
        return "\n\n"
    if name in _CELLS:
        return "" if starts else "\t"
    return '"' if name == "q" else ""


def _is_dropped(element: Any, weights: dict[Any, _Weight]) -> bool:
    name = element.tag
    if not isinstance(name, str) or name in _NO_TEXT:
        return True
    told = element.attrib
    if "hidden" in told or told.get("aria-hidden") == "true":
        return True
    if _role(element) in _NO_TEXT_ROLES or _HIDDEN.search(told.get("style", "")):
        return True
    if name == "header":  # that of the page, not that of the article
        return all(above.tag not in {"article", "main"} for above in element.iterancestors())
    return name in _LISTS and _is_all_links(weights[element])


def _prune(root: Any) -> None:
    """Empty what is no part of the article; what follows an element stays."""
    weights = _weights(root)
    skipped = None
    dropped = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "end":
            skipped = None if element is skipped else skipped
        elif skipped is None and element is not root and _is_dropped(element, weights):
            dropped.append(skipped := element)
    for element in dropped:
        # Not taken out: its tail would have to be set, and lxml sets no text with a control
        # character in it, such as a page may hold.
        element.clear(keep_tail=True)
        element.tag = "span"


def _is_all_links(weight: _Weight) -> bool:
    return bool(weight.whole) and weight.linked > 0.9 * weight.whole


def _weights(root: Any) -> dict[Any, _Weight]:
    """Return how much text each element has below it, in one pass: pages nest as they like."""
    weights: dict[Any, _Weight] = {}
    inside = [(0, 0)]
    links = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            links += element.tag == "a"
            size = _size(element.text)
            inside.append((size, size if links else 0))
            continue
        weights[element] = own = _Weight(*inside.pop())
        links -= element.tag == "a"
        whole, linked = inside.pop()
        tail = _size(element.tail)
        inside.append((whole + own.whole + tail, linked + own.linked + (tail if links else 0)))
    return weights


def _size(text: str | None) -> int:
    return len(text) - text.count(" ") if text else 0


def _main(root: Any) -> Any:
    """Return the element that holds the article: what is marked as such, else what says most."""
    body = root.find("body")
    body = root if body is None else body
    weights = _weights(root)
    for found in (
        [element for element in body.iter() if element.get("itemprop") == "articleBody"],
        list(body.iter("article")),
        [element for element in body.iter() if element.tag == "main" or _role(element) == "main"],
    ):
        longest = max(found, key=lambda element: weights[element].whole, default=None)
        if longest is not None and weights[longest].whole:
            return longest
    return _densest(body, weights)


def _role(element: Any) -> str:
    return str(element.get("role", ""))


def _densest(body: Any, weights: dict[Any, _Weight]) -> Any:
    """Return the element whose own paragraphs hold most of the text, or the whole body."""
    scores: dict[Any, int] = {}
    for paragraph in body.iter("p"):
        above = paragraph.getparent()
        scores[above] = scores.get(above, 0) + weights[paragraph].whole
    best = max(scores, key=scores.__getitem__, default=None)
    is_most = best is not None and scores[best] > 0.6 * sum(scores.values())
    return best if is_most else body


def _told(root: Any) -> dict[str, str]:
    told: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        value = _plain(meta.get("content", ""))
        if name and value:
            told.setdefault(name.lower(), value)
    return told


def _stated(told: dict[str, str]) -> dict[str, str]:
    found = {key: next(filter(None, map(told.get, names)), "") for key, names in _META.items()}
    return {key: value for key, value in found.items() if value}


def _meta(root: Any) -> dict[str, str]:
    """Return what elements other than ``<meta>`` tell."""
    addresses = [link.get("href") for link in root.iter("link") if link.get("rel") == "canonical"]
    times = [time.get("datetime") for time in root.iter("time")]
    found = {
        "url": next(filter(None, addresses), ""),
        "date": next(filter(None, times), ""),
        "language": root.get("lang", ""),
    }
    return {key: value for key, value in found.items() if value}


def _first_line(root: Any, name: str) -> str:
    found = next(root.iter(name), None)
    return "" if found is None else _line(found)


def _line(element: Any) -> str:
    return _plain("".join(element.itertext()))


def _plain(text: str) -> str:
    return _SPACE.sub(" ", text).strip(" ")
