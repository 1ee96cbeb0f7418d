"""Searching in the open article: the bar, the lit hits, and the way from one to the next."""

from __future__ import annotations

from bisect import bisect_left

from PySide6.QtCore import QObject, Qt

from annotator.arabic.finding import text_spans
from annotator.core.spans import Span
from annotator.services.session import ArticleSession
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.panes.find_bar import FindBar

MOST = 5_000
"""Hits in one article; the first letter of a word, in a book, would keep the window waiting."""

_LONGEST = 100
"""Letters of a selection that is taken over as what to search for."""


class Finding(Controller):
    """Lights the hits in the article; the one that is gone to is selected, to be labelled."""

    def __init__(self, view: ArticleView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._hits: tuple[Span, ...] = ()
        self._from = 0
        self.bar = FindBar()
        self.bar.hide()
        self.bar.changed.connect(self._search)
        self.bar.step_asked.connect(self._go)
        self.bar.left.connect(self.leave)

    @property
    def hits(self) -> tuple[Span, ...]:
        """What is lit up, in reading order."""
        return self._hits

    def open(self, session: ArticleSession | None) -> None:
        """Light up the same in another article."""
        self._from = 0
        if self.bar.isVisible() and session is not None:
            self._light(self._found())

    def find(self) -> None:
        """Show the bar; what is selected is searched for, if it is short and on one line."""
        selected = self._view.selection()
        self._from = selected.start if selected else self._view.caret()
        text = selected.of(self._view.positions.text) if selected else ""
        usable = len(text) <= _LONGEST and len(text.splitlines()) == 1
        self.bar.start(text if usable else "")
        self._search()

    def next(self) -> None:
        """Go to the next hit of what was searched for last; ask for it when there is nothing."""
        self._step(1)

    def previous(self) -> None:
        """Go to the hit before."""
        self._step(-1)

    def leave(self) -> None:
        """Close the bar and return to the article; the hit stays selected."""
        self.bar.hide()
        self._hits = ()
        self._view.set_hits(())
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, step: int) -> None:
        if not self.bar.line.text().strip():
            self.find()
            return
        if not self._hits:  # the bar was closed
            self._hits = self._found()
        self._go(step, lit=self.bar.isVisible())

    def _found(self) -> tuple[Span, ...]:
        return text_spans(
            self._view.positions.text,
            self.bar.line.text(),
            exact=self.bar.exact.isChecked(),
            whole_words=self.bar.whole_words.isChecked(),
            most=MOST,
        )

    def _search(self) -> None:
        """Light up all hits and go to the first one from where the search began."""
        found = self._found()
        self._hits = found
        if not found:
            self._light(())
            return
        at = bisect_left(found, self._from, key=lambda span: span.start)
        self._show(found[at % len(found)])

    def _go(self, step: int, *, lit: bool = True) -> None:
        hits = self._hits
        if not hits:
            return
        selected = self._view.selection()
        if selected in hits:
            at = hits.index(selected) + step
        else:
            caret = self._view.caret()
            at = bisect_left(hits, caret, key=lambda span: span.start) - (step < 0)
        if lit:
            self._show(hits[at % len(hits)])
        else:
            self._select(hits[at % len(hits)])
            self._hits = ()

    def _show(self, hit: Span) -> None:
        self._from = hit.start
        self._select(hit)
        self._light(self._hits, hit)

    def _select(self, hit: Span) -> None:
        self._view.set_current(None)
        self._view.select(hit)
        self._view.scroll_to(hit)

    def _light(self, hits: tuple[Span, ...], current: Span | None = None) -> None:
        self._hits = hits
        number = hits.index(current) + 1 if current in hits else 0
        self._view.set_hits(hits, current)
        self.bar.show_count(number, len(hits), complete=len(hits) < MOST)
