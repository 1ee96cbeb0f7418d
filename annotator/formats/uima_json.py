"""UIMA CAS JSON 0.4.0, which INCEpTION recommends: types, text and annotations in one file.

The format: SPECIFICATION.adoc of apache/uima-uimaj-io-jsoncas. Offsets are UTF-16 units.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.formats.base import ACCEPTED_ONLY, Prepared, ReadOptions, WriteOptions
from annotator.formats.files import safe_name
from annotator.formats.json_items import first_keys, json_line
from annotator.formats.linked_reading import LinkedReader
from annotator.formats.source import Head, Source
from annotator.formats.strict_json import StrictDecoder
from annotator.formats.uima import SEGMENTS, TYPES, layered
from annotator.formats.uima_structures import (
    VIEW,
    Structure,
    read_structures,
    structures_of,
)
from annotator.formats.uima_types import write_types

_TYPES, _STRUCTURES, _VIEWS = "%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"
_ID, _TYPE, _SOFA, _MEMBERS = "%ID", "%TYPE", "%SOFA", "%MEMBERS"
_NONE = ""
"""What a reference of null refers to: no structure has this id."""


class CasJson:
    """A folder of files, one an article."""

    id = "uima_json"
    name = message(QT_TRANSLATE_NOOP("messages", "INCEpTION (UIMA CAS JSON)"))
    suffixes: tuple[str, ...] = (".json",)
    lossless = False
    folder = True
    statuses = ACCEPTED_ONLY
    keeps = frozenset({"text", "article_id", "title"})

    def sniff(self, head: Head) -> float:
        """Sure of an object with the keys of the format, which no other one has."""
        return 0.0 if first_keys(head).isdisjoint({_TYPES, _STRUCTURES, _VIEWS}) else 0.98

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of the file, after the problems that were found in it.

        Raises:
            UserError: the file is no text, or too large.
        """
        checks = LinkedReader(source.name, None)
        try:
            data = StrictDecoder().decode(source.text().text)
        except (ValueError, RecursionError):
            checks.refuse("json", message(QT_TRANSLATE_NOOP("messages", "The file is not JSON.")))
            data = None
        else:
            if type(data) is not dict:
                checks.refuse_value(_STRUCTURES, type(data).__name__)
                data = None
        structures = list(_structures(data, checks)) if data is not None else []
        members = _members(data, checks) if data is not None else {}
        yield from checks.problems
        if data is not None:
            yield from read_structures(source.name, structures, members, options)

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's file, and what of it has no place there."""
        made = layered(article, options, None)
        structures = [_told(one) for one in structures_of(made)]
        inside = [one[_ID] for one in structures[1:]]
        cas = {
            _TYPES: _types(),
            _STRUCTURES: structures,
            _VIEWS: {VIEW: {_SOFA: 1, _MEMBERS: inside}},
        }
        content = (article.article.id, json_line(cas))
        return Prepared(content, made.losses, made.article)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write one file an article, named by its id, and the types."""
        write_types(out)
        taken: set[str] = set()
        for number, article in enumerate(articles, 1):
            wanted, data = article.content
            (out / f"{safe_name(wanted, number, taken)}.json").write_bytes(data)


# Writing


def _types() -> dict[str, Any]:
    return {
        name: {
            "%NAME": name,
            "%SUPER_TYPE": above,
            **{key: {"%NAME": key, "%RANGE": range_} for key, range_ in features.items()},
        }
        for name, (above, features) in TYPES.items()
    }


def _told(one: Structure) -> dict[str, Any]:
    refers = {f"@{key}": int(target) for key, target in one.refers.items()}
    return {_ID: int(one.id), _TYPE: one.type, **refers, **one.values}


# Reading


def _structures(data: dict[str, Any], checks: LinkedReader) -> Iterator[Structure]:
    """Yield the structures, which are a list, or an object by their ids."""
    told = data.get(_STRUCTURES)
    if type(told) is dict:
        pairs: Iterable[tuple[Any, Any]] = told.items()
    else:
        listed = checks.container(data, _STRUCTURES, list)
        pairs = ((value.get(_ID) if type(value) is dict else None, value) for value in listed)
    for id_, value in pairs:
        type_ = value.get(_TYPE) if type(value) is dict else None
        if type(type_) is not str or id_ is None:
            checks.refuse_value(_STRUCTURES, value)
            continue
        if type_ in SEGMENTS:
            continue
        refers = {key[1:]: _reference(to) for key, to in value.items() if key.startswith("@")}
        values = {key: own for key, own in value.items() if key[:1] not in {"@", "%"}}
        yield Structure(str(id_), type_, values, refers)


def _reference(value: Any) -> str:
    return _NONE if value is None else str(value)


def _members(data: dict[str, Any], checks: LinkedReader) -> Mapping[str, frozenset[str]]:
    found = {}
    for view in checks.container(data, _VIEWS, dict).values():
        if type(view) is dict and type(view.get(_MEMBERS)) is list:
            found[_reference(view.get(_SOFA))] = frozenset(map(str, view[_MEMBERS]))
    return found
