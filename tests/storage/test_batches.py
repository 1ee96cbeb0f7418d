"""A batch is saved whole or not at all, one article at a time, and turned the same way."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor, accept, annotate_note, relabel
from annotator.core.edits import Edit
from annotator.core.errors import UserError
from annotator.core.labels import LabelSet
from annotator.core.progress import Cancelled, Progress
from annotator.storage import BatchItem, Mark, ProjectFile, StepKind

SALMA = Actor("salma", "2026-11-22T10:00:00Z")
HEADER = Edit("label_every", (), SALMA.name, SALMA.at, {"label": "LOC"})
COUNT = 5


def _text(number: int) -> str:
    return f'قال بايدن إن "باكو" بعيدة عن واشنطن {number}.'


@pytest.fixture
def keys(file: ProjectFile, annotated: Callable[..., AnnotatedArticle]) -> tuple[int, ...]:
    made = (annotated(f"a{n}", text=_text(n)) for n in range(COUNT))
    return file.add_articles(made).keys


def _relabel(state: AnnotatedArticle) -> Edit:
    return relabel(state, ["e1"], "LOC", SALMA)


def _items(keys: tuple[int, ...], annotator: str = "salma") -> Iterator[BatchItem]:
    return (BatchItem(key, annotator, _relabel) for key in keys)


def _labels(file: ProjectFile, keys: tuple[int, ...], annotator: str = "salma") -> list[str]:
    return [file.timeline(key, annotator).state.entities[0].label for key in keys]


def test_a_batch_leaves_a_step_in_each_set_that_it_touches(
    file: ProjectFile, keys: tuple[int, ...]
) -> None:
    idle = BatchItem(keys[-1], "salma", lambda state: accept(state, [], SALMA))
    outcome = file.record_batch(HEADER, [*_items(keys[:-1]), idle])
    assert [one.article for one in outcome.touched] == list(keys[:-1])
    assert {one.kind for one in outcome.touched} == {StepKind.DO}
    assert _labels(file, keys) == ["LOC"] * 4 + ["PER"]
    (step,) = file.timeline(keys[0], "salma").history.done
    assert (step.name, step.batch) == ("label_every", outcome.key)
    assert step.args == {"label": "LOC", "count": 1}
    assert file.timeline(keys[-1], "salma").history.done == ()
    (batch,) = file.batches()
    assert batch[:6] == (outcome.key, True, "label_every", {"label": "LOC"}, "salma", SALMA.at)
    assert (batch.sets, batch.project) == (4, ())


def test_a_batch_that_changes_nothing_leaves_nothing(
    file: ProjectFile, keys: tuple[int, ...]
) -> None:
    items = [BatchItem(key, "salma", lambda state: accept(state, [], SALMA)) for key in keys]
    assert file.record_batch(HEADER, items).key is None
    assert file.batches() == []
    assert file.annotators() == ()


def test_taken_back_and_done_again(file: ProjectFile, keys: tuple[int, ...]) -> None:
    key = file.record_batch(HEADER, _items(keys)).key
    assert key is not None
    back = file.turn_batch(key, SALMA, back=True)
    assert {one.kind for one in back.touched} == {StepKind.UNDO}
    assert _labels(file, keys) == ["PER"] * COUNT
    assert not file.batches()[0].done
    assert file.turn_batch(key, SALMA, back=True).touched == ()
    again = file.turn_batch(key, SALMA, back=False)
    assert {one.kind for one in again.touched} == {StepKind.REDO}
    assert _labels(file, keys) == ["LOC"] * COUNT
    assert file.batches()[0].done


def test_what_was_decided_since_stays_and_is_told(file: ProjectFile, keys: tuple[int, ...]) -> None:
    key = file.record_batch(HEADER, _items(keys)).key
    assert key is not None
    before = file.timeline(keys[0], "salma")
    edit = annotate_note(before.state, "e1", "mine", SALMA)
    file.record(keys[0], before, before.perform(edit), edit, kind=StepKind.DO)
    outcome = file.turn_batch(key, SALMA, back=True)
    assert outcome.left == ((keys[0], "salma", 1),)
    assert _labels(file, keys) == ["LOC"] + ["PER"] * 4
    other = file.timeline(keys[1], "salma")
    edit = annotate_note(other.state, "e1", "passed over", SALMA)
    file.record(keys[1], other, other.perform(edit), edit, kind=StepKind.DO)
    again = file.turn_batch(key, SALMA, back=False)
    assert again.left == ((keys[1], "salma", 1),)
    assert _labels(file, keys) == ["LOC", "PER", "LOC", "LOC", "LOC"]
    assert [step.mark for step in file.audit(keys[1], "salma")] == [Mark.DROPPED, Mark.DONE]


def test_values_of_the_project_are_part_of_it(file: ProjectFile, keys: tuple[int, ...]) -> None:
    file.set_state("a", 1)
    outcome = file.record_batch(HEADER, _items(keys[:1]), values={"a": 2, "b": [3], "c": None})
    assert outcome.values == ("a", "b")
    assert outcome.key is not None
    file.set_state("b", "later")
    back = file.turn_batch(outcome.key, SALMA, back=True)
    assert (back.values, back.kept_values) == (("a",), ("b",))
    assert (file.state("a"), file.state("b")) == (1, "later")
    only = file.record_batch(HEADER, (), values={"a": 5})
    assert only.key is not None
    assert file.batches()[0].project == ("a",)
    file.turn_batch(only.key, SALMA, back=True)
    assert file.state("a") == 1


def test_every_annotators_set_can_be_touched(file: ProjectFile, keys: tuple[int, ...]) -> None:
    file.record_batch(HEADER, _items(keys[:1], "omar"))
    both = [*_items(keys[:1], "omar"), *_items(keys[:1], "")]
    outcome = file.record_batch(HEADER, both)
    assert [(one.article, one.annotator) for one in outcome.touched] == [(keys[0], "")]
    assert _labels(file, keys, "salma") == ["LOC", *["PER"] * 4]
    assert outcome.key is not None
    file.turn_batch(outcome.key, SALMA, back=True)
    assert _labels(file, keys, "salma") == ["PER"] * COUNT


@pytest.mark.parametrize("at", [1, COUNT])
def test_cancelled_nothing_was_done(file: ProjectFile, keys: tuple[int, ...], at: int) -> None:
    progress = Progress()

    def items() -> Iterator[BatchItem]:
        for number, item in enumerate(_items(keys), 1):
            yield item
            if number == at:
                progress.cancel()

    with pytest.raises(Cancelled):
        file.record_batch(HEADER, items(), values={"a": 1}, progress=progress)
    assert (_labels(file, keys), file.state("a"), file.batches()) == (["PER"] * COUNT, None, [])
    key = file.record_batch(HEADER, _items(keys)).key
    assert key is not None
    with pytest.raises(Cancelled):
        file.turn_batch(key, SALMA, back=True, progress=progress)
    assert _labels(file, keys) == ["LOC"] * COUNT
    assert file.batches()[0].done


def test_a_full_disk_takes_all_of_it_back(file: ProjectFile, keys: tuple[int, ...]) -> None:
    (pages,) = file._connection.execute("PRAGMA page_count").fetchone()
    file._connection.execute(f"PRAGMA max_page_count = {pages}")
    long = (
        BatchItem(key, "salma", lambda state: relabel(state, ["e1"], "L" * 100_000, SALMA))
        for key in keys
    )
    with pytest.raises(UserError, match="disk is full"):
        file.record_batch(HEADER, long, values={"a": 1})
    assert (_labels(file, keys), file.state("a"), file.batches()) == (["PER"] * COUNT, None, [])


def test_articles_are_read_one_at_a_time(
    file: ProjectFile, keys: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []

    def items() -> Iterator[BatchItem]:
        for item in _items(keys):
            seen.append(f"asked {item.article}")
            yield item

    real = _relabel

    def decide(state: AnnotatedArticle) -> Edit:
        seen.append("decided")
        return real(state)

    monkeypatch.setattr(f"{__name__}._relabel", decide)
    file.record_batch(HEADER, items())
    assert seen == [word for key in keys for word in (f"asked {key}", "decided")]


# The batch and its undoing by turns; what was acknowledged is said.
_WORK = """
import sys
from pathlib import Path
from annotator.core.decisions import Actor, relabel
from annotator.core.edits import Edit
from annotator.storage import BatchItem, ProjectFile

who = Actor("salma", "2026-11-22T10:00:00Z")
file = ProjectFile.open(Path(sys.argv[1]))
labels = ["LOC", "ORG"]
print("ready", flush=True)
turn = 0
while True:
    turn += 1
    label = f"L{turn}"
    decide = lambda state: relabel(state, ["e1"], label, who)
    items = [BatchItem(key, "salma", decide) for key in range(1, 6)]
    file.record_batch(Edit("every", (), who.name, who.at), items, values={"last": label})
    print(label, flush=True)
"""


def test_killed_in_the_middle_all_of_a_batch_is_there_or_nothing(
    path: Path, label_set: LabelSet, annotated: Callable[..., AnnotatedArticle]
) -> None:
    with ProjectFile.create(path, label_set=label_set) as file:
        file.add_articles(annotated(f"a{n}", text=_text(n)) for n in range(COUNT))
    for lines in (1, 3, 7):
        command = [sys.executable, "-c", _WORK, str(path)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            assert process.stdout is not None
            for _ in range(1 + lines):
                said = process.stdout.readline().strip()
            process.send_signal(signal.SIGKILL)
        with ProjectFile.open(path) as file:
            assert file.faults() == []
            last = file.state("last")
            assert int(last[1:]) >= int(said[1:])
            assert _labels(file, tuple(range(1, 6))) == [last] * COUNT
            standing = file.batches(limit=1000)
            assert {batch.sets for batch in standing} == {COUNT}
            for batch in standing:
                file.turn_batch(batch.key, SALMA, back=True)
            assert _labels(file, tuple(range(1, 6))) == ["PER"] * COUNT
            assert file.state("last") is None
