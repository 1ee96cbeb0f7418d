"""The list of articles in the real window: filter, order, tags, details, files dropped."""

from __future__ import annotations

import threading
from collections.abc import Callable
from functools import partial, partialmethod
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.decisions import annotate_article, set_status, toggle_article_flag
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.services.project import create_project
from annotator.storage import ArticleQuery, Assigned, Order, ProjectFile
from annotator.ui import describing
from annotator.ui.describing import OF_CHOSEN
from annotator.ui.dialogs.assign import AssignDialog
from annotator.ui.dialogs.details import Details, DetailsDialog
from annotator.ui.dialogs.tags import Tagging, TagsDialog, split_tags
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.article_model import Role
from tests.ui.conftest import OpenDesk, shown

TITLES = (
    "وزير الخارجية",
    "أسعار النفط",
    "مؤتمر المناخ",
    "إعلان النتائج",
    "اسعار الذهب",
    "قمة باكو",
)
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Six articles; 2 is done, 3 flagged with a note; 1 has a suggestion; 4 and 5 have a tag."""
    path = tmp_path / "p.annotator"
    waits = Entity("e1", Span(0, 3), "PER", Status.SUGGESTED, "names")
    with create_project(path) as made:
        made.file.add_articles(
            AnnotatedArticle(
                Article(f"id{number}", f"نص رقم {number} كامل.", title, {"source": "وكالة"}),
                entities=(waits,) if number == 1 else (),
            )
            for number, title in enumerate(TITLES, 1)
        )
        two, three = made.open_article(2), made.open_article(3)
        two.perform(set_status(two.state, ArticleStatus.DONE, two.actor()))
        three.perform(toggle_article_flag(three.state, "unsure", three.actor()))
        three.perform(annotate_article(three.state, "سؤال", three.actor()))
        made.tag([4, 5], add=["رياضة"])
        made.assign([5, 6], [made.annotator])
    return path


def keys(window: MainWindow) -> list[int]:
    model = window.articles.model
    return [model.index(row).data(Role.KEY) for row in range(model.rowCount())]


def settled(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(
        lambda: not window.articles.filter._typing.isActive() and not window.workbench.listings.busy
    )


def ask(qtbot: QtBot, window: MainWindow, **fields: object) -> list[int]:
    window.articles.filter.ask(**fields)
    settled(qtbot, window)
    return keys(window)


def choose(window: MainWindow, *rows: int) -> None:
    window.articles.view.setFocus()
    select = window.articles.view.selectionModel().select
    window.articles.view.selectionModel().clearSelection()
    for row in rows:
        select(window.articles.model.index(row), QItemSelectionModel.SelectionFlag.Select)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_thousands_stand_apart_in_every_count(
    qtbot: QtBot, open_desk: OpenDesk, tmp_path: Path, language: str
) -> None:
    path = tmp_path / "many.annotator"
    with create_project(path) as made:
        made.file.add_articles(
            AnnotatedArticle(Article(f"id{n}", f"نص {n}", "خبر")) for n in range(1234)
        )
    window = shown(open_desk(path, language=language))
    assert "1,234" in window.articles.foot.text()
    window.articles.view.selectAll()
    assert window.articles.foot.text().count("1,234") == 2
    ask(qtbot, window, text="خبر")
    assert window.articles.foot.text().count("1,234") == 2


@pytest.mark.parametrize("language", ["ar", "en"])
def test_words_are_typed_and_the_list_is_reached_by_keyboard(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, language: str
) -> None:
    window = shown(open_desk(project, language=language))
    qtbot.keyClick(window.view, Qt.Key.Key_L, CTRL)
    line = window.articles.filter.text
    assert line.hasFocus()
    line.insert("اسعار")  # what an input method does; أسعار is the same word
    settled(qtbot, window)
    assert keys(window) == [2, 5]
    assert "2" in window.articles.foot.text()
    assert "6" in window.articles.foot.text()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert window.articles.view.hasFocus()
    qtbot.keyClick(window.articles.view, Qt.Key.Key_Down)
    qtbot.keyClick(window.articles.view, Qt.Key.Key_Return)
    assert window.annotating.session.key == 5
    qtbot.keyClick(window.view, Qt.Key.Key_L, CTRL | SHIFT)
    settled(qtbot, window)
    assert keys(window) == [1, 2, 3, 4, 5, 6]
    assert line.text() == ""


def test_every_filter_and_order_of_the_menu(
    open_desk: OpenDesk, qtbot: QtBot, project: Path
) -> None:
    window = shown(open_desk(project, language="en"))
    menu = window.articles.filter
    menu._fill()
    texts = [action.text() for action in menu.menu.actions() if action.text()]
    assert "Not done\t5" in texts
    assert "Done\t1" in texts
    assert ask(qtbot, window, statuses=frozenset({ArticleStatus.DONE})) == [2]
    assert "Done" in window.articles.foot.text()
    assert ask(qtbot, window, statuses=None, tag="رياضة") == [4, 5]
    assert ask(qtbot, window, assigned=Assigned.ME) == [5]
    assert ask(qtbot, window, tag=None, assigned=Assigned.NOBODY) == [1, 2, 3, 4]
    assert ask(qtbot, window, assigned=None, flagged=True) == [3]
    assert ask(qtbot, window, flagged=False, noted=True) == [3]
    assert ask(qtbot, window, noted=False, order=Order.PENDING) == [1, 2, 3, 4, 5, 6]
    assert ask(qtbot, window, order=Order.STATUS, reverse=True) == [2, 3, 6, 5, 4, 1]
    menu._fill()
    order = [action for action in menu.menu.actions() if action.text() == "By title"]
    order[0].trigger()
    settled(qtbot, window)
    assert window.articles.query == ArticleQuery(order=Order.TITLE, reverse=True)


def test_the_menu_opens_by_keyboard(open_desk: OpenDesk, qtbot: QtBot, project: Path) -> None:
    window = shown(open_desk(project))
    opened = []
    window.articles.filter.button.showMenu = lambda: opened.append(True)
    qtbot.keyClick(window.articles.filter.text, Qt.Key.Key_Down, ALT)
    assert opened == [True]


def test_the_next_undecided_respects_the_filter(
    open_desk: OpenDesk, qtbot: QtBot, project: Path
) -> None:
    window = shown(open_desk(project))
    assert window.annotating.session.key == 1
    ask(qtbot, window, text="أسعار")
    qtbot.keyClick(window.view, Qt.Key.Key_J, CTRL)
    assert window.annotating.session.key == 5  # 2 is done
    window.annotating.done()
    assert window.annotating.session.key == 5
    assert keys(window) == [2, 5]  # nothing moves under the hands
    assert "✓" not in TITLES
    window.articles.filter.clear()
    settled(qtbot, window)
    qtbot.keyClick(window.view, Qt.Key.Key_J, CTRL)
    assert window.annotating.session.key == 6


def test_what_is_open_chosen_and_in_sight_stays_so(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "long.annotator"
    with create_project(path) as made:
        made.file.add_articles(
            AnnotatedArticle(Article(f"a{number}", f"نص {number}.", f"عنوان {number:03}"))
            for number in range(300)
        )
    window = shown(open_desk(path))
    articles = window.articles
    choose(window, 120, 121, 124)
    articles.view.scrollTo(articles.model.index(118), articles.view.ScrollHint.PositionAtTop)
    top = articles.view.indexAt(QPoint(4, 4)).data(Role.KEY)
    assert ask(qtbot, window, order=Order.TITLE)[:3] == [1, 2, 3]
    assert articles.chosen_keys() == [121, 122, 125]
    assert articles.view.indexAt(QPoint(4, 4)).data(Role.KEY) == top
    assert articles._delegate.open_key == window.annotating.session.key == 1


def test_tags_of_several_articles(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(open_desk(project))
    choose(window, 2, 3, 4)

    def answer(dialog: TagsDialog) -> int:
        item = dialog.list.item(0)
        assert item.checkState() is Qt.CheckState.PartiallyChecked
        dialog.line.setText("عاجل، #اقتصاد , عاجل")
        return 1

    monkeypatch.setattr(TagsDialog, "exec", answer)
    qtbot.keyClick(window.articles.view, Qt.Key.Key_T, CTRL)
    assert window.project.tags() == {"اقتصاد": 3, "رياضة": 2, "عاجل": 3}
    monkeypatch.setattr(
        TagsDialog,
        "exec",
        lambda dialog: dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked) or 1,
    )
    qtbot.keyClick(window.articles.view, Qt.Key.Key_T, CTRL)
    assert window.project.tags() == {"اقتصاد": 3, "عاجل": 3}
    assert window.articles.model.index(4).data(Role.ROW).tags == ("اقتصاد", "عاجل")


def test_many_articles_are_tagged_and_assigned_in_the_background(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(describing, "_AT_ONCE", 2)
    window = shown(open_desk(project))
    threads: list[threading.Thread] = []
    tag, assign = ProjectFile.tag, ProjectFile.assign

    def spied(of: Callable[..., None], file: ProjectFile, *args: object, **said: object) -> None:
        threads.append(threading.current_thread())
        of(file, *args, **said)

    monkeypatch.setattr(ProjectFile, "tag", partialmethod(partial(spied, tag)))
    monkeypatch.setattr(ProjectFile, "assign", partialmethod(partial(spied, assign)))
    monkeypatch.setattr(TagsDialog, "exec", lambda dialog: dialog.line.setText("عاجل") or 1)
    monkeypatch.setattr(AssignDialog, "ask", lambda *_: ("huda",))
    choose(window, 2, 3, 4)
    qtbot.keyClick(window.articles.view, Qt.Key.Key_T, CTRL)
    qtbot.waitUntil(lambda: len(threads) == 1 and not window.project.file.is_lent)
    assert window.project.tags()["عاجل"] == 3
    assert window.articles.model.index(3).data(Role.ROW).tags == ("رياضة", "عاجل")
    window.actions_table["articles.assign"].trigger()
    qtbot.waitUntil(lambda: len(threads) == 2 and not window.project.file.is_lent)
    assert window.project.row(3).assigned == ("huda",)
    assert threading.main_thread() not in threads


def test_several_articles_are_assigned(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(open_desk(project))
    choose(window, 0, 4)
    me = window.project.annotator

    def answer(dialog: AssignDialog) -> int:
        dialog.list.item(0).setCheckState(Qt.CheckState.Checked)
        dialog.line.setText("عمر")
        return 1

    monkeypatch.setattr(AssignDialog, "exec", answer)
    qtbot.keyClick(window.articles.view, Qt.Key.Key_T, CTRL | SHIFT)
    assert window.project.row(1).assigned == window.project.row(5).assigned == (me, "عمر")
    assert window.project.annotators() == (me, "عمر")
    monkeypatch.setattr(AssignDialog, "exec", lambda dialog: 0)
    qtbot.keyClick(window.articles.view, Qt.Key.Key_T, CTRL | SHIFT)
    assert window.project.row(1).assigned == (me, "عمر")


def test_the_status_of_several_articles_is_one_step(
    open_desk: OpenDesk, qtbot: QtBot, project: Path
) -> None:
    window = shown(open_desk(project))
    choose(window, 0, 3, 5)
    window.actions_table["articles.done"].trigger()
    qtbot.waitUntil(lambda: not window.project.file.is_lent)

    def statuses() -> list[str]:
        return [window.project.row(key).status.value for key in range(1, 7)]

    assert statuses() == ["done", "done", "in_progress", "done", "new", "done"]
    assert window.annotating.state.status is ArticleStatus.DONE
    window.view.setFocus()
    qtbot.keyClick(window.view, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: statuses() == ["new", "done", "in_progress", "new", "new", "new"])
    qtbot.waitUntil(lambda: not window.project.file.is_lent)


def test_the_list_has_a_menu_of_what_acts_on_the_chosen(open_desk: OpenDesk, project: Path) -> None:
    window = shown(open_desk(project))
    offered = [action.objectName() for action in window.articles.view.actions()]
    assert offered == list(OF_CHOSEN)


def test_details_are_shown_and_changed(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(open_desk(project))
    text = window.annotating.state.text

    def answer(dialog: DetailsDialog) -> int:
        dialog.title.setText("عنوان جديد")
        dialog.tags.setText("سياسة")
        dialog.status.setCurrentIndex(2)
        dialog.meta.item(0, 1).setText("رويترز")
        dialog._add_row("pages", "3")
        dialog._add_row("", "")
        return 1

    monkeypatch.setattr(DetailsDialog, "exec", answer)
    qtbot.keyClick(window.view, Qt.Key.Key_Return, ALT)
    article = window.project.file.article(1)
    assert (article.title, dict(article.meta)) == ("عنوان جديد", {"source": "رويترز", "pages": 3})
    assert (article.text, article.id) == (text, "id1")
    assert window.annotating.state.article.title == "عنوان جديد"
    row = window.articles.model.index(0).data(Role.ROW)
    assert (row.title, row.tags, row.status) == ("عنوان جديد", ("سياسة",), ArticleStatus.DONE)


def test_a_name_stands_once_in_the_metadata(qtbot: QtBot) -> None:
    meta = {"n": 1, "t": "true", "list": [1, "ب"], "s": "نص", "x": "NaN"}
    state = AnnotatedArticle(Article("a", "نص واحد. وثان.", "t", meta))
    dialog = DetailsDialog(Details(state, (), ()))
    qtbot.addWidget(dialog)
    assert dialog.wanted().meta == meta
    dialog._add_row("n", "2")
    dialog.accept()
    assert dialog.result() == 0
    assert dialog._wrong.text()
    dialog.meta.setCurrentCell(dialog.meta.rowCount() - 1, 0)
    dialog._remove_line()
    dialog.accept()
    assert dialog.result() == 1


def test_tags_are_split_at_commas_of_both_scripts() -> None:
    assert split_tags(" أ ، ب,#ج ;  , أ") == ("أ", "ب", "ج")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_dialogs_have_names_and_buttons_in_the_language(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, language: str
) -> None:
    window = shown(open_desk(project, language=language))
    state = window.annotating.state
    for dialog in (
        TagsDialog(Tagging(2, {"أ": 1}, ("أ",)), window),
        AssignDialog(2, {}, ["سلمى"], window),
        DetailsDialog(Details(state, ("أ",), ()), window),
    ):
        dialog.show()
        assert dialog.windowTitle()
        assert all(button.text() for button in dialog.findChildren(QPushButton))
        dialog.close()
        dialog.deleteLater()


def test_going_on_with_ctrl_held_chooses_one_article(
    open_desk: OpenDesk, qtbot: QtBot, project: Path
) -> None:
    window = shown(open_desk(project))
    for _ in range(3):
        qtbot.keyClick(window.view, Qt.Key.Key_PageDown, CTRL)
    assert window.articles.chosen_count() == 1
