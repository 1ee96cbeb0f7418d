"""What a screen reader is told of the current span."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from annotator.core.decisions import take_suggestions
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.ui.main_window import MainWindow
from tests.ui.conftest import OpenDesk, shown

Key = Qt.Key


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Everything that was announced to the system."""
    heard: list[str] = []

    def hear(event) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def window_with_names(open_desk: OpenDesk, tmp_path: Path, language: str) -> MainWindow:
    path = tmp_path / "a.txt"
    path.write_text("باكو ويريفان مدينتان.", encoding="utf-8")
    window = shown(open_desk(path, language=language))
    session = window.annotating.session
    names = [
        Entity("x1", Span(0, 4), "LOC", Status.SUGGESTED, "camel", 0.9),
        Entity("x2", Span(6, 12), "LOC", Status.SUGGESTED, "camel", 0.8),
    ]
    session.perform(take_suggestions(session.state, names, [], session.actor()))
    window.view.setFocus()
    return window


@pytest.mark.parametrize(
    ("language", "first", "then"),
    [
        (
            "en",
            "Place, باكو, suggested, name 1 of 2",
            ["Place, يريفان, suggested, name 2 of 2", "Place, يريفان, accepted, name 2 of 2"],
        ),
        ("ar", "مكان", ["يريفان", "مقبول"]),
    ],
)
def test_each_change_of_the_current_span_is_said_once(
    open_desk: OpenDesk, tmp_path: Path, said: list[str], language: str, first: str, then: list[str]
) -> None:
    window_with_names(open_desk, tmp_path, language)
    said.clear()
    focus = QApplication.focusWidget()
    QTest.keyClick(focus, Key.Key_Tab)
    assert len(said) == 1
    assert first in said[0]
    QTest.keyClick(focus, Key.Key_Tab)
    assert then[0] in said[1]
    for key in (Key.Key_Left, Key.Key_Right):  # a selection comes and goes, the span stays
        QTest.keyClick(focus, key, Qt.KeyboardModifier.ShiftModifier)
    assert len(said) == 2


def test_a_decision_is_said(open_desk: OpenDesk, tmp_path: Path, said: list[str]) -> None:
    window = window_with_names(open_desk, tmp_path, "en")
    state = window.annotating.state
    assert state is not None
    window.annotating.go_to(state.entities[1].id)
    said.clear()
    window.annotating.label("PER")
    assert any("يريفان" in one and "Person" in one and "accepted" in one for one in said)
