"""Undo without end: the edits done and undone, beside the state that they made."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from annotator.core.annotated import AnnotatedArticle
from annotator.core.edits import Edit, apply, inverse


class StepKind(StrEnum):
    """What happens to an edit: it is done, taken back, or done again."""

    DO = "do"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class History:
    """Steps that can be undone (oldest first) and redone (the next one last)."""

    done: tuple[Edit, ...] = ()
    undone: tuple[Edit, ...] = ()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self.done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self.undone)


@dataclass(frozen=True, slots=True)
class Timeline:
    """A state together with the history that leads to it. Immutable, as its parts are."""

    state: AnnotatedArticle
    history: History = History()

    def perform(self, edit: Edit) -> Timeline:
        """Apply ``edit``. What was undone before is gone; suggestions arriving are no step."""
        state = apply(self.state, edit)
        return Timeline(
            state, History((*self.history.done, edit)) if edit.undoable else self.history
        )

    def undo(self) -> Timeline:
        """Take the last step back; without one, return the timeline unchanged."""
        if not self.history.done:
            return self
        *rest, last = self.history.done
        state = apply(self.state, inverse(last))
        return Timeline(state, History(tuple(rest), (*self.history.undone, last)))

    def redo(self) -> Timeline:
        """Do the last undone step again; without one, return the timeline unchanged."""
        if not self.history.undone:
            return self
        *rest, last = self.history.undone
        state = apply(self.state, last)
        return Timeline(state, History((*self.history.done, last), tuple(rest)))
