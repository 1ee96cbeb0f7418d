"""Memory, threshold, order, engines and finishing, in the real window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Reason, Status
from annotator.core.spans import Span
from annotator.services.project import create_project
from annotator.services.session import ArticleSession
from annotator.suggest.memory import form_of
from annotator.ui.app import Desk
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.suggestions import SETTLING_MILLISECONDS
from tests.ui.conftest import OpenDesk, shown
from tests.ui.test_main_job import CTRL, Key, press

FIRST = "زار باسم دولة أرمينيا، ثم عاد باسم من أرمينيا ومعه وفد لأرمينيا."
SECOND = "وصل وفد من أرمينيا أمس."


def suggestion(name: str, text: str, word: str, label: str, score: float) -> Entity:
    at = text.index(word)
    reasons = (Reason("gazetteer", score, "list"),)
    return Entity(
        name, Span(at, at + len(word)), label, Status.SUGGESTED, "gazetteer", score, reasons=reasons
    )


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """Two articles; the first with a sure suggestion after a weak one."""
    path = tmp_path / "p.annotator"
    with create_project(path) as project:
        entities = (
            suggestion("e1", FIRST, "باسم", "PER", 0.4),
            suggestion("e2", FIRST, "أرمينيا", "LOC", 0.9),
        )
        first = AnnotatedArticle(
            Article("a", FIRST), status=ArticleStatus.IN_PROGRESS, entities=entities
        )
        project.file.add_articles([first, AnnotatedArticle(Article("b", SECOND))])
    return path


def opened(desk: Desk) -> tuple[MainWindow, ArticleSession]:
    window = shown(desk)
    session = window.annotating.session
    assert session is not None
    return window, session


def settle(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is under way on the runner, quiet work included, nor about to be."""
    runner = window._around.runner
    qtbot.waitUntil(
        lambda: not (runner._tasks or runner._quiet or window.remembering.busy), timeout=30_000
    )


def strings(entities: Sequence[Entity], text: str) -> list[str]:
    return [entity.span.of(text) for entity in entities]


def pending(session: ArticleSession) -> list[tuple[int, str, str]]:
    return [(e.span.start, e.label, e.origin) for e in session.state.pending()]


def test_a_decision_is_echoed_in_the_article_and_remembered_in_the_next(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path
) -> None:
    desk = open_desk(project_path, suggest=True)
    window, session = opened(desk)
    window.annotating.go_to("e2")
    press(Key.Key_Return)
    settle(qtbot, window)
    echoed = [e for e in session.state.entities if e.origin == "memory"]
    assert strings(echoed, FIRST) == ["أرمينيا", "أرمينيا"]
    assert all(e.status is Status.SUGGESTED and e.label == "LOC" for e in echoed)
    assert echoed[1].span.start == FIRST.index("لأرمينيا") + 1

    # What the memory brought is no step of the person: undo takes the acceptance back alone.
    press(Key.Key_Z, CTRL)
    assert session.state.entity("e2").status is Status.SUGGESTED
    assert not session.history.can_undo
    settle(qtbot, window)
    assert window.remembering.memory().evidence(form_of("أرمينيا")) == {}

    # In the next article the search uses it.
    press(Key.Key_Y, CTRL)
    window.workbench.leafing.next_article()
    qtbot.waitUntil(lambda: not window.suggesting.running, timeout=60_000)
    settle(qtbot, window)
    state = window.annotating.state
    assert state is not None
    [place] = [e for e in state.entities if e.span.of(SECOND) == "أرمينيا"]
    assert "memory" in {reason.origin for reason in place.reasons}


def test_a_rejection_withdraws_the_same_words(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path
) -> None:
    window, session = opened(open_desk(project_path))
    window.annotating.go_to("e2")
    press(Key.Key_Return)
    settle(qtbot, window)
    window.annotating.go_to("e2")
    press(Key.Key_Delete)
    settle(qtbot, window)
    assert [origin for _, _, origin in pending(session)] == ["gazetteer"]


def test_quick_decisions_are_all_echoed(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path
) -> None:
    window, session = opened(open_desk(project_path))
    window.annotating.go_to("e1")
    press(Key.Key_Return)
    press(Key.Key_Return)
    assert window.annotating.shown.pending() == ()
    settle(qtbot, window)
    assert sorted(strings(session.state.pending(), FIRST)) == ["أرمينيا", "أرمينيا", "باسم"]


def test_the_memory_is_filled_from_the_project_and_counts_nothing_twice(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path
) -> None:
    window, _ = opened(open_desk(project_path))
    window.annotating.go_to("e2")
    press(Key.Key_Return)
    settle(qtbot, window)
    evidence = window.remembering.memory().evidence(form_of("أرمينيا"))
    assert evidence["LOC"].accepted == 1
    window.remembering.fill()
    settle(qtbot, window)
    assert window.remembering.memory().evidence(form_of("أرمينيا")) == evidence
    window.close()
    again, _ = opened(open_desk(project_path))
    settle(qtbot, again)
    assert again.remembering.memory().evidence(form_of("أرمينيا")) == evidence


def test_a_memory_read_while_someone_decides_is_read_again(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from annotator.services import remembering

    window, _ = opened(open_desk(project_path))
    settle(qtbot, window)
    read, reads = remembering.remembered, []

    def slow(reader, progress):
        reads.append(reader)
        if len(reads) == 1:
            found = read(reader, progress)
            at_reading.append(window.remembering._decided)
            while window.remembering._decided == at_reading[0]:
                progress.check()
            return found
        return read(reader, progress)

    at_reading: list[int] = []
    monkeypatch.setattr(remembering, "remembered", slow)
    window.remembering.fill()
    qtbot.waitUntil(lambda: bool(at_reading))
    window.annotating.go_to("e2")
    press(Key.Key_Return)
    settle(qtbot, window)
    assert len(reads) == 2
    assert window.remembering.memory().evidence(form_of("أرمينيا"))["LOC"].accepted == 1


def test_the_slider_hides_the_weak_everywhere(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path
) -> None:
    desk = open_desk(project_path, language="en")
    window, session = opened(desk)
    window.side.tabs.setCurrentIndex(1)
    pane = window.side.waiting
    assert pane.list.records.rowCount() == 2
    window.view.set_current("e1")
    pane.slider.setValue(50)
    qtbot.waitUntil(lambda: pane.list.records.rowCount() == 1, timeout=SETTLING_MILLISECONDS * 20)
    assert pane._said.text() == "Hide below 50%"
    assert pane._hidden.text() == "1 hidden"
    assert window.view._annotations.record("e1") is None  # not painted
    assert window.view.current() == ""
    window.annotating.next()
    assert window.view.current() == "e2"
    window.annotating.next()
    assert window.view.current() == "e2"
    window.annotating.accept_all()
    assert session.state.entity("e1").status is Status.SUGGESTED
    assert not window.actions_table.enabled("suggestions.accept_all")

    # It is still so in another window, and the hidden come back.
    desk.renew()
    window, _ = opened(desk)
    pane = window.side.waiting
    assert pane.slider.value() == 50
    assert pane.list.records.row_of("e1") is None
    pane.slider.setValue(0)
    qtbot.waitUntil(lambda: pane.list.records.row_of("e1") == 0)
    assert pane._hidden.text() == ""
    assert window.view._annotations.record("e1") is not None


def test_the_surest_come_first_when_asked_for(open_desk: OpenDesk, project_path: Path) -> None:
    desk = open_desk(project_path)
    window, _ = opened(desk)
    window.annotating.next()
    assert window.view.current() == "e1"
    window.view.set_current(None)
    window.actions_table["suggestions.surest_first"].trigger()
    assert window.actions_table["suggestions.surest_first"].isChecked()
    assert window.side.suggestions.records.row_of("e2") == 0
    window.annotating.next()
    assert window.view.current() == "e2"
    desk.renew()
    window, _ = opened(desk)
    assert window.actions_table["suggestions.surest_first"].isChecked()
    window.actions_table["suggestions.surest_first"].trigger()
    assert window.side.suggestions.records.row_of("e1") == 0


def test_the_current_suggestion_says_why(open_desk: OpenDesk, project_path: Path) -> None:
    window, _ = opened(open_desk(project_path, language="en"))
    window.side.tabs.setCurrentIndex(1)
    window.annotating.go_to("e2")
    pane = window.side.waiting
    assert pane.why.isVisible()
    assert pane.why.text() == "Suggested by Name lists, 90%: in a list of names"
    tip = pane.list.records.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.splitlines() == ["أرمينيا", pane.why.text()]
    window.view.set_current(None)
    assert not pane.why.isVisible()


@pytest.mark.parametrize(("accepts", "weakest"), [(False, 0), (True, 0), (True, 50)])
def test_finishing_accepts_what_stands_if_that_is_set(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path, accepts: bool, weakest: int
) -> None:
    window, session = opened(open_desk(project_path))
    if accepts:
        window.actions_table["article.accept_on_done"].trigger()
    window.tools.hide_below(weakest)
    before = session.state
    press(Key.Key_Return, CTRL)
    settle(qtbot, window)
    assert session.state.status is ArticleStatus.DONE
    statuses = [session.state.entity(name).status for name in ("e1", "e2")]
    yes, no = Status.ACCEPTED, Status.SUGGESTED
    assert statuses == ([no, yes] if weakest else [yes, yes] if accepts else [no, no])

    # One step back, in the article that it was done in.
    window.workbench.leafing.previous_article()
    press(Key.Key_Z, CTRL)
    again = window.annotating.session
    assert again is not None
    assert again.state.entities == before.entities
    assert again.state.status is before.status
    assert not again.history.can_undo


def test_engines_are_switched_in_the_menu(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path
) -> None:
    window, _ = opened(open_desk(project_path, language="en"))
    names = window.actions_table["engine.gazetteer"]
    assert names.isChecked()
    assert names.isEnabled()
    missing = window.actions_table["engine.camel"]
    assert not missing.isEnabled()
    assert missing.toolTip() not in ("", missing.text())
    names.trigger()
    assert not names.isChecked()
    window.workbench.leafing.next_article()
    press(Key.Key_F5)
    qtbot.waitUntil(lambda: not window.suggesting.running, timeout=60_000)
    state = window.annotating.state
    assert state is not None
    assert "gazetteer" not in {e.origin for e in state.entities}
    window.view.select(Span(0, 3))  # what is greyed stays so when the situation changes
    assert not missing.isEnabled()
