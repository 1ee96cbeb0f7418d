"""SIGKILL in the middle of work: what was acknowledged is in the file."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from annotator.core.annotated import AnnotatedArticle
from annotator.core.labels import LabelSet
from annotator.storage import ProjectFile

KILLS = 10

# Edits at random; after each, the revision and the ids that the window would show as saved.
_WORK = """
import random, sys
from pathlib import Path
from annotator.core.decisions import accept, annotate_note, reopen
from annotator.services.project import open_project

generator = random.Random(int(sys.argv[2]))
session = open_project(Path(sys.argv[1]), annotator="salma").open_article(1)
print("ready", flush=True)
while True:
    match generator.randrange(5):
        case 0:
            session.undo()
        case 1:
            session.redo()
        case 2:
            session.perform(accept(session.state, ["e1", "q1"], session.actor()))
        case 3:
            session.perform(reopen(session.state, ["e1", "q1"], session.actor()))
        case _:
            note = str(generator.random())
            session.perform(annotate_note(session.state, "e2", note, session.actor()))
    history = session.history
    note = session.state.entity("e2").note
    print(session.state.revision, len(history.done), len(history.undone), note, flush=True)
"""


def test_every_acknowledged_decision_outlives_the_program(
    path: Path, label_set: LabelSet, annotated: Callable[..., AnnotatedArticle]
) -> None:
    with ProjectFile.create(path, label_set=label_set) as file:
        file.add_articles([annotated()])
    generator = random.Random(9)
    revision = 0
    for seed in range(KILLS):
        lines = _killed_after(path, seed, generator.uniform(0.0, 0.1))
        with ProjectFile.open(path) as file:
            assert file.read_only is None
            assert file.faults() == []
            timeline = file.timeline(1, "salma")
            if lines:
                _check(lines[-1], timeline)
            assert timeline.state.revision >= revision
            revision = timeline.state.revision
            while timeline.history.can_undo:
                timeline = timeline.undo()
            assert timeline.state.entities == annotated().entities
            assert timeline.state.quotes == annotated().quotes
    assert revision > KILLS


def _check(line: str, timeline) -> None:
    """The file holds what the last line says, or the one step more that was not said yet."""
    revision, done, undone, *note = line.split(" ")
    ahead = timeline.state.revision - int(revision)
    assert ahead in {0, 1}
    if not ahead:
        history = timeline.history
        assert (len(history.done), len(history.undone)) == (int(done), int(undone))
        assert timeline.state.entity("e2").note == "".join(note)


def _killed_after(path: Path, seed: int, seconds: float) -> list[str]:
    command = [sys.executable, "-c", _WORK, str(path), str(seed)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
        output = process.stdout.read()
    complete = output[: output.rfind("\n") + 1]
    return complete.splitlines()
