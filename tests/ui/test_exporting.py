"""Exporting by keyboard: options that are remembered, a check with its places, the card."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity
from annotator.core.messages import message
from annotator.core.problems import Excerpt, Problem
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats.base import Prepared
from annotator.formats.jsonl import Jsonl, to_line
from annotator.services.reports import ReadFile
from annotator.services.transfer import Report, import_into
from annotator.ui.dialogs.export import ExportChoice, ExportDialog
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.report_model import ProblemModel
from tests.ui.conftest import OpenDesk, shown

TEXT = "قال سامح شكري بالقاهرة: «لن نقبل التهديد»."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    quote = Quote("q1", QuoteType.DIRECT, (Span(25, 41),))
    articles = [
        AnnotatedArticle(
            Article(f"a{n}", f"{TEXT} {n}"),
            "",
            ArticleStatus.DONE,
            (Entity("e1", Span(4, 13), "PER"),),
            (quote,) if n == 2 else (),
        )
        for n in range(4)
    ]
    path = tmp_path / "in.jsonl"
    path.write_bytes(b"".join(map(to_line, articles)))
    import_into(tmp_path / "p.annotator", [path])
    return tmp_path / "p.annotator"


def in_dialog(qtbot: QtBot, kind: type[QDialog], does: Callable[[QDialog], None]) -> None:
    """Do something in the modal dialog that comes next; what fails there fails the test."""

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, kind) or not dialog.isActiveWindow():
            QTimer.singleShot(10, look)
            return
        try:
            does(dialog)
        finally:
            if dialog.isVisible() and dialog.isModal():
                dialog.reject()

    QTimer.singleShot(0, look)


def press(qtbot: QtBot, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget(), key)


def everybodys(dialog: QDialog) -> None:
    assert isinstance(dialog, ExportDialog)
    dialog.whose.setCurrentIndex(1)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_check_lists_places_and_enter_goes_there(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, language: str
) -> None:
    window = shown(open_desk(project, language=language))
    before = sorted(project.parent.iterdir())

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        everybodys(dialog)
        dialog.format.setFocus()
        press(qtbot, *[Qt.Key.Key_Down] * dialog.format.findData("conll2002"))
        assert dialog.format.currentData() == "conll2002"
        dialog.checking.setFocus()
        press(qtbot, Qt.Key.Key_Space)

    in_dialog(qtbot, ExportDialog, choose)
    window.actions_table["project.export"].trigger()
    qtbot.waitUntil(lambda: window.projects.losses is not None)
    losses = window.projects.losses
    assert losses is not None
    assert not losses.isModal()
    qtbot.waitUntil(losses.isActiveWindow)
    right = losses.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert right == (language == "ar")
    kinds = [{problem.kind for problem in group} for _, group in losses._grouped]
    losses.groups.setFocus()
    press(qtbot, *[Qt.Key.Key_Down] * kinds.index({"quote"}))
    assert losses.model.rowCount() == 1
    losses.table.setFocus()
    assert QApplication.focusWidget() is losses.table
    went: list[Problem] = []
    losses.place_asked.connect(went.append)
    press(qtbot, Qt.Key.Key_Return)
    assert [problem.article for problem in went] == ["a2"]
    assert window.annotating.state.article.id == "a2"
    assert window.view.selection() == Span(25, 41)
    assert losses.isVisible()
    assert sorted(p for p in project.parent.iterdir() if "annotator" not in p.name) == sorted(
        p for p in before if "annotator" not in p.name
    )


def test_options_are_remembered_and_written(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    window = shown(open_desk(project, language="en"))

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        everybodys(dialog)
        split = dialog.fields["split"]
        assert not dialog.fields["together"].isVisible()
        split.setFocus()
        qtbot.keyClicks(QApplication.focusWidget(), "50/25/2")
        assert "50/25/2" in dialog.warning.text()
        assert not dialog._write.isEnabled()
        qtbot.keyClicks(QApplication.focusWidget(), "5")
        assert dialog.fields["together"].isVisible()
        dialog.fields["together"].setFocus()
        press(qtbot, Qt.Key.Key_Space)
        dialog.fields["card"].setFocus()
        press(qtbot, Qt.Key.Key_Space)
        dialog.fields["licence"].setFocus()
        qtbot.keyClicks(QApplication.focusWidget(), "CC0-1.0")
        dialog.path.setText(str(tmp_path / "out.jsonl"))
        dialog.path.setFocus()
        press(qtbot, Qt.Key.Key_Return)

    in_dialog(qtbot, ExportDialog, choose)
    window.actions_table["project.export"].trigger()
    qtbot.waitUntil(lambda: not window._around.runner.busy)
    assert sorted(p.name for p in tmp_path.glob("out.*")) == [
        "out.README.md",
        "out.dev.jsonl",
        "out.test.jsonl",
        "out.train.jsonl",
    ]
    assert "CC0-1.0" in (tmp_path / "out.README.md").read_text(encoding="utf-8")
    again = ExportDialog(project, "salma", window._around.settings, window)
    qtbot.addWidget(again)
    assert again.fields["split"].value() == "50/25/25"
    assert again.fields["card"].value() is True
    assert again.fields["together"].value() is False
    again.path.setText(str(tmp_path / "out.jsonl"))
    assert "out.dev.jsonl" in again.warning.text()


def test_a_place_looked_at_in_the_question_ends_the_export_and_keeps_the_list(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    window = shown(open_desk(project, language="en"))

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        everybodys(dialog)
        dialog.format.setCurrentIndex(dialog.format.findData("conll2003"))
        in_dialog(qtbot, ReportDialog, look)
        dialog.accept()

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ReportDialog)
        dialog.table.setFocus()
        press(qtbot, Qt.Key.Key_Return)

    in_dialog(qtbot, ExportDialog, choose)
    window.actions_table["project.export"].trigger()
    qtbot.waitUntil(lambda: window.projects.losses is not None and not window._around.runner.busy)
    assert window.annotating.state.article.id == "a2"
    assert not list(tmp_path.glob("*.conll"))


def _many(count: int) -> Report:
    excerpt = Excerpt("قال ", "سامح", " شكري", "0" * 64)
    kinds = ("overlap", "quote", "note")
    return Report(
        articles=1,
        problems=[
            Problem(kinds[n % 3], message("x"), article=f"a{n}", span=Span(4, 8), excerpt=excerpt)
            for n in range(count)
        ],
    )


def test_a_hundred_thousand_lines_are_grouped_and_only_those_shown_are_asked_for(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: set[int] = set()
    real = ProblemModel.data

    def data(model: ProblemModel, index: QModelIndex, role: int = 0) -> object:
        asked.add(index.row())
        return real(model, index, role)

    monkeypatch.setattr(ProblemModel, "data", data)
    dialog = ReportDialog("T", "said", _many(100_000), None)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    dialog.table.scrollToBottom()
    dialog.table.grab()
    assert [len(group) for _, group in dialog._grouped] == [100_000, 33_334, 33_333, 33_333]
    assert max(asked) == 99_999
    assert len(asked) < 500


def test_an_import_is_told_by_file_with_its_encoding_and_kept_as_text(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Report(
        articles=2,
        problems=[
            Problem("json", message("The line is not JSON."), file="/d/a.jsonl", line=2),
            Problem("offsets", message("Wrong."), file="/d/b.jsonl", line=3, record="e1"),
        ],
        files=[
            ReadFile("/d/a.jsonl", "jsonl", "utf-8", ()),
            ReadFile("/d/b.jsonl", "jsonl", "utf-8", ()),
            ReadFile("/d/old.txt", "text", "cp1256", ("iso8859-6",)),
        ],
    )
    dialog = ReportDialog("T", "said", report, None)
    qtbot.addWidget(dialog)
    assert [len(group) for _, group in dialog._grouped] == [2, 1, 1, 0]
    dialog.groups.setCurrentRow(3)
    assert "text cp1256 (iso8859-6)" in dialog.file.text()
    dialog.groups.setCurrentRow(2)
    assert dialog.model.index(0, 0).data().strip("\u2066\u2069") == "b.jsonl:3"
    out = tmp_path / "report.txt"
    monkeypatch.setattr("annotator.ui.dialogs.report.ask_save", lambda *_: out)
    dialog._save()
    said = out.read_text(encoding="utf-8")
    assert "/d/a.jsonl:2\tThe line is not JSON." in said
    assert "/d/old.txt: text cp1256 (iso8859-6)" in said


def test_the_work_of_one_of_several_is_written(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, tmp_path: Path
) -> None:
    path = tmp_path / "b.jsonl"
    theirs = AnnotatedArticle(Article("a1", f"{TEXT} 1"), "سلمى", ArticleStatus.DONE)
    path.write_bytes(to_line(theirs))
    import_into(project, [path])
    window = shown(open_desk(project))

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, ExportDialog)
        dialog.whose.setFocus()
        press(qtbot, Qt.Key.Key_End)
        assert dialog.whose.currentData() == "سلمى"
        dialog.path.setText(str(tmp_path / "o.jsonl"))
        press(qtbot, Qt.Key.Key_Return)

    in_dialog(qtbot, ExportDialog, choose)
    window.actions_table["project.export"].trigger()
    qtbot.waitUntil((tmp_path / "o.jsonl").exists)
    assert len((tmp_path / "o.jsonl").read_bytes().splitlines()) == 1


def test_esc_stops_an_export_and_nothing_is_written(
    open_desk: OpenDesk, qtbot: QtBot, project: Path, tmp_path: Path, monkeypatch
) -> None:
    window = shown(open_desk(project))
    began = Event()
    real = Jsonl.write

    def slow(self: Jsonl, articles: Iterable[Prepared], out: Path) -> None:
        def one_by_one() -> Iterator[Prepared]:
            for article in articles:
                yield article
                began.set()
                held.wait()

        real(self, one_by_one(), out)

    held = Event()
    monkeypatch.setattr(Jsonl, "write", slow)
    counted: list[tuple[int, int | None]] = []
    window.projects.working.connect(lambda _, done, total: counted.append((done, total)))
    out = tmp_path / "o.jsonl"
    window.projects.export_to(ExportChoice(out, "jsonl"))
    qtbot.waitUntil(began.is_set)
    qtbot.keyClick(window.view, Qt.Key.Key_Escape)
    with qtbot.waitSignal(window.projects.rested):
        held.set()
    assert not out.exists()
    assert (0, 4) in counted
    assert [file.name for file in tmp_path.glob(".*")] == []
