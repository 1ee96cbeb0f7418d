"""One execution under limits of time and memory, kept by the system and not by Python.

A process that computes longer than :data:`SECONDS` on one file is ended by a signal, also inside a
library that never comes back to Python. Memory beyond :data:`MEMORY` more than the process had is
refused by the system. (POSIX alone; a fuzzing run needs no more.)
"""

from __future__ import annotations

import os
import pickle
import resource
import signal
import traceback
from pathlib import Path

from tests.fuzz.cases import Case, outcome

SECONDS = 5.0
"""Processor time that one file may take. Not the clock's: the machine has other work to do."""

MEMORY = 1 << 30
"""Bytes that a process may take beyond what it had when the limit was set."""

_OUR_CODE = f"{os.sep}annotator{os.sep}"


def limit_memory(more: int = MEMORY) -> None:
    """Let this process take so many bytes more than it has, for the rest of its life."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    limit = pages * resource.getpagesize() + more
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))


def run(target: str, case: Case) -> tuple[tuple[str, ...], str]:
    """Return the outcome of a case and the fault that it showed, empty for none.

    The process ends by SIGPROF where it takes too long, by another signal where it crashes.
    """
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        return outcome(target, case), ""
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
        return (), _told(error)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def run_apart(target: str, case: Case) -> str:
    """Run a case in a process of its own; return the fault that it showed, empty for none."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        silence()
        limit_memory()
        _, fault = run(target, case)
        os.write(writing, fault.encode("utf-8", "replace")[:4000])
        os._exit(0)
    os.close(writing)
    told = b""
    while piece := os.read(reading, 4096):
        told += piece
    os.close(reading)
    _, status = os.waitpid(child, 0)
    return of_signal(os.WTERMSIG(status)) if os.WIFSIGNALED(status) else told.decode()


def of_signal(number: int) -> str:
    """Return the fault that the end of a process by a signal means."""
    if number == signal.SIGPROF:
        return f"hang: more than {SECONDS:g} s of processor time"
    return f"crash: {signal.Signals(number).name}"


def silence() -> None:
    """Drop what libraries write past Python to the terminal."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _told(error: Exception) -> str:
    """Return the error's type and the two places where it happened: in our code, and at last."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if _OUR_CODE in frame.filename] or frames
    places = dict.fromkeys(f"{Path(f.filename).name}:{f.lineno}" for f in (ours[-1], frames[-1]))
    return f"{type(error).__name__} at {', '.join(places)}: {str(error)[:200]}"


def kind_of(fault: str) -> str:
    """Return the part of a fault that is the same for all files that show it."""
    return fault.partition(": ")[0] if " at " in fault else fault


def saved(case: Case) -> bytes:
    """Return a case as bytes that :func:`loaded` reads."""
    return pickle.dumps((case.name, case.data, dict(case.beside)))


def loaded(data: bytes) -> Case:
    """Return a case that :func:`saved` made; for files of our own fuzzing alone."""
    return Case(*pickle.loads(data))
