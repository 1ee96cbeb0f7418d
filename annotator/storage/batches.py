"""Decisions over several annotation sets, saved in one transaction and turned as one.

A batch has a row of its own and leaves one step in each set that it touches. Values that the
project keeps as JSON by name (the label set) can be part of it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.batches import Turn, turned
from annotator.core.decisions import Actor
from annotator.core.edits import Edit
from annotator.core.history import StepKind, Timeline
from annotator.core.progress import Progress
from annotator.storage.articles import read_article
from annotator.storage.recording import write_step
from annotator.storage.records import mapping_json, mapping_of, restored, stored, to_json
from annotator.storage.sets import read_timeline
from annotator.storage.state import read_state, write_state
from annotator.storage.steps import STEP_COLUMNS, Mark, edit_of

Decide = Callable[[AnnotatedArticle], Edit]


class BatchItem(NamedTuple):
    """What to decide in one annotator's set of an article (its key).

    An edit without changes touches nothing. The name of the edit is of no account.
    """

    article: int
    annotator: str
    decide: Decide


class Batch(NamedTuple):
    """A batch that was made. ``done`` is False while it is taken back.

    ``sets`` counts the annotation sets that it touched, ``project`` names the values of the
    project that it changed.
    """

    key: int
    done: bool
    name: str
    args: Mapping[str, Any]
    by: str
    at: str
    sets: int
    project: tuple[str, ...]


class Touched(NamedTuple):
    """A set that got, lost or regained a step."""

    article: int
    annotator: str
    kind: StepKind


class Left(NamedTuple):
    """A set in which ``changes`` were left as they are, since someone has decided on since."""

    article: int
    annotator: str
    changes: int


class BatchOutcome(NamedTuple):
    """What a batch, or turning one, has done. ``key`` is None where it would change nothing.

    ``values`` names the values of the project that changed, ``kept_values`` those that were left
    because they have changed since.
    """

    key: int | None
    touched: tuple[Touched, ...] = ()
    left: tuple[Left, ...] = ()
    values: tuple[str, ...] = ()
    kept_values: tuple[str, ...] = ()


def write_batch(
    connection: sqlite3.Connection,
    header: Edit,
    items: Iterable[BatchItem],
    values: Mapping[str, Any],
    progress: Progress,
) -> BatchOutcome:
    """Make a batch, inside the caller's transaction; one article is in memory at a time.

    ``header`` is an edit without changes: its name, args, author and time are those of the batch
    and of its steps, which count their changes in their args. ``values`` are the project's new
    ones by name.

    Raises:
        KeyError: an item names no article.
        Cancelled: the caller's transaction has to be rolled back.
    """
    project = {
        name: [old, new]
        for name, new in values.items()
        if (old := read_state(connection, name)) != new
    }
    key = _insert(connection, header, project)
    for name, (_, new) in project.items():
        write_state(connection, name, new)
    touched: list[Touched] = []
    for done, (article, annotator, decide) in enumerate(items):
        progress.at(done)
        before = _timeline(connection, article, annotator, steps=False)
        changes = decide(before.state).changes
        if not changes:
            continue
        args = {**header.args, "count": len(changes)}
        step = Edit(header.name, changes, header.by, header.at, args, batch=key)
        write_step(connection, article, before, before.perform(step), step, kind=StepKind.DO)
        touched.append(Touched(article, annotator, StepKind.DO))
    progress.check()
    if not touched and not project:
        connection.execute("DELETE FROM batch WHERE key = ?", (key,))
        return BatchOutcome(None)
    return BatchOutcome(key, tuple(touched), values=tuple(project))


def turn_batch(
    connection: sqlite3.Connection, key: int, actor: Actor, progress: Progress, *, back: bool
) -> BatchOutcome:
    """Take a batch back, or do it again, inside the caller's transaction.

    Raises:
        KeyError: there is no such batch.
        Cancelled: the caller's transaction has to be rolled back.
    """
    row = connection.execute("SELECT project FROM batch WHERE key = ?", (key,)).fetchone()
    if row is None:
        raise KeyError(key)
    values, kept = _turn_values(connection, json.loads(row[0]) if row[0] else {}, back=back)
    touched: list[Touched] = []
    left: list[Left] = []
    sets = connection.execute(_SETS, (key,)).fetchall()
    for done, (own, article, annotator) in enumerate(sets):
        progress.at(done, len(sets))
        name = restored(annotator)
        before = _timeline(connection, article, name)
        gone = None if back else _gone(connection, own, key)
        turn = turned(before, key, actor, back=back, gone=gone)
        if turn is None:
            continue
        if turn.left:
            left.append(Left(article, name, turn.left))
        if turn.edit.changes:
            after = _after(before, turn)
            write_step(connection, article, before, after, turn.edit, kind=turn.kind)
            touched.append(Touched(article, name, turn.kind))
    progress.check()
    mark = Mark.UNDONE if back else Mark.DONE
    connection.execute("UPDATE batch SET mark = ? WHERE key = ?", (mark.value, key))
    return BatchOutcome(key, tuple(touched), tuple(left), values, kept)


def read_batches(connection: sqlite3.Connection, limit: int) -> Iterator[Batch]:
    """Yield the last ``limit`` batches, the newest first."""
    for key, mark, name, args, by, at, project, sets in connection.execute(_BATCHES, (limit,)):
        yield Batch(
            key,
            mark == Mark.DONE,
            name,
            mapping_of(args),
            restored(by),
            restored(at),
            sets,
            tuple(json.loads(project)) if project else (),
        )


_BATCHES = """
SELECT b.key, b.mark, b.name, b.args, b."by", b.at, b.project,
  (SELECT count(DISTINCT annotation_set) FROM step WHERE step.batch = b.key)
FROM batch b ORDER BY b.key DESC LIMIT ?
"""

_SETS = """
SELECT DISTINCT s.key, s.article, s.annotator
FROM step JOIN annotation_set s ON s.key = step.annotation_set
WHERE step.batch = ? ORDER BY s.article, s.key
"""


def _insert(connection: sqlite3.Connection, header: Edit, project: Mapping[str, Any]) -> int:
    made = connection.execute(
        'INSERT INTO batch (mark, name, args, project, "by", at) VALUES (?, ?, ?, ?, ?, ?)',
        (
            Mark.DONE.value,
            header.name,
            mapping_json(header.args),
            to_json(project) if project else None,
            stored(header.by),
            stored(header.at),
        ),
    )
    return int(made.lastrowid or 0)


def _turn_values(
    connection: sqlite3.Connection, project: Mapping[str, Any], *, back: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    changed: list[str] = []
    kept: list[str] = []
    for name, pair in project.items():
        old, new = reversed(pair) if back else pair
        now = read_state(connection, name)
        if now == old:
            write_state(connection, name, new)
            changed.append(name)
        elif now != new:
            kept.append(name)
    return tuple(changed), tuple(kept)


def _timeline(
    connection: sqlite3.Connection, key: int, annotator: str, *, steps: bool = True
) -> Timeline:
    article = read_article(connection, key)
    if article is None:
        raise KeyError(key)
    return read_timeline(connection, key, article, annotator, steps=steps)


def _gone(connection: sqlite3.Connection, own: int, batch: int) -> Edit | None:
    """Return the batch's last step in a set that was taken back and then passed over."""
    row = connection.execute(
        f"SELECT {STEP_COLUMNS} FROM step WHERE annotation_set = ? AND batch = ? "
        "AND mark = 'dropped' ORDER BY key DESC LIMIT 1",
        (own, batch),
    ).fetchone()
    return edit_of(row) if row else None


def _after(before: Timeline, turn: Turn) -> Timeline:
    if turn.kind is StepKind.UNDO:
        return before.undo()
    return before.redo() if turn.kind is StepKind.REDO else before.perform(turn.edit)
