"""Articles, entities and quotes to the JSON objects of the project's own JSONL."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity, Reason, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.jsonl_keys import FORMAT, OFFSET_UNIT
from annotator.formats.jsonl_verdicts import verdicts_to_json

# An enum looks its value up in Python code; records are written by the hundred thousand.
_STATUS_NAMES = {status: status.value for status in Status}
_TYPE_NAMES = {kind: kind.value for kind in QuoteType}


def article_to_json(annotated: AnnotatedArticle) -> dict[str, Any]:
    """Return one line's object. Keys that the program does not know come last, as they came."""
    article = annotated.article
    text = article.text
    said: dict[str, Any] = {}
    if annotated.note:
        said["note"] = annotated.note
    if annotated.flags:
        said["flags"] = list(annotated.flags)
    if annotated.verdicts:
        said["verdicts"] = verdicts_to_json(annotated.verdicts)
    return {
        "format": FORMAT,
        "id": article.id,
        "title": article.title,
        "text": text,
        "sha256": article.sha256,
        "offset_unit": OFFSET_UNIT,
        "meta": dict(article.meta),
        "status": annotated.status.value,
        "annotator": annotated.annotator,
        **said,
        "entities": [_entity(entity, text) for entity in annotated.entities],
        "quotes": [quote_to_json(quote, text) for quote in annotated.quotes],
        "nonquotes": _spans(annotated.nonquotes),
        **annotated.extra,
    }


def _entity(entity: Entity, text: str) -> dict[str, Any]:
    start, end = entity.span
    record: dict[str, Any] = {
        "id": entity.id,
        "start": start,
        "end": end,
        "label": entity.label,
        "text": text[start:end],
        "status": _STATUS_NAMES[entity.status],
        "origin": entity.origin,
        "score": entity.score,
        "annotator": entity.annotator,
        "note": entity.note,
        "created": entity.created,
        "modified": entity.modified,
    }
    if entity.reasons:
        record["reasons"] = _reasons(entity.reasons)
    if entity.flags:
        record["flags"] = list(entity.flags)
    if entity.extra:
        record.update(entity.extra)
    return record


def quote_to_json(quote: Quote, text: str) -> dict[str, Any]:
    """Return the object of a quote in ``text``, every key there."""
    record: dict[str, Any] = {
        "id": quote.id,
        "type": _TYPE_NAMES[quote.type],
        "content": _spans(quote.content),
        "text": [part.of(text) for part in quote.content],
        "cue": _spans(quote.cue),
        "source": _span(quote.source),
        "speaker": _span(quote.speaker),
        "verbatim": _spans(quote.verbatim),
        "nested_in": quote.nested_in,
        "closed": quote.closed,
        "via": _span(quote.via),
        "addressee": _span(quote.addressee),
        "nonfact": quote.nonfact,
        "optional": quote.optional,
        "status": _STATUS_NAMES[quote.status],
        "origin": quote.origin,
        "score": quote.score,
        "annotator": quote.annotator,
        "note": quote.note,
        "created": quote.created,
        "modified": quote.modified,
    }
    if quote.reasons:
        record["reasons"] = _reasons(quote.reasons)
    if quote.flags:
        record["flags"] = list(quote.flags)
    record.update(quote.extra)
    return record


def _spans(spans: Sequence[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _span(span: Span | None) -> list[int] | None:
    return list(span) if span else None


def _reasons(reasons: Sequence[Reason]) -> list[dict[str, Any]]:
    return [{"origin": r.origin, "score": r.score, "rule": r.rule} for r in reasons]
