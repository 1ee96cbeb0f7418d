"""WebAnno TSV 3.3, INCEpTION's older format: a file an article, a line a token.

The format: webannotsv.adoc in inception-project/inception, and the program's own reader where that
is silent. Offsets are UTF-16 units. Between sentences the format keeps no text: a reader puts a
line end there, then spaces. A sentence that is followed by anything else holds it too, so that
the text comes back as it was. A span edge inside a token makes a line for that part of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from annotator.arabic.tokens import Token
from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.offsets import Utf16Map
from annotator.core.problems import Problem
from annotator.formats.base import ACCEPTED_ONLY, Prepared, ReadOptions, WriteOptions
from annotator.formats.conll_tokens import untagged
from annotator.formats.files import safe_name
from annotator.formats.source import Head, Source
from annotator.formats.uima import (
    ATTRIBUTES,
    ENTITY_LAYER,
    LABEL,
    QUOTE_LAYER,
    RELATION_LAYER,
    Layered,
    features_of,
    layer_of,
    layered,
    tokens_by_sentence,
)
from annotator.formats.uima_types import write_types
from annotator.formats.webanno_cells import (
    ABSENT,
    EMPTY,
    FORMAT,
    RELATIONS,
    SPANS,
    STACKED,
    TEXT,
    escaped_text,
    escaped_value,
)
from annotator.formats.webanno_reading import read_article
from annotator.formats.webanno_units import Unit, Units

_OLD = re.compile(r"#FORMAT=WebAnno TSV|(?:\s?# \S+ \| .*\n)?#id=\d+\n#text=")
_IMPLIED_GAP = re.compile(r"(?:\n *)?")
_SPACES = re.compile(r" *")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
"""What makes a file no text: INCEpTION writes it with a backslash before, as it stands."""


class WebAnno:
    """A folder of files, one an article."""

    id = "webanno_tsv"
    name = message(QT_TRANSLATE_NOOP("messages", "INCEpTION (WebAnno TSV 3.3)"))
    suffixes: tuple[str, ...] = (".tsv",)
    lossless = False
    folder = True
    statuses = ACCEPTED_ONLY
    keeps = frozenset({"text", "article_id"})

    def sniff(self, head: Head) -> float:
        """Sure of the line that names the format in its third version, and of how others begin."""
        if head.text.startswith(f"{FORMAT} 3"):
            return 1.0
        return 0.9 if _OLD.match(head.text) else 0.0

    def read(self, source: Source, options: ReadOptions) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the article of the file, after the problems that were found in it.

        Raises:
            UserError: the file is no text, or of a version before the third.
        """
        if not source.head.text.startswith(f"{FORMAT} 3"):
            raise _old(source.name)
        yield from read_article(source, options)

    def prepare(self, article: AnnotatedArticle, options: WriteOptions) -> Prepared:
        """Return the article's file, and what of it has no place there."""
        made = layered(article, options, _UNWRITABLE)
        cut = _with_space_before(made.article.text, tokens_by_sentence(made.article.text))
        if not cut:
            return untagged(article)
        lines = [f"{FORMAT} 3.3", *_file(made, cut)]
        content = (article.article.id, "".join(f"{line}\n" for line in lines).encode())
        return Prepared(content, made.losses, made.article)

    def write(self, articles: Iterable[Prepared], out: Path) -> None:
        """Write one file an article that has words, named by its id, and the types."""
        write_types(out)
        taken: set[str] = set()
        for number, article in enumerate(articles, 1):
            if article.carried is not None:
                wanted, data = article.content
                (out / f"{safe_name(wanted, number, taken)}.tsv").write_bytes(data)


def _old(file: str) -> UserError:
    what = QT_TRANSLATE_NOOP("messages", "This is WebAnno TSV of a version that is not read.")
    todo = QT_TRANSLATE_NOOP("messages", "Open it in INCEpTION and export it as UIMA CAS JSON.")
    return UserError(message(what), where=file, todo=message(todo))


def _with_space_before(text: str, cut: list[list[Token]]) -> list[list[Token]]:
    """Return the sentences; white space before the first that a reader cannot know is a token."""
    if not cut or _SPACES.fullmatch(text, 0, cut[0][0].start):
        return cut
    first, *others = cut
    return [[Token(0, first[0].start, text[: first[0].start]), *first], *others]


def _file(made: Layered, cut: list[list[Token]]) -> Iterator[str]:
    text = made.article.text
    offset = Utf16Map(text).to_utf16
    placed = Units(cut)
    for span in made.spans:
        placed.put(span.id, layer_of(span), span.span)
    columns = list(_columns(made, placed))
    yield from _header(made)
    yield ""
    starts = [tokens[0].start for tokens in cut[1:]]
    for tokens, units, following in zip(cut, placed.by_sentence(), [*starts, None], strict=True):
        yield ""
        end = len(text) if following is None else following
        if following is not None and _IMPLIED_GAP.fullmatch(text, tokens[-1].end, following):
            end = tokens[-1].end
        for line in text[tokens[0].start : end].split("\n"):
            yield f"{TEXT}{escaped_text(line)}"
        for unit in units:
            place = f"{offset(unit.start)}-{offset(unit.end)}"
            form = escaped_text(text[unit.start : unit.end])
            cells = [column.get(unit, ABSENT) for column in columns]
            yield "\t".join((unit.name, place, form, *cells, ""))


def _layers(made: Layered) -> Iterator[tuple[str, list[str]]]:
    """Yield the layers with spans and those of their features that are used."""
    used = {layer_of(span) for span in made.spans}
    if ENTITY_LAYER in used:
        yield ENTITY_LAYER, [LABEL]
    if QUOTE_LAYER in used:
        told = {name for span in made.spans for name in features_of(span)}
        yield QUOTE_LAYER, [LABEL, *(name for name in ATTRIBUTES if name in told)]


def _header(made: Layered) -> Iterator[str]:
    for layer, features in _layers(made):
        yield STACKED.join((f"{SPANS}{layer}", *features))
    if made.relations:
        yield STACKED.join((f"{RELATIONS}{RELATION_LAYER}", LABEL, f"BT_{QUOTE_LAYER}"))


def _columns(made: Layered, placed: Units) -> Iterator[Mapping[Unit, str]]:
    """Yield for each column its cells that are not empty."""
    told = {span.id: features_of(span) for span in made.spans}
    for layer, features in _layers(made):
        for feature in features:
            yield {
                unit: STACKED.join(
                    _valued(told[name].get(feature), placed.number(name)) for name in names
                )
                for unit, names in placed.on(layer)
            }
    if made.relations:
        yield from _relation_columns(made, placed)


def _valued(value: str | None, number: int) -> str:
    cell = EMPTY if value is None else escaped_value(value)
    return f"{cell}[{number}]" if number else cell


def _relation_columns(made: Layered, placed: Units) -> Sequence[Mapping[Unit, str]]:
    """Return the types of the relations and where they come from, on the lines they lead to."""
    kinds: dict[Unit, list[str]] = {}
    sources: dict[Unit, list[str]] = {}
    for relation in made.relations:
        unit = placed.first(relation.end)
        source, target = placed.number(relation.start), placed.number(relation.end)
        which = f"[{source}_{target}]" if source or target else ""
        kinds.setdefault(unit, []).append(escaped_value(relation.type))
        sources.setdefault(unit, []).append(f"{placed.first(relation.start).name}{which}")
    return [
        {unit: STACKED.join(cells) for unit, cells in column.items()} for column in (kinds, sources)
    ]
