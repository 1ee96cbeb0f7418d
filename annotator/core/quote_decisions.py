"""What a person can decide about quotes, each as a function from a state to an Edit.

Accepting and rejecting are in :mod:`annotator.core.decisions`. Every decision here accepts the
quote it touches. What follows from the content (verbatim fragments, type, closed) is computed
anew by :func:`derived`, from the text's marked strings: the core cannot pair quotation marks, so
the caller passes them in as :class:`Fragment`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from annotator.core.annotated import AnnotatedArticle, next_id
from annotator.core.decisions import Actor
from annotator.core.edits import Change, Edit, NonquotesChange, QuoteChange
from annotator.core.entities import HUMAN, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span, trimmed


class Fragment(NamedTuple):
    """What stands inside a pair of quotation marks; ``closed`` is False without the second."""

    span: Span
    closed: bool = True


def derived(quote: Quote, fragments: Sequence[Fragment]) -> Quote:
    """Return ``quote`` with verbatim, type and closed as its content has them.

    All in marks is direct, partly in marks mixed, else indirect. Two things only a person knows
    and are kept: mixed although all is in marks (دعا إلى "…"), direct although nothing is (the
    bare clause after a colon).
    """
    inside = [f for f in fragments if any(part.covers(f.span) for part in quote.content)]
    around = [f for f in fragments if any(f.span.covers(part) for part in quote.content)]
    verbatim = tuple(f.span for f in _outermost(inside))
    wholly = bool(around) and all(
        any(f.span.covers(part) for f in around) for part in quote.content
    )
    if wholly:
        kind = QuoteType.MIXED if quote.type is QuoteType.MIXED else QuoteType.DIRECT
        verbatim = quote.content
    elif verbatim:
        kind = QuoteType.MIXED
    else:
        bare = quote.type is QuoteType.DIRECT and not quote.verbatim
        kind = QuoteType.DIRECT if bare else QuoteType.INDIRECT
    closed = all(f.closed for f in (*inside, *around))
    return replace(quote, type=kind, verbatim=verbatim, closed=closed)


def add_quote(
    state: AnnotatedArticle,
    content: Span,
    actor: Actor,
    fragments: Sequence[Fragment] = (),
    *,
    cue: Sequence[Span] = (),
    source: Span | None = None,
    speaker: Span | None = None,
) -> Edit:
    """Make a quote of a selection."""
    quote = Quote(
        id=next_id("q", state.quotes),
        type=QuoteType.INDIRECT,
        content=(content,),
        cue=tuple(cue),
        source=source,
        speaker=speaker,
        annotator=actor.name or None,
        created=actor.at,
        modified=actor.at,
    )
    return _edit("add_quote", [QuoteChange(None, derived(quote, fragments))], actor)


def set_source(state: AnnotatedArticle, quote_id: str, span: Span | None, actor: Actor) -> Edit:
    """Say which mention nearest the cue names the speaker; None when nobody is named."""
    return _edit("set_source", _changed(state, quote_id, actor, source=span), actor)


def set_speaker(
    state: AnnotatedArticle,
    quote_id: str,
    span: Span | None,
    actor: Actor,
    *,
    source: Span | None = None,
) -> Edit:
    """Say who speaks, by the fullest mention; None when nobody is named, near the cue neither.

    ``source`` is the mention nearest the cue. Without it the present one stays, and where there
    is none the speaker becomes the source too.
    """
    quote = state.quote(quote_id)
    if span is not None and source is None:
        source = span if quote is None or quote.source is None else quote.source
    changes = _changed(state, quote_id, actor, speaker=span, source=source)
    return _edit("set_speaker", changes, actor)


def set_cue(state: AnnotatedArticle, quote_id: str, spans: Sequence[Span], actor: Actor) -> Edit:
    """Say which words signal the report; none for a headline."""
    return _edit("set_cue", _changed(state, quote_id, actor, cue=tuple(spans)), actor)


def set_content(
    state: AnnotatedArticle,
    quote_id: str,
    parts: Sequence[Span],
    actor: Actor,
    fragments: Sequence[Fragment] = (),
) -> Edit:
    """Move the edges of what was said; several parts when it is interrupted."""
    quote = state.quote(quote_id)
    if quote is None or not parts:
        return _edit("set_content", [], actor)
    changed = derived(replace(quote, content=tuple(sorted(parts))), fragments)
    return _edit("set_content", _replaced(quote, changed, actor), actor)


def cycle_right_edge(
    state: AnnotatedArticle,
    quote_id: str,
    ends: Sequence[int],
    actor: Actor,
    fragments: Sequence[Fragment] = (),
) -> Edit:
    """Move the end of the last part to the next of ``ends`` (code points), then to the first."""
    quote = state.quote(quote_id)
    if quote is None:
        return _edit("right_edge", [], actor)
    last = quote.content[-1]
    possible = sorted({end for end in ends if end > last.start})
    later = [end for end in possible if end > last.end] or possible
    moved = trimmed(state.text, Span(last.start, later[0])) if later else None
    if moved is None:
        return _edit("right_edge", [], actor)
    changed = derived(replace(quote, content=(*quote.content[:-1], moved)), fragments)
    return _edit("right_edge", _replaced(quote, changed, actor), actor)


def set_type(state: AnnotatedArticle, quote_id: str, kind: QuoteType, actor: Actor) -> Edit:
    """Say how it was reported."""
    return _edit("set_type", _changed(state, quote_id, actor, type=kind), actor, type=str(kind))


def split(
    state: AnnotatedArticle,
    quote_id: str,
    at: int,
    actor: Actor,
    fragments: Sequence[Fragment] = (),
) -> Edit:
    """Cut a quote in two at code point ``at``; the second has the same cue and speaker."""
    quote = state.quote(quote_id)
    if quote is None:
        return _edit("split", [], actor)
    before = _parts(state.text, quote.content, 0, at)
    after = _parts(state.text, quote.content, at, len(state.text))
    if not before or not after:
        return _edit("split", [], actor)
    first = derived(replace(quote, content=before), fragments)
    second = derived(
        replace(
            quote,
            id=next_id("q", state.quotes),
            content=after,
            origin=HUMAN,
            score=None,
            reasons=(),
            created=actor.at,
        ),
        fragments,
    )
    changes = _replaced(quote, first, actor)
    changes.append(QuoteChange(None, _accepted(second, actor)))
    return _edit("split", changes, actor)


def join(
    state: AnnotatedArticle,
    ids: Iterable[str],
    actor: Actor,
    fragments: Sequence[Fragment] = (),
) -> Edit:
    """Make one quote, with several parts, of these; the first one keeps its id and speaker."""
    quotes = [quote for quote in state.quotes if quote.id in set(ids)]
    if len(quotes) < 2:
        return _edit("join", [], actor)
    first, others = quotes[0], quotes[1:]
    parts = _merged(part for quote in quotes for part in quote.content)
    cue = tuple(sorted({span for quote in quotes for span in quote.cue}))
    joined = derived(replace(first, content=parts, cue=cue), fragments)
    changes = _replaced(first, joined, actor)
    gone = {quote.id for quote in others}
    changes += [QuoteChange(quote, None) for quote in others]
    changes += _reattached(state, gone, first.id, {first.id}, actor)
    return _edit("join", changes, actor)


def nest(state: AnnotatedArticle, quote_id: str, outer_id: str | None, actor: Actor) -> Edit:
    """Say in which other quote this one is reported; None for the first level.

    A quote is never nested in itself, nor in one that is nested in it.
    """
    above = outer_id
    while above is not None:
        if above == quote_id:
            return _edit("nest", [], actor)
        around = state.quote(above)
        above = around.nested_in if around is not None else None
    return _edit("nest", _changed(state, quote_id, actor, nested_in=outer_id), actor)


def nonquote_to_quote(
    state: AnnotatedArticle, span: Span, actor: Actor, fragments: Sequence[Fragment] = ()
) -> Edit:
    """Turn a marked string that was taken for a name or scare quotes into a quote.

    A rejected quote that it is marked in comes back, whole: so :func:`quote_to_nonquote` can be
    taken back by hand too.
    """
    rejected = (quote for quote in state.quotes if quote.status is Status.REJECTED)
    known = next((quote for quote in rejected if span in quote.verbatim), None)
    if known is None:
        changes = list(add_quote(state, span, actor, fragments).changes)
    else:
        changes = [QuoteChange(known, _accepted(known, actor))]
    gone = {span, *(known.verbatim if known else ())}
    rest = tuple(other for other in state.nonquotes if other not in gone)
    if rest != state.nonquotes:
        changes.append(NonquotesChange(state.nonquotes, rest))
    return _edit("nonquote_to_quote", changes, actor)


def quote_to_nonquote(state: AnnotatedArticle, quote_id: str, actor: Actor) -> Edit:
    """Say that a quote is none: it is kept rejected, its marked strings as negatives.

    One that a person made without marks goes: nobody else takes it for a quote.
    """
    quote = state.quote(quote_id)
    if quote is None:
        return _edit("quote_to_nonquote", [], actor)
    if quote.origin == HUMAN and not quote.verbatim:
        changes: list[Change] = [QuoteChange(quote, None)]
    else:
        changes = [QuoteChange(quote, replace(_accepted(quote, actor), status=Status.REJECTED))]
    changes += _reattached(state, {quote.id}, None, {quote.id}, actor)
    more = tuple(sorted({*state.nonquotes, *quote.verbatim}))
    if more != state.nonquotes:
        changes.append(NonquotesChange(state.nonquotes, more))
    return _edit("quote_to_nonquote", changes, actor)


def _changed(
    state: AnnotatedArticle, quote_id: str, actor: Actor, **fields: object
) -> list[Change]:
    quote = state.quote(quote_id)
    if quote is None:
        return []
    # The callers name fields of Quote; a type checker cannot follow names given as keywords.
    return _replaced(quote, replace(quote, **fields), actor)  # type: ignore[arg-type]


def _replaced(quote: Quote, changed: Quote, actor: Actor) -> list[Change]:
    if changed == quote:
        return []
    return [QuoteChange(quote, _accepted(changed, actor))]


def _accepted(quote: Quote, actor: Actor) -> Quote:
    return replace(quote, status=Status.ACCEPTED, annotator=actor.name or None, modified=actor.at)


def _reattached(
    state: AnnotatedArticle, gone: set[str], outer: str | None, skip: set[str], actor: Actor
) -> list[Change]:
    """Move what was nested in a quote that goes away."""
    return [
        QuoteChange(quote, replace(quote, nested_in=outer, modified=actor.at))
        for quote in state.quotes
        if quote.nested_in in gone and quote.id not in gone | skip
    ]


def _parts(text: str, content: Iterable[Span], start: int, end: int) -> tuple[Span, ...]:
    cut = (Span(max(part.start, start), min(part.end, end)) for part in content)
    spans = (trimmed(text, part) for part in cut if part.start < part.end)
    return tuple(span for span in spans if span is not None)


def _merged(parts: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for part in sorted(parts):
        if merged and part.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, part.end))
        else:
            merged.append(part)
    return tuple(merged)


def _outermost(fragments: Sequence[Fragment]) -> list[Fragment]:
    return [
        f for f in fragments
        if not any(o.span != f.span and o.span.covers(f.span) for o in fragments)
    ]  # fmt: skip


def _edit(name: str, changes: Sequence[Change], actor: Actor, **args: str) -> Edit:
    return Edit(name, tuple(changes), actor.name, actor.at, {**args, "count": len(changes)})
