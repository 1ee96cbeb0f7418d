"""One annotator's set as it is after a review, and what became of each record that was decided on.

A record that a verdict changed keeps its id and says so: its note has the reviewer's, and ``extra``
what it was. One that has no place any more stays as rejected, so that it is seen and learned from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle, in_reading_order, next_id
from annotator.core.article import ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote
from annotator.core.verdicts import Choice, Fault, Verdict, decisive
from annotator.review.comparing import disagreements
from annotator.review.records import Disagreement, MatchedArticle, Record, identity
from annotator.review.taking import FROM, RULE, taken_from

CORRECTION = "correction"
"""Key of ``extra``: what a record was before the review, what it is now, and why."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a verdict changes for one annotator: ``was`` is None where they marked nothing.

    ``rule`` is the id of the merge rule where that decided, not the reviewer.
    """

    found: Disagreement
    verdict: Verdict
    was: Record | None
    now: tuple[Record, ...]
    rule: str = ""


class Corrected(NamedTuple):
    """An annotator's set after the review. ``pending`` differences wait for a decision."""

    article: AnnotatedArticle
    corrections: tuple[Correction, ...]
    pending: int


def corrected(
    matched: MatchedArticle,
    annotator: str,
    own: AnnotatedArticle | None,
    *,
    names: bool = True,
    by_rule: bool = False,
) -> Corrected:
    """Return what verdicts make of an annotator's set; ``own`` is the reviewer's set.

    What nobody has decided on stays as it is; with ``by_rule``, what the rule of the review has
    accepted there counts as decided. Without ``names``, corrections do not say whose
    decision they are. Those who made a record that is taken over are never named.

    Raises:
        KeyError: the annotator has not this article.
    """
    mine = matched.sets[annotator]
    verdicts = {v.id: v for v in own.verdicts if decisive(v)} if own is not None else {}
    found = disagreements(matched)
    if by_rule and own is not None:
        verdicts = {**_ruled(found, own), **verdicts}
    changes = [
        change
        for one in found
        if own is not None and one.key in verdicts
        for change in _changes(one, verdicts[one.key], annotator, own)
    ]
    pending = sum(one.key not in verdicts for one in found)
    entities = {entity.id: entity for entity in mine.entities}
    quotes = {quote.id: quote for quote in mine.quotes}
    for change in changes:
        if change.found.is_quote:
            _correct(quotes, "q", change, matched.article.text, names=names)
        else:
            _correct(entities, "e", change, matched.article.text, names=names)
    status = mine.status if pending or not found else ArticleStatus.REVIEWED
    result = replace(
        mine,
        status=status,
        entities=in_reading_order(entities.values()),
        quotes=in_reading_order(_nested(quotes, own)),
    )
    return Corrected(result, tuple(changes), pending)


def record_values(text: str, record: Record) -> dict[str, Any]:
    """Return what a record says as JSON: what reviews compare it by, and the strings."""
    if isinstance(record, Entity):
        start, end = record.span
        return {"start": start, "end": end, "label": record.label, "text": text[start:end]}
    return {
        "type": str(record.type),
        "content": [list(part) for part in record.content],
        "text": [part.of(text) for part in record.content],
        "cue": [list(part) for part in record.cue],
        "source": list(record.source) if record.source else None,
        "speaker": list(record.speaker) if record.speaker else None,
        "verbatim": [list(part) for part in record.verbatim],
    }


def _ruled(found: Iterable[Disagreement], own: AnnotatedArticle) -> dict[str, Verdict]:
    """Return what a merge rule comes to where it took something: verdicts that nobody gave."""
    claimed = {id_ for verdict in own.verdicts for id_ in verdict.records}
    records: list[Record] = [*own.entities, *own.quotes]
    free = [r for r in records if RULE in r.extra and r.id not in claimed]
    verdicts = {}
    for one in found:
        having: dict[object, set[str]] = {}
        for side in one.sides:
            having.setdefault(identity(side.record), set()).add(side.annotator)
        kept = [r for r in free if set(taken_from(r)) == having.get(identity(r))]
        if kept:
            free = [record for record in free if record not in kept]
            names = [side.annotator for side in one.sides]
            taken = tuple(n for n in names if any(n in taken_from(record) for record in kept))
            ids = tuple(record.id for record in kept)
            verdicts[one.key] = Verdict(one.key, str(one.kind), Choice.TAKEN, taken, ids)
    return verdicts


def _changes(
    found: Disagreement, verdict: Verdict, annotator: str, own: AnnotatedArticle
) -> Iterable[Correction]:
    """Return the correction of an annotator, none where the verdict is as they have it."""
    was = next((side.record for side in found.sides if side.annotator == annotator), None)
    records: Iterable[Record] = own.quotes if found.is_quote else own.entities
    now = tuple(r for r in records if r.id in verdict.records and r.status is Status.ACCEPTED)
    before = {identity(was)} - {None}
    if before == {identity(record) for record in now}:
        return []
    rule = "" if verdict.at or not now else str(now[0].extra.get(RULE, ""))
    return [Correction(found, verdict, was, now, rule)]


def _correct(
    records: dict[str, Any], prefix: str, change: Correction, text: str, *, names: bool
) -> None:
    """Put into an annotator's records, by id, what a correction makes of them."""
    was, verdict = change.was, change.verdict
    told = {CORRECTION: _told(change, text, names=names)}
    kept = was is not None and identity(was) in {identity(record) for record in change.now}
    if was is not None and not change.now:
        note = _note(was.note, verdict.note)
        gone = replace(was, status=Status.REJECTED, note=note, extra={**was.extra, **told})
        records[was.id] = gone
        return
    free = [] if was is None or kept else [was.id]
    for record in change.now:
        if kept and was is not None and identity(record) == identity(was):
            continue
        id_ = free.pop() if free else next_id(prefix, tuple(records.values()))
        note = _note(was.note if was is not None else "", verdict.note)
        extra = {key: value for key, value in record.extra.items() if key not in (FROM, RULE)}
        by = (verdict.by or None) if names else None
        made = replace(
            record,
            id=id_,
            annotator=by,
            note=note,
            flags=(),
            reasons=(),
            modified=verdict.at or record.modified,
            extra={**extra, **told},
        )
        records[id_] = made


def _told(change: Correction, text: str, *, names: bool) -> dict[str, Any]:
    verdict = change.verdict
    return {
        "kind": str(change.found.kind),
        "was": None if change.was is None else record_values(text, change.was),
        "now": [record_values(text, record) for record in change.now],
        "fault": None if verdict.fault is None else str(verdict.fault),
        "note": verdict.note,
        "by": verdict.by if names else "",
        **({"rule": change.rule} if change.rule else {}),
    }


def _note(own: str, reviewers: str) -> str:
    return "\n".join(note for note in (own, reviewers) if note)


def _nested(quotes: Mapping[str, Quote], own: AnnotatedArticle | None) -> Iterable[Quote]:
    """Yield quotes nested in quotes of this set alone: those taken over were in the reviewer's."""
    ids = {identity(q): q.id for q in quotes.values() if q.status is not Status.REJECTED}
    for quote in quotes.values():
        outer = quotes.get(quote.nested_in) if quote.nested_in else None
        taken = CORRECTION in quote.extra and quote.status is Status.ACCEPTED
        if taken and quote.nested_in and own is not None:
            outer = own.quote(quote.nested_in) or outer
        wanted = ids.get(identity(outer)) if outer is not None else None
        yield replace(quote, nested_in=None if wanted == quote.id else wanted)


def guideline_gaps(
    matched: MatchedArticle, own: AnnotatedArticle | None
) -> list[tuple[Disagreement, Verdict]]:
    """Return the disagreements of an article that the guidelines leave open, decided or not."""
    if own is None:
        return []
    verdicts = {v.id: v for v in own.verdicts if v.fault is Fault.GUIDELINE}
    return [(one, verdicts[one.key]) for one in disagreements(matched) if one.key in verdicts]
