"""Every dialog, in both languages, and what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from annotator.config.labelsets import load_label_set
from annotator.config.store import Settings
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.core.problems import Problem
from annotator.formats.source import open_source
from annotator.services.transfer import ReadFile, Report, TableChoice, unsure_tables
from annotator.ui.actions.table import actions_for
from annotator.ui.dialogs.about import AboutDialog
from annotator.ui.dialogs.columns import ColumnsDialog
from annotator.ui.dialogs.consistency import ConsistencyDialog
from annotator.ui.dialogs.encodings import EncodingDialog
from annotator.ui.dialogs.errors import BugDialog, ErrorDialog
from annotator.ui.dialogs.export import ExportDialog
from annotator.ui.dialogs.key_sheet import KeySheet
from annotator.ui.dialogs.report import ReportDialog
from annotator.ui.dialogs.split import SplitDialog
from annotator.ui.language import Language

ARABIC = "هذا نص عربي قديم الترميز، كُتب قبل زمن طويل."

REPORT = Report(
    articles=2,
    problems=[
        Problem("overlap", message("The file is empty."), file="/a/b.jsonl", line=3, record="e1"),
        Problem("quote", message("The format has no quotes; left out."), article="seed"),
    ],
)


def _encodings(folder: Path) -> EncodingDialog:
    path = folder / "old.txt"
    path.write_bytes(ARABIC.encode("cp1256"))
    return EncodingDialog([(path, open_source(path))], None)


def _columns(folder: Path) -> ColumnsDialog:
    paths = [folder / name for name in ("one.csv", "two.csv")]
    for path in paths:
        path.write_text(f"alef,beh\nعنوان,{ARABIC}\n", encoding="utf-8")
    return ColumnsDialog(unsure_tables(paths, {}), None)


DIALOGS: dict[str, Callable[[Path], QDialog]] = {
    "consistency": lambda _: ConsistencyDialog(load_label_set(), "ar"),
    "about": lambda _: AboutDialog(),
    "encodings": _encodings,
    "columns": _columns,
    "error": lambda _: ErrorDialog(
        UserError(message("The file is empty."), where="/a/b", todo=message("Try again later."))
    ),
    "bug": lambda _: BugDialog("Traceback\n  x", "/log"),
    "export": lambda folder: ExportDialog(
        folder / "p.annotator", "salma", Settings(folder / "s.toml")
    ),
    "split": lambda folder: SplitDialog(folder / "p.annotator", ["سلمى", "عمر"]),
    "split by number": lambda folder: SplitDialog(folder / "p.annotator", []),
    "keys": lambda _: KeySheet(actions_for(load_label_set(), "ar")),
    "report": lambda _: ReportDialog("T", "said", REPORT, None),
    "losses": lambda _: ReportDialog("T", "said", REPORT, None, go_on="go"),
    "clean report": lambda _: ReportDialog("T", "said", Report(), None),
}


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    direction = qapp.layoutDirection()
    made = Language(qapp)
    made.use(request.param)
    yield request.param
    made.withdraw()
    qapp.setLayoutDirection(direction)


@pytest.mark.parametrize("name", DIALOGS)
def test_it_opens_without_a_word_from_qt(
    qtbot: QtBot, language: str, tmp_path: Path, name: str
) -> None:
    dialog = DIALOGS[name](tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    right = dialog.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert right == (language == "ar")
    assert dialog.windowTitle() or name == "error"
    for field in dialog.findChildren(QWidget):
        if isinstance(field, QComboBox | QLineEdit) and field.isVisible():
            labelled = any(label.buddy() is field for label in dialog.findChildren(QLabel))
            inside = isinstance(field.parent(), QComboBox | QSpinBox)
            assert field.accessibleName() or labelled or inside, field


def test_export_says_that_a_file_is_replaced(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(tmp_path / "p.annotator", "salma", Settings(tmp_path / "s.toml"))
    qtbot.addWidget(dialog)
    assert dialog.warning.text() == ""
    (tmp_path / "p.conll").touch()
    dialog.format.setCurrentIndex(dialog.format.findData("conll2002"))
    assert dialog.warning.text()
    choice = dialog.choice()
    assert choice.path == tmp_path / "p.conll"
    assert choice.format_id == "conll2002"
    assert choice.options.selection.annotator == "salma"


def test_export_shows_options_where_the_format_has_them(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(tmp_path / "p.annotator", "salma", Settings(tmp_path / "s.toml"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.format.setCurrentIndex(dialog.format.findData("jsonl"))
    assert not dialog.fields["scheme"].isVisible()
    dialog.format.setCurrentIndex(dialog.format.findData("conll2002"))
    assert dialog.fields["scheme"].isVisible()
    assert not dialog.fields["language"].isVisible()
    dialog.format.setCurrentIndex(dialog.format.findData("html"))
    assert dialog.fields["language"].isVisible()


def test_a_report_lists_problems_with_their_places(qtbot: QtBot) -> None:
    dialog = ReportDialog("T", "said", REPORT, None)
    qtbot.addWidget(dialog)
    model = dialog.table.model()
    assert model.rowCount() == 2
    assert "b.jsonl:3" in model.index(0, 0).data()
    assert (
        model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole).strip("\u2066\u2069") == "/a/b.jsonl:3"
    )
    assert "e1" in model.index(0, 1).data()


def test_the_encoding_that_is_chosen_shows_how_the_text_reads(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = _encodings(tmp_path)
    qtbot.addWidget(dialog)
    [choice] = dialog.findChildren(QComboBox)
    assert choice.currentText() == "cp1256"
    assert any(ARABIC[:20] in label.text() for label in dialog.findChildren(QLabel))
    choice.setCurrentIndex(1)
    assert not any(ARABIC[:20] in label.text() for label in dialog.findChildren(QLabel))
    assert dialog.chosen() == {tmp_path / "old.txt": choice.currentText()}


def test_a_bug_can_be_copied(qtbot: QtBot) -> None:
    dialog = BugDialog("Traceback: here")
    qtbot.addWidget(dialog)
    dialog._copy()
    assert QApplication.clipboard().text() == "Traceback: here"


def test_columns_that_were_found_are_chosen_and_hold_for_all_alike(
    qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = _columns(tmp_path)
    qtbot.addWidget(dialog)
    found = {"text": "beh", "title": "", "id": ""}
    assert dialog.chosen() == {
        str(tmp_path / name): TableChoice("csv", found) for name in ("one.csv", "two.csv")
    }
    buttons = dialog.findChild(QDialogButtonBox).buttons()
    assert all(button.isEnabled() for button in buttons)
    title = dialog.choices["title"]
    title.setCurrentIndex(title.findData("beh"))  # a column is not two things
    assert not all(button.isEnabled() for button in buttons)
    title.setCurrentIndex(title.findData("alef"))
    assert all(button.isEnabled() for button in buttons)
    assert dialog.chosen()[str(tmp_path / "one.csv")].columns["title"] == "alef"
    assert dialog.preview.item(0, 0).text().strip("\u2068\u2069") == "عنوان"


def test_a_report_says_of_each_file_what_came_of_it(qtbot: QtBot) -> None:
    read = [ReadFile("/a/b.jsonl", "jsonl", "utf-8", ()), ReadFile("/a/c", "text", "cp1256", ())]
    report = replace(REPORT, files=read, joined=1, taken=Counter({"/a/b.jsonl": 2}))
    dialog = ReportDialog("T", "said", report, None)
    qtbot.addWidget(dialog)
    whole = dialog.file.text()
    for part in ("2 file(s)", "jsonl 1, text 1", "utf-8 1, cp1256 1", "2 article(s)", "1 joined"):
        assert part in whole
    cells = [dialog.files.model().index(0, at).data() for at in range(6)]
    assert [str(cell).strip("\u2066\u2069") for cell in cells] == [
        "b.jsonl", "jsonl", "utf-8", "2", "0", "1"
    ]  # fmt: skip
    dialog.groups.setCurrentRow(1)
    assert dialog.files.isHidden()
    for part in ("jsonl utf-8", "2 article(s)", "1 refused"):
        assert part in dialog.file.text()
