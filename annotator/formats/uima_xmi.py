"""UIMA CAS XMI, INCEpTION's other format: a file an article, and TypeSystem.xml for them all.

Offsets are UTF-16 units. XML 1.0 has no room for most control characters: they are replaced.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats.base import ACCEPTED_ONLY, Prepared, ReadOptions, WriteOptions
from annotator.formats.files import safe_name
from annotator.formats.safe_xml import Element, elements
from annotator.formats.source import Head, Source
from annotator.formats.uima import SEGMENTS, TYPES, layered
from annotator.formats.uima_structures import (
    SOFA,
    Structure,
    read_structures,
    structures_of,
)
from annotator.formats.uima_types import TYPES_FILE, describes_types, write_types

_XMI = "http://www.omg.org/XMI"
_ID = f"{_XMI} id"
_SUFFIX = ".xmi"
_VIEW = "uima.cas.View"
_NAMESPACE, _NAMESPACE_END = "http:///", ".ecore"
_REFERS = frozenset({"sofa", "Governor", "Dependent"})
_UNWRITABLE = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_REPLACEMENT = "\ufffd"
_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "\t": "&#9;",
        "\n": "&#10;",
        "\r": "&#13;",
    }
)


class CasXmi:
    """A folder of files, one an article, and the types beside them."""

    id = "uima_xmi"
    name = message(QT_TRANSLATE_NOOP("messages", "INCEpTION (UIMA CAS XMI)"))
    suffixes: tuple[str, ...] = (_SUFFIX,)
    lossless = False
    folder = True
    statuses = ACCEPTED_ONLY
    keeps = frozenset({"text", "article_id", "title"})

    def sniff(self, head: Head) -> float:
        """Sure of XML that names XMI."""
        return 0.98 if head.text.lstrip().startswith("<") and _XMI in head.text else 0.0

    def belongs(self, name: str, beside: Collection[str]) -> bool:
        """Whether a file tells the types of those beside it; they are known without it."""
        return describes_types(name, beside)

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of the file, after the problems that were found in it.

        Raises:
            UserError: the file is no XML, declares a document type, or is too large.
        """
        structures: list[Structure] = []
        members: dict[str, frozenset[str]] = {}
        for element in elements(source.data(), source.name):
            told = element.attributes
            type_ = _type_of(element)
            if type_ == _VIEW:
                members[told.get("sofa", "")] = frozenset(told.get("members", "").split())
            elif type_ and type_ not in SEGMENTS and _ID in told:
                structures.append(_structure(type_, told))
        yield from read_structures(source.name, structures, members, options)

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's file, and what of it has no place there."""
        made = layered(article, options, _UNWRITABLE)
        content = (article.article.id, _file(list(structures_of(made))))
        return Prepared(content, made.losses, made.article)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write one file an article, named by its id, and the types."""
        write_types(out)
        taken = {Path(TYPES_FILE).stem.lower()}
        for number, article in enumerate(articles, 1):
            wanted, data = article.content
            (out / f"{safe_name(wanted, number, taken)}{_SUFFIX}").write_bytes(data)


# Writing


def _prefixes() -> Mapping[str, str]:
    packages = sorted({name.rpartition(".")[0] for name in (*TYPES, SOFA)})
    return {package: f"t{number}" for number, package in enumerate(packages)}


def _file(structures: list[Structure]) -> bytes:
    prefixes = _prefixes()
    spaces = "".join(
        f' xmlns:{prefix}="{_NAMESPACE}{package.replace(".", "/")}{_NAMESPACE_END}"'
        for package, prefix in prefixes.items()
    )
    cas = prefixes[SOFA.rpartition(".")[0]]
    text, *annotations = structures
    members = " ".join(one.id for one in annotations)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<xmi:XMI xmlns:xmi="{_XMI}"{spaces} xmi:version="2.0">',
        f'<{cas}:NULL xmi:id="0"/>',
        *(_element(one, prefixes) for one in (*annotations, text)),
        f'<{cas}:View sofa="{text.id}" members="{members}"/>',
        "</xmi:XMI>\n",
    ]
    return "\n".join(lines).encode()


def _element(one: Structure, prefixes: Mapping[str, str]) -> str:
    package, _, name = one.type.rpartition(".")
    told = "".join(
        f' {key}="{_UNWRITABLE.sub(_REPLACEMENT, str(value)).translate(_ESCAPES)}"'
        for key, value in (*one.refers.items(), *one.values.items())
    )
    return f'<{prefixes[package]}:{name} xmi:id="{one.id}"{told}/>'


# Reading


def _type_of(element: Element) -> str:
    """Return the type that an element is of, or nothing for the file's own parts."""
    space = element.namespace
    if element.depth != 1 or not space.startswith(_NAMESPACE):
        return ""
    package = space.removeprefix(_NAMESPACE).removesuffix(_NAMESPACE_END).replace("/", ".")
    return f"{package}.{element.name}"


def _structure(type_: str, told: Mapping[str, str]) -> Structure:
    values = {key: value for key, value in told.items() if key not in _REFERS and key != _ID}
    refers = {key: told[key] for key in _REFERS & told.keys()}
    return Structure(told[_ID], type_, values, refers)
