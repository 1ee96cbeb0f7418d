"""Every control that takes the keyboard has a name that a screen reader can say."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QTabBar, QWidget
from pytestqt.qtbot import QtBot

from annotator.config.labelsets import load_label_set
from annotator.ui.dialogs.figures import FiguresDialog
from annotator.ui.dialogs.fonts import FontDialog
from annotator.ui.language import Language
from tests.ui.conftest import OpenDesk, shown
from tests.ui.test_dialogs import DIALOGS

MORE: dict[str, Callable[[Path], QDialog]] = {
    "figures": lambda _: FiguresDialog(load_label_set(), "en"),
    "fonts": lambda _: FontDialog("", lambda _: None),
}

# Qt makes these for its own widgets: they are told of as parts of them.
_PARTS = ("qt_", "ScrollLeftButton", "ScrollRightButton")
_PARENTS = ("QComboBoxPrivateContainer",)


def nameless(window: QWidget) -> Iterator[str]:
    """Yield what takes the keyboard and has no name."""
    for widget in [window, *window.findChildren(QWidget)]:
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        if widget.window() is not window and widget.window().isHidden():
            continue  # a popup that is named for what it pops up for
        if isinstance(widget, QMenu) or widget.objectName().startswith(_PARTS):
            continue
        if widget.parent() is not None and widget.parent().metaObject().className() in _PARENTS:
            continue
        if isinstance(widget, QTabBar) or isinstance(widget.parent(), QTabBar):
            continue
        found = QAccessible.queryAccessibleInterface(widget)
        if found is not None and not found.text(QAccessible.Text.Name).strip():
            yield f"{type(widget).__name__} in {type(widget.parent()).__name__}"


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    direction = qapp.layoutDirection()
    made = Language(qapp)
    made.use(request.param)
    yield request.param
    made.withdraw()
    qapp.setLayoutDirection(direction)


@pytest.mark.parametrize("name", [*DIALOGS, *MORE])
def test_in_every_dialog(name: str, language: str, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = (DIALOGS | MORE)[name](tmp_path)
    qtbot.addWidget(dialog)
    assert list(nameless(dialog)) == []
    assert dialog.windowTitle()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_in_the_window(open_desk: OpenDesk, tmp_path: Path, seed_path: Path, language: str) -> None:
    seed = shutil.copy(seed_path, tmp_path / "seed.txt")
    window = shown(open_desk(Path(seed), language=language))
    assert list(nameless(window)) == []
    empty = shown(open_desk(language=language))
    assert list(nameless(empty)) == []


@pytest.mark.parametrize(
    "action",
    ["figures.show", "settings.show", "learned.show", "models.show", "help.keys", "help.about"],
)
def test_in_the_dialogs_that_actions_open(
    open_desk: OpenDesk,
    tmp_path: Path,
    seed_path: Path,
    action: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    seed = shutil.copy(seed_path, tmp_path / "seed.txt")
    window = shown(open_desk(Path(seed), language="en"))
    seen: list[str] = []

    def look(dialog: QDialog) -> int:
        seen.extend([type(dialog).__name__, *nameless(dialog)])
        return 0

    monkeypatch.setattr(QDialog, "exec", look)
    if action not in window.actions_table.specs:
        pytest.skip(f"there is no action {action}")
    window.actions_table[action].trigger()
    figures = window.workbench.figures.dialog
    if figures is not None:
        look(figures)
    assert len(seen) == 1, seen


def test_a_nameless_control_is_found(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLineEdit, QVBoxLayout

    dialog = QDialog()
    qtbot.addWidget(dialog)
    QVBoxLayout(dialog).addWidget(QLineEdit())
    assert list(nameless(dialog)) == ["QLineEdit in QDialog"]
