"""Learning from finished articles, in the background of the real window."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.errors import UserError
from annotator.core.messages import message
from annotator.core.progress import Progress
from annotator.services import learning
from annotator.services.learning import FEWEST, Learned
from annotator.services.project import create_project
from annotator.storage import LearningRecord
from annotator.ui.dialogs.learned import LearnedDialog
from annotator.ui.panes.gain_plot import GainPlot, span_of
from tests.ui.conftest import OpenDesk, shown
from tests.ui.test_main_job import CTRL, Key, press

BETTER = LearningRecord(5, 0.71, 0.782, "2026-01-01T10:00:00Z", held=2, finished=FEWEST)
WORSE = LearningRecord(6, 0.782, 0.75, "2026-01-01T11:00:00Z", held=2, finished=9, kept=False)


class Model:
    """Stands for a model that was learned."""


@pytest.fixture
def project_path(tmp_path: Path) -> Path:
    """A project that lacks one finished article to learn from it."""
    path = tmp_path / "p.annotator"
    with create_project(path) as project:
        project.file.add_articles(
            AnnotatedArticle(
                Article(f"a{number}", f"زار باسم أرمينيا {number}."),
                status=ArticleStatus.DONE if number < FEWEST - 1 else ArticleStatus.IN_PROGRESS,
            )
            for number in range(FEWEST + 1)
        )
    return path


@pytest.fixture
def teach(monkeypatch: pytest.MonkeyPatch) -> Callable[..., list[threading.Thread]]:
    """Put something else in the place of learning itself; return the threads it ran on."""

    def put(
        work: Callable[[Progress], Learned | None],
    ) -> list[threading.Thread]:
        threads: list[threading.Thread] = []

        def learn_from(reader, current, progress):
            threads.append(threading.current_thread())
            return work(progress)

        monkeypatch.setattr(learning, "learn_from", learn_from)
        return threads

    return put


def test_finishing_an_article_teaches_in_the_background(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path, teach
) -> None:
    model = Model()
    threads = teach(lambda progress: Learned(BETTER, model, None))
    window = shown(open_desk(project_path))
    assert threads == []
    press(Key.Key_Return, CTRL)
    assert window.learning.running
    assert not window._around.runner.busy  # nothing a person would have to wait for
    qtbot.waitUntil(lambda: not window.learning.running)
    assert threads
    assert threads[0] is not threading.main_thread()
    assert window.learning.records() == [BETTER]
    assert window.tools.means().model is model
    assert "78.2%" in window.status.texts()[1]

    # The next is not due before more was finished than was learned from.
    window.learning.article_finished()
    qtbot.waitUntil(lambda: not window.learning.running)
    assert len(threads) == 1


def test_what_is_learned_while_articles_come_in_is_saved_afterwards(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path, teach
) -> None:
    window = shown(open_desk(project_path))
    teach(lambda progress: Learned(BETTER, Model(), None))
    failures: list[BaseException] = []
    window.learning.failed.connect(failures.append)
    file = window.project.file
    file.lend()
    window.learning.learn()
    qtbot.waitUntil(lambda: window.learning._task.ended)
    assert window.learning.running
    assert window.learning.records() == []
    file.take_back()
    qtbot.waitUntil(lambda: not window.learning.running)
    assert window.learning.records() == [BETTER]
    assert failures == []


def test_a_worse_model_is_not_taken(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path, teach
) -> None:
    window = shown(open_desk(project_path, language="en"))
    good = Model()
    teach(lambda progress: Learned(BETTER, good, None))
    window.learning.learn()
    qtbot.waitUntil(lambda: not window.learning.running)
    teach(lambda progress: Learned(WORSE, None, None))
    window.learning.learn()
    qtbot.waitUntil(lambda: not window.learning.running)
    assert window.learning.model() is good
    assert window.learning.records() == [BETTER, WORSE]
    dialog = LearnedDialog(window.learning, window)
    assert "fell from" in dialog.said.text()
    assert "the model stays" in dialog.said.text()
    dialog.deleteLater()


def test_learning_is_stopped_from_its_dialog(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path, teach
) -> None:
    begun = threading.Event()

    def endless(progress: Progress) -> None:
        begun.set()
        while True:
            progress.check()

    teach(endless)
    window = shown(open_desk(project_path, language="en"))
    dialog = LearnedDialog(window.learning, window)
    dialog.show()
    qtbot.mouseClick(dialog.learn, Qt.MouseButton.LeftButton)
    begun.wait(5)
    assert not dialog.learn.isEnabled()
    assert "Learning" in dialog.said.text()
    qtbot.mouseClick(dialog.stop, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.learning.running)
    assert dialog.learn.isEnabled()
    assert not dialog.stop.isVisible()
    assert window.learning.records() == []
    dialog.deleteLater()


def test_closing_the_window_stops_learning(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path, teach
) -> None:
    begun, ended = threading.Event(), threading.Event()

    def endless(progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress.check()
        finally:
            ended.set()

    teach(endless)
    window = shown(open_desk(project_path))
    window.learning.learn()
    begun.wait(5)
    window.close()
    assert ended.wait(5)


def test_a_failure_is_told_once(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path, teach, monkeypatch
) -> None:
    told: list[UserError] = []
    monkeypatch.setattr(
        "annotator.ui.main_window.ErrorDialog.ask", lambda error, _: told.append(error)
    )
    error = UserError(message("The file is empty."))

    def fail(progress: Progress) -> None:
        raise error

    teach(fail)
    window = shown(open_desk(project_path))
    window.learning.learn()
    qtbot.waitUntil(lambda: not window.learning.running)
    assert told == [error]


def test_too_little_to_learn_from_is_said(
    open_desk: OpenDesk, qtbot: QtBot, project_path: Path
) -> None:
    window = shown(open_desk(project_path, language="en"))
    dialog = LearnedDialog(window.learning, window)
    dialog.show()
    assert f"it takes {FEWEST} articles" in dialog.said.text()
    assert not dialog.plot.isVisible()
    qtbot.mouseClick(dialog.learn, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.learning.running, timeout=60_000)
    assert f"it takes {FEWEST} articles" in dialog.said.text()
    dialog.deleteLater()


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((0.71, 0.782), (65, 85)),
        ((0.0, 0.02), (0, 5)),
        ((1.0, 1.0), (95, 100)),
        ((0.5, 0.5), (45, 55)),
    ],
)
def test_the_picture_holds_every_figure(figures, expected) -> None:
    record = BETTER._replace(f1_before=figures[0], f1_after=figures[1])
    low, high = span_of([record])
    assert (low, high) == expected


def test_the_picture_shows_before_and_after(qtbot: QtBot) -> None:
    plot = GainPlot()
    qtbot.addWidget(plot)
    plot.resize(400, 200)
    empty = plot.grab().toImage()
    plot.show_records([BETTER, WORSE])
    assert plot.accessibleDescription() == "71.0% - 78.2%, 78.2% - 75.0%"
    assert plot.grab().toImage() != empty
