"""The window of a review: it makes the panes and wires them; what they do is elsewhere."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.config.settings import KEYS, Setting
from annotator.core.errors import UserError
from annotator.core.visible import visible_name
from annotator.services.project import Project
from annotator.services.reviewing import Review
from annotator.ui.actions.build import Actions
from annotator.ui.actions.keys import shown_key
from annotator.ui.actions.review import review_actions
from annotator.ui.actions.spec import Where
from annotator.ui.adjusting import Adjusting
from annotator.ui.app_window import AppWindow
from annotator.ui.batching import Batching
from annotator.ui.comfort import Comfort
from annotator.ui.controller import Controller
from annotator.ui.copying import Copying
from annotator.ui.dialogs.about import AboutDialog
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.key_sheet import KeySheet
from annotator.ui.looks import Looks
from annotator.ui.panes.focus import focus_neighbour
from annotator.ui.panes.stacked import stacked
from annotator.ui.panes.status_line import StatusLine
from annotator.ui.projects import Projects
from annotator.ui.review.adjudicating import Adjudicating
from annotator.ui.review.bars import DecisionStrip, ReviewBar
from annotator.ui.review.by_hand import ByHand
from annotator.ui.review.figures_pane import FiguresPane
from annotator.ui.review.figuring import Figuring
from annotator.ui.review.hand import Hand
from annotator.ui.review.list_pane import ListPane
from annotator.ui.review.listed import Listed
from annotator.ui.review.outgoing import Outgoing
from annotator.ui.review.phrases import Phrases
from annotator.ui.review.quote_by_hand import QuoteByHand
from annotator.ui.review.stepping import Stepping
from annotator.ui.review.turning import Turning
from annotator.ui.review.view import ReviewView
from annotator.ui.reviews import Reviews
from annotator.ui.starting import Starting
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import told
from annotator.ui.tutorial.steps import Room, Standing
from annotator.ui.tutorial.tutor import Tutor

STATE = "review_window"
"""Name under which a project keeps how its review window was."""

SIZE = (1340, 840)
_PANES = (300, 750, 290)
_SHOWN = 3
"""How many annotators' buttons the bar has room for; the menu and the keys have all."""


class ReviewWindow(AppWindow):
    """A window on one review: its article, its disagreements, its figures."""

    def __init__(self, around: Surroundings, review: Review) -> None:
        super().__init__()
        self._around = around
        self._review: Review | None = review
        self.project: Project | None = review.project
        self._labels = review.project.label_set
        kept = review.project.state(STATE)
        self._kept: dict[str, Any] = kept if isinstance(kept, dict) else {}
        self._anonymous = self._kept.get("anonymous") is True
        language, annotators = around.language, review.annotators
        self.phrases = Phrases(review.setup, self._labels, language)
        self.view = ReviewView(len(annotators))
        self.pane = ListPane(annotators, self._labels, language)
        self.figures = FiguresPane(self._labels, language)
        self.status = StatusLine()
        self.projects = Projects(around, review.project, self)
        self.copying = Copying(around, review.project, self)
        self.reviews = Reviews(around, review.project, self)
        self.batching = Batching(around.runner, review.project, self)
        self.stepping = Stepping(review, self.pane, self.view, self)
        self.turning = Turning(around.runner, review, self.stepping, self.batching, self)
        self.hand = Hand(review, self.stepping, self.turning, self)
        self.quote_by_hand = QuoteByHand(self.hand, self)
        self.by_hand = ByHand(self.hand, self.quote_by_hand, self)
        self.adjudicating = Adjudicating(self.hand, self.by_hand, self.batching, self)
        self.figuring = Figuring(around.runner, review, self)
        self.outgoing = Outgoing(
            around,
            review,
            self,
            nameless=lambda: self._anonymous,
            pending=self.pane.model.pending,
        )
        self.starting = Starting(around, self.projects, self)
        self.tutor = Tutor(around, review.project, self, standing=self._standing, room=Room.REVIEW)
        self.looks, self.adjusting = Looks(around, self), Adjusting(around, self)
        self.comfort = Comfort(around, self.view, self)
        self._controllers: dict[str, Controller] = {
            "projects": self.projects,
            "copying": self.copying,
            "reviews": self.reviews,
            "batching": self.batching,
            "stepping": self.stepping,
            "turning": self.turning,
            "by_hand": self.by_hand,
            "quote_by_hand": self.quote_by_hand,
            "adjudicating": self.adjudicating,
            "figuring": self.figuring,
            "outgoing": self.outgoing,
            "starting": self.starting,
            "tutor": self.tutor,
            "looks": self.looks,
            "adjusting": self.adjusting,
            "comfort": self.comfort,
        }
        handlers = {"window": self, **self._controllers}
        specs = review_actions(self.phrases.titles(), self._labels, language)
        self.actions_table = Actions(specs, handlers, self, around.settings[KEYS])
        self._build()
        self._wire()
        self.setWindowTitle(f"{visible_name(review.project.path.stem)} - annotator")
        self._show_names()
        self._show_moved()
        if review.project.read_only is not None:
            self.status.show_read_only(told(review.project.read_only))
        self.view.setFocus()
        self.figuring.start()

    # What the window's own actions do

    def next_pane(self) -> None:
        """Put the focus into the next pane."""
        focus_neighbour(self._focus_places(), 1)

    def previous_pane(self) -> None:
        """Put the focus into the pane before."""
        focus_neighbour(self._focus_places(), -1)

    def back(self) -> None:
        """Stop what runs; else return to the article; else leave the editing by hand."""
        if self._around.runner.busy:
            self._around.runner.cancel_all()
        elif not self.view.hasFocus():
            self.view.setFocus()
        else:
            self.adjudicating.let_go()

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        KeySheet.ask(tuple(self.actions_table.specs.values()), self)

    def show_about(self) -> None:
        """Say what this program is."""
        AboutDialog.ask(self)

    def list_everything(self) -> None:
        """List every disagreement, and put the keyboard into the list."""
        self.pane.widen()
        self.pane.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def switch_names(self) -> None:
        """Hide the annotators' names, or show them."""
        self._anonymous = not self._anonymous
        self._show_names()
        self._keep()

    def release(self) -> Project | None:
        """Keep how the window is and give the project up, for another window."""
        if self.project is None:
            return None
        self._around.runner.cancel_all()
        self._keep()
        project, self.project, self._review = self.project, None, None
        for controller in self._controllers.values():
            controller.close()
        return project

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how everything is, stop what runs and close the project."""
        project = self.release()
        if project is not None:
            project.close()
        super().closeEvent(event)

    # Building

    def _build(self) -> None:
        table = self.actions_table
        language = "language.en" if self._around.language == "ar" else "language.ar"
        takes = [f"review.take.{n}" for n in range(min(_SHOWN, len(self.phrases.letters)))]
        tools = (*takes, "review.both", "review.nothing", "review.next", "edit.undo", "edit.redo")
        self.bar = ReviewBar([table[name] for name in (*tools, "theme.switch", language)])
        table.fill(self.menuBar())
        self.strip = DecisionStrip(self.phrases)
        self._show_labels()
        self._show_take_keys()
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        for pane in (self.pane, stacked(self.view, self.strip), self.figures):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        sizes = self._kept.get("panes")
        fits = isinstance(sizes, list) and len(sizes) == len(_PANES)
        self.setCentralWidget(stacked(self.bar, self.panes, self.status, wide=self.panes))
        self.resize(*SIZE)
        self.panes.setSizes([int(size) for size in sizes] if fits and sizes else list(_PANES))
        work = [self.view, self.pane.view, self.strip.parts]
        table.add_to({Where.WINDOW: [self], Where.WORK: work, Where.ARTICLE: [self.view]})
        for controller in self._controllers.values():
            controller.attach(table)

    def _wire(self) -> None:
        for controller in self._controllers.values():
            controller.noted.connect(self.status.note)
            controller.failed.connect(self._show_failure)
            controller.working.connect(self.status.show_work)
            controller.rested.connect(self.status.end_work)
            self.adjusting.changed.connect(controller.take_setting)
        self.adjusting.changed.connect(self._take_setting)
        self.status.cancel_asked.connect(self._around.runner.cancel_all)
        self.status.show_stop_key(self.actions_table.named("view.back"))
        self.figuring.rows_read.connect(self._take_rows)
        self.figuring.agreement_read.connect(self.pane.model.set_agreement)
        self.figuring.trend_read.connect(self.figures.show_trend)
        self.figuring.figures_read.connect(self.figures.show_figures)
        self.figures.asked.connect(lambda _: self._ask_figures())
        self.adjudicating.changed.connect(self._show_moved)
        self.adjudicating.changed.connect(self.tutor.look)
        self.stepping.sheet_asked.connect(self._show_sheet)
        self.stepping.sheet_asked.connect(self._ask_figures_of_article)
        self.pane.narrowed.connect(self._show_moved)
        self.strip.parts.taken.connect(self.quote_by_hand.take_part)
        self.adjudicating.alikes.say = self.phrases.spoken
        self.adjudicating.alikes.describe = self.phrases.decision

    # Showing

    def _take_rows(self, listed: Listed) -> None:
        self.pane.show_rows(listed)
        if listed.rows:
            self.stepping.start()
        else:
            self.status.note(self.tr("The annotators differ nowhere."))
        self._show_moved()

    def _show_sheet(self) -> None:
        sheet = self.stepping.sheet(self.phrases.letters)
        if sheet is not None:
            self.view.show_sheet(sheet, self._labels, self._around.language)

    def _show_names(self) -> None:
        """Name the annotators wherever they are named, or hide the names."""
        names = self.phrases.names(anonymous=self._anonymous)
        self.bar.show_names(names)
        self.figures.show_sides(names)
        self.actions_table.show_toggle("review.anonymous", on=self._anonymous)

    def _show_labels(self) -> None:
        table, language = self.actions_table, self._around.language
        self.strip.labels.set_labels(
            (
                table[f"label.{label.id}"],
                label.name(language),
                label.colour,
                next(iter(table.specs[f"label.{label.id}"].keys), ""),
            )
            for label in self._labels
        )

    def _standing(self) -> Standing:
        return Standing(settled=self.pane.model.settled())

    def _show_take_keys(self) -> None:
        """Let the buttons that take what somebody has say their keys."""
        letters = self.phrases.letters
        for number, (title, letter) in enumerate(zip(self.phrases.titles(), letters, strict=True)):
            name = f"review.take.{number}"
            keys = [key for key in self.actions_table.specs[name].keys[:1] if key != letter]
            text = "  ".join((title, *map(shown_key, keys)))
            self.actions_table[name].setIconText(text)

    def _show_moved(self) -> None:
        table, phrases, adjudicating = self.actions_table, self.phrases, self.adjudicating
        table.enable(adjudicating.situation() | self.tutor.situation())
        table.name_steps(self.stepping.history)
        self.status.say(phrases.progress(self.pane.model))
        row, found, by_hand = self.stepping.row, self.stepping.found(), self.hand.active
        quote = row is not None and row.is_quote
        self.status.show_keys(phrases.hints(table.specs, by_hand=by_hand, quote=quote))
        for_all = adjudicating.for_all
        self.strip.say(phrases.current(row, found, by_hand=by_hand, for_all=for_all))
        self.strip.show_quote(found, self.stepping.sheet(phrases.letters))

    def _ask_figures(self) -> None:
        row = self.stepping.row
        of_article = bool(self.figures.scope.currentData()) and row is not None
        self.figuring.ask(row.article if of_article and row is not None else None)

    def _ask_figures_of_article(self) -> None:
        if self.figures.scope.currentData():
            self._ask_figures()

    def _take_setting(self, setting: Setting[Any]) -> None:
        if setting is KEYS:
            self._show_labels()
            self._show_take_keys()
            self._show_moved()

    def _show_failure(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        ErrorDialog.ask(error, self)

    def _keep(self) -> None:
        if self.project is not None:
            kept = {"anonymous": self._anonymous, "panes": self.panes.sizes()}
            with suppress(UserError):  # how a window stood is no loss worth a word
                self.project.set_state(STATE, kept)

    def _focus_places(self) -> list[QWidget]:
        return [
            self.view,
            self.strip.parts,
            self.figures.table,
            self.figures.matrix,
            self.pane.kinds,
            self.pane.view,
        ]
