"""What can be done now, from the state alone."""

from __future__ import annotations

from annotator.core.annotated import AnnotatedArticle
from annotator.core.history import History
from annotator.core.spans import Span
from annotator.ui.actions.spec import When


def situation(
    *,
    project: bool,
    state: AnnotatedArticle | None = None,
    history: History | None = None,
    current: str | None = None,
    selection: Span | None = None,
) -> frozenset[When]:
    """Return what is so: an open project, the open article, the current record, a selection."""
    entity = bool(state and current and state.entity(current))
    quote = bool(state and current and state.quote(current))
    facts = {
        When.ALWAYS: True,
        When.PROJECT: project,
        When.ARTICLE: state is not None,
        When.PENDING: bool(state and state.pending()),
        When.CURRENT: entity or quote,
        When.CURRENT_ENTITY: entity,
        When.CURRENT_OR_SELECTION: entity or selection is not None,
        When.CURRENT_QUOTE_OR_SELECTION: quote or selection is not None,
        When.CAN_UNDO: bool(history and history.can_undo),
        When.CAN_REDO: bool(history and history.can_redo),
    }
    return frozenset(when for when, holds in facts.items() if holds)
