"""What a worker does with a part: read it, do the job, give the result its name. No Dask here.

A result appears whole and under its own name, or not at all; a part that is done twice, because a
worker seemed dead, gets the same result twice. Little goes back to who dealt the part out: numbers
and the first problems. All problems are in a file beside the results.
"""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats import reader
from annotator.formats.base import ReadOptions
from annotator.formats.cuts import digest, window
from annotator.formats.json_items import json_line
from annotator.formats.source import unreadable
from annotator.services.atomic import replacing, replacing_folder
from annotator.services.cluster.jobs import Job, PartFailedError
from annotator.services.cluster.plan import Part

SHOWN = 10
"""Problems of each kind that go back with a part."""

KEPT = ".annotator"
"""The folder inside that of the results in which a run keeps its plan and what is done.

Its name begins with a dot, so whoever reads the results as articles passes it over.
"""

RUN = "run-id"
"""The file in it by which workers know the run."""

_ONE_AT_A_TIME = threading.Lock()
"""Engines are Python and would share one processor; nor do all of them run side by side."""

_fit: set[str] = set()
"""The runs for which this process was found fit."""


class Errand(NamedTuple):
    """What all parts of a run have in common. ``folder`` is that of the results."""

    run: str
    job: Job
    identity: dict[str, str]
    folder: Path
    width: int

    def result(self, number: int) -> Path:
        """Return the file or folder with the result of a part."""
        return self.folder / f"part-{number:0{self.width}}{self.job.suffix}"

    def problems(self, number: int) -> Path:
        """Return the file with all problems of a part; there is none where there were none."""
        return self.folder / KEPT / f"problems-{number:0{self.width}}.jsonl"


class Done(NamedTuple):
    """How a part ended.

    ``problems`` counts by kind what was refused or changed, ``notices`` the rest, ``shown`` are the
    first ones as JSON. ``size`` is the bytes of the result. ``failed`` says why there is none;
    ``stop``, why the whole run cannot go on, and where.
    """

    part: int
    articles: int = 0
    entities: int = 0
    quotes: int = 0
    problems: dict[str, int] = {}  # noqa: RUF012 - never changed
    notices: dict[str, int] = {}  # noqa: RUF012 - never changed
    shown: list[dict[str, Any]] = []  # noqa: RUF012 - never changed
    size: int = 0
    seconds: float = 0.0
    failed: str = ""
    stop: tuple[str, str, str] | None = None


def do_part(errand: Errand, part: Part) -> Done:
    """Do the job on one part, in a worker; what a person has to mend comes back as ``stop``.

    Raises:
        RuntimeError: a fault of the program, with the article at it; another try may do better.
    """
    begun = perf_counter()
    articles = _Articles(part)
    try:
        with _ONE_AT_A_TIME:
            check_fit(errand)
            _check_piece(part)
            done = _done(errand, part, articles)
    except PartFailedError as error:
        return Done(part.number, failed=str(error))
    except UserError as error:
        return Done(part.number, stop=(str(error.what), error.where, str(error.todo or "")))
    except Exception as error:  # noqa: BLE001 - told once more, with the article
        # Not every kind of error gets from one process to another; this one does.
        where = f" (article {articles.number} of the part, {articles.last!r})"
        raise RuntimeError(f"{type(error).__name__}: {error}{where}") from None
    return done._replace(seconds=round(perf_counter() - begun, 3))


def check_fit(errand: Errand) -> None:
    """Raise a UserError unless this process sees the folder of the run and has the same program."""
    if errand.run in _fit:
        return
    if _run_in(errand.folder) != errand.run:
        raise UserError(
            message(
                QT_TRANSLATE_NOOP("messages", "A worker does not see the folder of the results.")
            ),
            where=str(errand.folder),
            todo=message(
                QT_TRANSLATE_NOOP(
                    "messages",
                    "All machines need the corpus and this folder under the same paths.",
                )
            ),
        )
    found = errand.job.identity()
    for name, expected in errand.identity.items():
        if found.get(name) != expected:
            raise UserError(
                message(
                    QT_TRANSLATE_NOOP(
                        "messages", "A worker has {name} {found}, and the run has {expected}."
                    ),
                    name=name,
                    found=found.get(name) or "-",
                    expected=expected or "-",
                ),
                todo=message(
                    QT_TRANSLATE_NOOP(
                        "messages", "Install the same program and models on all machines."
                    )
                ),
            )
    _fit.add(errand.run)


def _run_in(folder: Path) -> str:
    """Return the run that has the folder now; empty where none has, or it is not seen."""
    try:
        return (folder / KEPT / RUN).read_text(encoding="utf-8")
    except OSError:
        return ""


def _check_current(errand: Errand) -> None:
    """Raise a UserError when the folder has been begun anew: a scheduler lets tasks run out."""
    if _run_in(errand.folder) != errand.run:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "Another run writes to this folder.")),
            where=str(errand.folder),
            todo=message(
                QT_TRANSLATE_NOOP("messages", "Wait for its end, or give another folder.")
            ),
        )


def mark(errand: Errand) -> None:
    """Leave in the folder of the run by what workers know it."""
    with replacing(errand.folder / KEPT / RUN, force=True) as made:
        made.write_text(errand.run, encoding="utf-8")


class _Articles:
    """The articles of a part; ``problems`` fills as they are read.

    ``number`` and ``last`` are the count, from 1, and the id of the one that was read last.
    """

    def __init__(self, part: Part) -> None:
        self.problems: list[Problem] = []
        self.number = 0
        self.last = ""
        self._part = part

    def __iter__(self) -> Iterator[AnnotatedArticle]:
        for item in reader(self._part.format).read(self._part.source(), ReadOptions()):
            if isinstance(item, Problem):
                self.problems.append(item)
            else:
                self.number += 1
                self.last = item.article.id
                yield item


def _done(errand: Errand, part: Part, articles: _Articles) -> Done:
    path = errand.result(part.number)
    with (replacing_folder if errand.job.folder else replacing)(path, force=True) as made:
        report = errand.job.write(articles, made, path)
        problems = [*articles.problems, *report.problems]
        _check_current(errand)
        _keep_problems(errand.problems(part.number), problems)
    counts: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    first: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for problem in problems:
        counts[problem.severity is Severity.NOTICE][problem.kind] += 1
        if len(first[problem.kind]) < SHOWN:
            first[problem.kind].append(problem.as_json())
    shown = [record for records in first.values() for record in records]
    return Done(
        part.number,
        report.articles,
        report.entities,
        report.quotes,
        dict(counts[False]),
        dict(counts[True]),
        shown,
        size_of(path),
    )


def size_of(path: Path) -> int:
    """Return the bytes of a result, file or folder; -1 where there is none."""
    if path.is_dir():
        return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
    return path.stat().st_size if path.exists() else -1


def _check_piece(part: Part) -> None:
    """Raise a UserError unless the piece is still what was planned."""
    try:
        with window(Path(part.file).open("rb"), part.cut) as piece:
            same = digest(piece) == part.cut.sha256
    except OSError as error:
        raise unreadable(error, part.file) from error
    if not same:
        raise UserError(
            message(QT_TRANSLATE_NOOP("messages", "The file has changed since.")),
            where=part.place,
            todo=message(
                QT_TRANSLATE_NOOP(
                    "messages", "Put the input back as it was, or begin anew with --force."
                )
            ),
        )


def _keep_problems(path: Path, problems: list[Problem]) -> None:
    """Write all problems beside the results; notices are counted, not kept."""
    kept = [problem for problem in problems if problem.severity is not Severity.NOTICE]
    if not kept:
        path.unlink(missing_ok=True)
        return
    with replacing(path, force=True) as made, made.open("wb") as stream:
        stream.writelines(json_line(problem.as_json()) for problem in kept)
