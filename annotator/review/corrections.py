"""What an annotator makes of corrections that came back: each is taken as it is, or taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Change, Edit, EntityChange, QuoteChange
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span, span_fault
from annotator.review.feedback import CORRECTION
from annotator.review.records import Record

UNDERSTOOD = "understood"
"""Name of the step that takes a correction as it is."""
KEEP_MINE = "keep_mine"
"""Name of the step that takes a correction back."""


def corrections_in(state: AnnotatedArticle) -> tuple[Record, ...]:
    """Return the corrected records of a set, in reading order, as long as they are not decided."""
    records: list[Record] = [*state.entities, *state.quotes]
    return tuple(sorted((r for r in records if told_of(r) is not None), key=lambda r: r.sort_key))


def told_of(record: Record) -> Mapping[str, Any] | None:
    """Return what a record says of its correction, None where it was not corrected."""
    value = record.extra.get(CORRECTION)
    return value if isinstance(value, Mapping) else None


def before(record: Record, text: str) -> Record | None:
    """Return a corrected record as its annotator had it.

    None where there was nothing, or where what the file says of it does not fit the text.
    """
    told = told_of(record)
    was = told.get("was") if told is not None else None
    if not isinstance(was, Mapping):
        return None
    try:
        made = _entity(record, was) if isinstance(record, Entity) else _quote(record, was)
    except (KeyError, TypeError, ValueError):
        return None
    spans = [made.span] if isinstance(made, Entity) else [span for _, span in made.spans()]
    fits = spans and all(span_fault(text, span) is None for span in spans)
    return made if fits else None


def understood(state: AnnotatedArticle, record_id: str, actor: Actor) -> Edit:
    """Take a correction as it is: the record stays, and is no correction any more."""
    record = _corrected(state, record_id)
    changes = [] if record is None else [_change(record, _plain(record))]
    return Edit(UNDERSTOOD, tuple(changes), actor.name, actor.at)


def keep_mine(state: AnnotatedArticle, record_id: str, actor: Actor) -> Edit:
    """Take a correction back: what the annotator had is there again, what came goes."""
    record = _corrected(state, record_id)
    if record is None:
        return Edit(KEEP_MINE, (), actor.name, actor.at)
    told = told_of(record) or {}
    mine = before(record, state.text)
    if mine is None and told.get("was") is not None:
        return Edit(KEEP_MINE, (), actor.name, actor.at)  # the file says nothing that fits
    after = None if mine is None else replace(mine, annotator=actor.name, modified=actor.at)
    changes = [_change(record, after)]
    if after is None:
        changes += [
            QuoteChange(quote, replace(quote, nested_in=None))
            for quote in state.quotes
            if quote.nested_in == record_id
        ]
    return Edit(KEEP_MINE, tuple(changes), actor.name, actor.at)


def _corrected(state: AnnotatedArticle, record_id: str) -> Record | None:
    record = state.entity(record_id) or state.quote(record_id)
    return record if record is not None and told_of(record) is not None else None


def _change(record: Record, after: Record | None) -> Change:
    if isinstance(record, Entity):
        assert after is None or isinstance(after, Entity)
        return EntityChange(record, after)
    assert after is None or isinstance(after, Quote)
    return QuoteChange(record, after)


def _plain(record: Record) -> Record:
    extra = {key: value for key, value in record.extra.items() if key != CORRECTION}
    return replace(record, extra=extra)


def _entity(record: Entity, was: Mapping[str, Any]) -> Entity:
    label = was["label"]
    if not isinstance(label, str) or not label:
        raise ValueError(label)
    span = _span([was["start"], was["end"]])
    plain = _plain(record)
    assert isinstance(plain, Entity)
    return replace(plain, span=span, label=label, status=Status.ACCEPTED)


def _quote(record: Quote, was: Mapping[str, Any]) -> Quote:
    content = tuple(map(_span, was["content"]))
    if not content:
        raise ValueError(was)
    plain = _plain(record)
    assert isinstance(plain, Quote)
    return replace(
        plain,
        type=QuoteType(was["type"]),
        content=content,
        cue=tuple(map(_span, was["cue"])),
        source=_span(was["source"]) if was["source"] else None,
        speaker=_span(was["speaker"]) if was.get("speaker") else None,
        verbatim=tuple(map(_span, was.get("verbatim") or ())),
        status=Status.ACCEPTED,
    )


def _span(value: Any) -> Span:
    start, end = value
    if type(start) is not int or type(end) is not int:
        raise TypeError(value)
    return Span(start, end)
