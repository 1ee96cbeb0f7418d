"""Deciding by hand, by the keyboard: each part of a quote, edges and labels of entities."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.core.verdicts import Choice, Fault
from annotator.review.records import Kind
from annotator.services.project import open_project
from annotator.services.reviews import make_review, open_review
from annotator.ui.review.remark_dialog import RemarkDialog
from annotator.ui.review.window import ReviewWindow
from tests.services.colleagues import write
from tests.ui.review.conftest import OpenReview, press

TEXT = "قال الوزير سامح شكري إن المتحدث علي أكد أن الموقف ثابت ولن يتغير أبدا، حسب بيان."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


OUTER = Quote(
    "q1",
    QuoteType.INDIRECT,
    (at("إن المتحدث علي أكد أن الموقف ثابت ولن يتغير أبدا"),),
    (at("قال"),),
    at("سامح شكري"),
)
HIS = Quote("q2", QuoteType.INDIRECT, (at("أن الموقف ثابت"),), (at("أكد"),), at("علي"), None)
HERS = replace(HIS, content=(at("أن الموقف ثابت ولن يتغير"),), source=at("المتحدث علي"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A review of one article: of the inner quote, content and speaker differ, and the nesting."""
    names = (("e1", "سامح شكري", "PER"), ("e2", "علي", "PER"))
    entities = tuple(Entity(id_, at(words), label) for id_, words, label in names)

    def set_of(annotator: str, *quotes: Quote) -> AnnotatedArticle:
        return AnnotatedArticle(Article("a1", TEXT), annotator, entities=entities, quotes=quotes)

    sources = [
        write(tmp_path / "a.jsonl", [set_of("سلمى", OUTER, replace(HIS, nested_in="q1"))]),
        write(tmp_path / "b.jsonl", [set_of("عمر", OUTER, HERS)]),
    ]
    made = tmp_path / "r.annotator"
    make_review(made, sources, reviewer="حكم").close()
    return made


def decided(path: Path) -> Quote:
    """Return the inner quote of the reviewer's set, on disk."""
    with open_project(path, annotator="حكم", read_only=True) as project:
        (key,) = project.file.article_keys().values()
        state = project.open_article(key).state
    (inner,) = (quote for quote in state.quotes if quote.content != OUTER.content)
    return inner


def words(spans: tuple[Span, ...]) -> list[str]:
    return [span.of(TEXT) for span in spans]


def select(window: ReviewWindow, part: str) -> None:
    window.view.select(at(part))


def test_every_part_of_a_quote_is_changed_by_keys_and_saved(
    open_window: OpenReview, qtbot: QtBot, path: Path
) -> None:
    window = open_window(path)
    found = window.stepping.found()
    assert set(found.kinds) == {Kind.QUOTE_CONTENT, Kind.QUOTE_SOURCE}
    press(qtbot, window, "E")
    assert window.hand.active
    assert window.pane.model.settled() == 0, "looking at it decides nothing"
    select(window, "أن الموقف ثابت ولن يتغير أبدا")
    press(qtbot, window, "Q")
    select(window, "حسب بيان")
    press(qtbot, window, "V")
    select(window, "الوزير سامح شكري")
    press(qtbot, window, "W")
    press(qtbot, window, "T", "I")
    # Each is on the disk before Enter.
    quote = decided(path)
    assert words(quote.content) == ["أن الموقف ثابت ولن يتغير أبدا"]
    assert words(quote.cue) == ["حسب بيان"]
    assert quote.source.of(TEXT) == "الوزير سامح شكري"
    assert quote.type is QuoteType.DIRECT
    assert quote.nested_in is None, "it was nested as with the first annotator"
    press(qtbot, window, "I")
    window.view.set_caret(quote.content[0].start)
    press(qtbot, window, Qt.Key.Key_Return)
    assert not window.hand.active
    assert window.pane.model.row(0).verdict.choice is Choice.EDITED
    window.close()
    assert decided(path).nested_in is not None


def test_each_part_is_a_step_that_is_taken_back_alone(
    open_window: OpenReview, qtbot: QtBot, path: Path
) -> None:
    window = open_window(path)
    press(qtbot, window, "E", "T", "E")
    assert (decided(path).type, decided(path).content) != (HIS.type, HIS.content)
    undo = window.actions_table["edit.undo"]
    undo.trigger()
    assert window.hand.active, "it goes on by hand"
    assert (decided(path).type, decided(path).content) == (QuoteType.DIRECT, HIS.content)
    undo.trigger()
    assert window.pane.model.row(0).verdict is None
    assert not undo.isEnabled()
    window.actions_table["edit.redo"].trigger()
    assert decided(path).type is QuoteType.DIRECT


def test_the_speaker_is_chosen_among_the_annotators_and_the_names(
    open_window: OpenReview, qtbot: QtBot, path: Path
) -> None:
    window = open_window(path)
    press(qtbot, window, "E", "W")
    names = window.quote_by_hand.names
    assert [names.item(n).text() for n in range(names.count())] == [
        "علي",
        "المتحدث علي",
        "سامح شكري",
        "No speaker",
    ]
    qtbot.keyClick(names, "2")
    assert decided(path).source.of(TEXT) == "المتحدث علي"
    press(qtbot, window, "W")
    qtbot.keyClick(names, "0")
    assert decided(path).source is None


def test_one_goes_on_from_what_another_has(
    open_window: OpenReview, qtbot: QtBot, path: Path
) -> None:
    window = open_window(path)
    press(qtbot, window, "E", "B")
    assert window.pane.model.row(0).verdict.choice is Choice.TAKEN
    assert window.hand.active
    assert words(decided(path).content) == ["أن الموقف ثابت ولن يتغير"]
    # The edge of what was said, by a word.
    window.actions_table["end.word.in"].trigger()
    assert words(decided(path).content) == ["أن الموقف ثابت ولن"]
    assert window.pane.model.row(0).verdict.choice is Choice.EDITED


def test_parts_are_taken_from_several_annotators_in_the_table(
    open_window: OpenReview, qtbot: QtBot, path: Path
) -> None:
    window = open_window(path)
    table = window.strip.parts
    assert table.isVisible()
    assert not window.strip.labels.isVisible()
    told = [table.verticalHeaderItem(row).text() for row in range(table.rowCount())]
    assert told == ["What was said", "Speaker", "Cue", "Type", "Inside"]
    assert [table.item(1, column).text() for column in range(2)] == ["علي", "المتحدث علي"]
    for row, column in ((0, 1), (1, 0), (4, 0)):
        table.setCurrentCell(row, column)
        qtbot.keyClick(table, Qt.Key.Key_Space)
    quote = decided(path)
    assert words(quote.content) == ["أن الموقف ثابت ولن يتغير"]
    assert quote.source.of(TEXT) == "علي"
    assert quote.nested_in is not None
    assert table.horizontalHeaderItem(2).text() == "Decided"
    # The keys of decisions act here too.
    qtbot.keyClick(table, "B")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.pane.model.row(0).verdict.taken == ()
    assert decided(path).source.of(TEXT) == "المتحدث علي"


def test_why_is_saved_before_the_decision(
    open_window: OpenReview, qtbot: QtBot, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window(path)

    def say(dialog: RemarkDialog) -> int:
        dialog.faults[Fault.GUIDELINE].setChecked(True)
        dialog.note.setPlainText("أين ينتهي القول؟")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(RemarkDialog, "exec", say)
    press(qtbot, window, "M")
    assert window.pane.model.settled() == 0
    window.close()
    review = open_review(path)
    (row,) = review.rows()
    assert row.verdict is None
    assert (row.said.fault, row.said.note) == (Fault.GUIDELINE, "أين ينتهي القول؟")
    review.close()
    again = open_window(path)
    press(qtbot, again, "A")
    verdict = again.pane.model.row(0).verdict
    assert (verdict.choice, verdict.fault) == (Choice.TAKEN, Fault.GUIDELINE)
    for settled in (1, 0):
        assert again.pane.model.settled() == settled
        again.actions_table["edit.undo"].trigger()
    assert again.pane.model.row(0).said is None, "what was noted is a step of its own"


def test_edges_of_an_entity_are_moved_by_the_keys_of_boundaries(
    open_window: OpenReview, qtbot: QtBot, tmp_path: Path
) -> None:
    def set_of(annotator: str, part: str) -> AnnotatedArticle:
        entities = (Entity("e1", at(part), "PER"),)
        return AnnotatedArticle(Article("a1", TEXT), annotator, entities=entities)

    sources = [
        write(tmp_path / "a.jsonl", [set_of("سلمى", "سامح")]),
        write(tmp_path / "b.jsonl", [set_of("عمر", "الوزير سامح")]),
    ]
    path = tmp_path / "edges.annotator"
    make_review(path, sources, reviewer="حكم").close()
    window = open_window(path)
    press(qtbot, window, "E", "B")
    assert window.view.selection() == at("الوزير سامح")
    window.actions_table["end.word.out"].trigger()
    window.actions_table["start.word.in"].trigger()
    press(qtbot, window, Qt.Key.Key_Return)
    window.close()
    with open_project(path, annotator="حكم", read_only=True) as project:
        (key,) = project.file.article_keys().values()
        (entity,) = project.open_article(key).state.entities
    assert entity.span == at("سامح شكري")
