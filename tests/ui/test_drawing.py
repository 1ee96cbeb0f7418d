"""Lines that are drawn: what the program isolates stays unseen, what a stranger turns is seen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap
from pytestqt.qtbot import QtBot

from annotator.core.messages import message
from annotator.core.visible import TURNS
from annotator.ui.panes.drawing import Part, draw_line
from annotator.ui.text import isolated, ltr, shown, told

RLO, RLI, PDI = "\u202e", "\u2067", "\u2069"


class Recording(QPainter):
    """A painter that keeps what it writes."""

    def __init__(self, page: QPixmap) -> None:
        super().__init__(page)
        self.written: list[str] = []

    def drawText(self, *args: object) -> None:  # type: ignore[override]  # noqa: N802
        self.written.append(str(args[-1]))


def drawn(text: str, width: int) -> str:
    page = QPixmap(600, 40)
    painter = Recording(page)
    part = Part(text, QFont(), QColor("black"))
    draw_line(painter, QRect(0, 0, width, 40), [part], Qt.LayoutDirection.RightToLeft)
    painter.end()
    return painter.written[0]


@pytest.mark.parametrize("width", [500, 60])
@pytest.mark.parametrize(
    "text",
    [
        f"{isolated('واشنطن')} و59 غيرها",
        ltr("LOC"),
        isolated("قبل واشنطن بعد"),
    ],
)
def test_isolates_of_the_program_are_not_seen(qtbot: QtBot, text: str, width: int) -> None:
    assert TURNS not in drawn(text, width)


@pytest.mark.parametrize("text", [f"اسم{RLO}txt", f"اسم{PDI}", f"{RLI}اسم{PDI}"])
def test_what_a_stranger_turns_is_seen(qtbot: QtBot, text: str) -> None:
    assert TURNS in drawn(text, 500)
    assert TURNS in drawn(isolated(text), 500)


def test_an_isolate_in_an_isolate_stays() -> None:
    text = f"\u2068{ltr('a/b')} و{isolated('ج')}\u2069 د"
    assert shown(text) == text


def test_a_key_in_a_message_stands_as_it_is(qtbot: QtBot) -> None:
    said = told(message("{key} is taken by {action}.", key=ltr("Ctrl+C"), action=f"نسخ{RLO}"))
    assert "Ctrl+C" in said
    assert said.count(TURNS) == 1
