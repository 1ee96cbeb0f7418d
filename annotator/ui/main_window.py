"""The main window: it makes the panes and wires them; what they do is elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSplitter, QWidget

from annotator.config.settings import KEYS, Setting
from annotator.core.errors import UserError
from annotator.core.visible import visible_name
from annotator.services.project import Project
from annotator.services.session import ArticleSession
from annotator.services.suggesting import available_engines
from annotator.ui.actions.build import Actions
from annotator.ui.actions.hints import hints
from annotator.ui.actions.labels import is_label, label_actions
from annotator.ui.actions.spec import Where
from annotator.ui.actions.table import actions_for
from annotator.ui.app_window import AppWindow
from annotator.ui.article.view import ArticleView
from annotator.ui.dialogs.about import AboutDialog
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.key_sheet import KeySheet
from annotator.ui.dropping import FileDrops
from annotator.ui.panes.article_list import ArticleList
from annotator.ui.panes.bar import Bar
from annotator.ui.panes.focus import focus_neighbour
from annotator.ui.panes.side import SidePane
from annotator.ui.panes.stacked import stacked
from annotator.ui.panes.status_line import StatusLine
from annotator.ui.panes.words import origin_text
from annotator.ui.places import view_place
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import told
from annotator.ui.theme import QUOTE_COLOUR
from annotator.ui.welcome.page import WelcomePage
from annotator.ui.window_state import keep_state, restore_state
from annotator.ui.workbench import Workbench

TOOLS = ("suggestions.accept_all", "project.export", "edit.undo", "edit.redo")
"""The actions that stand in the bar, before those that switch language and theme."""

SIZE = (1280, 800)
_PANES = (228, 762, 290)


class MainWindow(AppWindow):
    """A window on one project, or on none: then it offers to open one."""

    def __init__(self, around: Surroundings, project: Project | None = None) -> None:
        super().__init__()
        self._around = around
        self.project = project
        self.view = ArticleView(origin_name=origin_text)
        self.articles = ArticleList()
        self.workbench = bench = Workbench(around, project, self.view, self.articles, self)
        self.annotating, self.quoting, self.tools = bench.annotating, bench.quoting, bench.tools
        self.remembering, self.learning = bench.remembering, bench.learning
        self.suggesting, self.projects = bench.suggesting, bench.projects
        self.actions_table = Actions(
            actions_for(bench.label_set, around.language, available_engines()),
            {"window": self, **bench.controllers},
            self,
            around.settings[KEYS],
        )
        bench.attach(self.actions_table)
        self.side = SidePane(bench)
        self.status = StatusLine()
        self.welcome = None if project else WelcomePage(around, self.actions_table)
        self.drops = FileDrops(self)
        self._build()
        self._wire()
        self._show_project()

    # What the window's own actions do

    def next_pane(self) -> None:
        """Put the focus into the next pane."""
        focus_neighbour(self._focus_places(), 1)

    def previous_pane(self) -> None:
        """Put the focus into the pane before."""
        focus_neighbour(self._focus_places(), -1)

    def show_page(self, page_id: str) -> None:
        """Bring a page of the side pane to the front, the keyboard in it."""
        self.side.show_page(page_id)
        self.side.front().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def back(self) -> None:
        """Stop what runs; else return to the article; else let go of what is current."""
        if self._around.runner.busy:
            self._around.runner.cancel_all()
        elif not self.view.hasFocus():
            self.view.setFocus()
        else:
            self.annotating.let_go()

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        KeySheet.ask(tuple(self.actions_table.specs.values()), self)

    def show_about(self) -> None:
        """Say what this program is."""
        AboutDialog.ask(self)

    def release(self) -> Project | None:
        """Save where the annotator is and give the project up, for another window."""
        if self.welcome is not None:
            self.welcome.close_down()
        self.project = None
        project = self.workbench.release()
        if project is not None:
            keep_state(project, self, self.panes, self.side, self.articles)
        return project

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep where everything is, stop what runs and close the project."""
        project = self.release()
        if project is not None:
            project.close()
        super().closeEvent(event)

    # Building

    def _build(self) -> None:
        language = "language.en" if self._around.language == "ar" else "language.ar"
        tools = [self.actions_table[name] for name in (*TOOLS, "theme.switch", language)]
        self.bar = Bar(tools)
        self.actions_table.fill(self.menuBar())
        self.panes = QSplitter(Qt.Orientation.Horizontal)
        self.panes.setHandleWidth(1)
        self.panes.setChildrenCollapsible(False)
        reading = stacked(self.view, self.workbench.finding.bar)
        for pane in (self.articles, reading, self.side):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        self.panes.setSizes(list(_PANES))
        middle = self.welcome or self.panes
        central = stacked(self.bar, middle, self.status, wide=middle)
        self.setCentralWidget(central)
        self.resize(*SIZE)
        if self.project is None:
            for widget in (self.panes, self.bar):
                widget.setParent(central)
                widget.hide()
        lists = self.side.work_lists()
        self.actions_table.add_to(
            {Where.WINDOW: [self], Where.WORK: [self.view, *lists], Where.ARTICLE: [self.view]}
        )

    def _wire(self) -> None:
        bench, leafing = self.workbench, self.workbench.leafing
        bench.noted.connect(self.status.note)
        bench.adjusting.changed.connect(self._take_setting)
        bench.comfort.labels_changed.connect(self._show_labels)
        bench.failed.connect(self._show_failure)
        bench.working.connect(self.status.show_work)
        bench.rested.connect(self.status.end_work)
        leafing.left.connect(self._leave_article)
        leafing.shown.connect(self._show_article)
        self.annotating.state_changed.connect(self._show_state)
        self.annotating.moved.connect(self._show_moved)
        self.annotating.state_changed.connect(bench.tutor.look)
        self.annotating.moved.connect(bench.tutor.look)
        # Behind what is waiting: the decision is painted first, each in its share of a frame.
        self.annotating.finished.connect(leafing.next_undecided, Qt.ConnectionType.QueuedConnection)
        self.annotating.suggestions_asked.connect(self.suggesting.search)
        self.quoting.went.connect(self.side.show_quotes)
        self.suggesting.started.connect(self._show_searching)
        self.suggesting.progressed.connect(self._show_searching)
        self.suggesting.ended.connect(self.status.end_work)
        self.projects.changed.connect(leafing.list_articles)
        self.projects.changed.connect(self.remembering.fill)
        self.projects.reported.connect(self.status.offer_report)
        self.status.report_asked.connect(self.projects.show_report)
        self.status.cancel_asked.connect(self._around.runner.cancel_all)
        bench.labels_changed.connect(self._take_labels)
        self.drops.dropped.connect(self.projects.take_dropped)
        self.articles.chosen.connect(leafing.open_article)
        self.articles.chosen.connect(self.view.setFocus)
        self.bar.labels.idle_clicked.connect(self._say_what_to_label)
        if self.welcome is not None:
            self.welcome.project_chosen.connect(self._open_path)

    # Showing

    def _show_project(self) -> None:
        project, label_set = self.project, self.workbench.label_set
        self.setWindowTitle(
            f"{visible_name(project.path.stem)} - annotator" if project else "annotator"
        )
        self._show_moved()
        self._show_stop_key()
        if self.welcome is not None:
            self.welcome.begin()
        if project is None or label_set is None:
            return
        if project.read_only is not None:
            self.status.show_read_only(told(project.read_only))
        self._show_labels()
        restore_state(project, self, self.panes, self.side, self.articles)
        self.workbench.leafing.list_articles()
        self.view.setFocus()

    def _show_labels(self) -> None:
        """Show each label, and after them quotes, with the key that acts now."""
        table, worn = self.actions_table, self.workbench.worn_labels
        if worn is None:
            return
        language = self._around.language
        quote = table["quote.add"].iconText()
        chips = [(f"label.{label.id}", label.name(language), label.colour) for label in worn]
        self.bar.labels.set_labels(
            (table[name], title, colour, next(iter(table.specs[name].keys), ""))
            for name, title, colour in [*chips, ("quote.add", quote, QUOTE_COLOUR)]
        )
        self.side.set_labels(worn, language)
        self.view.set_label_set(worn)

    def _take_labels(self) -> None:
        """Work with other labels from now on; the open article stays."""
        table, labels = self.actions_table, self.workbench.label_set
        assert labels is not None
        gone = [spec.id for spec in table.specs.values() if is_label(spec)]
        table.replace(gone, label_actions(labels, self._around.language))
        self._show_labels()
        self._show_stop_key()
        self._show_state()

    def _take_setting(self, setting: Setting[Any]) -> None:
        if setting is KEYS:
            self._show_labels()
            self._show_stop_key()
            self._show_moved()

    def _show_stop_key(self) -> None:
        self.status.show_stop_key(self.actions_table.named("view.back"))

    def _show_article(self, session: ArticleSession) -> None:
        bench, worn = self.workbench, self.workbench.worn_labels
        assert worn is not None
        self.view.set_article(
            self.annotating.queue.shown(session.state),
            worn,
            self._around.language,
            view_place(session.place),
        )
        bench.open(session)

    def _leave_article(self) -> None:
        self.workbench.open(None)

    def _show_state(self) -> None:
        state = self.annotating.state
        self.side.show_state(state, self.annotating.queue)
        self.status.show_state(self.annotating.shown)
        if self.annotating.session is not None:
            self.articles.update_article(self.annotating.session.key)
        self._show_moved()

    def _show_moved(self) -> None:
        now = self.workbench.situation()
        self.actions_table.enable(now)
        self.actions_table.name_steps(self.annotating.history)
        self.status.show_keys(hints(self.actions_table.specs, now, self.workbench.label_set))
        self.side.show_current(self.view.current())

    def _show_searching(self, done: int = 0, total: object = None) -> None:
        text = self.tr("Looking for names and quotes…")
        self.status.show_work(text, done, total if isinstance(total, int) else None)

    def _show_failure(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        ErrorDialog.ask(error, self)

    def _say_what_to_label(self) -> None:
        self.status.note(self.tr("Select text, or go to a suggestion first."))

    def _open_path(self, path: Path) -> None:
        self.projects.open_paths([path])

    def _focus_places(self) -> list[QWidget]:
        return [self.view, self.side.front(), self.articles.view, self.bar.labels.first()]
