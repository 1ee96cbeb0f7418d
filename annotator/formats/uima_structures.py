"""The content of a UIMA CAS as feature structures: an article to them, and they to an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.offsets import Utf16Map
from annotator.core.problems import Problem
from annotator.formats.base import ReadOptions
from annotator.formats.linked import QUOTE
from annotator.formats.linked_reading import LinkedReader
from annotator.formats.uima import (
    END,
    LABEL,
    METADATA,
    RELATION_LAYER,
    SENTENCE,
    START,
    TOKEN,
    Layered,
    attributes_of,
    features_of,
    is_no_layer,
    is_taken,
    label_from,
    layer_of,
    left_out,
    tokens_by_sentence,
    without_suffix,
)

SOFA = "uima.cas.Sofa"
VIEW = "_InitialView"
_NUMBER = re.compile(r"-?\d{1,18}")
_LINK = {"role", "target"}
"""What a slot of a span is made of."""
_NO_FEATURES = frozenset({"sofa", "begin", "end", START, END})


class Structure(NamedTuple):
    """A feature structure. A value of ``refers`` is the id of another one, as a string.

    ``begin`` and ``end`` among the ``values`` count UTF-16 units.
    """

    id: str
    type: str
    values: Mapping[str, Any]
    refers: Mapping[str, str]


# Writing


def structures_of(made: Layered) -> Iterator[Structure]:
    """Yield the structures of an article, numbered from 1; the first one is its text."""
    own = made.article.article
    units = Utf16Map(own.text).to_utf16
    number = 1
    sofa = {"sofa": "1"}
    names: dict[str, str] = {}
    text = {"sofaNum": 1, "sofaID": VIEW, "mimeType": "text", "sofaString": own.text}
    yield Structure("1", SOFA, text, {})
    for type_, start, end, values in _annotations(made):
        number += 1
        place = {"begin": units(start), "end": units(end)}
        yield Structure(str(number), type_, {**place, **values}, sofa)
    for span in made.spans:
        number += 1
        names[span.id] = str(number)
        place = {"begin": units(span.span.start), "end": units(span.span.end)}
        yield Structure(str(number), layer_of(span), {**place, **features_of(span)}, sofa)
    spans = {span.id: span.span for span in made.spans}
    for relation in made.relations:
        number += 1
        start, end = map(units, spans[relation.end])
        values = {"begin": start, "end": end, LABEL: relation.type}
        ends = {START: names[relation.start], END: names[relation.end]}
        yield Structure(str(number), RELATION_LAYER, values, sofa | ends)


def _annotations(made: Layered) -> Iterator[tuple[str, int, int, Mapping[str, Any]]]:
    own = made.article.article
    about = {"language": "x-unspecified", "documentTitle": own.title, "documentId": own.id}
    yield METADATA, 0, len(own.text), about
    cut = tokens_by_sentence(own.text)
    for tokens in cut:
        yield SENTENCE, tokens[0].start, tokens[-1].end, {}
    for tokens in cut:
        yield from ((TOKEN, token.start, token.end, {}) for token in tokens)


# Reading


def read_structures(
    file: str,
    structures: Collection[Structure],
    members: Mapping[str, Collection[str]],
    options: ReadOptions,
) -> Iterator[AnnotatedArticle | Problem]:
    """Yield the article of a CAS, after the problems that were found in it.

    ``members`` are the ids of what is part of a view, by the id of its text; a text that is not
    there has all that refers to it.
    """
    reader = _CasReader(file, None)
    found = reader.text_in(structures)
    if found is None:
        yield from reader.problems
        return
    inside = members.get(found.id)
    own = [
        one
        for one in structures
        if one.refers.get("sofa", found.id) == found.id and (inside is None or one.id in inside)
    ]
    reader.begin(_article(found.values["sofaString"], own, file))
    yield from reader.taken(own)
    yield from reader.finished(options)


class _CasReader(LinkedReader):
    """Takes the spans and relations of one text."""

    def text_in(self, structures: Iterable[Structure]) -> Structure | None:
        """Return the structure with the text, INCEpTION's own view first, or None."""
        texts = [
            one
            for one in structures
            if one.type == SOFA and type(one.values.get("sofaString")) is str
        ]
        if not texts:
            what = QT_TRANSLATE_NOOP("messages", "The file has no text.")
            self.refuse("type", message(what))
            return None
        first = min(texts, key=lambda one: one.values.get("sofaID") != VIEW)
        if len(texts) > 1:
            what = QT_TRANSLATE_NOOP(
                "messages", "The file has several texts; {name} is taken, the others are left out."
            )
            self.refuse("view", message(what, name=first.values.get("sofaID", "")))
        return first

    def taken(self, structures: Iterable[Structure]) -> Iterator[Problem]:
        """Take what are spans and relations of quotes; yield what layers were left out."""
        units = Utf16Map(self._text)
        counts: Counter[str] = Counter()
        relations: list[Structure] = []
        for one in structures:
            if is_no_layer(one.type):
                continue
            if "begin" not in one.values:
                counts[one.type] += {*one.values, *one.refers} >= _LINK
            elif {START, END} <= one.refers.keys():
                relations.append(one)
            elif is_taken(one.type):
                self._span(one, units)
            else:
                counts[one.type] += 1
        for one in relations:
            start = self._spans.get(one.refers[START])
            if one.type != RELATION_LAYER and (start is None or start.label != QUOTE):
                counts[one.type] += 1
            else:
                kind = label_from(one.type, _strings(one))
                self.add_relation(kind, one.refers[START], one.refers[END])
        yield from left_out(+counts, self._file, self._article)

    def _span(self, one: Structure, units: Utf16Map) -> None:
        told = _strings(one)
        label = label_from(one.type, told)
        start, end = (_number(one.values.get(edge)) for edge in ("begin", "end"))
        if type(start) is int and type(end) is int:
            start, end = units.to_codepoint(start), units.to_codepoint(end)
        self.add_span(one.id, label, start, end, attributes=attributes_of(told))


def _article(text: str, structures: Iterable[Structure], file: str) -> Article:
    """Return the article; INCEpTION keeps the file's name as title, and who annotated it as id."""
    name = PurePath(file).stem
    for one in structures:
        if one.type == METADATA:
            told = _strings(one)
            id_, title = told.get("documentId", ""), told.get("documentTitle", "")
            if "documentUri" in told:
                return Article(without_suffix(title) or name, text)
            return Article(id_ or name, text, title)
    return Article(name, text)


def _strings(one: Structure) -> dict[str, str]:
    return {
        key: value
        for key, value in one.values.items()
        if type(value) is str and key not in _NO_FEATURES
    }


def _number(value: Any) -> Any:
    """Return the number that a string is, as XML has nothing else."""
    return int(value) if type(value) is str and _NUMBER.fullmatch(value) else value
