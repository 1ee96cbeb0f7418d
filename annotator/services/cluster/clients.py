"""Dask's side of a run: workers on this machine, or a cluster that is there already."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from annotator.core.errors import UserError
from annotator.core.installed import install_advice
from annotator.core.messages import QT_TRANSLATE_NOOP, message

if TYPE_CHECKING:
    from distributed import Client, Future

ATTEMPTS = 3
"""How many workers may die at a part until it is given up.

That is so for workers on this machine; a cluster's scheduler has its own number, 4 unless it is
set (``distributed.scheduler.allowed-failures``).
"""

RETRIES = ATTEMPTS - 1
"""How often a part is tried again after an error that left the worker alive."""

_PATIENCE = 30.0
"""Seconds that a scheduler has to answer, and to have its first worker."""

_QUIET = ("distributed", "distributed.client", "tornado", "bokeh")


class Where(NamedTuple):
    """Where parts are worked on: by so many workers here (None: one a core), or at a scheduler."""

    workers: int | None = None
    scheduler: str = ""


@contextmanager
def connected(where: Where, parts: int) -> Iterator[Client]:
    """Give a client of a cluster with at least one worker; no more workers here than ``parts``.

    Raises:
        UserError: Dask is not installed, or there is no such cluster.
    """
    _check_installed()
    if where.scheduler:
        with _of_scheduler(where.scheduler) as client:
            yield client
    else:
        with _of_this_machine(where.workers, parts) as client:
            yield client


def reason_of(future: Future[Any]) -> str:
    """Return why a part has no result.

    Raises:
        UserError: the scheduler is gone, so none will have one.
    """
    from distributed.scheduler import KilledWorker  # noqa: PLC0415 - need not be installed

    if future.status != "error":
        raise _gone()
    error = future.exception()
    if isinstance(error, KilledWorker):
        times = error.allowed_failures + 1
        return f"the worker died each time ({times} times)"
    return (str(error).splitlines() or [type(error).__name__])[0]


def _check_installed() -> None:
    try:
        import distributed  # noqa: F401, PLC0415
    except ImportError as error:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "Work in parts needs Dask, which is not there.")),
            todo=install_advice('pip install "annotator[cluster]"'),
        ) from error


@contextmanager
def _of_this_machine(workers: int | None, parts: int) -> Iterator[Client]:
    """Start workers as processes, with one thread each; they end with the block.

    What they say to each other is encrypted with keys of the moment: without, whoever else has an
    account on this machine could hand them tasks, which run as this user.
    """
    import dask  # noqa: PLC0415
    from dask.system import CPU_COUNT  # noqa: PLC0415
    from distributed import Client, LocalCluster  # noqa: PLC0415

    settings = {
        "distributed.scheduler.allowed-failures": ATTEMPTS - 1,
        # Nobody is to look in: what they serve by HTTP asks for no key.
        "distributed.scheduler.http.routes": [],
        "distributed.worker.http.routes": [],
        # What goes wrong is told at the end; workers that die are no news on the terminal.
        "distributed.nanny.pre-spawn-environ.DASK_LOGGING__DISTRIBUTED": "critical",
    }
    with _quiet(), dask.config.set(settings):
        cluster = LocalCluster(
            n_workers=min(workers or CPU_COUNT, parts),
            threads_per_worker=1,
            dashboard_address="127.0.0.1:0",  # with None it is 8787, and a warning if that is taken
            security=True,
        )
        with cluster, Client(cluster, set_as_default=False) as client:
            yield client


@contextmanager
def _of_scheduler(address: str) -> Iterator[Client]:
    """Use a cluster; what it needs to be let in, Dask's own configuration says."""
    from distributed import Client  # noqa: PLC0415

    with _quiet():
        try:
            client = Client(address, timeout=_PATIENCE, set_as_default=False)
        except (OSError, ValueError, TypeError) as error:
            raise UserError(
                message(
                    QT_TRANSLATE_NOOP("messages", "No scheduler answers: {reason}."),
                    reason=(str(error).splitlines() or [type(error).__name__])[0].rstrip("."),
                ),
                where=address,
                todo=message(
                    QT_TRANSLATE_NOOP("messages", "Check the address, as in tcp://127.0.0.1:8786.")
                ),
            ) from error
        with client:
            try:
                client.wait_for_workers(1, timeout=_PATIENCE)
            except TimeoutError as error:
                raise UserError(
                    message(QT_TRANSLATE_NOOP("messages", "The cluster has no worker.")),
                    where=address,
                    todo=message(
                        QT_TRANSLATE_NOOP("messages", "Start some: dask worker {address}"),
                        address=address,
                    ),
                ) from error
            yield client


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask's own log off the terminal."""
    loggers = [logging.getLogger(name) for name in _QUIET]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _gone() -> UserError:
    return UserError(
        message(QT_TRANSLATE_NOOP("messages", "The scheduler is gone; what was done stays.")),
        todo=message(QT_TRANSLATE_NOOP("messages", "Start it again; the same command goes on.")),
    )
