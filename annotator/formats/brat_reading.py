"""brat's annotation lines to spans and relations, every line checked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePath

from annotator.core.article import Article
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.spans import Span
from annotator.formats.base import undecoded
from annotator.formats.decoding import whole_characters
from annotator.formats.linked import QUOTE
from annotator.formats.linked_reading import LinkedReader
from annotator.formats.source import Source

_SPAN = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)(?:\t(.*))?", re.DOTALL)
_RELATION = re.compile(r"R\d+\t(\S+) \w+:(\S+) \w+:(\S+)\s*")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(\S+) (\S+)(?: (.*))?")
_NOTE = re.compile(r"#\d*\tAnnotatorNotes (\S+)\t(.*)", re.DOTALL)
_BETWEEN = re.compile(r"[\r\n]+")
_LARGEST = 18
"""Digits of the largest offset that is tried."""


def text_beside(source: Source, annotations: str, text: str) -> Article:
    """Return the article whose annotations ``source`` has, from the file of the same name.

    Raises:
        UserError: the file is not there, or is not UTF-8.
    """
    name = PurePath(source.name).name
    stem = name.removesuffix(annotations)
    found = source.beside(stem + text)
    if found is None:
        what = QT_TRANSLATE_NOOP("messages", "The text {name} is not beside the annotations.")
        raise UserError(
            message(what, name=stem + text),
            where=source.name,
            todo=message(QT_TRANSLATE_NOOP("messages", "Put the two into one folder.")),
        )
    try:
        # Not Source.text: a byte order mark counts in the offsets.
        content = whole_characters(found.data().decode("utf-8", "surrogatepass"))
    except UnicodeDecodeError as error:
        what = QT_TRANSLATE_NOOP("messages", "Byte {at} does not fit the encoding {encoding}.")
        raise UserError(
            message(what, at=error.start, encoding="utf-8"),
            where=found.name,
            todo=message(QT_TRANSLATE_NOOP("messages", "Save the text as UTF-8.")),
        ) from error
    return Article(stem, content)


class StandoffReader(LinkedReader):
    """Reads the lines of one file."""

    def read(self, source: Source) -> None:
        """Take what all lines say: spans first, as a line may name one that comes later."""
        relations: list[tuple[int, re.Match[str]]] = []
        spans: list[tuple[int, re.Match[str]]] = []
        attributes: dict[str, dict[str, str]] = {}
        notes: dict[str, str] = {}
        for line in source.few_lines():
            text = line.text
            if text is None:
                self.problems.append(undecoded(source, line))
            elif found := _SPAN.fullmatch(text):
                spans.append((line.number, found))
            elif found := _RELATION.fullmatch(text):
                relations.append((line.number, found))
            elif found := _ATTRIBUTE.fullmatch(text):
                key, target, value = found.groups()
                attributes.setdefault(target, {})[key] = value or "true"
            elif found := _NOTE.fullmatch(text):
                notes[found[1]] = found[2]
            elif text.strip():
                self._line = line.number
                self._pass_over(text)
        for number, found in spans:
            self._line = number
            self._span(found, attributes.get(found[1], {}), notes.get(found[1], ""))
        for number, found in relations:
            self._line = number
            self.add_relation(*found.groups())

    def _pass_over(self, line: str) -> None:
        name = line.split("\t", 1)[0][:40]
        what = QT_TRANSLATE_NOOP("messages", "{name} is neither span nor relation; left out.")
        self.problems.append(
            Problem("line", message(what, name=name), Severity.NOTICE, self._file, self._line)
        )

    def _span(self, found: re.Match[str], attributes: dict[str, str], note: str) -> None:
        name, label, offsets, quoted = found.groups()
        if any(len(digits) > _LARGEST for digits in re.findall(r"\d+", offsets)):
            self.refuse_value("span", offsets, name)
            return
        pieces = [Span(*map(int, pair.split())) for pair in offsets.split(";")]
        if quoted is not None and quoted != " ".join(piece.of(self._text) for piece in pieces):
            quoted_at = QT_TRANSLATE_NOOP(
                "messages", "The text at {start} to {end} is {found}, not {stated}; left out."
            )
            start, end = pieces[0].start, pieces[-1].end
            told = message(
                quoted_at,
                start=start,
                end=end,
                found=self._text[start:end][:40],
                stated=quoted[:40],
            )
            self.refuse("offsets", told, name)
            return
        first, *more = joined_pieces(pieces, self._text)
        if more and label != QUOTE:
            what = QT_TRANSLATE_NOOP(
                "messages", "The span is in several parts; it is taken as one, from end to end."
            )
            self.change("fragments", message(what), name, Span(first.start, more[-1].end))
            first, more = Span(first.start, more[-1].end), []
        kept = [self.span(*part, None, name, "span") for part in more]
        self.add_span(
            name,
            label,
            *first,
            note=note,
            attributes=attributes,
            more=tuple(part for part in kept if part is not None),
        )


def joined_pieces(pieces: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Return the pieces of a span in order, those joined that only a line end parts."""
    joined = [pieces[0]]
    for before, piece in pairwise(pieces):
        if before.end < piece.start and _BETWEEN.fullmatch(text, before.end, piece.start):
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return tuple(joined)
