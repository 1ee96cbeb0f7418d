"""Quotes marked by a person, with the marks of the text that they stand in."""

from __future__ import annotations

from functools import lru_cache

from annotator.arabic.marks import marked_strings
from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.quote_decisions import Fragment, add_quote
from annotator.core.spans import Span


@lru_cache(maxsize=8)
def fragments(text: str) -> tuple[Fragment, ...]:
    """Return what stands in quotation marks in ``text``, as the decisions about quotes take it."""
    return tuple(
        Fragment(part, marked.closed) for marked in marked_strings(text) for part in marked.parts
    )


def quote_span(state: AnnotatedArticle, content: Span, actor: Actor) -> Edit:
    """Return the edit that marks ``content`` as a quote; its type follows from the marks."""
    return add_quote(state, content, actor, fragments(state.text))
