from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from annotator.core.progress import Progress
from annotator.ui.runner import Runner


class Ends:
    """What a task told, in order, and on which thread."""

    def __init__(self) -> None:
        self.told: list[object] = []
        self.threads: set[threading.Thread] = set()

    def _tell(self, what: object) -> None:
        self.told.append(what)
        self.threads.add(threading.current_thread())

    def callbacks(self) -> dict[str, object]:
        return {
            "done": lambda result: self._tell(("done", result)),
            "failed": lambda error: self._tell(("failed", type(error))),
            "stopped": lambda: self._tell("stopped"),
        }


@pytest.fixture
def runner(qtbot: QtBot):
    made = Runner()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def ends() -> Ends:
    return Ends()


def test_a_result_is_told_on_the_main_thread(qtbot: QtBot, runner: Runner, ends: Ends) -> None:
    runner.run(lambda progress: 7, **ends.callbacks())
    assert runner.busy
    qtbot.waitUntil(lambda: not runner.busy)
    assert ends.told == [("done", 7)]
    assert ends.threads == {threading.main_thread()}


def test_an_error_is_told_and_nothing_else(qtbot: QtBot, runner: Runner, ends: Ends) -> None:
    def work(progress: Progress) -> None:
        raise RuntimeError

    runner.run(work, **ends.callbacks())
    qtbot.waitUntil(lambda: not runner.busy)
    assert ends.told == [("failed", RuntimeError)]


@pytest.mark.parametrize("checks", [True, False])
def test_what_is_cancelled_is_stopped_even_when_it_came_to_an_end(
    qtbot: QtBot, runner: Runner, ends: Ends, checks: bool
) -> None:
    begun, go = threading.Event(), threading.Event()

    def work(progress: Progress) -> int:
        begun.set()
        go.wait(5)
        if checks:
            progress.check()
        return 7

    task = runner.run(work, **ends.callbacks())
    begun.wait(5)
    task.cancel()
    go.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert ends.told == ["stopped"]


def test_a_result_that_nobody_wants_any_more_is_dropped(
    qtbot: QtBot, runner: Runner, ends: Ends
) -> None:
    runner.run(lambda progress: 7, wanted=lambda: False, **ends.callbacks())
    qtbot.waitUntil(lambda: not runner.busy)
    assert ends.told == ["stopped"]


def test_work_that_has_not_begun_is_stopped_too(qtbot: QtBot, runner: Runner, ends: Ends) -> None:
    go = threading.Event()
    runner.run(lambda progress: go.wait(5), **ends.callbacks())
    runner.run(lambda progress: 8, **ends.callbacks())
    runner.cancel_all()
    go.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert ends.told == ["stopped", "stopped"]


def test_fast_progress_does_not_flood_the_event_loop(
    qtbot: QtBot, runner: Runner, ends: Ends
) -> None:
    seen: list[tuple[int, int | None]] = []
    go = threading.Event()

    def work(progress: Progress) -> None:
        for step in range(1000):
            progress.at(step, 1000)
        go.wait(5)

    runner.run(work, progress=lambda done, total: seen.append((done, total)), **ends.callbacks())
    qtbot.waitUntil(lambda: bool(seen))
    go.set()
    qtbot.waitUntil(lambda: not runner.busy)
    assert len(seen) < 1000
    assert ends.told == [("done", None)]


def test_a_question_from_a_task_is_asked_on_the_main_thread(
    qtbot: QtBot, runner: Runner, ends: Ends
) -> None:
    def question(subject: str) -> bool:
        assert threading.current_thread() is threading.main_thread()
        return subject == "yes"

    runner.run(lambda progress: runner.ask(question, progress, "yes"), **ends.callbacks())
    qtbot.waitUntil(lambda: not runner.busy)
    assert ends.told == [("done", True)]


def test_an_error_in_a_question_ends_the_task(qtbot: QtBot, runner: Runner, ends: Ends) -> None:
    def question(subject: str) -> bool:
        raise ValueError(subject)

    runner.run(lambda progress: runner.ask(question, progress, "no"), **ends.callbacks())
    qtbot.waitUntil(lambda: not runner.busy)
    assert ends.told == [("failed", ValueError)]


def test_closing_ends_a_task_that_waits_for_an_answer(runner: Runner, ends: Ends) -> None:
    asked = threading.Event()

    def work(progress: Progress) -> bool:
        asked.set()
        return runner.ask(lambda subject: True, progress, "never asked")

    runner.run(work, **ends.callbacks())
    asked.wait(5)
    runner.close()  # returns: the thread has ended


def test_quiet_work_is_not_what_a_person_waits_for_or_stops(
    qtbot: QtBot, runner: Runner, ends: Ends
) -> None:
    go = threading.Event()
    runner.run(lambda progress: go.wait(5), quiet=True, **ends.callbacks())
    assert not runner.busy
    runner.cancel_all()
    go.set()
    qtbot.waitUntil(lambda: ends.told == [("done", True)])


def test_what_comes_afterwards_waits_for_every_end(
    qtbot: QtBot, runner: Runner, ends: Ends
) -> None:
    go = threading.Event()
    runner.run(lambda progress: go.wait(5), **ends.callbacks())
    runner.cancel_all()
    runner.afterwards(lambda: ends.told.append("afterwards"))
    assert ends.told == []
    go.set()
    qtbot.waitUntil(lambda: ends.told == ["stopped", "afterwards"])
    runner.afterwards(lambda: ends.told.append("at once"))
    assert ends.told[-1] == "at once"
