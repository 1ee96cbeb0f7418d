"""Quotes in the real window, by the keyboard: on a Latin layout and on an Arabic one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.entities import Status
from annotator.core.quotes import Quote, QuoteType
from annotator.core.spans import Span
from annotator.ui.main_window import MainWindow
from annotator.ui.panes.records import WARNINGS
from tests.ui.conftest import OpenDesk, shown
from tests.ui.test_main_job import CTRL, NONE, press, press_letter

Key = Qt.Key
TEXT = "\n".join(
    (
        "لقاء في المدينة",
        "",
        "وصل الوزير سامي النجار إلى مقر الشركة، والتقى المديرة هدى عمران.",
        "",
        *("وتحدث الحاضرون في أمور كثيرة تخص العمل والناس في هذه المدينة الكبيرة." * 6,) * 4,
        "",
        'وقال النجار إن العمل "مستمر وجيد"، ويزيد كل يوم، وأضاف أنه سعيد بقناة "المسار" كلها.',
    )
)


def at(words: str, within: str = "") -> Span:
    start = TEXT.index(words, TEXT.index(within) if within else 0)
    return Span(start, start + len(words))


CONTENT = 'إن العمل "مستمر وجيد"'
SECOND = 'أنه سعيد بقناة "المسار" كلها'


@pytest.fixture
def window(open_desk: OpenDesk, tmp_path: Path) -> MainWindow:
    """The article above with three names and one quote, marked by hand with keys."""
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    made = shown(open_desk(path))
    for name in ("سامي النجار", "هدى عمران"):
        made.view.select(at(name))
        press(Key.Key_1)
    made.view.select(at("النجار", "وقال"))
    press(Key.Key_1)
    made.view.select(at(CONTENT))
    press(Key.Key_Q)
    return made


def current(window: MainWindow) -> Quote:
    state = window.annotating.state
    assert state is not None
    quote = state.quote(window.view.current())
    assert quote is not None
    return quote


def quotes(window: MainWindow) -> tuple[Quote, ...]:
    assert window.annotating.state is not None
    return window.annotating.state.quotes


def mark(window: MainWindow, words: str) -> None:
    window.view.select(at(words))
    press(Key.Key_Q)


def test_a_chosen_quote_is_shown_with_its_link_and_its_card(window: MainWindow) -> None:
    press(Key.Key_S)
    press(Key.Key_1, on=window.quoting.names)
    quote = current(window)
    assert quote.speaker == at("سامي النجار")
    assert quote.source == at("النجار", "وقال")
    window.annotating.let_go()
    window.view.set_top(0)
    press(Key.Key_J)
    assert window.view.current() == quote.id
    link = window.view._annotations.link()
    assert link is not None
    assert (link.content, link.speaker) == (at(CONTENT), at("سامي النجار"))
    assert window.side.tabs.currentIndex() == 0
    assert window.side.quotes.currentIndex().row() == 0
    # The quote is scrolled to, the speaker is paragraphs away: one key goes there and back.
    assert window.view.top() > 0
    press(Key.Key_G)
    assert window.view.caret() == at("سامي النجار").start
    assert window.view.top() < at("سامي النجار").start
    press_letter("ل")  # the key G
    assert window.view.caret() == at(CONTENT).start
    assert window.view.current() == quote.id


def test_a_click_on_a_card_chooses_the_quote(window: MainWindow) -> None:
    quote = current(window)
    window.annotating.let_go()
    cards = window.side.quotes
    place = cards.visualRect(cards.records.index(0)).center()
    QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place))
    assert window.view.current() == quote.id
    assert window.view.caret() == quote.extent.start


def test_next_and_previous_quote_go_round(window: MainWindow) -> None:
    mark(window, SECOND)
    first, second = (quote.id for quote in quotes(window))
    for key, expected in (("J", first), ("ت", second), ("K", first), ("ن", second)):
        press_letter(key)
        assert window.view.current() == expected


@pytest.mark.parametrize("key", ["S", "س"])
def test_the_speaker_from_the_selection(window: MainWindow, key: str) -> None:
    window.view.select(at("هدى عمران"))
    press_letter(key)
    quote = current(window)
    assert (quote.speaker, quote.source) == (at("هدى عمران"), at("هدى عمران"))
    undo_is_one_step(window, "speaker")


def test_a_clicked_name_becomes_the_speaker_of_the_quote_chosen_before(
    window: MainWindow,
) -> None:
    quote = current(window)
    state = window.annotating.state
    assert state is not None
    name = next(entity for entity in state.entities if entity.span == at("هدى عمران"))
    window.view.set_current(name.id)
    press(Key.Key_S)
    assert current(window).id == quote.id
    assert current(window).speaker == name.span


@pytest.mark.parametrize(
    ("keys", "speaker"),
    [
        ("1", "سامي النجار"),
        ("٢", "هدى عمران"),
        ("0", None),
    ],
)
def test_the_speaker_from_the_list_by_digit(
    window: MainWindow, keys: str, speaker: str | None
) -> None:
    window.view.select(at("هدى عمران" if speaker != "هدى عمران" else "سامي النجار"))
    press(Key.Key_S)
    press(Key.Key_S)
    names = window.quoting.names
    assert names.isVisible()
    assert names.count() == 3  # النجار and سامي النجار are one name; the last is nobody
    QTest.keyClicks(names, keys) if keys.isascii() else QTest.simulateEvent(
        names, True, ord(keys), NONE, keys, False
    )
    assert not names.isVisible()
    assert current(window).speaker == (at(speaker) if speaker else None)


def test_the_list_by_arrows_and_left_with_escape(window: MainWindow) -> None:
    press(Key.Key_S)
    names = window.quoting.names
    press(Key.Key_Escape, on=names)
    assert not names.isVisible()
    assert current(window).speaker is None
    press(Key.Key_S)
    press(Key.Key_Down, on=names)
    press(Key.Key_Return, on=names)
    assert current(window).speaker == at("هدى عمران")


@pytest.mark.parametrize("key", ["C", "ؤ"])
def test_the_cue_from_the_selection(window: MainWindow, key: str) -> None:
    window.view.select(at("قال", "وقال"))
    press_letter(key)
    assert current(window).cue == (at("قال", "وقال"),)
    undo_is_one_step(window, "cue")
    window.view.select(at("قال", "وقال"))
    press_letter(key)
    assert current(window).cue == ()


@pytest.mark.parametrize("key", ["E", "ث"])
def test_the_end_goes_from_place_to_place(window: MainWindow, key: str) -> None:
    ends = []
    for _ in range(4):
        press_letter(key)
        ends.append(current(window).extent.of(TEXT)[-6:])
    assert ends[0].endswith("كل يوم")
    assert len(set(ends)) >= 3
    undo_is_one_step(window, "end of the quote")


@pytest.mark.parametrize("key", ["T", "ف"])
def test_the_type_changes(window: MainWindow, key: str) -> None:
    assert current(window).type is QuoteType.MIXED
    press_letter(key)
    assert current(window).type is QuoteType.INDIRECT
    undo_is_one_step(window, "type of the quote")


@pytest.mark.parametrize(("split", "join"), [("D", "N"), ("ي", "ى")])
def test_split_at_the_caret_and_join_again(window: MainWindow, split: str, join: str) -> None:
    whole = current(window)
    window.view.set_caret(at('"مستمر').start)
    press_letter(split)
    first, second = quotes(window)
    assert first.id == whole.id
    assert second.extent.of(TEXT) == '"مستمر وجيد"'
    undo_is_one_step(window, "split")
    press_letter(join)
    [joined] = quotes(window)
    assert joined.content == (at("إن العمل"), at('"مستمر وجيد"'))
    undo_is_one_step(window, "join")


def test_join_with_the_one_before(window: MainWindow) -> None:
    mark(window, SECOND)
    press_letter("ح")  # the key P
    [joined] = quotes(window)
    assert joined.content == (at(CONTENT), at(SECOND))


def test_quotes_of_other_speakers_are_not_joined(window: MainWindow) -> None:
    window.view.select(at("هدى عمران"))
    press(Key.Key_S)
    mark(window, SECOND)
    window.view.select(at("النجار", "وقال"))
    press(Key.Key_S)
    press(Key.Key_P)
    assert len(quotes(window)) == 2


@pytest.mark.parametrize("key", ["I", "ه"])
def test_nest_and_back(window: MainWindow, key: str) -> None:
    outer = current(window)
    mark(window, "مستمر وجيد")
    assert warned(window)
    press_letter(key)
    assert current(window).nested_in == outer.id
    assert not [text for text in warned(window) if "يتداخل" in text]
    press_letter(key)
    assert current(window).nested_in is None
    undo_is_one_step(window, "nesting")


@pytest.mark.parametrize("key", ["O", "خ"])
def test_a_marked_string_becomes_a_quote_and_back(window: MainWindow, key: str) -> None:
    state = window.annotating.state
    assert state is not None
    window.annotating.let_go()
    window.view.set_caret(at("المسار").start + 2)
    press_letter(key)
    assert current(window).content == (at("المسار"),)
    press_letter(key)
    assert window.annotating.state.nonquotes == (at("المسار"),)
    assert [quote.content for quote in quotes(window) if quote.status is Status.REJECTED] == [
        (at("المسار"),)
    ]
    press_letter(key)
    assert window.annotating.state.nonquotes == ()
    undo_is_one_step(window, "a quote after all")


def test_quotes_are_accepted_and_rejected_as_entities_are(
    open_desk: OpenDesk, seed_path: Path, tmp_path: Path, qtbot
) -> None:
    copy = tmp_path / "seed.txt"
    copy.write_text(seed_path.read_text(encoding="utf-8"), encoding="utf-8")
    window = shown(open_desk(copy, suggest=True))
    qtbot.waitUntil(lambda: not window.suggesting.running, timeout=60_000)
    press(Key.Key_J)
    first = current(window)
    press(Key.Key_Return)
    press(Key.Key_J)
    while current(window).id == first.id or current(window).status is not Status.SUGGESTED:
        press(Key.Key_J)
    second = current(window)
    press(Key.Key_Delete)
    state = window.annotating.state
    assert state.quote(first.id).status is Status.ACCEPTED
    assert state.quote(second.id).status is Status.REJECTED


def test_a_warning_stands_on_the_card_and_is_counted(window: MainWindow) -> None:
    assert warned(window) == ()
    mark(window, "مستمر وجيد")
    texts = warned(window)
    assert any("بلا متحدث" in text for text in texts)
    index = window.side.quotes.currentIndex()
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert all(text in index.data(role) for text in texts)
    cards = window.side.quotes
    assert cards.visualRect(index).height() > cards.visualRect(cards.records.index(0)).height()
    assert window.status.texts()[0].endswith("تحذيران")
    press(Key.Key_Delete)
    assert "تحذير" not in window.status.texts()[0]


def warned(window: MainWindow) -> tuple[str, ...]:
    return window.side.quotes.currentIndex().data(WARNINGS)


def undo_is_one_step(window: MainWindow, name: str) -> None:
    """Hold that the last step has a name in Arabic, and goes and comes back as one."""
    undo = window.actions_table["edit.undo"]
    said = QApplication.translate("steps", name)
    assert said != name
    assert undo.text().endswith(said)
    assert undo.iconText() not in undo.text().removeprefix(undo.iconText())
    before, state = window.annotating.history, window.annotating.state
    press(Key.Key_Z, CTRL)
    assert len(window.annotating.history.done) == len(before.done) - 1
    press(Key.Key_Y, CTRL)
    assert window.annotating.state.quotes == state.quotes
    assert window.annotating.state.nonquotes == state.nonquotes
