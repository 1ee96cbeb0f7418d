"""Edits: small values that turn one AnnotatedArticle into the next, and back.

Every edit, bulk ones too, is a list of records before and after. So one function applies all,
the inverse is a swap, and the history in the project file says who changed what from what.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Generic

from annotator.core.annotated import AnnotatedArticle, R, in_reading_order
from annotator.core.article import ArticleStatus
from annotator.core.entities import Entity
from annotator.core.errors import EditConflictError
from annotator.core.quotes import Quote
from annotator.core.spans import Span, span_fault
from annotator.core.verdicts import Verdict


@dataclass(frozen=True, slots=True)
class EntityChange:
    """An entity made (``before`` None), changed, or removed (``after`` None)."""

    before: Entity | None
    after: Entity | None


@dataclass(frozen=True, slots=True)
class QuoteChange:
    """A quote made, changed or removed."""

    before: Quote | None
    after: Quote | None


@dataclass(frozen=True, slots=True)
class NonquotesChange:
    """The list of marked strings that are no quotes, as a whole."""

    before: tuple[Span, ...]
    after: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class StatusChange:
    """The article's status for this annotator."""

    before: ArticleStatus
    after: ArticleStatus


@dataclass(frozen=True, slots=True)
class NoteChange:
    """The note on the article as a whole."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FlagsChange:
    """The flags of the article as a whole."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """What a reviewer decided about a disagreement: made, changed or taken back."""

    before: Verdict | None
    after: Verdict | None


Change = (
    EntityChange
    | QuoteChange
    | NonquotesChange
    | StatusChange
    | NoteChange
    | FlagsChange
    | VerdictChange
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One named step: ``name`` is a stable identifier (``accept``), ``args`` fill its sentence.

    ``by`` is the annotator, ``at`` an ISO 8601 time in UTC. ``undoable`` is False for what no
    person did, such as suggestions arriving: undo steps over it. ``batch`` is the key of the
    decision over several articles that it is part of, with which it is undone and redone.
    """

    name: str
    changes: tuple[Change, ...]
    by: str = ""
    at: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    undoable: bool = True
    batch: int | None = None


def inverse(edit: Edit) -> Edit:
    """Return the edit that takes ``edit`` back."""
    swapped = tuple(_swapped(change) for change in reversed(edit.changes))
    return replace(edit, changes=swapped)


def apply(state: AnnotatedArticle, edit: Edit) -> AnnotatedArticle:
    """Return ``state`` after ``edit``, with its revision grown by one.

    Raises:
        EditConflictError: a ``before`` is not what the state holds, or a span is not valid.
    """
    entities = _Records(state.entities)
    quotes = _Records(state.quotes)
    nonquotes, status = state.nonquotes, state.status
    note, flags, verdicts = state.note, state.flags, state.verdicts
    for change in edit.changes:
        match change:
            case EntityChange(before, after):
                _check(state.text, [after.span] if after else [])
                entities.put(before, after)
            case QuoteChange(before, after):
                _check_quote(state.text, after)
                quotes.put(before, after)
            case NonquotesChange(before, after):
                _expect(nonquotes, before)
                nonquotes = after
                _check(state.text, list(after))
            case StatusChange(before, after):
                _expect(status, before)
                status = after
            case NoteChange(before, after):
                _expect(note, before)
                note = after
            case FlagsChange(before, after):
                _expect(flags, before)
                flags = after
            case VerdictChange(before, after):
                verdicts = _with_verdict(verdicts, before, after)
    return replace(
        state,
        entities=entities.ordered(),
        quotes=quotes.ordered(),
        nonquotes=nonquotes,
        status=status,
        note=note,
        flags=flags,
        verdicts=verdicts,
        revision=state.revision + 1,
    )


class _Records(Generic[R]):
    """Entities or quotes by id, while an edit is applied to them."""

    def __init__(self, records: tuple[R, ...]) -> None:
        self._unchanged: tuple[R, ...] = records
        self._by_id: dict[str, R] = {record.id: record for record in records}
        self._changed = False
        if len(self._by_id) != len(records):
            raise EditConflictError("two records share an id")

    def put(self, before: R | None, after: R | None) -> None:
        """Replace ``before`` by ``after``; either may be None."""
        known = before or after
        if known is None:
            raise EditConflictError("a change needs a record before or after")
        if before is not None and after is not None and before.id != after.id:
            raise EditConflictError(f"a change may not rename {before.id} to {after.id}")
        _expect(self._by_id.get(known.id), before)
        self._changed = True
        if after is None:
            del self._by_id[known.id]
        else:
            self._by_id[known.id] = after

    def ordered(self) -> tuple[R, ...]:
        """Return the records in reading order (the very same tuple when nothing changed)."""
        return in_reading_order(self._by_id.values()) if self._changed else self._unchanged


def _swapped(change: Change) -> Change:
    make: Callable[[Any, Any], Change] = type(change)
    return make(change.after, change.before)


def _with_verdict(
    verdicts: tuple[Verdict, ...], before: Verdict | None, after: Verdict | None
) -> tuple[Verdict, ...]:
    known = after or before
    if known is None:
        raise EditConflictError("a change needs a verdict before or after")
    _expect(next((v for v in verdicts if v.id == known.id), None), before)
    kept = [v for v in verdicts if v.id != known.id]
    if after is not None:
        kept.append(after)
    return tuple(sorted(kept, key=lambda verdict: verdict.id))


def _expect(found: object, expected: object) -> None:
    if found != expected:
        raise EditConflictError(f"expected {expected!r}, found {found!r}")


def _check(text: str, spans: list[Span]) -> None:
    for span in spans:
        fault = span_fault(text, span)
        if fault:
            raise EditConflictError(f"span {tuple(span)} is not valid: {fault}")


def _check_quote(text: str, quote: Quote | None) -> None:
    if quote is None:
        return
    if not quote.content:
        raise EditConflictError(f"quote {quote.id} has no content")
    _check(text, [span for _, span in quote.spans()])
