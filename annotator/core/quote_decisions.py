"""What a person can decide about quotes, each as a function from a state to an Edit."""

from __future__ import annotations

from annotator.core.annotated import AnnotatedArticle, next_id
from annotator.core.decisions import Actor
from annotator.core.edits import Edit, QuoteChange
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span


def add_quote(
    state: AnnotatedArticle, content: Span, actor: Actor, quote_type: QuoteType = QuoteType.DIRECT
) -> Edit:
    """Mark ``content`` as a quote by hand; cue and source can be said later."""
    quote = Quote(
        id=next_id("q", state.quotes),
        type=quote_type,
        content=(content,),
        annotator=actor.name or None,
        created=actor.at,
        modified=actor.at,
    )
    return Edit("add_quote", (QuoteChange(None, quote),), actor.name, actor.at, {"count": 1})
