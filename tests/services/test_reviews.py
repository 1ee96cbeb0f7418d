"""A review from colleagues' files to its last verdict."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.core.errors import UserError
from annotator.core.verdicts import Choice, Fault
from annotator.review.records import Kind
from annotator.review.settling import Ruling
from annotator.services.comparison import compare
from annotator.services.project import create_project, open_project
from annotator.services.reviewing import Review, Score
from annotator.services.reviews import is_review, make_review, open_review
from tests.services.colleagues import article, omar, salma, write


@pytest.fixture
def sources(tmp_path: Path) -> list[Path]:
    return [write(tmp_path / "a.jsonl", salma()), write(tmp_path / "b.jsonl", omar())]


@pytest.fixture
def review(tmp_path: Path, sources: list[Path]) -> Iterator[Review]:
    made = make_review(tmp_path / "r.annotator", sources, reviewer="حكم")
    yield made
    made.close()


def test_what_all_agree_on_is_accepted_and_the_rest_is_listed(review: Review) -> None:
    rows = list(review.rows())
    assert [row.kind for row in rows] == [Kind.BOUNDARY, Kind.QUOTE_CONTENT, Kind.LABEL]
    assert [row.text for row in rows] == ["بالقاهرة", "لن نقبل التهديد", "باريس"]
    assert review.score(rows) == Score(0, 3)
    accepted = review.session(rows[0].article).state
    assert [e.span.of(accepted.text) for e in accepted.entities] == ["سامح شكري", "واشنطن"]
    assert {e.extra["rule"] for e in accepted.entities} == {"agreed"}


def test_a_decision_is_on_disk_with_who_and_why_and_is_undone(
    tmp_path: Path, review: Review
) -> None:
    row = next(review.rows())
    ruling = Ruling(Choice.TAKEN, ("سلمى",), fault=Fault.SLIP, note="الباء زائدة")
    review.decide(row.article, row.key, ruling)
    with open_project(tmp_path / "r.annotator", annotator="حكم", read_only=True) as seen:
        state = seen.open_article(row.article).state
        assert "القاهرة" in {e.span.of(state.text) for e in state.entities}
        (verdict,) = state.verdicts
        assert (verdict.by, verdict.fault, verdict.note) == ("حكم", Fault.SLIP, "الباء زائدة")
    assert review.score(review.rows()) == Score(1, 3)
    review.session(row.article).undo()
    assert review.score(review.rows()) == Score(0, 3)
    review.session(row.article).redo()
    review.reopen(row.article, row.key)
    assert review.score(review.rows()) == Score(0, 3)


def test_what_is_alike_is_decided_in_one_step_and_undone_in_one(
    tmp_path: Path, sources: list[Path]
) -> None:
    texts = [f"عاد إلى باريس مرة {number}" for number in range(4)]
    for path, name, label in zip(sources, ("سلمى", "عمر"), ("LOC", "ORG"), strict=True):
        path.unlink()
        write(path, [article(t[-1], t, name, [("باريس", label)]) for t in texts])
    review = make_review(tmp_path / "r.annotator", sources, reviewer="حكم")
    rows = list(review.rows())
    alike = review.alike(rows[0], rows)
    assert len(alike) == 3
    chosen = [(row.article, row.key) for row in (rows[0], *alike)]
    outcome = review.decide_all(chosen, Ruling(Choice.TAKEN, ("سلمى",)))
    assert len(outcome.touched) == 4
    assert review.score(review.rows()) == Score(4, 4)
    review.session(rows[2].article).undo()
    assert review.score(review.rows()) == Score(0, 4)
    review.close()


def test_a_review_is_opened_again_where_it_was_left(tmp_path: Path, review: Review) -> None:
    row = next(review.rows())
    review.decide(row.article, row.key, Ruling(Choice.NOTHING))
    review.close()
    again = open_review(tmp_path / "r.annotator")
    assert again.setup == review.setup
    assert again.score(again.rows()) == Score(1, 3)
    assert is_review(again.project.file)
    again.close()


def test_colleagues_files_stay_as_they_are(tmp_path: Path, sources: list[Path]) -> None:
    before = [path.read_bytes() for path in sources]
    make_review(tmp_path / "r.annotator", sources, reviewer="عمر").close()
    assert [path.read_bytes() for path in sources] == before
    again = open_review(tmp_path / "r.annotator")
    assert again.setup.reviewer == "عمر (review)"
    again.close()


def test_a_review_needs_two_annotators_and_a_project_need_not_be_one(
    tmp_path: Path, sources: list[Path]
) -> None:
    with pytest.raises(UserError, match="no two annotators"):
        make_review(tmp_path / "r.annotator", sources[:1])
    assert not (tmp_path / "r.annotator").exists()
    create_project(tmp_path / "p.annotator").close()
    with pytest.raises(UserError, match="no review"):
        open_review(tmp_path / "p.annotator")
    with pytest.raises(UserError, match="Unknown rule"):
        make_review(tmp_path / "r.annotator", sources, rule="none")


def test_a_comparison_of_a_file_with_itself_finds_nothing(
    tmp_path: Path, sources: list[Path]
) -> None:
    again = write(tmp_path / "c.jsonl", salma("هند"))
    found = compare([sources[0], again])
    assert found.differences == ()
    record = found.as_json()
    assert record["articles"] == {"matched": 2, "unmatched": 0}
    (pair,) = record["pairs"]
    assert (pair["a"], pair["b"]) == ("سلمى", "هند")
    assert pair["entities"]["exact"]["f1"] == pair["kappa"] == pair["alpha_unitizing"] == 1
