"""What a person does with quotes, with the marks and sentences of the text that they stand in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from annotator.arabic.edges import right_edges
from annotator.arabic.marks import marked_strings
from annotator.core import quote_decisions as decide
from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.entities import Status
from annotator.core.messages import Message
from annotator.core.quote_decisions import Fragment
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.review.quote_checks import quote_warnings
from annotator.services.speakers import same_speaker
from annotator.services.words import Edge

_EXCERPT = 5
"""Words of a quote that stand for it in a warning."""

_TYPES = (QuoteType.DIRECT, QuoteType.MIXED, QuoteType.INDIRECT)


_marked = lru_cache(maxsize=8)(marked_strings)


@lru_cache(maxsize=8)
def fragments(text: str) -> tuple[Fragment, ...]:
    """Return what stands in quotation marks in ``text``, as the decisions about quotes take it."""
    return tuple(Fragment(part, marked.closed) for marked in _marked(text) for part in marked.parts)


def quote_span(state: AnnotatedArticle, content: Span, actor: Actor) -> Edit:
    """Return the edit that marks ``content`` as a quote; its type follows from the marks."""
    return decide.add_quote(state, content, actor, fragments(state.text))


def move_right_edge(state: AnnotatedArticle, quote: Quote, actor: Actor) -> Edit:
    """Return the edit that ends ``quote`` at the next comma, و with a verb, or sentence end."""
    ends = right_edges(state.text, quote.content[-1].start)
    return decide.cycle_right_edge(state, quote.id, ends, actor, fragments(state.text))


def part_at(quote: Quote, at: int, edge: Edge) -> Span:
    """Return the part of a quote in which the place ``at`` lies: speaker, source or cue.

    Anywhere else it is what was said: the first piece of it for its start, the last for its end.
    """
    others = (quote.speaker, quote.source, *quote.cue)
    inside = [part for part in others if part is not None and part.start <= at <= part.end]
    said = any(part.start <= at < part.end for part in quote.content)
    return inside[0] if inside and not said else quote.content[0 if edge is Edge.START else -1]


def resize_part(
    state: AnnotatedArticle, quote: Quote, before: Span, after: Span, actor: Actor
) -> Edit:
    """Return the edit that gives a part of ``quote`` other edges; content never overlaps itself."""
    if before in quote.content:
        rest = [part for part in quote.content if part != before]
        if any(part.start < after.end and after.start < part.end for part in rest):
            rest = list(quote.content)
            after = before
        return decide.set_content(
            state, quote.id, sorted({*rest, after}), actor, fragments(state.text)
        )
    if before in quote.cue:
        cue = [after if part == before else part for part in quote.cue]
        return decide.set_cue(state, quote.id, cue, actor)
    source = after if quote.source == before else quote.source
    if quote.speaker == before:
        return decide.set_speaker(state, quote.id, after, actor, source=source)
    return decide.set_source(state, quote.id, after, actor)


def change_type(state: AnnotatedArticle, quote: Quote, actor: Actor) -> Edit:
    """Return the edit that makes ``quote`` of the next type: direct, mixed, indirect, direct."""
    kind = _TYPES[(_TYPES.index(quote.type) + 1) % len(_TYPES)]
    return decide.set_type(state, quote.id, kind, actor)


def toggle_cue(state: AnnotatedArticle, quote: Quote, words: Span, actor: Actor) -> Edit:
    """Return the edit that makes ``words`` the cue; they are none any more if they were it."""
    cue = () if quote.cue == (words,) else (words,)
    return decide.set_cue(state, quote.id, cue, actor)


def split_at(state: AnnotatedArticle, quote: Quote, at: int, actor: Actor) -> Edit:
    """Return the edit that cuts ``quote`` in two at code point ``at``."""
    return decide.split(state, quote.id, at, actor, fragments(state.text))


def joined(state: AnnotatedArticle, first: Quote, second: Quote, actor: Actor) -> Edit:
    """Return the edit that makes two quotes one, of several parts."""
    return decide.join(state, (first.id, second.id), actor, fragments(state.text))


def to_quote(state: AnnotatedArticle, marked: Span, actor: Actor) -> Edit:
    """Return the edit that makes a quote of what stands in quotation marks."""
    return decide.nonquote_to_quote(state, marked, actor, fragments(state.text))


def shown_quotes(state: AnnotatedArticle) -> tuple[Quote, ...]:
    """Return the quotes that are not rejected."""
    return tuple(quote for quote in state.quotes if quote.status is not Status.REJECTED)


def continued(state: AnnotatedArticle, quote: Quote, step: int) -> Quote | None:
    """Return the next quote (or the one before, ``step`` -1) with the same speaker, or None.

    One that lies in ``quote``, or around it, does not continue it.
    """
    around = quote.extent
    others = [
        other
        for other in shown_quotes(state)
        if not other.extent.overlaps(around) and (other.extent.start > around.start) == (step > 0)
    ]
    ordered = others if step > 0 else others[::-1]
    return next((other for other in ordered if same_speaker(state.text, quote, other)), None)


def surrounding(state: AnnotatedArticle, quote: Quote) -> Quote | None:
    """Return the smallest other quote that has ``quote`` inside one of its parts, or None."""
    extent = quote.extent
    around = [
        (part.end - part.start, other.id, other)
        for other in shown_quotes(state)
        for part in other.content
        if other.id != quote.id and part.covers(extent) and part != extent
    ]
    return min(around)[-1] if around else None


def nesting_depth(state: AnnotatedArticle, quote: Quote) -> int:
    """Return in how many quotes ``quote`` is nested."""
    seen = {quote.id}
    outer = state.quote(quote.nested_in) if quote.nested_in else None
    while outer is not None and outer.id not in seen:
        seen.add(outer.id)
        outer = state.quote(outer.nested_in) if outer.nested_in else None
    return len(seen) - 1


def marked_at(text: str, span: Span) -> Span | None:
    """Return the innermost string in quotation marks around ``span``, which may be empty."""
    around = [
        fragment.span
        for fragment in fragments(text)
        if fragment.span.start <= span.start and span.end <= fragment.span.end
    ]
    return min(around, key=lambda one: one.end - one.start, default=None)


def warnings(state: AnnotatedArticle) -> Mapping[str, tuple[Message, ...]]:
    """Return what looks inconsistent, by the id of the quote. Warnings stop nobody."""
    global _warned  # noqa: PLW0603 - see there
    text, quotes, found = _warned
    # The same tuple as long as no quote changes, which is at most decisions.
    if text is not state.text or quotes is not state.quotes:
        found = {}
        for problem in quote_warnings(state, _marked(state.text)):
            said = _with_words(state, problem.message)
            found[problem.record] = (*found.get(problem.record, ()), said)
        _warned = (state.text, state.quotes, found)
    return found


_warned: tuple[str, tuple[Quote, ...], dict[str, tuple[Message, ...]]] = ("", (), {})
"""The last text and quotes that warnings were asked for: several views ask at each change."""


def _with_words(state: AnnotatedArticle, said: Message) -> Message:
    """Return a warning that names another quote by its words, not by its id."""
    other = state.quote(str(said.args.get("other", "")))
    if other is None:
        return said
    words = other.extent.of(state.text).split()
    excerpt = " ".join(words[:_EXCERPT]) + ("…" if len(words) > _EXCERPT else "")
    return replace(said, args={**said.args, "other": f"«{excerpt}»"})
