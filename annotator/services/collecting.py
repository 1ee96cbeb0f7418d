"""Annotators' files taken back into the project that was shared out.

What an annotator has decided comes in as that annotator's set, whole and with its history; articles
are found by their texts. A set is told to be newer or older by its history, so it does not matter
in which order files come, or how often. Where a set has gone two ways (in the file and here, or in
two copies of a file), both are kept: the second one under the name with a number.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.services.project import SUFFIX
from annotator.services.reports import Report, refused_file
from annotator.services.sharing import COLLECTED, SHARING
from annotator.services.taking import SET_COURSES, FileTaken, Taking
from annotator.storage import ProjectFile, ProjectReader, Touched
from annotator.storage.faults import damaged


@dataclass(slots=True)
class Collected:
    """What came of collecting: a record for each file, the sets that changed, and problems."""

    files: list[FileTaken] = field(default_factory=list)
    touched: list[Touched] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def sets(self) -> int:
        """How many sets came in, or were brought up to date."""
        return len(self.touched)

    @property
    def is_clean(self) -> bool:
        """Whether nothing was refused."""
        return all(problem.severity is Severity.NOTICE for problem in self.problems)

    def as_report(self) -> Report:
        """Return it as the report of an import: a line for each file, then the problems."""
        report = Report(articles=self.sets)
        for file in self.files:
            if not file.refused:
                what = QT_TRANSLATE_NOOP(
                    "messages",
                    "{annotator}: new: {new}, newer: {newer}, as before: {same}, older than here:"
                    " {older}, kept beside: {apart}.",
                )
                counts = {name: file.sets[name] for name in SET_COURSES}
                told = message(what, annotator=file.annotator, **counts)
                report.problems.append(Problem("brought", told, Severity.NOTICE, file.file))
        report.problems += self.problems
        return report

    def as_json(self) -> dict[str, Any]:
        """Return the record that ``--json`` prints."""
        return {
            "sets": self.sets,
            "files": [file.as_json() for file in self.files],
            "counts": dict(Counter(problem.kind for problem in self.problems)),
            "problems": [problem.as_json() for problem in self.problems],
        }


def files_to_collect(paths: Sequence[Path], project: Path) -> list[Path]:
    """Return the files that paths name: of folders the projects in them, but for the one itself."""
    own = project.resolve()
    found: list[Path] = []
    for path in paths:
        inside = sorted(path.glob(f"*{SUFFIX}")) if path.is_dir() else [path]
        found += (file for file in inside if not (path.is_dir() and file.resolve() == own))
    return list(dict.fromkeys(found))


def collect(
    project: ProjectFile,
    files: Sequence[Path],
    *,
    labels: bool = False,
    progress: Progress | None = None,
) -> Collected:
    """Take annotators' files back, in one transaction; each comes in whole, or not at all.

    ``labels`` takes along labels that an annotator has added. What is refused is in the report.

    Raises:
        UserError: the project was never shared out, is damaged, or cannot be written to. Nothing
            was taken.
        Cancelled: nothing was taken.
    """
    progress = progress or Progress()
    identity = _identity(project)
    found = Collected()
    with project.receiving() as receiver:
        kept = receiver.state(COLLECTED) or {}
        known = {int(key): int(revision) for key, revision in kept.items()}
        for number, path in enumerate(files):
            progress.at(number, len(files))
            taken = FileTaken(str(path))
            found.files.append(taken)
            try:
                with receiver.whole(), ProjectFile.open(path, read_only=True) as file:
                    taking = Taking(
                        file,
                        receiver,
                        taken,
                        identity=identity,
                        known=dict(known),
                        progress=progress,
                    )
                    taking.take()
                    if labels:
                        added = _with_added(receiver.label_set(), file.label_set)
                        receiver.set_label_set(added)
                    taking.tell_labels(receiver.label_set())
            except (UserError, OSError, sqlite3.IntegrityError) as error:
                if receiver.is_at_fault:
                    raise
                found.files[-1] = FileTaken(str(path), taken.annotator, refused=True)
                found.problems.append(_refused(error, path))
                continue
            known = taking.known
            found.touched += taking.touched
            found.problems += taking.problems
        receiver.set_state(COLLECTED, {str(key): revision for key, revision in known.items()})
    return found


def _identity(project: ProjectReader) -> str:
    kept = project.state(SHARING)
    if isinstance(kept, dict) and isinstance(kept.get("id"), str):
        return str(kept["id"])
    raise UserError(
        message(QT_TRANSLATE_NOOP("messages", "This project was never shared out.")),
        where=str(project.path),
        todo=message(QT_TRANSLATE_NOOP("messages", "Choose the project that the files came from.")),
    )


def _refused(error: UserError | OSError | sqlite3.IntegrityError, path: Path) -> Problem:
    if isinstance(error, sqlite3.IntegrityError):  # a row that no whole project can hold
        return refused_file(damaged(path), str(path))
    if isinstance(error, UserError):
        return refused_file(error, str(path))
    what = QT_TRANSLATE_NOOP("messages", "The file cannot be read: {reason}.")
    told = message(what, reason=error.strerror or type(error).__name__)
    return Problem("file", told, Severity.REFUSED, str(path))


def _with_added(ours: LabelSet, theirs: LabelSet) -> LabelSet:
    """Return a label set with the labels of another that it lacks; a key that is taken goes."""
    keys = {label.key for label in ours}
    added: list[Label] = []
    for label in theirs:
        if label.id not in ours:
            added.append(replace(label, key="") if label.key in keys else label)
            keys.add(label.key)
    return replace(ours, labels=(*ours.labels, *added)) if added else ours
