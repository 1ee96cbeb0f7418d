"""A project split among annotators and their files collected, from the menu."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.core.decisions import add_entities
from annotator.core.errors import UserError
from annotator.core.spans import Span
from annotator.services.project import create_project, open_project
from annotator.services.reports import Report
from annotator.services.transfer import import_paths
from annotator.ui import sharing
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.split import SplitDialog
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown
from tests.ui.test_exporting import in_dialog, press

TEXT = "قال الرئيس في باريس اليوم إن الأمر انتهى، رقم {}."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(8):
        (folder / f"{number}.txt").write_text(TEXT.format(number), encoding="utf-8")
    with create_project(tmp_path / "p.annotator") as made:
        import_paths(made.file, [folder])
    return tmp_path / "p.annotator"


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    told: list[Report] = []
    monkeypatch.setattr(
        ReportDialog, "ask", lambda title, said, report, parent: told.append(report)
    )
    return told


def split(qtbot: QtBot, window: MainWindow, names: str) -> list[Path]:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SplitDialog)
        assert dialog.focusWidget() is dialog.names
        dialog.names.setText(names)  # QTest has no keys for Arabic letters
        assert not dialog.count.isVisible()
        press(qtbot, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is dialog.overlap
        dialog.overlap.setValue(50)
        dialog.go.setFocus()
        press(qtbot, Qt.Key.Key_Space)

    in_dialog(qtbot, SplitDialog, fill)
    window.actions_table["project.split"].trigger()
    folder = window.project.path.with_name("p-annotators")
    qtbot.waitUntil(lambda: not window.project.file.is_lent)
    return sorted(folder.glob("*.annotator"))


def label(path: Path) -> None:
    with open_project(path) as project:
        for key in (1, 2):
            session = project.open_article(key)
            session.perform(add_entities(session.state, [Span(14, 19)], "LOC", session.actor()))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_files_go_out_and_come_back(
    open_desk: OpenDesk,
    qtbot: QtBot,
    project: Path,
    reports: list[Report],
    monkeypatch: pytest.MonkeyPatch,
    language: str,
) -> None:
    window = shown(open_desk(project, language=language))
    me = window.project.annotator
    files = split(qtbot, window, f"سلمى، {me}")
    assert [file.stem for file in files] == sorted(["p-سلمى", f"p-{me}"])
    assert window.project.annotators() == tuple(sorted({"سلمى", me}))
    for file in files:
        label(file)
    collected = [*files, project]
    monkeypatch.setattr(sharing, "ask_collect", lambda parent, folder: collected)
    window.actions_table["project.collect"].trigger()
    qtbot.waitUntil(lambda: bool(reports))
    assert reports[0].articles == 4
    assert [problem.kind for problem in reports[0].problems] == ["brought", "brought", "file"]
    window.actions_table["project.collect"].trigger()
    qtbot.waitUntil(lambda: len(reports) == 2)
    assert reports[1].articles == 0


def test_an_article_that_is_open_shows_what_came_and_is_worked_on(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, reports: list[Report]
) -> None:
    window = shown(open_desk(project))
    me = window.project.annotator
    (file,) = (f for f in split(qtbot, window, f"{me}, x") if f.stem.endswith(me))
    label(file)
    with open_project(file) as given:
        first = window.project.file.key_of_text(given.file.article(1).sha256)
    window.workbench.leafing.open_article(first)
    window.workbench.sharing.collect_from([file])
    qtbot.waitUntil(lambda: bool(reports))
    assert [e.label for e in window.annotating.state.entities] == ["LOC"]
    window.view.select(Span(4, 10))
    window.annotating.label("PER")
    assert [e.label for e in window.annotating.state.entities] == ["PER", "LOC"]


def test_a_file_that_is_there_is_not_replaced(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(open_desk(project))
    files = split(qtbot, window, "a, b")
    dialog = SplitDialog(project, ["a", "b"], window)
    qtbot.addWidget(dialog)
    assert not dialog.go.isEnabled()
    assert files[0].name in dialog.says.text()
    errors: list[UserError] = []
    monkeypatch.setattr(ErrorDialog, "ask", lambda error, parent=None: errors.append(error))
    dialog.everything.setChecked(True)
    window.workbench.sharing.split_as(dialog.choice())
    qtbot.waitUntil(lambda: bool(errors))
    assert "exists" in str(errors[0].what)
