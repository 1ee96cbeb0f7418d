"""Keys that work on quotes: who speaks, by which word, where it ends, what it is part of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from annotator.core import decisions, quote_decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.quotes import Quote
from annotator.core.spans import Span
from annotator.services import quoting
from annotator.services.session import ArticleSession
from annotator.services.speakers import nearest_names, speaker_edit
from annotator.ui.actions.spec import When
from annotator.ui.annotating import Annotating
from annotator.ui.article.view import ArticleView
from annotator.ui.controller import Controller
from annotator.ui.panes.words import quote_type_name
from annotator.ui.speaker_list import SpeakerList
from annotator.ui.text import isolated


class Quoting(Controller):
    """Works on the current quote; what it decides goes through :class:`Annotating`.

    A click on a name makes that current. So that a name or a word can be pointed at, the quote
    that was current last takes it as its speaker or cue.
    """

    went = Signal()
    """A quote was gone to as a quote, not as a suggestion."""

    def __init__(
        self, annotating: Annotating, view: ArticleView, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._annotating = annotating
        self._view = view
        self._last: tuple[ArticleSession | None, str] = (None, "")
        self.names = SpeakerList(view)
        self.names.chosen.connect(self._take_name)
        view.current_changed.connect(self._remember)

    def situation(self) -> frozenset[When]:
        """Return what can be done with the article's quotes now."""
        state = self._annotating.shown
        if state is None:
            return frozenset()
        facts = {
            When.QUOTES: bool(quoting.shown_quotes(state)),
            When.QUOTE: self._current() is not None,
            When.QUOTE_FOR_WORDS: self._for_words() is not None,
            When.QUOTE_OR_MARKS: self._current() is not None or bool(quoting.fragments(state.text)),
        }
        return frozenset(when for when, holds in facts.items() if holds)

    # Choosing

    def next(self) -> None:
        """Go to the next quote, from the last on to the first."""
        self._go(1)

    def previous(self) -> None:
        """Go to the quote before."""
        self._go(-1)

    def go_to_speaker(self) -> None:
        """Put the caret at the speaker of the current quote, or from there back at the quote."""
        quote = self._current()
        speaker = (quote.speaker or quote.source) if quote else None
        if quote is None or speaker is None:
            self.noted.emit(self.tr("The quote has no speaker yet."))
            return
        there = speaker.start <= self._view.caret() <= speaker.end
        self._show(quote.content[0] if there else speaker)

    # Deciding

    def mark(self) -> None:
        """Mark the selection as a quote, or else accept the current one."""
        selected = self._view.selection()
        if selected is None:
            self._annotating.decide_current(decisions.accept, kinds=(Quote,))
            return
        self._annotating.perform(lambda state, by: quoting.quote_span(state, selected, by))
        self._view.set_caret(selected.start)
        self._choose_content(selected)

    def set_speaker(self) -> None:
        """Make the selection the speaker, or offer the names near the quote."""
        quote, words, state = self._for_words(), self._words(), self._annotating.shown
        if quote is None or state is None:
            return
        if words is not None:
            self._speak(quote, words)
            return
        names = nearest_names(state, quote)
        now = quote.speaker or quote.source
        place = self._view.place_of(quote.cue[0] if quote.cue else quote.content[0])
        self.names.offer(state, names, now, place)

    def set_cue(self) -> None:
        """Make the selection the cue."""
        quote, words = self._for_words(), self._words()
        if quote is None:
            return
        if words is None:
            self.noted.emit(self.tr("Select the words that say so first."))
            return
        self._decide(quote, lambda state, by: quoting.toggle_cue(state, quote, words, by))

    def move_end(self) -> None:
        """End the quote at the next place where it may end."""
        quote = self._current()
        if quote is None:
            return
        if not self._decide(quote, lambda state, by: quoting.move_right_edge(state, quote, by)):
            self.noted.emit(self.tr("The quote can end nowhere else."))
            return
        moved = self._current()
        if moved is not None:
            self._view.scroll_to(Span(max(moved.extent.end - 1, 0), moved.extent.end))

    def change_type(self) -> None:
        """Make the quote of the next type."""
        quote = self._current()
        if quote and self._decide(quote, lambda state, by: quoting.change_type(state, quote, by)):
            changed = self._current()
            self.noted.emit(quote_type_name(changed.type) if changed else "")

    def split(self) -> None:
        """Cut the quote in two at the caret."""
        quote, at = self._current(), self._view.caret()
        if quote and not self._decide(
            quote, lambda state, by: quoting.split_at(state, quote, at, by)
        ):
            self.noted.emit(self.tr("Put the caret inside the quote first."))

    def join_next(self) -> None:
        """Make one of the quote and the next one of the same speaker."""
        self._join(1)

    def join_previous(self) -> None:
        """Make one of the quote and the one before of the same speaker."""
        self._join(-1)

    def nest(self) -> None:
        """Say that the quote is reported inside the one around it, or no more."""
        quote, state = self._current(), self._annotating.shown
        if quote is None or state is None:
            return
        around = quoting.surrounding(state, quote) if quote.nested_in is None else None
        outer = around.id if around else None
        if not self._decide(
            quote, lambda state, by: quote_decisions.nest(state, quote.id, outer, by)
        ):
            self.noted.emit(self.tr("No other quote is around this one."))

    def turn(self) -> None:
        """Turn the quote into a string that is none, or the marked string at the caret into one.

        A string that is known to be none goes first: the caret is put there on purpose.
        """
        state, quote = self._annotating.state, self._current()
        if state is None:
            return
        at = self._view.selection() or Span(self._view.caret(), self._view.caret())
        marked = quoting.marked_at(state.text, at)
        if marked is not None and (quote is None or marked in state.nonquotes):
            self._annotating.perform(lambda state, by: quoting.to_quote(state, marked, by))
            self._choose_content(marked)
        elif quote is None:
            self.noted.emit(self.tr("Put the caret between quotation marks first."))
        elif not quote.verbatim:
            self.noted.emit(self.tr("Nothing in this quote stands in quotation marks."))
        else:
            self._annotating.perform(
                lambda state, by: quote_decisions.quote_to_nonquote(state, quote.id, by)
            )
            self._view.set_caret(quote.verbatim[0].start)

    # Inside

    def _current(self) -> Quote | None:
        record = self._annotating.current()
        return record if isinstance(record, Quote) else None

    def _for_words(self) -> Quote | None:
        """Return the current quote; else, where words are, the one that was current last."""
        quote, state = self._current(), self._annotating.shown
        if quote is not None or state is None or self._words() is None:
            return quote
        session, record = self._last
        last = state.quote(record) if session is self._annotating.session else None
        return last if last in quoting.shown_quotes(state) else None

    def _words(self) -> Span | None:
        """Return the selection, or else the current entity's span."""
        record = self._annotating.current()
        named = None if record is None or isinstance(record, Quote) else record.span
        return self._view.selection() or named

    def _remember(self, record: str) -> None:
        if self._current() is not None:
            self._last = (self._annotating.session, record)

    def _go(self, step: int) -> None:
        state = self._annotating.shown
        quotes = quoting.shown_quotes(state) if state else ()
        if state is None or not quotes:
            return
        record = self._annotating.current()
        here = record.sort_key if record else (self._view.caret(), -len(state.text), "")
        later = [quote for quote in quotes if quote.sort_key > here]
        earlier = [quote for quote in quotes if quote.sort_key < here]
        # Round the end: the first of all follows the last, and the last comes before the first.
        found = [*later, quotes[0]][0] if step > 0 else [quotes[-1], *earlier][-1]
        self._annotating.go_to(found.id)
        self.went.emit()

    def _show(self, span: Span) -> None:
        self._view.set_caret(span.start)
        self._view.scroll_to(span)

    def _take_name(self, mention: Span | None) -> None:
        quote = self._current()
        if quote is not None:
            self._speak(quote, mention)

    def _speak(self, quote: Quote, mention: Span | None) -> None:
        if not self._decide(quote, lambda state, by: speaker_edit(state, quote, mention, by)):
            return
        state = self._annotating.shown
        said = (
            self.tr("Nobody is named as the speaker.")
            if mention is None or state is None
            else self.tr("Speaker: {name}").format(name=isolated(mention.of(state.text)))
        )
        self.noted.emit(said)

    def _join(self, step: int) -> None:
        quote, state = self._current(), self._annotating.shown
        other = quoting.continued(state, quote, step) if quote and state else None
        if quote is None or other is None:
            self.noted.emit(self.tr("No quote of the same speaker is there."))
            return
        first, second = (quote, other) if step > 0 else (other, quote)
        self._decide(first, lambda state, by: quoting.joined(state, first, second, by))

    def _decide(self, quote: Quote, decide: Callable[[AnnotatedArticle, Actor], Edit]) -> bool:
        """Decide and have ``quote`` current, the selection let go. Whether it changed anything."""
        if not self._annotating.perform(decide):
            return False
        self._view.set_current(quote.id)
        self._view.set_caret(self._view.caret())
        return True

    def _choose_content(self, content: Span) -> None:
        self._annotating.make_current(
            lambda record: isinstance(record, Quote) and content in (record.extent, *record.content)
        )
