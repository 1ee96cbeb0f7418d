"""The main window: it makes the panes and wires them; what they do is elsewhere."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QMainWindow,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from annotator.config.settings import LANGUAGE, SUGGEST_ON_OPEN, THEME
from annotator.core.errors import UserError
from annotator.services.project import Project
from annotator.services.session import ArticleSession
from annotator.services.suggesting import available_engines
from annotator.ui.actions.build import Actions
from annotator.ui.actions.hints import hints
from annotator.ui.actions.keys import shown_key
from annotator.ui.actions.situation import situation
from annotator.ui.actions.spec import Where
from annotator.ui.actions.table import actions_for
from annotator.ui.annotating import Annotating
from annotator.ui.article.view import ArticleView
from annotator.ui.dialogs.about import AboutDialog
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.key_sheet import KeySheet
from annotator.ui.learning import Learning
from annotator.ui.panes.article_list import ArticleList
from annotator.ui.panes.bar import Bar
from annotator.ui.panes.side import SidePane
from annotator.ui.panes.start_page import StartPage
from annotator.ui.panes.status_line import StatusLine
from annotator.ui.panes.words import origin_text
from annotator.ui.places import stored_place, view_place
from annotator.ui.projects import Projects
from annotator.ui.quoting import Quoting
from annotator.ui.recent import recent_projects
from annotator.ui.remembering import Remembering
from annotator.ui.suggesting import Suggesting
from annotator.ui.surroundings import Surroundings
from annotator.ui.text import told
from annotator.ui.theme import DARK, LIGHT, QUOTE_COLOUR, current_theme
from annotator.ui.tools import Tools

WINDOW_STATE = "window"
LAST_ARTICLE = "article"
"""Names under which a project keeps how the window was, and which article was open."""

TOOLS = ("suggestions.accept_all", "project.export", "edit.undo", "edit.redo")
"""The actions that stand in the bar, before those that switch language and theme."""

SIZE = (1280, 800)
_PANES = (228, 762, 290)


class MainWindow(QMainWindow):
    """A window on one project, or on none: then it offers to open one."""

    def __init__(self, around: Surroundings, project: Project | None = None) -> None:
        super().__init__()
        self._around = around
        self.project = project
        self._session: ArticleSession | None = None
        self.view = ArticleView(origin_name=origin_text)
        self.annotating = Annotating(self.view, self)
        self.quoting = Quoting(self.annotating, self.view, self)
        self.remembering = Remembering(around.runner, project, self)
        self.learning = Learning(around.background, project, self)
        self.tools = Tools(around, self.annotating, self.remembering, self.learning, self)
        self.suggesting = Suggesting(around.runner, self.tools.means, self)
        self.projects = Projects(around, project, self)
        self._label_set = project.label_set if project else None
        self.actions_table = Actions(
            actions_for(self._label_set, around.language, available_engines()),
            {
                "window": self,
                "annotating": self.annotating,
                "quoting": self.quoting,
                "projects": self.projects,
                "tools": self.tools,
            },
            self,
        )
        self.tools.attach(self.actions_table)
        self.articles = ArticleList()
        self.side = SidePane()
        self.status = StatusLine()
        self._build()
        self._wire()
        self._show_project()

    # What the window's own actions do

    def open_article(self, key: int) -> None:
        """Open an article of the project; where the last one was left is kept."""
        if self.project is None or (self._session and self._session.key == key):
            return
        self._leave_article()
        try:
            session = self.project.open_article(key)
        except UserError as error:
            self._show_error(error)
            return
        self._session = session
        assert self._label_set is not None
        self.view.set_article(
            self.annotating.queue.shown(session.state),
            self._label_set,
            self._around.language,
            view_place(session.place),
        )
        self.articles.show_current(key)
        self.annotating.open(session)
        self.remembering.open(session)
        self.suggesting.open(session, at_once=self._around.settings[SUGGEST_ON_OPEN])

    def next_article(self) -> None:
        """Open the article below the open one."""
        self._open_if_any(self.articles.neighbour(1))

    def previous_article(self) -> None:
        """Open the article above the open one."""
        self._open_if_any(self.articles.neighbour(-1))

    def next_pane(self) -> None:
        """Put the focus into the next pane."""
        self._focus_pane(1)

    def previous_pane(self) -> None:
        """Put the focus into the pane before."""
        self._focus_pane(-1)

    def back(self) -> None:
        """Stop what runs; else return to the article; else let go of what is current."""
        if self._around.runner.busy:
            self._around.runner.cancel_all()
        elif not self.view.hasFocus():
            self.view.setFocus()
        else:
            self.annotating.let_go()

    def filter_articles(self) -> None:
        """Put the focus on the filter of the article list."""
        self.articles.filter.setFocus()
        self.articles.filter.showPopup()

    def use_theme(self, value: str) -> None:
        """Dress the program in a theme."""
        self._around.settings[THEME] = value
        self._around.dress()
        self.actions_table.check("theme", value)

    def switch_theme(self) -> None:
        """Go from light colours to dark ones, or back."""
        self.use_theme(LIGHT.id if current_theme() is DARK else DARK.id)

    def use_language(self, value: str) -> None:
        """Speak another language, in a window made anew."""
        self._around.settings[LANGUAGE] = value
        self._around.renew()

    def show_keys(self) -> None:
        """Show the sheet of keys."""
        KeySheet.ask(tuple(self.actions_table.specs.values()), self)

    def show_about(self) -> None:
        """Say what this program is."""
        AboutDialog.ask(self)

    def release(self) -> Project | None:
        """Save where the annotator is and give the project up, for another window."""
        self._leave_article()
        project, self.project = self.project, None
        if project is not None:
            self._keep_state(project)
        self.projects.project = None
        self.remembering.close()
        self.learning.close()
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
        for pane in (self.articles, self.view, self.side):
            self.panes.addWidget(pane)
        self.panes.setStretchFactor(1, 1)
        self.panes.setSizes(list(_PANES))
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.panes if self.project else self._start_page(), 1)
        column.addWidget(self.status)
        central = QWidget(self)
        central.setLayout(column)
        self.setCentralWidget(central)
        self.resize(*SIZE)
        if self.project is None:
            for widget in (self.panes, self.bar, self.status):
                widget.setParent(central)
                widget.hide()
        lists = [self.side.quotes, self.side.suggestions]
        self.actions_table.add_to(
            {Where.WINDOW: [self], Where.WORK: [self.view, *lists], Where.ARTICLE: [self.view]}
        )

    def _start_page(self) -> StartPage:
        page = StartPage(
            [self.actions_table["project.open"], self.actions_table["project.new"]],
            recent_projects(self._around.settings),
        )
        page.project_chosen.connect(self._open_path)
        return page

    def _wire(self) -> None:
        self.annotating.state_changed.connect(self._show_state)
        self.annotating.moved.connect(self._show_moved)
        self.annotating.finished.connect(self._open_next_undecided)
        self.annotating.suggestions_asked.connect(self.suggesting.search)
        self.annotating.failed.connect(self._show_error)
        self.annotating.noted.connect(self.status.note)
        self.quoting.noted.connect(self.status.note)
        self.quoting.went.connect(self.side.show_quotes)
        self.tools.noted.connect(self.status.note)
        self.suggesting.started.connect(self._show_searching)
        self.suggesting.progressed.connect(self._show_searching)
        self.suggesting.ended.connect(self.status.end_work)
        for worker in (self.suggesting, self.remembering, self.learning):
            worker.failed.connect(self._show_failure)
        self.side.waiting.weakest_changed.connect(self.tools.hide_below)
        self.projects.changed.connect(self._articles_changed)
        self.projects.changed.connect(self.remembering.fill)
        self.projects.started.connect(self.status.show_work)
        self.projects.ended.connect(self.status.end_work)
        self.projects.noted.connect(self.status.note)
        self.status.cancel_asked.connect(self._around.runner.cancel_all)
        self.articles.chosen.connect(self.open_article)
        self.articles.chosen.connect(self.view.setFocus)
        self.side.current_asked.connect(self.annotating.go_to)
        self.bar.labels.idle_clicked.connect(self._say_what_to_label)

    # Showing

    def _show_project(self) -> None:
        self.actions_table.check("theme", self._around.settings[THEME])
        self.actions_table.check("language", self._around.settings[LANGUAGE])
        project = self.project
        self.setWindowTitle(f"{project.path.stem} - annotator" if project else "annotator")
        self._show_moved()
        if project is None or self._label_set is None:
            return
        labels = [
            (self.actions_table[f"label.{label.id}"], label.colour, label.key)
            for label in self._label_set
        ]
        quote = self.actions_table.specs["quote.add"].keys[0]
        self.bar.labels.set_labels(
            [*labels, (self.actions_table["quote.add"], QUOTE_COLOUR, quote)]
        )
        self.side.set_labels(self._label_set, self._around.language)
        self._restore_state(project)
        self._articles_changed()
        if project.read_only is not None:
            self.status.note(told(project.read_only))
        self.view.setFocus()

    def _articles_changed(self) -> None:
        """List the articles, and open one when none is."""
        project = self.project
        if project is None:
            return
        self.articles.show_project(project)
        if self._session is not None:
            self.articles.show_current(self._session.key)
            return
        last = project.state(LAST_ARTICLE)
        known = isinstance(last, int) and project.row_of(last) is not None
        key = last if known else project.next_undecided()
        if key is None and project.count():
            key = project.rows(0, 1)[0].key
        if key is None:
            keys = shown_key(self.actions_table.specs["project.import"].keys[0])
            self.status.note(
                self.tr("There is no article yet; {key} imports some.").format(key=keys)
            )
        self._open_if_any(key)

    def _show_state(self) -> None:
        state = self.annotating.state
        self.side.show_state(state, self.annotating.queue)
        self.status.show_state(self.annotating.shown)
        if self._session is not None:
            self.articles.update_article(self._session.key)
        self._show_moved()

    def _show_moved(self) -> None:
        now = self.annotating.situation() if self.project else situation(project=False)
        now |= self.quoting.situation()
        self.actions_table.enable(now)
        self.actions_table.name_steps(self.annotating.history)
        self.status.show_keys(hints(self.actions_table.specs, now, self._label_set))
        self.side.show_current(self.view.current())

    def _show_searching(self, done: int = 0, total: object = None) -> None:
        text = self.tr("Looking for names and quotes…")
        self.status.show_work(text, done, total if isinstance(total, int) else None)

    def _show_error(self, error: UserError) -> None:
        ErrorDialog.ask(error, self)

    def _show_failure(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._show_error(error)

    def _say_what_to_label(self) -> None:
        self.status.note(self.tr("Select text, or go to a suggestion first."))

    # Moving about

    def _open_next_undecided(self) -> None:
        session, project = self._session, self.project
        key = project.next_undecided(session.key) if project and session else None
        if key is None:
            self.status.note(self.tr("Every article is done."))
        self._open_if_any(key)

    def _open_if_any(self, key: int | None) -> None:
        if key is not None:
            self.open_article(key)

    def _open_path(self, path: Path) -> None:
        self.projects.open_paths([path])

    def _focus_pane(self, step: int) -> None:
        panes = [self.view, self.side.list_in_front(), self.articles.view, self.bar.labels.first()]
        now = QApplication.focusWidget()
        at = next((i for i, pane in enumerate(panes) if pane is now), 0)
        panes[(at + step) % len(panes)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_article(self) -> None:
        self.suggesting.open(None, at_once=False)
        session, self._session = self._session, None
        if session is not None and self.project is not None:
            session.place = stored_place(self.view.place())
            self.project.set_state(LAST_ARTICLE, session.key)
        self.annotating.open(None)
        self.remembering.open(None)

    def _keep_state(self, project: Project) -> None:
        project.set_state(
            WINDOW_STATE,
            {
                "geometry": bytes(self.saveGeometry().toBase64().data()).decode("ascii"),
                "panes": self.panes.sizes(),
                "tab": self.side.tabs.currentIndex(),
            },
        )

    def _restore_state(self, project: Project) -> None:
        kept = project.state(WINDOW_STATE)
        if not isinstance(kept, dict):
            return
        self.restoreGeometry(QByteArray.fromBase64(str(kept.get("geometry", "")).encode("ascii")))
        sizes = kept.get("panes")
        if isinstance(sizes, list) and len(sizes) == len(_PANES) and sum(sizes) > 0:
            self.panes.setSizes([int(size) for size in sizes])
        self.side.tabs.setCurrentIndex(int(kept.get("tab", 0)))
