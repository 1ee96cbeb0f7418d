"""Files dropped on the window, and what one can do while articles come in."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.errors import UserError
from annotator.core.spans import Span
from annotator.services.project import create_project, open_project
from annotator.ui import projects
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Six articles."""
    path = tmp_path / "p.annotator"
    with create_project(path) as made:
        made.file.add_articles(
            AnnotatedArticle(Article(f"id{number}", f"نص رقم {number} كامل."))
            for number in range(1, 7)
        )
    return path


@pytest.fixture
def errors(monkeypatch: pytest.MonkeyPatch) -> list[UserError]:
    told: list[UserError] = []
    monkeypatch.setattr(ErrorDialog, "ask", lambda error, parent=None: told.append(error))
    return told


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPoint(200, 200)
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, data, buttons, none)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(
        window, QDropEvent(middle, Qt.DropAction.CopyAction, data, buttons, none)
    )


def test_files_dropped_on_the_window_come_into_the_project(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    window = shown(open_desk(project))
    folder = tmp_path / "more"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"خبر جديد {number}.", encoding="utf-8")
    other = tmp_path / "x.txt"
    other.write_text("خبر آخر.", encoding="utf-8")
    drop(window, folder, other)
    assert window.projects.importing
    qtbot.waitUntil(lambda: not window.projects.importing)
    assert window.articles.model.rowCount() == 10


def test_a_file_dropped_on_the_start_page_becomes_a_project(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk = open_desk()
    article = tmp_path / "خبر.txt"
    article.write_text("خبر عاجل.", encoding="utf-8")
    drop(shown(desk), article)
    qtbot.waitUntil(lambda: shown(desk).project is not None)
    assert shown(desk).annotating.state.text == "خبر عاجل."


def test_a_project_dropped_is_opened(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    desk = open_desk(project)
    other = tmp_path / "other.annotator"
    create_project(other).close()
    drop(shown(desk), other)
    assert shown(desk).project.path == other


def test_words_dragged_are_no_files(open_desk: OpenDesk, project: Path) -> None:
    window = shown(open_desk(project))
    data = QMimeData()
    data.setText("كلمة")
    event = QDragEnterEvent(
        QPoint(9, 9),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, event)
    assert not event.isAccepted()


def test_while_articles_come_in_one_reads_and_saves_nothing(
    open_desk: OpenDesk,
    qtbot: QtBot,
    project: Path,
    tmp_path: Path,
    errors: list[UserError],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go, began = Event(), Event()
    real = projects.import_lent

    def slow(*args: object) -> object:
        began.set()
        assert go.wait(10)
        return real(*args)

    monkeypatch.setattr(projects, "import_lent", slow)
    window = shown(open_desk(project))
    other = tmp_path / "x.txt"
    other.write_text("خبر آخر.", encoding="utf-8")
    drop(window, other)
    qtbot.waitUntil(began.is_set)
    window.workbench.leafing.next_article()
    assert window.annotating.session.key == 2
    window.view.select(Span(0, 2))
    window.annotating.label("LOC")
    assert "being imported" in str(errors[0].what)
    assert window.annotating.state.entities == ()
    go.set()
    qtbot.waitUntil(lambda: not window.projects.importing)
    assert window.articles.model.rowCount() == 7
    window.view.select(Span(0, 2))
    window.annotating.label("LOC")
    assert len(window.annotating.state.entities) == 1
    window.close()
    with open_project(project) as again:
        assert again.state("article") == 2


def test_esc_stops_an_import_and_nothing_came(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, tmp_path: Path, monkeypatch
) -> None:
    window = shown(open_desk(project))
    real = projects.import_lent
    began = Event()

    def until_stopped(file, paths, encodings, progress):
        began.set()
        while not progress.cancelled:
            began.wait()
        return real(file, paths, encodings, progress)

    monkeypatch.setattr(projects, "import_lent", until_stopped)
    other = tmp_path / "x.txt"
    other.write_text("خبر آخر.", encoding="utf-8")
    drop(window, other)
    qtbot.waitUntil(began.is_set)
    qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.projects.importing)
    assert window.project.count() == 6
    assert not window.project.file.is_lent


def test_closing_the_window_stops_an_import(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    window = shown(open_desk(project))
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(400):
        (folder / f"{number}.txt").write_text(f"خبر {number}.", encoding="utf-8")
    drop(window, folder)
    window.close()
    with open_project(project) as again:
        assert again.read_only is None
        assert again.count() in {6, 406}
        assert again.file.faults() == []
