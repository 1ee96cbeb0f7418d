"""The controllers of one window: made, held and told of articles in one place.

A new one is made in ``__init__`` and has a line in ``controllers``; actions reach it by that name.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from annotator.core.labels import LabelSet
from annotator.services.project import Project
from annotator.services.session import ArticleSession
from annotator.ui.actions.build import Actions
from annotator.ui.actions.situation import situation
from annotator.ui.actions.spec import When
from annotator.ui.adjusting import Adjusting
from annotator.ui.annotating import Annotating
from annotator.ui.announcing import Announcing
from annotator.ui.article.view import ArticleView
from annotator.ui.batching import Batching
from annotator.ui.checking import Checking
from annotator.ui.comfort import Comfort
from annotator.ui.controller import Controller
from annotator.ui.copying import Copying
from annotator.ui.correcting import Correcting
from annotator.ui.describing import Describing
from annotator.ui.everywhere import Everywhere
from annotator.ui.figures import Figures
from annotator.ui.finding import Finding
from annotator.ui.labelling import Labelling
from annotator.ui.leafing import Leafing
from annotator.ui.learning import Learning
from annotator.ui.listings import Listings
from annotator.ui.looks import Looks
from annotator.ui.panes.article_list import ArticleList
from annotator.ui.projects import Projects
from annotator.ui.quoting import Quoting
from annotator.ui.remarks import Remarks
from annotator.ui.remembering import Remembering
from annotator.ui.resizing import Resizing
from annotator.ui.reviews import Reviews
from annotator.ui.searching import Searching
from annotator.ui.selecting import Selecting
from annotator.ui.sharing import Sharing
from annotator.ui.starting import Starting
from annotator.ui.stepping import Stepping
from annotator.ui.suggesting import Suggesting
from annotator.ui.surroundings import Surroundings
from annotator.ui.timing import Timing
from annotator.ui.tools import Tools
from annotator.ui.tutorial.steps import Standing
from annotator.ui.tutorial.tutor import Tutor


class Workbench(QObject):
    """What works on the project of a window, and hands on what its controllers say."""

    noted = Signal(str)
    failed = Signal(object)
    working = Signal(str, int, object)
    rested = Signal()
    labels_changed = Signal()

    _actions: Actions | None = None

    def __init__(
        self,
        around: Surroundings,
        project: Project | None,
        view: ArticleView,
        articles: ArticleList,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self.around = around
        self.project = project
        self.view = view
        self.articles = articles
        self.window = window
        self.annotating = Annotating(view, self)
        self.resizing = Resizing(self.annotating, view, self)
        self.selecting = Selecting(self.annotating, view, self)
        self.quoting = Quoting(self.annotating, view, self)
        self.remembering = Remembering(around.runner, project, self)
        self.learning = Learning(around.background, project, self)
        self.tools = Tools(around, self.annotating, self.remembering, self.learning, window)
        self.suggesting = Suggesting(around, self.tools.means, self)
        self.projects = Projects(around, project, window)
        self.starting = Starting(around, self.projects, window)
        self.tutor = Tutor(
            around, project, window, standing=self._standing, ask=self.suggesting.search
        )
        self.reviews = Reviews(around, project, window)
        self.stepping = Stepping(self)
        self.listings = Listings(project, articles, self)
        self.leafing = Leafing(around, project, view, articles, self)
        self.looks = Looks(around, self)
        self.timing = Timing(project, window, self)
        self.comfort = Comfort(around, view, window)
        self.label_set: LabelSet | None = project.label_set if project else None
        self.labelling = Labelling(around, project, window)
        self.announcing = Announcing(self.annotating, view, self.label_set, around.language)
        self.figures = Figures(around, project, self.annotating, self.timing, window)
        self.finding = Finding(view, self)
        self.searching = Searching(
            project,
            view,
            lambda: self.worn_labels,
            around.language,
            window,
            least=lambda: self.annotating.queue.least,
        )
        self.annotating.state_changed.connect(self.searching.forget_lines)
        self.remarks = Remarks(self.annotating, view, window)
        self.correcting = Correcting(self.annotating, view, self)
        self.adjusting = Adjusting(around, window)
        self.batching = Batching(around.runner, project, self)
        self.describing = Describing(project, articles, self.batching, around.runner, window)
        self.everywhere = Everywhere(
            around, project, self.annotating, view, batching=self.batching, window=window
        )
        self.sharing = Sharing(project, self.batching, window)
        self.annotating.batch_asked.connect(self.batching.turn)
        self.batching.changed.connect(self.leafing.list_articles)
        self.batching.changed.connect(self.remembering.fill)
        self.checking = Checking(project, self.annotating, view, around.language, window)
        self.controllers: Mapping[str, Controller] = {
            "annotating": self.annotating,
            "resizing": self.resizing,
            "selecting": self.selecting,
            "quoting": self.quoting,
            "remembering": self.remembering,
            "learning": self.learning,
            "tools": self.tools,
            "suggesting": self.suggesting,
            "projects": self.projects,
            "starting": self.starting,
            "copying": Copying(around, project, window),
            "reviews": self.reviews,
            "stepping": self.stepping,
            "describing": self.describing,
            "listings": self.listings,
            "finding": self.finding,
            "searching": self.searching,
            "remarks": self.remarks,
            "correcting": self.correcting,
            "checking": self.checking,
            "leafing": self.leafing,
            "looks": self.looks,
            "batching": self.batching,
            "sharing": self.sharing,
            "everywhere": self.everywhere,
            "timing": self.timing,
            "adjusting": self.adjusting,
            "figures": self.figures,
            "comfort": self.comfort,
            "announcing": self.announcing,
            "labelling": self.labelling,
            "tutor": self.tutor,  # after what suggests: it may ask for suggestions
        }
        for controller in self.controllers.values():
            controller.noted.connect(self.noted)
            controller.failed.connect(self.failed)
            controller.working.connect(self.working)
            controller.rested.connect(self.rested)
            self.adjusting.changed.connect(controller.take_setting)
            controller.place_asked.connect(self.leafing.show_place)
        self.labelling.changed.connect(self._use_labels)

    @property
    def worn_labels(self) -> LabelSet | None:
        """The labels as they are shown: for the views, not for what is kept."""
        labels = self.label_set
        return self.comfort.worn(labels) if labels else None

    def _standing(self) -> Standing:
        history = self.annotating.history
        return Standing(history.done, len(history.undone), self.annotating.current())

    def _use_labels(self, label_set: LabelSet) -> None:
        self.label_set = label_set
        for controller in self.controllers.values():
            controller.use_labels(label_set)
        self.labels_changed.emit()

    def attach(self, actions: Actions) -> None:
        """Make the window's actions known to every controller, and to whoever names a key."""
        self._actions = actions
        for controller in self.controllers.values():
            controller.attach(actions)

    def key(self, action_id: str) -> str:
        """Return an action's key as a person reads it."""
        return self._actions.named(action_id) if self._actions is not None else ""

    def open(self, session: ArticleSession | None) -> None:
        """Let every controller turn to another article, or to none."""
        for controller in self.controllers.values():
            controller.open(session)

    def situation(self) -> frozenset[When]:
        """Return what can be done now."""
        if self.project is None:
            return situation(project=False)
        return frozenset().union(*(c.situation() for c in self.controllers.values()))

    def release(self) -> Project | None:
        """Save where the annotator is and give the project up; what runs is stopped."""
        if self.project is not None:  # else what runs is the next window's: the runner is shared
            self.around.runner.cancel_all()
        self.leafing.leave()
        project, self.project = self.project, None
        for controller in self.controllers.values():
            controller.close()
        return project
