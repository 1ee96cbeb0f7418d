"""The labels of a project edited in the real window, by keyboard, in both languages."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import add_entities
from annotator.core.entities import Entity
from annotator.core.labels import LabelSet
from annotator.core.spans import Span
from annotator.services.project import create_project
from annotator.storage import BatchOutcome, ProjectFile
from annotator.ui.app import Desk
from annotator.ui.dialogs.errors import ErrorDialog
from annotator.ui.dialogs.label_going import GoingDialog
from annotator.ui.dialogs.label_set import LabelSetDialog
from annotator.ui.dialogs.label_touched import TouchedDialog
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown
from tests.ui.label_dialog import (
    answering,
    choose,
    in_dialog,
    press,
    rename,
    save_and,
    write,
)

TEXT = "قال بايدن إن باكو بعيدة"
BIDEN, BAKU = Span(4, 9), Span(13, 17)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "p.annotator"
    with create_project(made, annotator="salma") as project:
        baku = Entity("e1", BAKU, "LOC")
        project.file.add_articles(
            [
                AnnotatedArticle(Article("a1", TEXT)),
                AnnotatedArticle(Article("a2", TEXT + ".")),
                AnnotatedArticle(Article("a3", TEXT + "!"), "huda", entities=(baku,)),
            ]
        )
        for key in (1, 2):
            session = project.open_article(key)
            for span, label in ((BIDEN, "PER"), (BAKU, "LOC")):
                session.perform(add_entities(session.state, [span], label, session.actor()))
    return made


@pytest.fixture
def as_salma(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("annotator.services.project.default_annotator", lambda: "salma")


@pytest.fixture(params=["ar", "en"])
def desk(request: pytest.FixtureRequest, open_desk: OpenDesk, path: Path, as_salma: None) -> Desk:
    return open_desk(path, language=request.param)


def labels_in(window: MainWindow) -> dict[tuple[str, str], list[str]]:
    return {
        (state.article.id, state.annotator): [entity.label for entity in state.entities]
        for state in window.project.file.annotated()
    }


def ids_of(labels: LabelSet | None) -> list[str]:
    return [label.id for label in labels or ()]


def test_a_rename_is_counted_saved_shown_and_undone(qtbot: QtBot, desk: Desk) -> None:
    window = shown(desk)
    session = window.workbench.leafing.session
    before = labels_in(window)
    said: list[str] = []

    def look(found: QDialog) -> None:
        assert isinstance(found, TouchedDialog)
        said.append(found.said.text())
        assert found.others.isVisible()
        assert found.others.isChecked()
        found.others.setFocus()
        press(Qt.Key.Key_Space)
        found.go.setFocus()

    in_dialog(qtbot, window, choose(1), rename("PLACE"), save_and(look))
    assert "PLACE" in said[0]
    assert "3" in said[0]  # two of one's own, one of somebody else's
    after = labels_in(window)
    assert after["a1", "salma"] == after["a2", "salma"] == ["PER", "PLACE"]
    assert after["a3", "huda"] == ["LOC"]
    assert window.workbench.leafing.session is session
    assert [e.label for e in session.state.entities] == ["PER", "PLACE"]
    assert "label.PLACE" in window.actions_table.specs
    assert "label.LOC" not in window.actions_table.specs
    window.view.setFocus()
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "label.LOC" in window.actions_table.specs)
    assert labels_in(window) == before
    assert ids_of(window.workbench.label_set) == ids_of(load_label_set())


def test_a_new_label_with_its_key_works_at_once(qtbot: QtBot, desk: Desk) -> None:
    window = shown(desk)

    def add(dialog: LabelSetDialog) -> None:
        dialog.list.setFocus()
        press(Qt.Key.Key_Insert)
        assert dialog.form.id.hasFocus()
        write("EVENT")
        press(Qt.Key.Key_Tab)
        dialog.form.names["ar"].setFocus()
        write("حدث")
        dialog.form.names["en"].setFocus()
        write("Event")
        dialog.form.key.setFocus()
        press(Qt.Key.Key_9)
        assert not dialog.parts.faults.isVisible()

    in_dialog(qtbot, window, add, save_and())
    assert ids_of(window.workbench.label_set)[-1] == "EVENT"
    chips = [
        chip.text() for chip in window.bar.labels.findChildren(type(window.bar.labels.first()))
    ]
    assert any("حدث" in text or "Event" in text for text in chips)
    window.view.setFocus()
    window.view.select(BAKU)
    press(Qt.Key.Key_9)
    assert window.annotating.state.entities[-1].label == "EVENT"


def test_keys_of_actions_and_other_labels_are_refused_by_name(qtbot: QtBot, desk: Desk) -> None:
    window = shown(desk)

    def clash(dialog: LabelSetDialog) -> None:
        dialog.form.key.setFocus()
        for key, holder in (
            (Qt.Key.Key_2, "LOC"),
            (Qt.Key.Key_Q, window.actions_table["quote.add"].iconText()),
        ):
            press(key)
            assert holder in dialog.form.key_said.text()
            assert dialog.parts.faults.isVisible()
            assert not dialog.parts.save.isEnabled()
        arabic = QKeyEvent(
            QKeyEvent.Type.KeyPress, 0x062B, Qt.KeyboardModifier.NoModifier, "ث"
        )  # the key E
        QApplication.sendEvent(dialog.form.key, arabic)
        assert dialog.form.key.key == "E"
        press(Qt.Key.Key_Backspace)
        assert dialog.form.key.key == ""
        assert dialog.parts.save.isEnabled()

    in_dialog(qtbot, window, choose(0), clash)
    assert window.workbench.label_set.labels[0].key == "1"


def test_a_label_is_merged_another_removed_and_all_is_taken_back_at_once(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(desk)
    before = labels_in(window)

    def end(dialog: LabelSetDialog) -> None:
        def into(found: QDialog) -> None:
            assert isinstance(found, GoingDialog)
            assert "3" in found.use.text()
            found.into.setCurrentIndex(found.into.findData("MISC"))
            found.go.setFocus()
            press(Qt.Key.Key_Return)

        choose(1)(dialog)
        answering(GoingDialog, into)()
        dialog.parts.merge.setFocus()
        press(Qt.Key.Key_Space)

        def refuse(found: QDialog) -> None:
            assert isinstance(found, GoingDialog)
            found.refuse.setFocus()
            press(Qt.Key.Key_Space)
            found.go.setFocus()
            press(Qt.Key.Key_Return)

        choose(0)(dialog)
        answering(GoingDialog, refuse)()
        dialog.parts.remove.setFocus()
        press(Qt.Key.Key_Space)
        assert ids_of(dialog.drafting.labels) == ["ORG", "MISC"]

    in_dialog(qtbot, window, end, save_and(lambda found: found.go.setFocus()))
    assert labels_in(window) == {
        ("a1", "salma"): ["MISC"],
        ("a2", "salma"): ["MISC"],
        ("a3", "huda"): ["LOC"],
    }

    threads: list[threading.Thread] = []
    turn = ProjectFile.turn_batch

    def turned(file: ProjectFile, *args: object, **said: object) -> BatchOutcome:
        threads.append(threading.current_thread())
        return turn(file, *args, **said)

    monkeypatch.setattr(ProjectFile, "turn_batch", turned)

    def take_back(dialog: LabelSetDialog) -> None:
        dialog.parts.take_back.setFocus()
        press(Qt.Key.Key_Space)
        assert not dialog.isEnabled()
        qtbot.waitUntil(dialog.isEnabled)
        assert ids_of(dialog.drafting.labels) == ["PER", "LOC", "ORG", "MISC"]
        assert not dialog.parts.take_back.isEnabled()

    in_dialog(qtbot, window, take_back)
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()
    assert labels_in(window) == before
    assert ids_of(window.workbench.label_set) == ["PER", "LOC", "ORG", "MISC"]


def test_a_bundled_set_is_taken_and_its_aliases_move_the_spans(qtbot: QtBot, desk: Desk) -> None:
    window = shown(desk)
    wojood = load_label_set("wojood")

    def take(dialog: LabelSetDialog) -> None:
        dialog.parts.set_chosen.emit(wojood)

    in_dialog(qtbot, window, take, save_and(lambda found: found.go.setFocus()))
    assert window.workbench.label_set == wojood
    assert labels_in(window)["a1", "salma"] == ["PERS", "LOC"]
    bar = window.bar.labels
    qtbot.waitUntil(lambda: len(bar.findChildren(type(bar.first()))) == 22)
    chips = bar.findChildren(type(bar.first()))
    assert all(bar.rect().contains(chip.geometry()) for chip in chips if not chip.isHidden())


def test_names_order_aliases_and_colour(qtbot: QtBot, desk: Desk) -> None:
    window = shown(desk)

    def edit(dialog: LabelSetDialog) -> None:
        choose(2)(dialog)
        press(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        dialog.form.aliases.setFocus()
        write("ORGS، COMPANY")
        press(Qt.Key.Key_Tab)
        dialog.form.colour.setFocus()
        write("#2f6fdc")
        assert dialog.form.colour_said.isVisible()
        dialog.form.descriptions["ar"].setFocus()
        write("مؤسسة")

    in_dialog(qtbot, window, edit, save_and())
    labels = window.workbench.label_set
    assert ids_of(labels) == ["PER", "ORG", "LOC", "MISC"]
    assert labels.aliases["ORGS"] == labels.aliases["COMPANY"] == "ORG"
    assert (labels.get("ORG").colour, labels.get("ORG").description["ar"]) == ("#2f6fdc", "مؤسسة")


def test_an_id_that_is_taken_is_refused_and_the_field_says_the_old_one(
    qtbot: QtBot, desk: Desk
) -> None:
    window = shown(desk)

    def refuse(dialog: LabelSetDialog) -> None:
        answering(ErrorDialog)()
        rename("LOC")(dialog)
        assert dialog.form.id.text() == "PER"

    in_dialog(qtbot, window, choose(0), refuse)


def test_a_set_goes_to_a_file_and_comes_back(qtbot: QtBot, desk: Desk, tmp_path: Path) -> None:
    window = shown(desk)
    path = tmp_path / "out.toml"

    def out(dialog: LabelSetDialog) -> None:
        rename("PERSON")(dialog)
        dialog.write_file(path)

    in_dialog(qtbot, window, choose(0), out)
    assert ids_of(load_label_set(path)) == ["PERSON", "LOC", "ORG", "MISC"]
    in_dialog(
        qtbot,
        window,
        lambda dialog: dialog.take_file(path),
        save_and(lambda found: found.go.setFocus()),
    )
    assert window.workbench.label_set == load_label_set(path)
    assert labels_in(window)["a2", "salma"] == ["PERSON", "LOC"]
