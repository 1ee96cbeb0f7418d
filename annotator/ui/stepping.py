"""To any step of the open article's history."""

from __future__ import annotations

from annotator.core.errors import UserError
from annotator.services.session import ArticleSession
from annotator.ui.controller import Controller


class Stepping(Controller):
    """Goes back and forward in the history by more than one step."""

    session: ArticleSession | None = None

    def open(self, session: ArticleSession | None) -> None:
        """Turn to another article, or to none."""
        self.session = session

    def go_to(self, done: int) -> None:
        """Make the state that of so many steps done."""
        if self.session is None:
            return
        try:
            self.session.go_to(done, by="history")
        except UserError as error:
            self.failed.emit(error)
