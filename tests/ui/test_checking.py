"""The consistency check in the real window, by the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.review.consistency import FindingKind
from annotator.services.project import create_project
from annotator.ui.consistency.model import Role
from annotator.ui.dialogs.consistency import ConsistencyDialog
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown
from tests.ui.test_main_job import CTRL, SHIFT, press

Key = Qt.Key


def article(text: str, *marked: tuple[str, str]) -> AnnotatedArticle:
    entities, at = [], 0
    for number, (words, label) in enumerate(marked, 1):
        start = text.index(words, at)
        at = start + 1
        entities.append(Entity(f"e{number}", Span(start, start + len(words)), label))
    return AnnotatedArticle(
        Article(text, text), status=ArticleStatus.IN_PROGRESS, entities=tuple(entities)
    )


ARTICLES = (
    article("زار أوباما باريس\nثم باريس", ("أوباما", "PER"), ("باريس", "LOC"), ("باريس", "LOC")),
    article("قالت باريس للرئيس أوباما", ("باريس", "ORG"), ("أوباما", "PER")),
    article("كان الرئيس أوباما بباريس", ("الرئيس أوباما", "PER"), ("بباريس", "LOC")),
    article("ووصل إلى باريس"),
)

Ask = Callable[[], ConsistencyDialog]


@pytest.fixture(params=["ar", "en"])
def window(request: pytest.FixtureRequest, open_desk: OpenDesk, tmp_path: Path) -> MainWindow:
    """A project with one finding of each kind, its first article open."""
    path = tmp_path / "p.annotator"
    with create_project(path, annotator="salma") as project:
        project.file.add_articles(ARTICLES)
    return shown(open_desk(path, language=request.param))


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ConsistencyDialog:
    """The window of the check, when it has ended."""
    press(Key.Key_F7)
    made = window.workbench.checking.dialog
    assert made is not None
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    qtbot.waitUntil(lambda: not window.workbench.checking.busy, timeout=30_000)
    return made


def kinds(dialog: ConsistencyDialog) -> list[FindingKind]:
    return [finding.kind for finding in dialog.found.every()]


EVERY = [FindingKind.LABEL, FindingKind.TITLE, FindingKind.CLITIC, FindingKind.UNLABELLED]


def again(window: MainWindow, dialog: ConsistencyDialog, qtbot: QtBot) -> None:
    press(Key.Key_F5)
    qtbot.waitUntil(lambda: not window.workbench.checking.busy, timeout=30_000)


def test_without_a_finding_nothing_is_offered(dialog: ConsistencyDialog) -> None:
    buttons = (dialog.go, dialog.mend, dialog.right, dialog.right_all)
    assert all(button.isEnabled() for button in buttons)
    dialog.list.selectAll()
    press(Qt.Key.Key_X, on=dialog.list)
    assert not dialog.found.rowCount()
    assert not any(button.isEnabled() for button in buttons)


def test_f7_finds_what_contradicts_itself(dialog: ConsistencyDialog) -> None:
    assert kinds(dialog) == EVERY
    assert dialog.list.hasFocus()
    assert dialog.current_row() == 0
    assert "4" in dialog.said.text()
    for row in range(4):
        index = dialog.found.index(row)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole)
        assert not dialog.grab().isNull()
    dialog.kind.setCurrentIndex(1)
    dialog.kind.activated.emit(1)
    assert dialog.found.rowCount() == 1
    assert dialog.found.index(0).data(Role.FINDING).kind is FindingKind.LABEL


def test_enter_shows_the_place_and_makes_its_span_current(window, dialog, qtbot) -> None:
    press(Key.Key_Down)
    press(Key.Key_Return)
    session = window.annotating.session
    assert session.key == 3
    assert window.view.current() == "e1"
    qtbot.waitUntil(window.view.hasFocus)


def test_a_mends_what_is_selected_and_ctrl_z_takes_it_back(window, dialog, qtbot) -> None:
    press(Key.Key_A)
    assert kinds(dialog) == EVERY[1:]
    assert window.project.open_article(2).state.entities[0].label == "LOC"
    press(Key.Key_Z, CTRL)
    assert kinds(dialog) == EVERY
    assert window.project.open_article(2).state.entities[0].label == "ORG"
    press(Key.Key_Z, CTRL | SHIFT)
    assert kinds(dialog) == EVERY[1:]
    again(window, dialog, qtbot)
    assert kinds(dialog) == EVERY[1:]


def test_all_are_mended_as_one_step(window, dialog, qtbot) -> None:
    press(Key.Key_A, CTRL)
    press(Key.Key_A)
    assert kinds(dialog) == []
    session = window.project.open_article(3)
    names = [e.span.of(session.state.text) for e in session.state.entities]
    assert names == ["أوباما", "باريس"]
    again(window, dialog, qtbot)
    assert kinds(dialog) == []
    (batch,) = window.project.batches.recent()
    assert (batch.sets, batch.done) == (3, True)


def test_what_is_called_right_is_remembered(window, dialog, qtbot) -> None:
    press(Key.Key_X)
    assert kinds(dialog) == EVERY[1:]
    again(window, dialog, qtbot)
    assert kinds(dialog) == EVERY[1:]
    press(Key.Key_Z, CTRL)
    again(window, dialog, qtbot)
    assert kinds(dialog) == EVERY
    dialog.go_to_row(3)
    press(Key.Key_X, SHIFT)
    again(window, dialog, qtbot)
    assert kinds(dialog) == EVERY[:3]


def test_what_is_mended_by_hand_leaves_the_list(window, dialog, qtbot) -> None:
    press(Key.Key_Return)
    qtbot.waitUntil(window.view.hasFocus)
    press(Key.Key_2)
    assert kinds(dialog) == EVERY[1:]


def test_one_article_alone_is_checked(window, dialog, qtbot) -> None:
    window.workbench.leafing.open_article(2)
    dialog.scope.setCurrentIndex(1)
    dialog.scope.activated.emit(1)
    qtbot.waitUntil(lambda: not window.workbench.checking.busy, timeout=30_000)
    assert kinds(dialog) == [FindingKind.LABEL]


def test_the_window_closes_with_its_project(window, dialog) -> None:
    window.close()
    QApplication.processEvents()
    assert window.workbench.checking.dialog is None


def test_other_labels_are_told_by_their_new_names(window, dialog) -> None:
    labels = window.project.label_set
    place = replace(labels.get("LOC"), names={"ar": "موضع", "en": "Spot"})
    others = tuple(place if label.id == "LOC" else label for label in labels)
    window.workbench.checking.use_labels(replace(labels, labels=others))
    said = dialog.found.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Spot" in said or "موضع" in said
    assert not dialog.grab().isNull()
