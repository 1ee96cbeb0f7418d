"""What was decided on which day, and how long it took."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import (
    Actor,
    accept,
    add_entities,
    annotate_note,
    finish,
    reject,
    relabel,
    reopen,
    take_suggestions,
)
from annotator.core.entities import Entity
from annotator.core.history import Timeline
from annotator.core.progress import Cancelled, Progress
from annotator.core.quote_decisions import set_type
from annotator.core.quotes import QuoteType
from annotator.core.spans import Span
from annotator.storage import Outcome, Period, ProjectFile, StepKind, Tally, connection

ONE, TWO = "2026-11-21", "2026-11-22"
SALMA, LATER = Actor("salma", f"{ONE}T10:00:00Z"), Actor("salma", f"{TWO}T10:00:00Z")
OMAR = Actor("omar", f"{TWO}T11:00:00Z")


pytestmark = pytest.mark.skipif(
    not hasattr(time, "tzset"), reason="Windows takes its time zone from the system alone"
)


@pytest.fixture(autouse=True)
def further_east(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Two hours ahead of UTC, where a local day begins on the evening before."""
    monkeypatch.setenv("TZ", "XST-2")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


class _Work:
    """One annotator's decisions on one article, each saved."""

    def __init__(self, file: ProjectFile, key: int, annotator: str) -> None:
        self._file, self._key = file, key
        self.now: Timeline = file.timeline(key, annotator)

    def do(self, decide, *args, by: Actor) -> None:
        edit = decide(self.now.state, *args, by)
        after = self.now.perform(edit)
        self._file.record(self._key, self.now, after, edit, kind=StepKind.DO)
        self.now = after

    def undo(self) -> None:
        after, last = self.now.undo(), self.now.history.done[-1]
        self._file.record(self._key, self.now, after, last, kind=StepKind.UNDO)
        self.now = after


@pytest.fixture
def key(file: ProjectFile, annotated: Callable[..., AnnotatedArticle]) -> int:
    return file.add_articles([annotated()]).keys[0]


def entity(day: str, outcome: Outcome, label: str = "PER", origin: str = "names") -> Tally:
    return Tally(day, "entity", label, origin, outcome, 1)


def test_each_kind_of_decision(file: ProjectFile, key: int) -> None:
    work = _Work(file, key, "salma")
    work.do(accept, ["e1"], by=SALMA)
    work.do(relabel, ["e1"], "LOC", by=LATER)
    work.do(set_type, "q1", QuoteType.MIXED, by=LATER)
    work.do(add_entities, [Span(0, 3)], "PER", by=LATER)
    work.do(finish, by=LATER)
    quote = Tally(TWO, "quote", "", "quotes", Outcome.CORRECTED, 1)
    assert set(file.tallies()) == {
        entity(ONE, Outcome.ACCEPTED),
        entity(TWO, Outcome.CORRECTED, "LOC"),
        entity(TWO, Outcome.ADDED, origin="human"),
        quote,
        Tally(TWO, "status", "", "", Outcome.FINISHED, 1),
    }


def test_rejected_and_removed(file: ProjectFile, key: int) -> None:
    work = _Work(file, key, "salma")
    work.do(reject, ["e1", "e2", "q1"], by=SALMA)  # e2 was marked by hand: it goes
    assert set(file.tallies()) == {
        entity(ONE, Outcome.REJECTED),
        entity(ONE, Outcome.REJECTED, "LOC", "human"),
        Tally(ONE, "quote", "", "quotes", Outcome.REJECTED, 1),
    }


def test_what_is_no_decision_does_not_count(file: ProjectFile, key: int) -> None:
    work = _Work(file, key, "salma")
    work.do(accept, ["e1"], by=SALMA)
    work.do(annotate_note, "e1", "sure?", by=SALMA)
    work.do(reopen, ["e1"], by=SALMA)
    work.do(take_suggestions, [Entity("x", Span(26, 28), "LOC", origin="camel")], [], by=SALMA)
    work.do(reject, ["q1"], by=SALMA)
    work.undo()
    assert file.tallies() == [entity(ONE, Outcome.ACCEPTED)]


def test_by_annotator_and_local_day(file: ProjectFile, key: int) -> None:
    # Half past eleven in the evening, UTC, is the next day two hours further east.
    _Work(file, key, "salma").do(accept, ["e1"], by=Actor("salma", f"{ONE}T23:30:00Z"))
    _Work(file, key, "omar").do(reject, ["e1"], by=OMAR)
    accepted, rejected = entity(TWO, Outcome.ACCEPTED), entity(TWO, Outcome.REJECTED)
    assert file.tallies() == [accepted, rejected]
    assert file.tallies(Period("omar")) == [rejected]
    day = date.fromisoformat
    assert file.tallies(Period(since=day(TWO))) == [accepted, rejected]
    assert file.tallies(Period(until=day(ONE))) == []
    assert file.tallies(Period("salma", day(TWO), day(TWO))) == [accepted]


def test_counting_stops_when_nobody_waits_any_more(
    file: ProjectFile, key: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    _Work(file, key, "salma").do(accept, ["e1"], by=SALMA)
    monkeypatch.setattr(connection, "_CHECK_EVERY", 1)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        file.tallies(progress=progress)
    assert file.tallies() == [entity(ONE, Outcome.ACCEPTED)]


def test_labels_that_are_no_text(file: ProjectFile, key: int) -> None:
    work = _Work(file, key, "salma")
    work.do(relabel, ["e1"], "L\ud800", by=SALMA)
    assert file.tallies() == [entity(ONE, Outcome.CORRECTED, "L\ud800")]


def test_time_adds_up_by_day_and_by_finished_article(
    file: ProjectFile, key: int, annotated: Callable[..., AnnotatedArticle]
) -> None:
    other = file.add_articles([annotated("a2", text="غير ذلك قال بايدن إن ما")]).keys[0]
    one, two = date.fromisoformat(ONE), date.fromisoformat(TWO)
    file.add_time(key, "salma", one, 60)
    file.add_time(key, "salma", one, 30)
    file.add_time(key, "salma", two, 10)
    file.add_time(other, "salma", two, 500)
    file.add_time(key, "omar", two, 7)
    assert file.time_by_day() == {ONE: 90, TWO: 517}
    assert file.time_by_day(Period("salma", since=two)) == {TWO: 510}
    assert file.time_by_article() == {}
    _Work(file, key, "salma").do(finish, by=LATER)
    assert file.time_by_article() == {100: 1}
    assert file.time_by_article(Period("omar")) == {}
