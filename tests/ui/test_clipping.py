"""No text is cut off: every window and dialog, in both languages, and in large letters."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

import annotator.ui
from annotator.config.labelsets import load_label_set
from annotator.services.project import create_project, open_project
from annotator.services.reviews import make_review
from annotator.services.transfer import import_paths
from annotator.ui.app_window import AppWindow
from annotator.ui.dialogs.label_choice import LabelSetChoice
from annotator.ui.dialogs.label_drafting import Touched
from annotator.ui.dialogs.label_going import GoingDialog
from annotator.ui.dialogs.label_touched import TouchedDialog
from annotator.ui.review.alike_dialog import AlikeDialog
from annotator.ui.samples import sample_article, sample_review
from tests.ui.clipping import clipped
from tests.ui.conftest import OpenDesk, shown
from tests.ui.review.conftest import shown as shown_review
from tests.ui.test_dialogs import DIALOGS

LOOKS = [("ar", 0), ("en", 0), ("ar", 14), ("en", 14)]
"""Languages, with the size of the interface's font in points; 0 is the usual one."""

BY_ACTIONS = frozenset(
    f"{name}Dialog"
    for name in (
        *("About", "Assign", "Concordance", "Consistency", "Details", "Every", "Export", "Figures"),
        *(
            "Font",
            "LabelSet",
            "Learned",
            "Models",
            "Remark",
            "ReviewFiles",
            "Settings",
            "Split",
            "Tags",
        ),
    )
) | {"KeySheet"}
"""The dialogs that actions of the two windows open."""

ALONE: dict[str, Callable[[Path], QDialog]] = {
    "labels of a new project": lambda _: LabelSetChoice("ar"),
    "removing a label": lambda _: _going(merge=False),
    "merging a label": lambda _: _going(merge=True),
    "spans that change": lambda _: TouchedDialog(
        Touched((), (), ("yusuf",), renames=True), "salma"
    ),
    "all alike": lambda _: AlikeDialog([], "A", lambda row: row.text),
}
"""Dialogs that come in the middle of something, but for those of ``DIALOGS``."""


def _going(*, merge: bool) -> GoingDialog:
    labels = load_label_set()
    return GoingDialog(labels, next(iter(labels)), "said", "ar", merge=merge)


KEEP = frozenset(
    {
        "window.quit",
        "project.close",
        "project.sample",
        "help.tutorial",
        "language.ar",
        "language.en",
        "language.system",
        "view.back",
    }
)
"""Actions that put another window in the place of the one that is looked at."""


@pytest.fixture(params=LOOKS, ids=lambda look: f"{look[0]}-{look[1] or 'usual'}")
def look(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    """The language; meanwhile the application's font has the size."""
    language, size = request.param
    before = qapp.font()
    if size:
        font = QFont(before)
        font.setPointSize(size)
        qapp.setFont(font)
    yield language
    qapp.setFont(before)


class Looker:
    """Looks at each dialog that is opened, and closes it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.seen: set[str] = set()
        self.cut: list[str] = []

        def looked_at(dialog: QDialog) -> int:
            return self.at(dialog)

        monkeypatch.setattr(QDialog, "exec", looked_at)
        for name in ("getOpenFileNames", "getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_args, **_more: ("", ""))
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_args, **_more: "")

    def at(self, dialog: QDialog) -> int:
        dialog.show()
        self.only_at(dialog)
        dialog.reject()
        return 0

    def only_at(self, window: QWidget) -> None:
        for _ in range(3):  # what comes from elsewhere is laid out in the round after
            QCoreApplication.processEvents()
        name = type(window).__name__
        self.seen.add(name)
        self.cut += [f"{name}: {line}" for line in clipped(window)]

    def trigger_all(self, window: AppWindow) -> None:
        """Trigger what opens something, and look at what comes."""
        table = window.actions_table
        for spec in list(table.specs.values()):
            opens = spec.text.endswith("…") or spec.id.startswith("help.")
            if spec.id in KEEP or not opens or not table[spec.id].isEnabled():
                continue
            table[spec.id].trigger()
            QCoreApplication.processEvents()
            for dialog in window.findChildren(QDialog):
                if dialog.isVisible():
                    self.only_at(dialog)
                    dialog.reject()


@pytest.fixture
def looker(monkeypatch: pytest.MonkeyPatch) -> Looker:
    return Looker(monkeypatch)


def project_at(path: Path) -> Path:
    with create_project(path) as project:
        import_paths(project.file, [sample_article()])
    return path


def test_in_the_windows(
    look: str, looker: Looker, open_desk: OpenDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = open_desk(language=look, suggest=True)
    looker.only_at(shown(desk))
    desk.show(make_review(tmp_path / "r.annotator", sample_review(), reviewer="حكم").project)
    review = shown_review(desk, qtbot)
    looker.only_at(review)
    looker.trigger_all(review)
    desk.show(open_project(project_at(tmp_path / "p.annotator")))
    window = shown(desk)
    qtbot.waitUntil(lambda: bool(window.annotating.state.pending()), timeout=20_000)
    window.annotating.next()
    for page in ("quotes", "suggestions", "history", "guidelines", "corrections"):
        window.show_page(page)
        looker.only_at(window)
    window.view.setFocus()
    window.annotating.next()
    looker.trigger_all(window)
    assert looker.seen >= BY_ACTIONS
    assert "\n".join(looker.cut) == ""


def test_in_the_dialogs_that_stand_alone(
    look: str, looker: Looker, tmp_path: Path, qtbot: QtBot, open_desk: OpenDesk
) -> None:
    open_desk(language=look)  # for its language and its colours
    for make in (*DIALOGS.values(), *ALONE.values()):
        dialog = make(tmp_path)
        qtbot.addWidget(dialog)
        looker.at(dialog)
    for found in pkgutil.walk_packages(annotator.ui.__path__, "annotator.ui."):
        importlib.import_module(found.name)
    every = [*QDialog.__subclasses__(), *QMessageBox.__subclasses__()]
    ours = {one.__name__ for one in every if one.__module__.startswith("annotator.")}
    assert ours - looker.seen - BY_ACTIONS == set()
    assert "\n".join(looker.cut) == ""


def test_what_is_cut_off_is_found(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QHBoxLayout(window)
    label, button = QLabel("a text that is long"), QPushButton("another one")
    tipped = QLabel("a text that is long")
    tipped.setToolTip("a text that is long")
    for widget in (label, button, tipped):
        row.addWidget(widget)
        widget.setFixedWidth(30)
    window.show()
    assert clipped(window) == [
        "QLabel in QWidget: 'a text that is long'",
        "QAbstractButton in QWidget: 'another one'",
    ]
    for widget in (label, button):
        widget.setFixedWidth(300)
    QCoreApplication.processEvents()
    assert clipped(window) == []
