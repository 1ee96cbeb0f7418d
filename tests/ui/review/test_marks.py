"""What a review looks like on the page, as data."""

from __future__ import annotations

import pytest

from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.decisions import Actor
from annotator.core.edits import apply
from annotator.core.spans import Span
from annotator.core.verdicts import Choice
from annotator.review.comparing import disagreements
from annotator.review.records import MatchedArticle
from annotator.review.settling import Ruling, settle
from annotator.ui.article.marks import Look, Mark
from annotator.ui.review.marks import ReviewMarks, Sheet, places
from tests.services.colleagues import article

TEXT = "زار وزير الخارجية سامح شكري بالقاهرة وقال: «لن نقبل التهديد»."
LETTERS = ("A", "B", "C")


def matched(*sets: list[tuple[str, str]], content: tuple[str, ...] = ()) -> MatchedArticle:
    names = ("one", "two", "three")[: len(sets)]
    contents = content or ("",) * len(sets)
    made = {
        name: article("a", TEXT, name, marks, quoted)
        for name, marks, quoted in zip(names, sets, contents, strict=True)
    }
    return MatchedArticle(next(iter(made.values())).article, made)


def marks_of(both: MatchedArticle, own: AnnotatedArticle | None = None) -> ReviewMarks:
    own = own or AnnotatedArticle(both.article)
    sheet = Sheet(both, disagreements(both), own, LETTERS[: len(both.sets)])
    return ReviewMarks(sheet, load_label_set(), "en")


def of_look(marks: ReviewMarks, look: Look) -> list[Mark]:
    return [mark for mark in marks.marks(0, len(TEXT)) if mark.look is look]


def words(mark: Mark) -> str:
    return mark.span.of(TEXT)


def test_only_what_differs_is_tinted_and_named() -> None:
    both = matched(
        [("سامح شكري", "PER"), ("القاهرة", "LOC")], [("سامح شكري", "PER"), ("بالقاهرة", "LOC")]
    )
    marks = marks_of(both)
    assert [words(mark) for mark in of_look(marks, Look.DIFFERENCE)] == ["بالقاهرة"]
    over, under = of_look(marks, Look.BAR_OVER), of_look(marks, Look.BAR_UNDER)
    assert [(words(mark), mark.name) for mark in over] == [
        ("سامح شكري", ""),
        ("القاهرة", "A Place"),
    ]
    assert [(words(mark), mark.name) for mark in under] == [
        ("سامح شكري", ""),
        ("بالقاهرة", "B Place"),
    ]


def test_nested_spans_lie_in_lanes_of_their_own() -> None:
    nested = [("وزير الخارجية سامح شكري", "PER"), ("الخارجية", "ORG"), ("سامح شكري", "PER")]
    marks = marks_of(matched(nested, nested[1:]))
    over = {words(mark): mark for mark in of_look(marks, Look.BAR_OVER)}
    assert over["وزير الخارجية سامح شكري"].depth == 0
    assert over["الخارجية"].depth == over["سامح شكري"].depth == 1
    assert {mark.lanes for mark in over.values()} == {2}
    assert {mark.depth for mark in of_look(marks, Look.BAR_UNDER)} == {0}


def test_further_annotators_lie_below_and_share_a_name_where_they_agree() -> None:
    shorter, longer = [("سامح شكري", "PER")], [("وزير الخارجية سامح شكري", "PER")]
    under = of_look(marks_of(matched(shorter, longer, longer)), Look.BAR_UNDER)
    assert [(mark.depth, mark.lanes, mark.name) for mark in under] == [
        (0, 2, "B C Person"),
        (1, 2, ""),
    ]


@pytest.mark.parametrize(
    ("choice", "look"),
    [(Choice.TAKEN, Look.ACCEPTED), (Choice.NOTHING, Look.DIFFERENCE)],
)
def test_what_is_settled_shows_what_was_decided(choice: Choice, look: Look) -> None:
    both = matched([("القاهرة", "LOC")], [("بالقاهرة", "LOC")])
    (found,) = disagreements(both)
    own = AnnotatedArticle(both.article)
    taken = ("one",) if choice is Choice.TAKEN else ()
    own = apply(own, settle(own, both, found, Ruling(choice, taken), Actor("r", "")))
    shown = marks_of(both, own)
    (mark,) = [*of_look(shown, Look.ACCEPTED), *of_look(shown, Look.DIFFERENCE)]
    assert mark.look is look
    current = shown.with_current(found.key)
    assert any(mark.current for mark in of_look(current, Look.DIFFERENCE))


def test_of_quotes_what_differs_is_tinted_alone() -> None:
    both = matched([], [], content=("لن نقبل التهديد", "نقبل التهديد"))
    (found,) = disagreements(both)
    assert [span.of(TEXT) for span in places(found)] == ["لن "]
    shown = marks_of(both)
    assert [mark.name for mark in of_look(shown, Look.BAR_OVER)] == ["A direct"]
    assert not of_look(shown, Look.CUE)
    (cue,) = of_look(shown.with_current(found.key), Look.CUE)
    assert cue.name == "A B"


def test_a_quote_that_one_lacks_is_tinted_whole() -> None:
    both = matched([], [], content=("لن نقبل التهديد", ""))
    (found,) = disagreements(both)
    assert places(found) == [Span(*found.extent)]


def test_the_shortest_disagreement_is_found_first() -> None:
    both = matched([("وزير الخارجية سامح شكري", "PER"), ("الخارجية", "ORG")], [])
    inside = TEXT.index("الخارجية") + 1
    found = marks_of(both).at(inside)
    assert [one.extent.of(TEXT) for one in found] == ["الخارجية", "وزير الخارجية سامح شكري"]


def test_what_is_no_disagreement_is_never_current() -> None:
    both = matched([("القاهرة", "LOC")], [("بالقاهرة", "LOC")])
    assert marks_of(both).with_current("gone").current == ""
