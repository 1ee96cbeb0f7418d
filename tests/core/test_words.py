"""Messages, errors, problems, labels and progress: the small values that everything speaks in."""

from __future__ import annotations

import pytest

from annotator.core.errors import UserError
from annotator.core.labels import Label, LabelSet
from annotator.core.messages import message
from annotator.core.problems import Problem, Severity
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import Span


def test_a_message_fills_its_sentence():
    assert str(message("No such file: {path}", path="a.txt")) == "No such file: a.txt"
    assert str(message("{text} is odd", text="سلام")) == "سلام is odd"
    assert str(message("100 % {sure}")) == "100 % {sure}"


def test_a_message_may_carry_another():
    assert str(message("Not read: {why}", why=message("no {x}", x=1))) == "Not read: no 1"


def test_an_error_says_what_where_and_what_to_do():
    error = UserError(message("Not a project"), where="a.txt", todo=message("Choose another."))
    assert str(error) == "a.txt: Not a project\nChoose another."
    assert str(UserError(message("Not a project"))) == "Not a project"


@pytest.mark.parametrize(
    ("places", "shown"),
    [
        ({}, "Odd."),
        ({"file": "a.jsonl"}, "a.jsonl: Odd."),
        ({"file": "a.jsonl", "line": 3, "record": "e1"}, "a.jsonl:3: e1: Odd."),
        ({"article": "seed"}, "seed: Odd."),
    ],
)
def test_a_problem_names_its_place(places: dict[str, object], shown: str):
    assert str(Problem("odd", message("Odd."), **places)) == shown


def test_a_problem_as_json():
    problem = Problem("offsets", message("Odd."), Severity.CHANGED, "a", 3, "seed", Span(0, 0))
    assert problem.as_json() == {
        "file": "a",
        "line": 3,
        "article": "seed",
        "span": [0, 0],
        "id": None,
        "kind": "offsets",
        "severity": "changed",
        "message": "Odd.",
    }
    assert Problem("odd", message("Odd.")).as_json()["span"] is None


LABELS = LabelSet(
    "news",
    (Label("PER", {"ar": "شخص", "en": "Person"}), Label("LOC", {"en": "Place"}), Label("ORG")),
    {"PERS": "PER", "LOC": "PER"},
)


def test_labels_by_id_and_alias():
    assert [label.id for label in LABELS] == ["PER", "LOC", "ORG"]
    assert "PER" in LABELS
    assert "PERS" not in LABELS
    assert LABELS.resolve("PERS") == "PER"
    assert LABELS.resolve("LOC") == "LOC"  # its own id, whatever the aliases say
    assert LABELS.resolve("DATE") == "DATE"
    assert LABELS.get("LOC") == LABELS.labels[1]
    assert LABELS.get("DATE") is None


def test_a_label_has_a_name_in_every_language():
    names = [label.name("ar") for label in LABELS]
    assert names == ["شخص", "Place", "ORG"]


def test_progress_reports_until_it_is_cancelled():
    seen: list[tuple[int, int | None]] = []
    progress = Progress(lambda done, total: seen.append((done, total)))
    progress.at(1)
    progress.at(2, 5)
    progress.cancel()
    assert progress.cancelled
    with pytest.raises(Cancelled):
        progress.at(3, 5)
    with pytest.raises(Cancelled):
        progress.check()
    assert seen == [(1, None), (2, 5)]


def test_progress_without_a_listener():
    Progress().at(1, 2)
