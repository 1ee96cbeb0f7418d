"""WebAnno TSV to an article: the text out of its sentences, spans and relations out of its cells.

All versions 3 are read. Slots and chains are left out, with a notice for their layer.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.offsets import Utf16Map
from annotator.core.problems import Problem
from annotator.formats.base import ReadOptions, undecoded
from annotator.formats.linked import QUOTE
from annotator.formats.linked_reading import LinkedReader
from annotator.formats.source import Line, Source
from annotator.formats.uima import (
    RELATION_LAYER,
    attributes_of,
    is_taken,
    label_from,
    left_out,
)
from annotator.formats.webanno_cells import (
    ABSENT,
    CHAINS,
    EMPTY,
    RELATIONS,
    SPANS,
    STACKED,
    TEXT,
    plain_text,
    plain_value,
    stacked,
)

_ROW = re.compile(r"(\d+-\d+(?:\.\d+)?)\t(\d{1,15})-(\d{1,15})\t([^\t]*)(?:\t(.*))?", re.DOTALL)
_LARGEST_GAP = 1 << 20
"""UTF-16 units between two sentences that are believed."""
_BASE, _SLOT = "BT_", "ROLE_"


class _Layer(NamedTuple):
    """A layer of the header: its columns from ``first`` on, one for each of ``features``.

    ``base`` is the layer whose spans a relation ties; ``slots`` are the columns of slots, whose
    features have no names here. Chains are not ``known``.
    """

    name: str
    first: int
    features: tuple[str, ...]
    slots: tuple[int, ...] = ()
    base: str = ""
    known: bool = True


class _Row(NamedTuple):
    """A token or part of one. ``start`` and ``end`` count UTF-16 units."""

    line: int
    name: str
    start: int
    end: int
    form: str
    cells: Sequence[str]


@dataclass(slots=True)
class _Found:
    """A span as its rows tell it, in UTF-16 units."""

    layer: str
    start: int
    end: int
    line: int
    features: Mapping[str, str]


@dataclass(slots=True)
class _Text:
    """The text as far as it is read. ``length`` counts UTF-16 units."""

    parts: list[str] = field(default_factory=list)
    length: int = 0

    def add(self, sentence: str, start: int | None) -> bool:
        """Add a sentence that starts at UTF-16 unit ``start``; False if it cannot start there."""
        gap = start - self.length if start is not None else min(len(self.parts), 1)
        fits = 0 <= gap <= _LARGEST_GAP
        space = " " * gap if fits else ""
        if self.parts and space:
            space = f"\n{space[1:]}"
        self.parts.append(space + sentence)
        self.length += len((space + sentence).encode("utf-16-le", "surrogatepass")) // 2
        return fits


def read_article(source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
    """Yield the article of a file, after the problems that were found in it.

    Raises:
        UserError: the file is no text.
    """
    reader = _SheetReader(source.name, None)
    reader.read(source)
    reader.begin(Article(PurePath(source.name).stem, reader.text()))
    yield from reader.taken()
    yield from reader.finished(options)


class _SheetReader(LinkedReader):
    """Reads the lines of one file, then takes what they hold."""

    def read(self, source: Source) -> None:
        """Collect the layers, the text and the rows."""
        self._layers: list[_Layer] = []
        self._columns = 0
        self._rows: list[_Row] = []
        self._written = _Text()
        sentence: list[str] = []
        for line in source.few_lines():
            self._line = line.number
            text = line.text
            if text is None:
                self.problems.append(undecoded(source, line))
            elif text.startswith(TEXT):
                sentence.append(plain_text(text.removeprefix(TEXT)))
            elif text.startswith((SPANS, RELATIONS, CHAINS)) and not self._rows:
                self._add_layer(text)
            elif text and not text.startswith("#"):
                row = self._row(line, text)
                if row is not None and sentence:
                    self._end(sentence, row.start)
        if sentence:
            self._end(sentence, None)
        self._line = None

    def text(self) -> str:
        """Return the text of all sentences."""
        return "".join(self._written.parts)

    def taken(self) -> Iterator[Problem]:
        """Take the spans and relations; yield what layers were left out."""
        self._counts: Counter[str] = Counter()
        self._numbered: dict[int, str] = {}
        self._single: dict[tuple[str, str], str] = {}
        self._found: dict[str, _Found] = {}
        units = Utf16Map(self._text)
        rows = [row for row in self._rows if self._fits(row, units)]
        relations = []
        for layer in self._layers:
            for row in rows:
                if all(cell == ABSENT for cell in _cells(row, layer)):
                    continue
                if layer.base:
                    relations.append((layer, row))
                elif layer.known and is_taken(layer.name):
                    self._collect(layer, row)
                else:
                    self._counts[layer.name] += 1
        for name, found in self._found.items():
            self._line = found.line
            label = label_from(found.layer, found.features)
            start, end = units.to_codepoint(found.start), units.to_codepoint(found.end)
            self.add_span(name, label, start, end, attributes=attributes_of(found.features))
        for layer, row in relations:
            self._line = row.line
            self._relate(layer, row)
        self._line = None
        yield from left_out(+self._counts, self._file, self._article)

    def _end(self, sentence: list[str], start: int | None) -> None:
        fits = self._written.add("\n".join(sentence), start)
        sentence.clear()
        if not fits:
            what = QT_TRANSLATE_NOOP("messages", "The sentence cannot begin at {start}.")
            self.refuse("offsets", message(what, start=start))

    def _add_layer(self, line: str) -> None:
        parts = [part for part in line.partition("=")[2].split(STACKED) if part]
        name, features = "".join(parts[:1]), parts[1:]
        base = ""
        if line.startswith(RELATIONS) and features and features[-1].startswith(_BASE):
            base = features[-1].removeprefix(_BASE)
        slots = [at for at, feature in enumerate(features) if feature.startswith(_SLOT)]
        named = ["" if {at, at - 1} & {*slots} else told for at, told in enumerate(features)]
        known = not line.startswith(CHAINS)
        columns = tuple(named) or ("",)
        layer = _Layer(name, self._columns, columns, tuple(slots), base, known)
        self._layers.append(layer)
        self._columns += len(layer.features)

    def _row(self, line: Line, text: str) -> _Row | None:
        found = _ROW.fullmatch(text)
        cells = (found[5] or "").split("\t") if found else []
        if found is None or len(cells) < self._columns:
            what = QT_TRANSLATE_NOOP("messages", "The line is no token with all its columns.")
            self.refuse("line", message(what))
            return None
        row = _Row(line.number, found[1], int(found[2]), int(found[3]), found[4], cells)
        self._rows.append(row)
        return row

    def _fits(self, row: _Row, units: Utf16Map) -> bool:
        """Whether a row is where it says in the text; one with spans that is not is reported."""
        start, end = units.to_codepoint(row.start), units.to_codepoint(row.end)
        covered = self._text[start:end]
        if covered in (row.form, plain_text(row.form)):
            return True
        if any(cell != ABSENT for cell in row.cells[: self._columns]):
            self._line = row.line
            what = QT_TRANSLATE_NOOP(
                "messages", "The text at {start} to {end} is {found}, not {stated}; left out."
            )
            shown = {"found": covered[:40], "stated": row.form[:40]}
            self.refuse("offsets", message(what, start=row.start, end=row.end, **shown), row.name)
        return False

    def _collect(self, layer: _Layer, row: _Row) -> None:
        """Take note of the spans of a layer on a row; one that began before grows."""
        cells = _cells(row, layer)
        self._counts[layer.name] += any(cells[slot] not in (ABSENT, EMPTY) for slot in layer.slots)
        columns = [list(stacked(cell)) for cell in cells]
        for index, (_, number, _) in enumerate(columns[0]):
            known = self._numbered.get(number) if number else None
            if known is not None and self._found[known].layer == layer.name:
                found = self._found[known]
                found.start, found.end = min(found.start, row.start), max(found.end, row.end)
                continue
            name = f"{row.name} {layer.name} {index}"
            features = _features(layer, columns, index)
            self._found[name] = _Found(layer.name, row.start, row.end, row.line, features)
            self._single.setdefault((row.name, layer.name), name)
            if number:
                self._numbered[number] = name

    def _relate(self, layer: _Layer, row: _Row) -> None:
        columns = [list(stacked(cell)) for cell in _cells(row, layer)]
        for index, (unit, source, target) in enumerate(columns[-1]):
            start = self._named(unit, layer.base, source)
            end = self._named(row.name, layer.base, target)
            span = self._spans.get(start)
            if layer.name != RELATION_LAYER and (span is None or span.label != QUOTE):
                self._counts[layer.name] += 1
                continue
            kind = label_from(layer.name, _features(layer, columns[:-1], index))
            self.add_relation(kind, start, end)

    def _named(self, unit: str, layer: str, number: int) -> str:
        """Return the name of the span that a relation calls by its number or its row."""
        named = self._numbered.get(number) if number else self._single.get((unit, layer))
        return named or f"{unit} {layer}"


def _cells(row: _Row, layer: _Layer) -> Sequence[str]:
    return row.cells[layer.first : layer.first + len(layer.features)]


def _features(
    layer: _Layer, columns: Sequence[Sequence[tuple[str, int, int]]], index: int
) -> dict[str, str]:
    """Return the features that have a value of one of the spans stacked on a row."""
    pairs = zip(layer.features, columns, strict=False)
    told = {name: column[index][0] for name, column in pairs if index < len(column)}
    return {name: plain_value(value) for name, value in told.items() if name and value != EMPTY}
