"""What INCEpTION's formats share: its layers, and an article's spans and relations on them.

Entities are of the built-in layer for named entities, whatever of an article makes up its quotes
is of one custom layer, and a relation layer ties these together. INCEpTION ties spans of one
layer alone, so a speaker that is an entity has a span beside it on the layer of quotes too.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from annotator.arabic.sentences import sentences
from annotator.arabic.tokens import Token, tokenize
from annotator.core.annotated import AnnotatedArticle
from annotator.core.graphemes import extends
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.base import WriteOptions, loss, relabelled
from annotator.formats.linked import (
    LABELS,
    MENTIONS,
    Carries,
    LinkedSpan,
    Relation,
    linked,
    unlinked,
)

_DKPRO = "de.tudarmstadt.ukp.dkpro.core.api"
ENTITY_LAYER = f"{_DKPRO}.ner.type.NamedEntity"
QUOTE_LAYER = "webanno.custom.Quote"
RELATION_LAYER = "webanno.custom.QuoteRelation"
SENTENCE = f"{_DKPRO}.segmentation.type.Sentence"
TOKEN = f"{_DKPRO}.segmentation.type.Token"
METADATA = f"{_DKPRO}.metadata.type.DocumentMetaData"
START, END = "Governor", "Dependent"
"""What INCEpTION calls the two ends of a relation."""

LABEL = "value"
"""The feature that is the label of a span or the type of a relation."""

ATTRIBUTES = ("quoteType", "closed", "nonfact", "optional")
"""The other features of a span on the layer of quotes."""
_TYPE_OF_QUOTE = "type"
"""What a quote calls its type; UIMA's libraries call so something else."""

SEGMENTS = frozenset({SENTENCE, TOKEN})
"""Most of what a file holds, and nothing of it is read: sentences are found anew."""

_TEXT = "uima.cas.String"
_SPAN = "uima.tcas.Annotation"

TYPES: Mapping[str, tuple[str, Mapping[str, str]]] = {
    METADATA: ("uima.tcas.DocumentAnnotation", {"documentTitle": _TEXT, "documentId": _TEXT}),
    ENTITY_LAYER: (_SPAN, {LABEL: _TEXT}),
    SENTENCE: (_SPAN, {}),
    TOKEN: (_SPAN, {}),
    QUOTE_LAYER: (_SPAN, {LABEL: _TEXT, **dict.fromkeys(ATTRIBUTES, _TEXT)}),
    RELATION_LAYER: (_SPAN, {START: QUOTE_LAYER, END: QUOTE_LAYER, LABEL: _TEXT}),
}
"""The types that are written: by name the type above and the ranges of the features."""

_NOT_SPACE = re.compile(r"\S+")
_NUMBERS = re.compile(r"[\d ]+")
_FILE_SUFFIX = re.compile(r"\.[A-Za-z0-9]{2,5}$")
_LINGUISTIC = f"{_DKPRO}."
_NO_LAYERS = (
    "uima.",
    f"{_DKPRO}.segmentation.",
    f"{_DKPRO}.metadata.",
    "de.tudarmstadt.ukp.clarin.webanno.",
    "de.tudarmstadt.ukp.inception.",
)


@dataclass(frozen=True, slots=True)
class Layered:
    """An article as labelled spans, each on one of two layers, and relations between quotes'.

    ``article`` is what reading this back gives.
    """

    article: AnnotatedArticle
    spans: tuple[LinkedSpan, ...]
    relations: tuple[Relation, ...]
    losses: tuple[Problem, ...]


def layered(
    article: AnnotatedArticle, options: WriteOptions, unwritable: re.Pattern[str] | None
) -> Layered:
    """Return what is written of an article; characters that ``unwritable`` finds are replaced."""
    losses: list[Problem] = []
    clean = relabelled(article, options.labels)
    if unwritable is not None:
        clean = _writable(clean, unwritable, losses)
    made = linked(clean, Carries.RELATIONS | Carries.ATTRIBUTES)
    spans = {span.id: span for span in made.spans}
    relations = []
    for relation in made.relations:
        end = spans[relation.end]
        if end.label not in LABELS:
            end = replace(end, id=f"{end.id} {relation.type}", label=MENTIONS[relation.type])
            spans.setdefault(end.id, end)
        relations.append(replace(relation, end=end.id))
    ordered = sorted(spans.values(), key=lambda span: (span.span.start, -span.span.end))
    back = unlinked(AnnotatedArticle(clean.article), ordered, relations)
    return Layered(back, tuple(ordered), tuple(relations), (*losses, *made.losses))


def layer_of(span: LinkedSpan) -> str:
    """Return the layer that a span is on."""
    return QUOTE_LAYER if span.label in LABELS else ENTITY_LAYER


def features_of(span: LinkedSpan) -> dict[str, str]:
    """Return the features of a span on its layer."""
    attributes = dict(span.attributes)
    kind = attributes.pop(_TYPE_OF_QUOTE, None)
    return {LABEL: span.label, **({ATTRIBUTES[0]: kind} if kind else {}), **attributes}


def attributes_of(features: Mapping[str, str]) -> dict[str, str]:
    """Return the attributes of a span from its features; the reverse of :func:`features_of`."""
    own = dict(features)
    kind = own.pop(ATTRIBUTES[0], None)
    return {_TYPE_OF_QUOTE: kind, **own} if kind else own


def tokens_by_sentence(text: str) -> list[list[Token]]:
    """Return the sentences as lists of tokens; nothing but white space is outside of tokens."""
    tokens = list(_with_rest(text, tokenize(text)))
    starts = [token.start for token in tokens]
    found = {bisect_left(starts, sentence.start) for sentence in sentences(text)}
    borders = sorted({0, *found, len(tokens)})
    return [tokens[first:last] for first, last in pairwise(borders)]


def is_no_layer(name: str) -> bool:
    """Whether a type is part of how UIMA and INCEpTION keep a text, and no annotation of it."""
    return name.startswith(_NO_LAYERS)


def is_taken(name: str) -> bool:
    """Whether the spans of a layer are taken: named entities and what projects add."""
    linguistic = name.startswith(_LINGUISTIC) and name != ENTITY_LAYER
    return not is_no_layer(name) and not linguistic


def label_from(layer: str, features: Mapping[str, str]) -> str:
    """Return the label of a span: its ``value``, else its first feature, else the layer's name.

    A number is none: in XMI nothing tells it from a reference.
    """
    stated = features.get(LABEL) or features.get("label")
    others = (
        told
        for name, told in features.items()
        if name not in ATTRIBUTES and told and not _NUMBERS.fullmatch(told)
    )
    return stated or next(others, "") or layer.rpartition(".")[2]


def without_suffix(name: str) -> str:
    """Return the name of a file without what tells its format."""
    return _FILE_SUFFIX.sub("", name) or name


def left_out(counts: Mapping[str, int], file: str, article: str) -> Iterator[Problem]:
    """Yield a notice for each layer, with how much of it was not taken."""
    what = QT_TRANSLATE_NOOP(
        "messages", "Only spans and relations of quotes are taken; left out of {layer}: {count}."
    )
    for layer, count in counts.items():
        told = message(what, layer=layer, count=count)
        yield Problem("layer", told, Severity.NOTICE, file, article=article)


def _with_rest(text: str, tokens: Iterable[Token]) -> Iterator[Token]:
    at = 0
    for token in tokens:
        if at < token.start and not text[at : token.start].isspace():
            yield from _rest(text, at, token.start)
        yield token
        at = token.end
    yield from _rest(text, at, len(text))


def _rest(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _NOT_SPACE.finditer(text, start, end):
        yield Token(found.start(), found.end(), found[0])


def _writable(
    article: AnnotatedArticle, unwritable: re.Pattern[str], losses: list[Problem]
) -> AnnotatedArticle:
    own = article.article
    text, title = (unwritable.sub(_stand_in, told) for told in (own.text, own.title))
    if (text, title) != (own.text, own.title):
        what = QT_TRANSLATE_NOOP(
            "messages", "The format cannot hold some control characters of the text; replaced."
        )
        losses.append(Problem("text", message(what), Severity.CHANGED, article=own.id))
        own = replace(own, text=text, title=title, sha256="")
    what = QT_TRANSLATE_NOOP("messages", "The format has no labels with such characters; left out.")
    losses += (
        loss("label", message(what), article, entity)
        for entity in article.entities
        if unwritable.search(entity.label)
    )
    kept = tuple(e for e in article.entities if not unwritable.search(e.label))
    return replace(article, article=own, entities=kept)


def _stand_in(found: re.Match[str]) -> str:
    """Return what stands for a control character; marks after it stay apart from it."""
    after = found.string[found.end() : found.end() + 1]
    if after and extends(after):
        return "\u2060"
    return " " if found[0].isspace() else "\ufffd"
