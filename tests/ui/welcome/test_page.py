"""The welcome page: by keyboard, in both languages, with projects of late and without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.config.settings import ANNOTATOR, LANGUAGE, OPEN_LAST, RECENT_PROJECTS
from annotator.config.store import Settings
from annotator.services.project import create_project
from annotator.services.transfer import import_paths
from annotator.ui import starting
from annotator.ui.samples import sample_article
from annotator.ui.welcome.page import BEGINNINGS, WelcomePage
from tests.ui.conftest import OpenDesk, await_window, shown

Recents = Callable[..., list[Path]]


@pytest.fixture
def recents(tmp_path: Path) -> Recents:
    """Make projects, and remember them as opened of late; the first has an article."""

    def make(*names: str) -> list[Path]:
        paths = []
        for number, name in enumerate(names):
            path = tmp_path / f"{name}.annotator"
            with create_project(path) as project:
                if number == 0:
                    import_paths(project.file, [sample_article()])
            paths.append(path)
        settings = Settings(tmp_path / "settings.toml")
        settings[RECENT_PROJECTS] = tuple(map(str, paths))
        return paths

    return make


def page_of(desk: object) -> WelcomePage:
    window = shown(desk)  # type: ignore[arg-type]
    assert window.welcome is not None
    return window.welcome


def test_the_first_time_enter_begins_the_tutorial(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(language="en")
    page = page_of(desk)
    assert page.recent.rows == []
    focus = QApplication.focusWidget()
    assert focus is page.beginnings[0]
    assert focus.accessibleName() == "Tutorial"
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert shown(desk).workbench.tutor.strip is not None


def test_enter_goes_on_with_the_last_project(
    open_desk: OpenDesk, qtbot: QtBot, recents: Recents
) -> None:
    path, _ = recents("خبر", "other")
    desk = open_desk()
    focus = QApplication.focusWidget()
    assert focus is page_of(desk).recent.rows[0]
    qtbot.keyClick(focus, Qt.Key.Key_Return)
    assert shown(desk).project.path == path


def test_the_arrows_go_from_row_to_row(open_desk: OpenDesk, qtbot: QtBot, recents: Recents) -> None:
    recents("a", "b")
    page = page_of(open_desk())
    first, second = page.recent.rows
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Down)
    assert page.beginnings[0].hasFocus()
    qtbot.keyClick(page.beginnings[0], Qt.Key.Key_Up)
    assert second.hasFocus()


def test_projects_say_what_is_in_them_and_which_are_gone(
    open_desk: OpenDesk, qtbot: QtBot, recents: Recents
) -> None:
    paths = recents("a", "b", "c")
    paths[2].unlink()
    page = page_of(open_desk(language="en"))
    one, empty, gone = page.recent.rows
    qtbot.waitUntil(lambda: "there any more" in gone.accessibleDescription())
    assert "1 article, none done yet" in one.accessibleDescription()
    assert "no articles yet" in empty.accessibleDescription()
    assert not gone.title.isEnabled()
    assert one.title.isEnabled()


def test_delete_takes_a_project_off_the_list(
    open_desk: OpenDesk, qtbot: QtBot, recents: Recents
) -> None:
    paths = recents("a", "b")
    desk = open_desk()
    page = page_of(desk)
    qtbot.keyClick(page.recent.rows[0], Qt.Key.Key_Delete)
    assert desk.settings[RECENT_PROJECTS] == (str(paths[1]),)
    assert [row.path for row in page.recent.rows] == paths[1:]
    assert page.recent.rows[0].hasFocus()
    assert paths[0].is_file()
    qtbot.keyClick(page.recent.rows[0], Qt.Key.Key_Delete)
    assert page.recent.rows == []
    assert desk.settings[RECENT_PROJECTS] == ()


def test_the_last_project_opens_at_once_where_that_is_set(
    open_desk: OpenDesk, tmp_path: Path, recents: Recents
) -> None:
    path, _ = recents("a", "b")
    Settings(tmp_path / "settings.toml")[OPEN_LAST] = True
    window = shown(open_desk())
    assert window.project.path == path
    window.close()
    path.unlink()
    assert shown(open_desk()).project is None


def test_language_and_name_are_chosen_here(open_desk: OpenDesk, qtbot: QtBot) -> None:
    desk = open_desk(language="ar")
    choices = page_of(desk).choices
    choices.name.setText("  سلمى ")
    qtbot.keyClick(choices.name, Qt.Key.Key_Return)
    assert desk.settings[ANNOTATOR] == "سلمى"
    arabic, english = choices.languages
    assert (arabic.isChecked(), english.isChecked()) == (True, False)
    english.setFocus()
    qtbot.keyClick(english, Qt.Key.Key_Return)
    await_window(qtbot, desk)
    assert desk.settings[LANGUAGE] == "en"
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight
    again = page_of(desk)
    assert again.choices.languages[1].hasFocus()
    assert again.choices.name.text() == "سلمى"
    assert again.beginnings[0].title.text() == "Tutorial"


def test_everything_is_reached_by_tab(open_desk: OpenDesk, qtbot: QtBot, recents: Recents) -> None:
    recents("a")
    page = page_of(open_desk())
    wanted = [
        *page.recent.rows,
        *page.beginnings,
        *page.choices.languages,
        page.choices.name,
        page.choices.get_models,
        page.choices.open_last,
    ]
    reached = []
    for _ in wanted:
        focus = QApplication.focusWidget()
        reached.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    assert reached == wanted
    assert len(page.beginnings) == len(BEGINNINGS)


def test_the_sample_and_a_folder_open_as_projects(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, home: Path
) -> None:
    desk = open_desk()
    shown(desk).actions_table["project.sample"].trigger()
    qtbot.waitUntil(lambda: shown(desk).project is not None)
    assert shown(desk).project.path.is_relative_to(home)
    folder = tmp_path / "news"
    folder.mkdir()
    for name in "ab":
        (folder / f"{name}.txt").write_text(f"خبر {name}.", encoding="utf-8")
    monkeypatch.setattr(
        starting.QFileDialog, "getExistingDirectory", lambda *_args, **_more: str(folder)
    )
    shown(desk).actions_table["project.folder"].trigger()
    qtbot.waitUntil(lambda: shown(desk).project.path == tmp_path / "news.annotator")
    assert shown(desk).project.count() == 2


def test_a_project_is_closed_and_the_welcome_comes(
    open_desk: OpenDesk, qtbot: QtBot, recents: Recents
) -> None:
    [path] = recents("a")
    desk = open_desk(path)
    window = shown(desk)
    qtbot.keyClick(window.view, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert shown(desk) is not window
    assert shown(desk).project is None
    assert [row.path for row in page_of(desk).recent.rows] == [path]
    with create_project(path, force=True) as project:  # nobody holds it any more
        assert project.read_only is None


def test_the_model_is_told_of_once_it_is_here(
    open_desk: OpenDesk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("CAMELTOOLS_DATA", str(tmp_path))
    choices = page_of(open_desk(language="en")).choices
    assert "A model is built in" in choices.models.text()

    def got(_dialog: QDialog) -> int:
        folder = tmp_path / "data" / "ner" / "arabert"
        folder.mkdir(parents=True)
        for name in ("config.json", "vocab.txt", "model.safetensors"):
            (folder / name).write_text("{}", encoding="utf-8")
        return 0

    monkeypatch.setattr(QDialog, "exec", got)
    qtbot.keyClick(choices.get_models, Qt.Key.Key_Return)
    assert "takes part in the suggestions" in choices.models.text()
