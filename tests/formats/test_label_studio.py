"""Label Studio's JSON: what it carries, what its own versions write, and what is wrong in files."""

from __future__ import annotations

import json
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest

from annotator.core.entities import Entity, Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.formats import recognised, writer
from annotator.formats.base import WriteOptions
from annotator.formats.label_studio_controls import label_config
from annotator.formats.source import open_source

FORMAT = writer("label-studio")
TEXT = "😊 قال سامح شكري بالقاهرة: «لن نقبل التهديد»."
PERSON, PLACE, CONTENT = (
    Span(TEXT.index(part), TEXT.index(part) + len(part))
    for part in ("سامح شكري", "القاهرة", "لن نقبل التهديد")
)
CUE = Span(TEXT.index("قال"), TEXT.index("قال") + 3)
QUOTE = Quote(
    "q1",
    QuoteType.DIRECT,
    (CONTENT,),
    cue=(CUE,),
    source=PERSON,
    speaker=PERSON,
    verbatim=(CONTENT,),
    closed=False,
    note="ملاحظة",
)


def task(*results: dict, **more) -> dict:
    return {"data": {"text": TEXT}, "annotations": [{"result": list(results)}], **more}


def region(span: Span, label: str, id_: str = "r1", **value) -> dict:
    place = {"start": span.start, "end": span.end, "text": span.of(TEXT)}
    return {"id": id_, "type": "labels", "value": {**place, "labels": [label], **value}}


@pytest.fixture
def read(tmp_path, read_file):
    def from_tasks(*tasks):
        path = tmp_path / "tasks.json"
        path.write_text(json.dumps(tasks, ensure_ascii=False, indent=1), encoding="utf-8")
        return read_file(FORMAT, path)

    return from_tasks


def test_quotes_notes_and_suggestions_come_back(article, read_back):
    given = replace(
        article(TEXT, ("سامح شكري", "PER")),
        entities=(
            Entity("e1", PERSON, "PER", note="n"),
            Entity("e2", PLACE, "LOC", Status.SUGGESTED, "camel", 0.5),
        ),
        quotes=(QUOTE,),
    )
    prepared = FORMAT.prepare(given, WriteOptions())
    assert prepared.losses == ()
    ((back,), problems) = read_back(FORMAT, given)
    assert problems == []
    assert back.quotes == (QUOTE,) == prepared.carried.quotes
    assert [(e.span, e.label, e.status, e.origin, e.note) for e in back.entities] == [
        (PERSON, "PER", Status.ACCEPTED, "human", "n"),
        (PLACE, "LOC", Status.SUGGESTED, "camel", ""),
    ]


def test_each_annotation_is_an_annotators_own_and_cancelled_ones_are_none(read):
    one, two = region(PERSON, "PER"), region(PLACE, "LOC")
    annotations = [
        {"result": [one], "completed_by": 7},
        {"result": [two], "completed_by": {"email": "salma@example.org"}},
        {"result": [two], "was_cancelled": True},
    ]
    articles, problems = read({"id": 5, "data": {"text": TEXT}, "annotations": annotations})
    assert problems == []
    assert [(a.article.id, a.annotator, [e.label for e in a.entities]) for a in articles] == [
        ("5", "7", ["PER"]),
        ("5", "salma@example.org", ["LOC"]),
    ]


def test_offsets_that_count_utf16_units_are_told_by_the_spans_text(read):
    moved = region(PERSON, "PER", start=PERSON.start + 1, end=PERSON.end + 1)
    articles, problems = read(task(moved))
    assert problems == []
    assert [e.span for e in articles[0].entities] == [PERSON]


def test_a_span_that_fits_neither_way_is_refused_with_its_line(read):
    wrong = region(PERSON, "PER", start=0, end=3)
    articles, (problem,) = read(task(region(PLACE, "LOC")), task(wrong))
    assert [len(a.entities) for a in articles] == [1, 0]
    assert problem.kind == "offsets"
    assert problem.line > 1


def test_the_smaller_export_is_read(read):
    value = region(PERSON, "PER")["value"]
    articles, problems = read({"id": 3, "text": TEXT, "label": [value], "annotation_id": 9})
    assert problems == []
    assert [(a.article.id, [e.span for e in a.entities]) for a in articles] == [("3", [PERSON])]


@pytest.mark.parametrize(
    ("broken", "kind"),
    [
        ("text", "task"),
        ({"data": {"url": "x"}}, "type"),
        (task("no result"), "result"),
        (task({"id": "r", "type": "rectangle", "value": {}}), "result"),
        (task(region(PERSON, "")), "label"),
        (task({"type": "relation", "from_id": "a", "to_id": "b", "labels": ["x"]}), "relation"),
        ({"data": {"text": TEXT}, "annotations": "none"}, "annotations"),
        ({"data": {"text": TEXT}, "predictions": [3]}, "predictions"),
    ],
)
def test_what_is_wrong_is_told_and_the_rest_is_read(read, broken, kind):
    articles, problems = read(broken, task(region(PLACE, "LOC")))
    assert [problem.kind for problem in problems] == [kind]
    assert [e.label for e in articles[-1].entities] == ["LOC"]


def test_a_file_that_breaks_off_keeps_what_came_before(tmp_path, read_file):
    path = tmp_path / "tasks.json"
    whole = json.dumps([task(region(PLACE, "LOC"))] * 3, ensure_ascii=False)
    path.write_text(whole[:-200], encoding="utf-8")
    articles, (problem,) = read_file(FORMAT, path)
    assert len(articles) == 2
    assert problem.kind == "json"


def test_many_tasks_are_read_from_one_list_across_its_blocks(tmp_path, read_file):
    path = tmp_path / "tasks.json"
    tasks = [{**task(region(PLACE, "LOC")), "id": number} for number in range(3_000)]
    path.write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
    assert path.stat().st_size > 2 * (1 << 18)
    articles, problems = read_file(FORMAT, path)
    assert problems == []
    assert [a.article.id for a in articles] == [str(number) for number in range(3_000)]


def test_both_shapes_of_export_are_recognised(tmp_path):
    for name, value in (("full", task()), ("min", {"text": TEXT, "annotation_id": 1})):
        path = tmp_path / name
        path.write_text(json.dumps([value], ensure_ascii=False), encoding="utf-8")
        assert recognised(open_source(path)) is FORMAT


def test_the_interface_is_xml_with_every_label_and_is_safe_with_any_name():
    root = ET.fromstring(label_config(['A"<b>', "PER"]))
    shown = [label.get("value") for label in root.iter("Label")]
    assert shown[:2] == ['A"<b>', "PER"]
    assert "QUOTE" in shown
