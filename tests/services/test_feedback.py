"""What goes back to colleagues: their sets as they are after the review, and why."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotator.bundled import seeds
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.entities import Status
from annotator.core.errors import UserError
from annotator.core.progress import Cancelled, Progress
from annotator.core.spans import Span
from annotator.core.verdicts import Choice, Fault
from annotator.review.feedback import CORRECTION, corrected
from annotator.review.records import accepted_entities, accepted_quotes, identity
from annotator.review.settling import Ruling
from annotator.services.feedback import FeedbackOptions, write_feedback
from annotator.services.reading import Reading
from annotator.services.reviewing import Review
from annotator.services.reviews import make_review
from tests.services.colleagues import article, write

SEEDS = [seeds() / "review" / "salma.jsonl", seeds() / "review" / "yusuf.jsonl"]


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    made = make_review(tmp_path / "r.annotator", SEEDS, reviewer="نور")
    yield made
    made.close()


def settle(review: Review, text: str, ruling: Ruling) -> None:
    row = next(row for row in review.rows() if row.text == text)
    review.decide(row.article, row.key, ruling)


def read(path: Path) -> AnnotatedArticle:
    reading = Reading([path])
    (one,) = reading.articles()
    assert reading.report.problems == []
    return one


def meant(one: AnnotatedArticle) -> set[object]:
    return {identity(record) for record in (*accepted_entities(one), *accepted_quotes(one))}


def test_when_all_is_decided_everybody_has_what_the_reviewer_has(
    tmp_path: Path, review: Review
) -> None:
    wanted = [Choice.TAKEN, Choice.NOTHING]
    for number, row in enumerate(list(review.rows())):
        taken = (("salma",), ("yusuf",), ("salma", "yusuf"))[number % 3]
        choice = wanted[number % 5 == 4]
        review.decide(row.article, row.key, Ruling(choice, taken if choice is Choice.TAKEN else ()))
    told = write_feedback(review, tmp_path / "back")
    own = review.session(row.article).state
    for name in ("salma", "yusuf"):
        back = read(tmp_path / "back" / f"{name}.jsonl")
        assert back.annotator == name
        assert meant(back) == meant(own)
        assert back.status is ArticleStatus.REVIEWED
        changed = [r for r in (*back.entities, *back.quotes) if CORRECTION in r.extra]
        assert len(changed) >= 3
    assert [one.pending for one in told.colleagues] == [0, 0]


def test_a_corrected_record_says_what_it_was_and_why(tmp_path: Path, review: Review) -> None:
    note = "الباء ليست من الاسم"
    settle(review, "بواشنطن", Ruling(Choice.TAKEN, ("salma",), fault=Fault.SLIP, note=note))
    told = write_feedback(review, tmp_path / "back")
    back, before = read(tmp_path / "back" / "yusuf.jsonl"), read(SEEDS[1])
    (found,) = [entity for entity in back.entities if entity.extra]
    was = before.entity(found.id)
    assert was is not None
    assert (was.span.of(back.text), found.span.of(back.text)) == ("بواشنطن", "واشنطن")
    assert (found.note, found.annotator) == (note, "نور")
    assert found.extra[CORRECTION] == {
        "kind": "boundary",
        "was": {"start": was.span.start, "end": was.span.end, "label": "LOC", "text": "بواشنطن"},
        "now": [
            {"start": was.span.start + 1, "end": was.span.end, "label": "LOC", "text": "واشنطن"}
        ],
        "fault": "slip",
        "note": note,
        "by": "نور",
    }
    # All else is as it was sent, and whoever was right hears nothing.
    assert [e for e in back.entities if e.id != found.id] == [
        e for e in before.entities if e.id != found.id
    ]
    assert read(tmp_path / "back" / "salma.jsonl") == read(SEEDS[0])
    assert [(one.corrections, one.pending) for one in told.colleagues] == [(0, 12), (1, 12)]


def test_what_has_no_place_stays_as_rejected(tmp_path: Path, review: Review) -> None:
    settle(review, "الأذربيجاني", Ruling(Choice.NOTHING, note="صفة"))
    write_feedback(review, tmp_path / "back")
    back = read(tmp_path / "back" / "yusuf.jsonl")
    (gone,) = [entity for entity in back.entities if entity.status is Status.REJECTED]
    assert (gone.span.of(back.text), gone.note) == ("الأذربيجاني", "صفة")
    assert gone.extra[CORRECTION]["now"] == []
    assert back.status is ArticleStatus.DONE  # as it was sent: not all is decided


def test_what_was_missing_comes_and_what_was_edited_by_hand_too(
    tmp_path: Path, review: Review
) -> None:
    settle(review, "خلّفت نحو 5 آلاف قتيل", Ruling(Choice.TAKEN, ("yusuf",)))
    write_feedback(review, tmp_path / "back")
    (new,) = [q for q in read(tmp_path / "back" / "salma.jsonl").quotes if q.extra]
    assert new.extent.of(read(SEEDS[0]).text) == "خلّفت نحو 5 آلاف قتيل"
    assert new.id not in {quote.id for quote in read(SEEDS[0]).quotes}
    assert new.extra[CORRECTION]["was"] is None
    assert "from" not in new.extra


def test_a_note_of_ones_own_stays(tmp_path: Path, review: Review) -> None:
    settle(review, "البيت ألأبيض", Ruling(Choice.TAKEN, ("salma",), note="المبنى"))
    write_feedback(review, tmp_path / "back")
    back = read(tmp_path / "back" / "yusuf.jsonl")
    assert [e.note for e in back.entities if e.note] == ["المبنى أم الرئاسة؟\nالمبنى"]


def test_no_names_where_none_are_wanted(tmp_path: Path, review: Review) -> None:
    settle(review, "بواشنطن", Ruling(Choice.TAKEN, ("salma",)))
    settle(review, "باكو", Ruling(Choice.TAKEN, ("yusuf",), fault=Fault.GUIDELINE))
    write_feedback(review, tmp_path / "back", FeedbackOptions("en", names=False))
    for name, others in (("yusuf", ("salma", "نور")), ("salma", ("yusuf", "نور"))):
        for suffix in ("jsonl", "html"):
            written = (tmp_path / "back" / f"{name}.{suffix}").read_text(encoding="utf-8")
            assert not any(other in written for other in others)
    assert "نور" not in (tmp_path / "back" / "guideline-gaps.md").read_text(encoding="utf-8")


def test_everybody_gets_the_format_they_sent(tmp_path: Path) -> None:
    text = "عاد إلى باريس وليون ."
    files = [
        write(tmp_path / "a.jsonl", [article("a", text, "سلمى", [("باريس", "LOC")])]),
        write(tmp_path / "b.conll", [article("a", text, "", [("باريس", "ORG")])], "conll2002"),
    ]
    review = make_review(tmp_path / "r.annotator", files, reviewer="نور")
    settle(review, "باريس", Ruling(Choice.TAKEN, ("سلمى",)))
    told = write_feedback(review, tmp_path / "back")
    review.close()
    names = [[path.name for path in one.written] for one in told.colleagues]
    assert names == [["سلمى.jsonl", "سلمى.html"], ["b.jsonl", "b.conll", "b.html"]]
    assert "باريس B-LOC" in (tmp_path / "back" / "b.conll").read_text(encoding="utf-8")


def test_a_format_for_all_may_be_a_folder(tmp_path: Path, review: Review) -> None:
    settle(review, "باكو", Ruling(Choice.TAKEN, ("yusuf",)))
    told = write_feedback(review, tmp_path / "back", FeedbackOptions(format_id="brat"))
    assert (tmp_path / "back" / "salma").is_dir()
    assert all(path.exists() for one in told.colleagues for path in one.written)
    again = write_feedback(
        review, tmp_path / "back", FeedbackOptions(format_id="jsonl"), force=True
    )
    assert [len(one.written) for one in again.colleagues] == [2, 2]


def test_guideline_gaps_are_a_list_that_markdown_reads_as_text(tmp_path: Path) -> None:
    mark = "*باريس* [x](y) <b>"
    files = [
        write(tmp_path / f"{name}.jsonl", [article("a", f"زار {mark} أمس", name, [(mark, label)])])
        for name, label in (("a", "LOC"), ("b", "ORG"))
    ]
    review = make_review(tmp_path / "r.annotator", files, reviewer="c")
    row = next(review.rows())
    note = "# <script>\n- x"
    review.decide(
        row.article, row.key, Ruling(Choice.TAKEN, ("a",), fault=Fault.GUIDELINE, note=note)
    )
    told = write_feedback(review, tmp_path / "back", FeedbackOptions("en"))
    review.close()
    assert told.gaps == 1
    lines = (tmp_path / "back" / "guideline-gaps.md").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "# What the guidelines leave open"
    assert lines[2] == r"- **\*باريس\* \[x\](y) \<b\>** (Label)"
    assert lines[3] == r"  - \# \<script\> - x"


def test_no_list_without_gaps_and_no_folder_after_cancelling(
    tmp_path: Path, review: Review
) -> None:
    told = write_feedback(review, tmp_path / "back")
    assert told.gaps_file is None
    assert not (tmp_path / "back" / "guideline-gaps.md").exists()
    with pytest.raises(UserError):
        write_feedback(review, tmp_path / "back")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_feedback(review, tmp_path / "other", progress=progress)
    assert not (tmp_path / "other").exists()


def test_names_of_annotators_lead_nowhere_else(tmp_path: Path) -> None:
    files = [
        write(tmp_path / f"{n}.jsonl", [article("a", "زار باريس أمس", name, [("باريس", label)])])
        for n, (name, label) in enumerate((("../x", "LOC"), ("..\\X", "ORG"), ("con", "PER")))
    ]
    review = make_review(tmp_path / "r.annotator", files, reviewer="c")
    told = write_feedback(review, tmp_path / "back")
    review.close()
    assert [one.written[0].name for one in told.colleagues] == [
        "x.jsonl",
        "X-2.jsonl",
        "_con.jsonl",
    ]


def test_quotes_stay_nested_in_quotes_of_their_own_set(review: Review) -> None:
    row = next(row for row in review.rows() if row.text == "خلّفت نحو 5 آلاف قتيل")
    review.decide(row.article, row.key, Ruling(Choice.TAKEN, ("yusuf",)))
    matched, own = review.article(row.article), review.session(row.article).state
    (brought,) = [q for q in own.quotes if q.extent.of(own.text) == row.text]
    outer = next(q for q in own.quotes if q.id != brought.id)
    own = replace(
        own,
        quotes=tuple(replace(q, nested_in=outer.id) if q is brought else q for q in own.quotes),
    )
    back = corrected(matched, "salma", own).article
    (new,) = [q for q in back.quotes if q.extra]
    assert new.nested_in is not None
    inside = back.quote(new.nested_in)
    assert inside is not None
    assert identity(inside) == identity(outer)


def test_the_page_shows_corrections_alone(tmp_path: Path, review: Review) -> None:
    settle(review, "باكو", Ruling(Choice.TAKEN, ("yusuf",), note="العاصمة مكان"))
    write_feedback(review, tmp_path / "back", FeedbackOptions("en"))
    salma, yusuf = (
        (tmp_path / "back" / f"{name}.html").read_text(encoding="utf-8")
        for name in ("salma", "yusuf")
    )
    assert salma.count('class="difference"') == 1
    assert "العاصمة مكان" in salma
    assert 'class="difference"' not in yusuf


def test_a_span_edited_by_hand_goes_back(tmp_path: Path, review: Review) -> None:
    text = "جيهون بيرموف ثمّ الأرميني زهراب مناتساكانيان"
    row = next(row for row in review.rows() if row.text == text)
    session = review.session(row.article)
    # The reviewer's set has what all agree on; one of these stands for the verdict here.
    record = next(e for e in session.state.entities if e.label == "PER")
    review.decide(row.article, row.key, Ruling(Choice.EDITED, records=(record.id,)))
    write_feedback(review, tmp_path / "back")
    back = read(tmp_path / "back" / "yusuf.jsonl")
    whole = Span(row.start, row.end)
    assert whole not in {entity.span for entity in accepted_entities(back)}
    (changed,) = [entity for entity in back.entities if CORRECTION in entity.extra]
    assert changed.span == record.span


def test_json_is_plain(tmp_path: Path, review: Review) -> None:
    told = write_feedback(review, tmp_path / "back")
    assert json.loads(json.dumps(told.as_json()))["colleagues"][0]["annotator"] == "salma"
