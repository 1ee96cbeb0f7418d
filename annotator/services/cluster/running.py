"""A run over a corpus in parts, dealt out by Dask: one future a part, as many as there are workers.

Only numbers travel: where a piece of the input lies goes out, counts come back. A worker that dies
costs the part that it was at; Dask gives that part to another one. A part at which workers die
every time is given up and listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from uuid import uuid4

from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Progress
from annotator.core.spans import Span
from annotator.services.cluster.clients import RETRIES, Where, connected, reason_of
from annotator.services.cluster.jobs import Job
from annotator.services.cluster.ledger import Ledger, Plan, check_same
from annotator.services.cluster.plan import Part, Reads, check_unchanged, inputs_of, parts_of
from annotator.services.cluster.work import SHOWN, Done, Errand, do_part, mark
from annotator.services.part_size import ARTICLES
from annotator.services.presuggesting import now

if TYPE_CHECKING:
    from distributed import Client, Future

_WIDTH = 5


class Asked(NamedTuple):
    """What is to be done: the job, on which files, into which folder, in parts of which size."""

    job: Job
    paths: Sequence[Path]
    out: Path
    reads: Reads = Reads()
    articles: int = ARTICLES
    force: bool = False


class Failed(NamedTuple):
    """A part that was given up: its place in the input, and why."""

    part: int
    place: str
    reason: str


@dataclass(slots=True)
class RunReport:
    """What a run has brought so far, with what it brought before it was stopped.

    ``problems`` are the first ones of each kind; ``counts`` how many cost something, by kind,
    ``notices`` how many do not. ``parts`` is how many there are, ``now`` how many this time did.
    """

    out: Path
    parts: int = 0
    now: int = 0
    articles: int = 0
    entities: int = 0
    quotes: int = 0
    problems: list[Problem] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)
    notices: Counter[str] = field(default_factory=Counter)
    failed: list[Failed] = field(default_factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether every part is done, and nothing was left out or changed."""
        return not self.failed and not self.counts

    def as_json(self) -> dict[str, Any]:
        """Return the record that ``--json`` prints."""
        return {
            "articles": self.articles,
            "entities": self.entities,
            "quotes": self.quotes,
            "counts": dict(self.counts + self.notices),
            "problems": [problem.as_json() for problem in self.problems],
            "written": [str(self.out)],
            "parts": {
                "total": self.parts,
                "done": self.parts - len(self.failed),
                "failed": [each._asdict() for each in self.failed],
            },
        }


def run_parts(asked: Asked, where: Where, progress: Progress | None = None) -> RunReport:
    """Do a job on every part that is not done yet, and report all of it.

    The results are ``part-00001`` and so on in ``asked.out``, in the order of the input: one after
    the other they are what one process would have written. When this is stopped, by whatever, the
    same call goes on. ``progress`` counts articles; Dask need not be installed until it is needed.

    Raises:
        UserError: the folder holds something else or a run with other settings or input, the
            cluster cannot be used, or a worker cannot do the job; what was done stays.
        Cancelled: ``progress`` asked for it; what was done stays.
    """
    progress = progress or Progress()
    _check_apart(asked)
    with Ledger.open(asked.out) as ledger:
        if not asked.force:
            ledger.load()
        plan = _plan(ledger, asked, progress)
        parts = list(parts_of(plan.inputs, asked.reads))
        job = asked.job.at(plan.created)
        width = max(_WIDTH, len(str(len(parts))))
        errand = Errand(plan.run, job, plan.identity, asked.out.absolute(), width)
        mark(errand)
        report = RunReport(asked.out, len(parts))
        total = sum(part.cut.lines for part in parts)
        left = [part for part in parts if not ledger.is_done(errand, part.number)]
        at = total - sum(part.cut.lines for part in left)
        progress.at(at, total)
        if left:
            with connected(where, len(left)) as client:
                for part, done in _dealt(client, errand, left):
                    ledger.note(done)
                    report.now += not done.failed
                    at += part.cut.lines
                    progress.at(at, total)
        _add_up(report, parts, ledger)
        return report


def _plan(ledger: Ledger, asked: Asked, progress: Progress) -> Plan:
    """Return the plan of the run that goes on, after a look at whether it can, or a new one."""
    settings = {**asked.job.settings(), "articles a part": asked.articles, **asked.reads._asdict()}
    identity = asked.job.identity()
    if (plan := ledger.plan) is None:
        inputs = inputs_of(asked.paths, asked.articles, asked.reads, progress)
        if not inputs:
            raise UserError(
                message(QT_TRANSLATE_NOOP("messages", "There is no article to work on.")),
                where=", ".join(map(str, asked.paths)),
                todo=message(
                    QT_TRANSLATE_NOOP("messages", "Give JSON Lines or Parquet with articles.")
                ),
            )
        plan = Plan(uuid4().hex, now(), asked.articles, settings, identity, inputs)
        if asked.force:  # not before it is known that there is something to put in its place
            ledger.drop()
        ledger.begin(plan)
        return plan
    check_same({**plan.settings, **plan.identity}, {**settings, **identity}, asked.out)
    check_unchanged(plan.inputs, asked.paths, asked.articles, asked.reads)
    return plan


def _dealt(client: Client, errand: Errand, parts: Sequence[Part]) -> Iterator[tuple[Part, Done]]:
    """Yield how each part ended, in the order in which they end.

    As many are handed out as there are workers: one that waited in a dying worker's queue would be
    blamed for its death.
    """
    from distributed import as_completed  # noqa: PLC0415 - need not be installed

    waiting = iter(parts)
    under_way: dict[str, Part] = {}
    ended = as_completed([], loop=client.loop)

    def deal() -> None:
        free = max(1, len(client.scheduler_info(n_workers=-1)["workers"])) - len(under_way)
        for part in islice(waiting, max(0, free)):
            # A run's own keys: Dask would take two tasks of one key for the same one.
            key = f"annotator-{errand.run}-{uuid4().hex}-{part.number}"
            under_way[key] = part
            ended.add(client.submit(do_part, errand, part, key=key, pure=False, retries=RETRIES))

    deal()
    for future in ended:
        part = under_way.pop(future.key)
        done = _ended(future, part)
        future.release()
        deal()
        yield part, done


def _ended(future: Future[Done], part: Part) -> Done:
    """Return how a part ended.

    Raises:
        UserError: nothing can go on as things are.
    """
    if future.status != "finished":
        return Done(part.number, failed=reason_of(future))
    return checked(future.result())


def checked(done: Done) -> Done:
    """Return how a part ended, unless a person has to mend something first.

    Raises:
        UserError: what a worker has told to mend.
    """
    if done.stop is not None:
        what, place, todo = done.stop
        raise UserError(Message(what), where=place, todo=Message(todo) if todo else None)
    return done


def _add_up(report: RunReport, parts: Sequence[Part], ledger: Ledger) -> None:
    """Fill the report from the ledger, in the order of the parts."""
    shown: Counter[str] = Counter()
    for part in parts:
        done = ledger.done[part.number]
        if done.failed:
            report.failed.append(Failed(part.number, part.place, done.failed))
            continue
        report.articles += done.articles
        report.entities += done.entities
        report.quotes += done.quotes
        report.counts.update(done.problems)
        report.notices.update(done.notices)
        for record in done.shown:
            shown[record["kind"]] += 1
            if shown[record["kind"]] <= SHOWN:
                report.problems.append(_problem(record))


def _problem(record: dict[str, Any]) -> Problem:
    return Problem(
        record["kind"],
        Message(record["message"]),
        Severity(record["severity"]),
        record["file"],
        record["line"],
        record["article"],
        Span(*record["span"]) if record["span"] else None,
        record["id"] or "",
    )


def _check_apart(asked: Asked) -> None:
    """Raise a UserError when the results would lie among the files that are read, or these there.

    Beginning anew would remove what is read.
    """
    out = asked.out.resolve()
    for path in map(Path.resolve, asked.paths):
        if out == path or path in out.parents or out in path.parents:
            raise UserError(
                message(QT_TRANSLATE_NOOP("messages", "The results would lie among what is read.")),
                where=str(asked.out),
                todo=message(QT_TRANSLATE_NOOP("messages", "Give a folder outside of the corpus.")),
            )
