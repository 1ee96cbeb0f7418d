"""Opening, importing and exporting in the window, with all that may be wrong with files."""

from __future__ import annotations

import re
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.core.errors import UserError
from annotator.core.problems import Problem
from annotator.core.spans import Span
from annotator.formats import readers
from annotator.services.transfer import (
    ExportOptions,
    Report,
    Selection,
    TableChoice,
    UnsureTable,
    import_lent,
)
from annotator.ui import projects
from annotator.ui.dialogs.columns import ColumnsDialog
from annotator.ui.dialogs.encodings import EncodingDialog
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.export import ExportChoice
from annotator.ui.dialogs.files import read_filters
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown

TEXT = "قال الرئيس في باريس اليوم إن الأمر انتهى."


def _mine(window: MainWindow) -> ExportOptions:
    return ExportOptions(selection=Selection(window.project.annotator))


@pytest.fixture
def errors(monkeypatch: pytest.MonkeyPatch) -> list[UserError]:
    """The errors that a person would have been shown."""
    told: list[UserError] = []
    monkeypatch.setattr(ErrorDialog, "ask", lambda error, parent=None: told.append(error))
    return told


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[Report]:
    """The reports that a person would have been shown, all answered with yes."""
    told: list[Report] = []

    def ask(title: str, said: str, report: Report, parent: object, **_: object) -> bool:
        told.append(report)
        return True

    monkeypatch.setattr(ReportDialog, "ask", ask)
    return told


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "خبر.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_nothing_opened_offers_to(open_desk: OpenDesk) -> None:
    window = shown(open_desk())
    assert window.project is None
    assert not window.actions_table.enabled("project.export")
    assert window.actions_table.enabled("project.open")


def test_a_file_becomes_a_project_beside_it_and_is_reopened(
    open_desk: OpenDesk, article: Path, errors: list[UserError]
) -> None:
    window = shown(open_desk(article))
    assert window.project.path == article.with_suffix(".annotator")
    window.view.select(Span(14, 19))
    window.annotating.label("LOC")
    window.close()
    window = shown(open_desk(article))
    assert window.project.count() == 1
    assert [e.span for e in window.annotating.state.entities] == [Span(14, 19)]
    assert errors == []


def test_recent_projects_are_offered_next_time(open_desk: OpenDesk, article: Path) -> None:
    desk = open_desk(article)
    path = shown(desk).project.path
    shown(desk).close()
    again = shown(open_desk())
    assert [row.path for row in again.welcome.recent.rows] == [path]


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"", "empty"), (b"\x00\x01\x02\xff" * 300, "not a text file")],
)
def test_a_file_without_text_is_reported(
    open_desk: OpenDesk, tmp_path: Path, reports: list[Report], content: bytes, said: str
) -> None:
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    window = shown(open_desk(path))
    assert window.project.count() == 0
    [problem] = reports[0].problems
    assert said in str(problem.message)
    assert problem.file == str(path)


def test_a_project_that_is_none_says_so_and_changes_nothing(
    open_desk: OpenDesk, tmp_path: Path, errors: list[UserError]
) -> None:
    path = tmp_path / "p.annotator"
    path.write_text("no project", encoding="utf-8")
    window = shown(open_desk(path))
    assert window.project is None
    assert "not a project" in str(errors[0].what)
    assert path.read_text(encoding="utf-8") == "no project"


def test_an_old_encoding_is_asked_for_before_anything_is_taken(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.encode("cp1256"))
    monkeypatch.setattr(EncodingDialog, "ask", lambda sources, parent: None)
    assert shown(open_desk(path)).project is None
    assert not path.with_suffix(".annotator").exists()
    monkeypatch.setattr(EncodingDialog, "ask", lambda sources, parent: {path: "cp1256"})
    window = shown(open_desk(path))
    assert window.annotating.state.text == TEXT


def test_wrong_offsets_in_jsonl_are_listed_with_their_line(
    open_desk: OpenDesk, tmp_path: Path, reports: list[Report]
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"format": "annotator/1", "id": "a", "text": "نص", "entities": '
        '[{"id": "e1", "start": 0, "end": 99, "label": "PER", "text": "نص"}]}\n',
        encoding="utf-8",
    )
    window = shown(open_desk(path))
    assert window.project.count() == 1
    assert [(p.line, p.record) for p in reports[0].problems] == [(1, "e1")]


def test_files_are_imported_into_the_open_project(
    open_desk: OpenDesk,
    qtbot: QtBot,
    article: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window = shown(open_desk(article))
    other = tmp_path / "ثان.txt"
    other.write_text("خبر ثان.", encoding="utf-8")
    monkeypatch.setattr(projects, "ask_import", lambda parent, folder: [other])
    window.actions_table["project.import"].trigger()
    qtbot.waitUntil(lambda: not window.projects.importing)
    assert window.articles.model.rowCount() == 2
    first = window.annotating.session.key
    window.workbench.leafing.next_article()
    assert window.annotating.state.text == "خبر ثان."
    window.workbench.leafing.previous_article()
    assert window.annotating.session.key == first


def test_another_language_does_not_stop_an_import(
    open_desk: OpenDesk, qtbot: QtBot, article: Path, tmp_path: Path, monkeypatch
) -> None:
    desk = open_desk(article, language="en")
    window = shown(desk)
    go_on = threading.Event()

    def waits(*args: object) -> Report:
        assert go_on.wait(20)
        return import_lent(*args)

    monkeypatch.setattr(projects, "import_lent", waits)
    other = tmp_path / "other.txt"
    other.write_text("مقال آخر.", encoding="utf-8")
    window.projects.take_in([other])
    window.actions_table["language.ar"].trigger()
    assert desk.window is window
    assert "being imported" in window.status.texts()[1]
    go_on.set()
    qtbot.waitUntil(lambda: not window.projects.importing)
    assert window.project.count() == 2
    window.actions_table["language.ar"].trigger()
    assert desk.window is not window
    assert shown(desk).project.count() == 2


def test_losses_are_shown_before_anything_is_written(
    open_desk: OpenDesk, qtbot: QtBot, article: Path, tmp_path: Path, monkeypatch
) -> None:
    window = shown(open_desk(article))
    window.view.select(Span(14, 19))
    window.quoting.mark()
    out = tmp_path / "o.conll"
    seen: list[list[Problem]] = []
    answer = False

    def ask(title: str, said: str, report: Report, parent: object, **_: object) -> bool:
        seen.append(report.problems)
        assert not out.exists()
        return answer

    monkeypatch.setattr(ReportDialog, "ask", ask)
    choice = ExportChoice(out, "conll2002", _mine(window))
    for answer in (False, True):
        window.projects.export_to(choice)
        qtbot.waitUntil(lambda: not window._around.runner.busy)
        assert out.exists() == answer
    assert [problem.kind for problem in seen[0]]


def test_an_export_that_cannot_be_written_says_so(
    open_desk: OpenDesk, qtbot: QtBot, article: Path, tmp_path: Path, errors: list[UserError]
) -> None:
    window = shown(open_desk(article))
    out = tmp_path / "no-folder" / "o.jsonl"
    choice = ExportChoice(out, "jsonl", _mine(window))
    window.projects.export_to(choice)
    qtbot.waitUntil(lambda: bool(errors))
    assert "cannot be written" in str(errors[0].what)


def test_a_project_open_elsewhere_is_shown_but_not_changed(
    open_desk: OpenDesk, article: Path, errors: list[UserError]
) -> None:
    open_desk(article)
    window = shown(open_desk(article.with_suffix(".annotator")))
    window.view.select(Span(14, 19))
    window.annotating.label("LOC")
    assert window.annotating.state.entities == ()
    assert "open elsewhere" in str(errors[0].what) or "read" in str(errors[0].what)


TABLE = "alef,beh,jeem\n1,خبر,قال الرئيس في باريس اليوم إن الأمر انتهى بعد ساعات طويلة.\n"


def test_unknown_columns_are_asked_for_and_what_is_chosen_is_read(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news.csv"
    path.write_text(TABLE, encoding="utf-8")
    monkeypatch.setattr(ColumnsDialog, "ask", lambda tables, parent: None)
    assert shown(open_desk(path)).project is None
    assert not path.with_suffix(".annotator").exists()

    def ask(tables: list[UnsureTable], parent: object) -> dict[str, TableChoice]:
        assert [table.table.names for table in tables] == [("alef", "beh", "jeem")]
        columns = {"text": "jeem", "title": "beh", "id": ""}
        return {table.file: TableChoice(table.format, columns) for table in tables}

    monkeypatch.setattr(ColumnsDialog, "ask", ask)
    window = shown(open_desk(path))
    article = window.annotating.state.article
    assert (article.text[:3], article.title, article.meta) == ("قال", "خبر", {"alef": "1"})


def test_tables_of_well_known_names_are_not_asked_about(
    open_desk: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "news.csv"
    path.write_text(TABLE.replace("alef,beh,jeem", "id,title,text"), encoding="utf-8")
    monkeypatch.setattr(ColumnsDialog, "ask", lambda tables, parent: pytest.fail("asked"))
    assert shown(open_desk(path)).annotating.state.article.id == "1"


def test_the_report_of_an_import_stays_in_reach(
    open_desk: OpenDesk, qtbot: QtBot, article: Path, reports: list[Report]
) -> None:
    window = shown(open_desk(article))
    assert not reports
    assert window.status.report.isVisible()
    qtbot.mouseClick(window.status.report, Qt.MouseButton.LeftButton)
    assert [(file.format, file.encoding) for file in reports[0].files] == [("text", "utf-8")]
    assert list(reports[0].taken.values()) == [1]
    window.actions_table["project.report"].trigger()
    assert len(reports) == 2


def test_file_dialogs_offer_what_can_be_read() -> None:
    lines = read_filters(with_projects=True).split(";;")
    every = set(re.findall(r"\*(\.\S+?)[ )]", lines[0]))
    assert {s for format_ in readers() for s in format_.suffixes} | {".annotator", ".zip"} == every
    assert set().union(*(re.findall(r"\*(\.\S+?)[ )]", line) for line in lines[1:])) == every
    assert ".annotator" not in read_filters(with_projects=False)
