"""Faults under the open window: a message, nothing lost, and the window can still be used."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.config.labelsets import load_label_set
from annotator.core.errors import UserError
from annotator.services import session as sessions
from annotator.services.backups import backups_of
from annotator.services.timing import ActiveTime
from annotator.storage import ProjectFile
from annotator.ui import app, copying
from annotator.ui.main_window import MainWindow
from annotator.ui.text import told
from tests.faults.conftest import Disk
from tests.ui.conftest import OpenDesk, shown


def make(path: Path, article) -> Path:
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles(article(n) for n in range(3))
    return path


def accept_next(window: MainWindow) -> None:
    window.view.setFocus()
    QTest.keyClick(window.view, Qt.Key.Key_Tab)
    QTest.keyClick(window.view, Qt.Key.Key_Return)


def pending(window: MainWindow) -> int:
    state = window.annotating.state
    assert state is not None
    return len(state.pending())


def test_a_full_disk_is_told_and_the_decision_is_not_shown(
    open_desk: OpenDesk, disk: Disk, article, errors: list[UserError]
) -> None:
    path = make(disk.folder / "p.annotator", article)
    window = shown(open_desk(path, language="en"))
    accept_next(window)
    assert pending(window) == 1
    disk.fill()
    for _ in range(200):  # the journal has a little room of its own
        window.annotating.undo() if pending(window) < 2 else accept_next(window)
        if errors:
            break
    state, said = window.annotating.state, window.status.texts()[0]
    assert "disk is full" in str(errors[0])
    assert f"{pending(window)} suggestion" in said
    with ProjectFile.open(path, read_only=True) as file:
        assert file.timeline(window.annotating.session.key, window.project.annotator).state == state
    disk.empty()
    errors.clear()
    while pending(window):
        accept_next(window)
    assert errors == []
    window.close()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_project_that_is_open_elsewhere_says_so_as_long_as_it_is_open(
    open_desk: OpenDesk, tmp_path: Path, article, errors: list[UserError], language: str
) -> None:
    path = make(tmp_path / "p.annotator", article)
    with ProjectFile.open(path) as first:
        window = shown(open_desk(path, language=language))
        line = window.status
        said = {"ar": "للقراءة فقط", "en": "Read only"}[language]
        assert line._read_only.isVisibleTo(window)
        assert line._read_only.text() == said
        assert line._read_only.toolTip() == told(window.project.read_only)
        assert "Saved" not in line.texts()[0]
        before = window.annotating.state
        accept_next(window)
        assert window.annotating.state is before
        assert "open elsewhere" in str(errors[0])
        first.set_state("still", "mine")
        assert backups_of(path) == []


def test_a_project_that_is_deleted_while_open_can_be_saved_elsewhere(
    open_desk: OpenDesk, tmp_path: Path, article, errors: list[UserError], monkeypatch
) -> None:
    path = make(tmp_path / "p.annotator", article)
    window = shown(open_desk(path, language="en"))
    accept_next(window)
    state = window.annotating.state
    path.unlink()
    accept_next(window)
    assert "moved, deleted or replaced" in str(errors[0])
    assert "Save a copy" in str(errors[0].todo)
    assert window.annotating.state is state
    saved = tmp_path / "saved.annotator"
    monkeypatch.setattr(copying, "ask_copy", lambda *_: saved)
    window.actions_table["project.copy"].trigger()
    assert str(saved) in window.status.texts()[1]
    key, annotator = window.annotating.session.key, window.project.annotator
    window.close()
    with ProjectFile.open(saved) as file:
        assert file.timeline(key, annotator).state == state


def test_a_project_that_is_replaced_while_open_is_not_written_into(
    open_desk: OpenDesk, tmp_path: Path, article, errors: list[UserError]
) -> None:
    path = make(tmp_path / "p.annotator", article)
    other = make(tmp_path / "other.annotator", article)
    content = other.read_bytes()
    window = shown(open_desk(path, language="en"))
    accept_next(window)
    other.replace(path)
    accept_next(window)
    assert "replaced" in str(errors[0])
    assert path.read_bytes() == content
    window.close()


def test_a_copy_is_made_in_the_background(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, article, monkeypatch
) -> None:
    window = shown(open_desk(make(tmp_path / "p.annotator", article), language="en"))
    saved = tmp_path / "saved.annotator"
    monkeypatch.setattr(copying, "ask_copy", lambda *_: saved)
    window.actions_table["project.copy"].trigger()
    qtbot.waitUntil(lambda: "A copy is in" in window.status.texts()[1])
    with ProjectFile.open(saved) as file:
        assert file.article_count() == 3


def test_the_day_s_backup_is_made_when_the_project_is_opened(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, article
) -> None:
    path = make(tmp_path / "p.annotator", article)
    window = shown(open_desk(path, language="en"))
    accept_next(window)
    window.close()
    assert backups_of(path) == []
    open_desk(path)
    qtbot.waitUntil(lambda: len(backups_of(path)) == 1)


def test_a_backup_that_cannot_be_made_is_told(
    open_desk: OpenDesk, qtbot: QtBot, tmp_path: Path, article, caplog
) -> None:
    path = make(tmp_path / "p.annotator", article)
    window = shown(open_desk(path, language="en"))
    accept_next(window)
    window.close()
    (tmp_path / "p-backups").write_text("in the way", encoding="utf-8")
    window = shown(open_desk(path, language="en"))
    qtbot.waitUntil(lambda: "No backup could be made" in window.status.texts()[1])
    accept_next(window)
    assert pending(window) == 0


def test_a_clock_that_goes_back_changes_no_order(
    open_desk: OpenDesk, tmp_path: Path, article, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = shown(open_desk(make(tmp_path / "p.annotator", article), language="en"))
    start = window.annotating.state
    noon = datetime(2026, 3, 1, 12, tzinfo=UTC)

    class Clock(datetime):
        now_is = noon

        @classmethod
        def now(cls, tz=None):
            return cls.now_is

    monkeypatch.setattr(sessions, "datetime", Clock)
    accept_next(window)
    Clock.now_is = noon - timedelta(days=400)
    accept_next(window)
    session = window.annotating.session
    assert [edit.at[:4] for edit in session.history.done] == ["2026", "2025"]
    assert pending(window) == 0
    window.annotating.undo()
    assert pending(window) == 1
    window.annotating.undo()
    assert window.annotating.state.entities == start.entities
    window.annotating.redo()
    window.annotating.redo()
    assert pending(window) == 0
    trail = window.project.file.audit(session.key, window.project.annotator)
    assert [step.edit.at[:4] for step in trail] == ["2026", "2025"]


def test_time_at_work_never_shrinks_when_the_clock_goes_back() -> None:
    now = [1000.0]
    time = ActiveTime(lambda: now[0])
    for at in (1000.0, 1010.0, 500.0, 510.0):
        now[0] = at
        time.touch()
    assert time.take() == 20


def test_a_machine_without_arabic_fonts_names_what_to_install(
    open_desk: OpenDesk, tmp_path: Path, article, caplog, monkeypatch
) -> None:
    desk = open_desk(make(tmp_path / "p.annotator", article), language="ar")
    window = shown(desk)
    monkeypatch.setattr(app, "lacks_arabic", lambda: True)
    desk._tell_what_lacks()
    [box] = [box for box in window.findChildren(app.ErrorDialog) if box.isVisible()]
    words = box.text() + box.informativeText()
    assert "fonts-noto-core" in words
    assert "No font with Arabic letters" in words
    assert "خط" in words
    box.close()
    accept_next(window)
    assert pending(window) == 1


def test_copies_of_upgrades_do_not_grow_for_ever(tmp_path: Path) -> None:
    from annotator.storage.migrations import _drop_old_copies

    path = tmp_path / "p.annotator"
    for number in range(6):
        shutil.copy(__file__, tmp_path / f"p.v1-backup-{number}.annotator")
    kept = tmp_path / "p.v1-backup-of-mine.txt"
    kept.touch()
    _drop_old_copies(path)
    assert len(list(tmp_path.iterdir())) == 3 + 1
