from __future__ import annotations

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor
from annotator.core.edits import apply, inverse
from annotator.core.entities import HUMAN, Status
from annotator.core.quote_decisions import add_quote
from annotator.core.quotes import QuoteType
from annotator.core.spans import Span

ACTOR = Actor("salma", "2026-11-22T10:00:00Z")


def test_a_quote_is_marked_by_hand_and_taken_back() -> None:
    state = AnnotatedArticle(Article("a", "قال: نعم."))
    edit = add_quote(state, Span(5, 8), ACTOR)
    after = apply(state, edit)
    [quote] = after.quotes
    assert (quote.content, quote.type) == ((Span(5, 8),), QuoteType.DIRECT)
    assert (quote.status, quote.origin, quote.annotator) == (Status.ACCEPTED, HUMAN, "salma")
    assert quote.created == quote.modified == ACTOR.at
    again = apply(after, add_quote(after, Span(0, 3), ACTOR))
    assert len({quote.id for quote in again.quotes}) == 2
    assert apply(after, inverse(edit)).quotes == ()
