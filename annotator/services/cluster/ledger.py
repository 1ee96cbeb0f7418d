"""The folder of a run: its plan, the results, and which parts are done. One process writes to it.

``.annotator/plan.json`` is written once. ``.annotator/done.jsonl`` gets a line when a part ends;
of a part with several the last one counts. A line that was cut off by a crash counts as none, and
its part is done again.
"""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.formats.json_items import json_line
from annotator.services.atomic import replacing, unwritable
from annotator.services.cluster.plan import Input
from annotator.services.cluster.work import KEPT, RUN, Done, Errand, size_of
from annotator.storage.lock import WriteLock

PLAN_FORMAT = "annotator-run/1"

_PLAN, _DONE = "plan.json", "done.jsonl"


class Plan(NamedTuple):
    """What a run was begun with: ``settings`` and ``identity`` must be the same to go on."""

    run: str
    created: str
    articles: int
    settings: dict[str, Any]
    identity: dict[str, str]
    inputs: list[Input]


class Ledger:
    """The plan of a run and what is done of it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.plan: Plan | None = None
        self.done: dict[int, Done] = {}

    @classmethod
    @contextmanager
    def open(cls, folder: Path) -> Iterator[Ledger]:
        """Open the folder of a run that is to begin or go on, and hold it alone.

        Raises:
            UserError: the folder holds something else, cannot be written, or is in use.
        """
        _check_folder(folder)
        try:
            (folder / KEPT).mkdir(parents=True, exist_ok=True)
            lock = WriteLock.acquire(folder / KEPT / "run")
        except (OSError, sqlite3.Error) as error:
            reason = error if isinstance(error, OSError) else OSError(str(error))
            raise unwritable(reason, folder) from error
        if lock is None:
            raise UserError(
                message(QT_TRANSLATE_NOOP("messages", "Another run writes to this folder.")),
                where=str(folder),
                todo=message(
                    QT_TRANSLATE_NOOP("messages", "Wait for its end, or give another folder.")
                ),
            )
        ledger = cls(folder)
        try:
            ledger._remove_halves()
            yield ledger
        finally:
            ledger._remove_halves()
            lock.release()

    def load(self) -> None:
        """Read the plan and what is done.

        Raises:
            UserError: another version wrote the plan, or it is damaged.
        """
        try:
            record = json.loads((self.folder / KEPT / _PLAN).read_bytes())
            if record.pop("format", "") != PLAN_FORMAT:
                raise self._unknown()
            record["inputs"] = list(map(Input.from_json, record["inputs"]))
            self.plan = Plan(**record)
        except FileNotFoundError:
            return
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            raise self._unknown() from error
        for done in _lines(self.folder / KEPT / _DONE):
            self.done[done.part] = done

    def begin(self, plan: Plan) -> None:
        """Keep the plan of a new run."""
        self.plan = plan
        inputs = [each.as_json() for each in plan.inputs]
        with replacing(self.folder / KEPT / _PLAN, force=True) as made:
            record = {"format": PLAN_FORMAT, **plan._asdict(), "inputs": inputs}
            made.write_bytes(json_line(record))

    def note(self, done: Done) -> None:
        """Keep how a part ended, on the disk before this returns."""
        self.done[done.part] = done
        record = {name: value for name, value in done._asdict().items() if value}
        try:
            with open(self.folder / KEPT / _DONE, "ab", opener=_unlinked) as stream:
                # A line that a crash has cut off ends here, and not in the middle of this one.
                stream.write(b"\n" + json_line(record))
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise unwritable(error, self.folder) from error

    def is_done(self, errand: Errand, number: int) -> bool:
        """Whether a part is done and its result lies there as it was written."""
        done = self.done.get(number)
        if done is None or done.failed:
            return False
        return size_of(errand.result(number)) == done.size

    def drop(self) -> None:
        """Remove an earlier run: its results, its problems, its plan; nothing else.

        First of all its name: a task of it that still runs puts nothing there from then on.
        """
        (self.folder / KEPT / RUN).unlink(missing_ok=True)
        for result in self.folder.glob("part-*"):
            shutil.rmtree(result) if result.is_dir() else result.unlink()
        for kept in (*(self.folder / KEPT).glob("problems-*.jsonl"), self.folder / KEPT / _DONE):
            kept.unlink(missing_ok=True)
        (self.folder / KEPT / _PLAN).unlink(missing_ok=True)

    def _remove_halves(self) -> None:
        """Remove what was half-written when a worker was killed; who still writes it fails."""
        halves = (self.folder.glob(".part-*.part"), (self.folder / KEPT).glob(".*.part"))
        for left in chain(*halves):
            if left.is_dir():
                shutil.rmtree(left, ignore_errors=True)
            else:
                left.unlink(missing_ok=True)

    def _unknown(self) -> UserError:
        return UserError(
            message(QT_TRANSLATE_NOOP("messages", "The run in this folder cannot go on.")),
            where=str(self.folder),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Choose another name, or --force to replace it.")
            ),
        )


def check_same(before: Mapping[str, Any], now: Mapping[str, Any], folder: Path) -> None:
    """Raise a UserError that names the first value in which a run would go on otherwise."""
    for name in (*before, *(name for name in now if name not in before)):
        if before.get(name) != now.get(name):
            raise UserError(
                message(
                    QT_TRANSLATE_NOOP(
                        "messages", "The run in this folder has {name} {before}, now it is {now}."
                    ),
                    name=name,
                    before=_told(before.get(name)),
                    now=_told(now.get(name)),
                ),
                where=str(folder),
                todo=message(
                    QT_TRANSLATE_NOOP(
                        "messages",
                        "Go on as it was begun, give another folder, or --force to begin anew.",
                    )
                ),
            )


def _check_folder(folder: Path) -> None:
    """Raise a UserError where results cannot be put: a file, or files of other origin."""
    if not os.path.lexists(folder):
        return
    if not folder.is_dir():
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "This is a file.")),
            where=str(folder),
            todo=message(QT_TRANSLATE_NOOP("messages", "Give the name of a folder.")),
        )
    kept = folder / KEPT
    linked = any(path.is_symlink() for path in (kept, kept / _DONE, kept / "run-lock"))
    if linked or (not kept.is_dir() and any(folder.iterdir())):
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "The folder holds files of other origin.")),
            where=str(folder),
            todo=message(QT_TRANSLATE_NOOP("messages", "Choose a new or an empty folder.")),
        )


def _unlinked(path: str, flags: int) -> int:
    """Open a file, but never one that a link leads to, where the system can tell."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0), 0o666)


def _lines(path: Path) -> Iterator[Done]:
    with suppress(FileNotFoundError), path.open("rb") as stream:
        for line in stream:
            with suppress(ValueError, TypeError):
                yield Done(**json.loads(line))


def _told(value: Any) -> str:
    if value in (None, "", [], {}):
        return "-"
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(value)
