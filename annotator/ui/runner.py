"""Long work off the main thread: one runner, one signal back, an end that is always told."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from annotator.core.progress import Cancelled, Progress

R = TypeVar("R")
A = TypeVar("A")

_ASK_AGAIN = 0.05
"""Seconds after which a task that waits for an answer looks whether it was cancelled."""


class Task(Generic[R]):
    """Work under way. It ends in exactly one of done, failed or stopped, on the main thread.

    ``stopped`` is what a task meets that was cancelled, or whose result nobody wants any more
    because the article has moved on.
    """

    def __init__(
        self,
        *,
        done: Callable[[R], None],
        failed: Callable[[BaseException], None],
        stopped: Callable[[], None] | None = None,
        progress: Callable[[int, int | None], None] | None = None,
        wanted: Callable[[], bool] | None = None,
        hop: Callable[[Callable[[], None]], None],
    ) -> None:
        self._done, self._failed, self._stopped = done, failed, stopped
        self._on_progress, self._wanted = progress, wanted
        self._hop = hop
        self._waiting = False
        self._at: tuple[int, int | None] = (0, None)
        self.ended = False
        self.progress = Progress(self._report)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self.progress.cancel()

    def end(self, future: Future[R]) -> None:
        """Tell the one outcome. Main thread only."""
        self.ended = True
        if self.progress.cancelled or future.cancelled():
            self._tell_stopped()
            return
        error = future.exception()
        if error is None:
            if self._wanted is None or self._wanted():
                self._done(future.result())
            else:
                self._tell_stopped()
        elif isinstance(error, Cancelled):
            self._tell_stopped()
        else:
            self._failed(error)

    def _tell_stopped(self) -> None:
        if self._stopped is not None:
            self._stopped()

    def _report(self, done: int, total: int | None) -> None:
        # One hop at a time waits in the event loop, however fast the work reports.
        self._at = (done, total)
        if self._on_progress is not None and not self._waiting:
            self._waiting = True
            self._hop(self._show)

    def _show(self) -> None:
        self._waiting = False
        if self._on_progress is not None and not (self.ended or self.progress.cancelled):
            self._on_progress(*self._at)


class Runner(QObject):
    """Runs work in one background thread, one piece after the other.

    The work gets a :class:`Progress` and must touch neither widgets nor the project's
    connection, which belong to the main thread.
    """

    _hopped = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="runner")
        self._tasks: set[Task[Any]] = set()
        self._quiet: set[Task[Any]] = set()
        self._hopped.connect(self._call, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Progress], R],
        *,
        done: Callable[[R], None],
        failed: Callable[[BaseException], None],
        stopped: Callable[[], None] | None = None,
        progress: Callable[[int, int | None], None] | None = None,
        wanted: Callable[[], bool] | None = None,
        quiet: bool = False,
    ) -> Task[R]:
        """Start ``work`` and tell its end on the main thread.

        ``wanted`` is asked when the result is there; when it says no, the task is stopped.
        What is ``quiet`` nobody waits for: it does not make the runner busy, and goes on when
        a person stops what runs.
        """
        task: Task[R] = Task(
            done=done,
            failed=failed,
            stopped=stopped,
            progress=progress,
            wanted=wanted,
            hop=self._hopped.emit,
        )
        (self._quiet if quiet else self._tasks).add(task)
        future = self._executor.submit(work, task.progress)
        future.add_done_callback(partial(self._finished, task))
        return task

    def ask(self, question: Callable[[A], bool], progress: Progress, subject: A) -> bool:
        """Put a question from inside a task: asked on the main thread, waited for here.

        Raises:
            Cancelled: the task was cancelled before the answer came.
        """
        answer: Future[bool] = Future()

        def put() -> None:
            if answer.set_running_or_notify_cancel():
                try:
                    answer.set_result(question(subject))
                except BaseException as error:  # noqa: BLE001 - the task that asks has to end
                    answer.set_exception(error)

        self._hopped.emit(put)
        while True:
            try:
                return answer.result(timeout=_ASK_AGAIN)
            except TimeoutError:
                if progress.cancelled and answer.cancel():
                    raise Cancelled from None

    @property
    def busy(self) -> bool:
        """Whether a task that is not quiet has not ended yet."""
        return bool(self._tasks)

    def cancel_all(self) -> None:
        """Ask every task to stop, but the quiet ones."""
        for task in self._tasks:
            task.cancel()

    def afterwards(self, then: Callable[[], None]) -> None:
        """Call ``then`` once all that was started until now has told its end; at once if it has."""
        if not (self._tasks or self._quiet):
            then()
            return
        # One thread, and one way back: this ends behind all of it.
        self.run(_nothing, done=lambda _: then(), failed=_raise, stopped=then, quiet=True)

    def close(self) -> None:
        """Stop everything and wait for the thread to end. Idempotent."""
        self.cancel_all()
        for task in self._quiet:
            task.cancel()
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _finished(self, task: Task[R], future: Future[R]) -> None:
        self._hopped.emit(partial(self._end, task, future))

    def _end(self, task: Task[R], future: Future[R]) -> None:
        self._tasks.discard(task)
        self._quiet.discard(task)
        task.end(future)

    @Slot(object)
    def _call(self, what: Callable[[], None]) -> None:
        what()


def _nothing(_progress: Progress) -> None:
    """Be a task that does nothing."""


def _raise(error: BaseException) -> None:
    raise error
