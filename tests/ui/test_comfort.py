"""How the article is read: by keys in the real window, at once, and remembered."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QPalette, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog
from pytestqt.qtbot import QtBot

from annotator.config.settings import (
    COLUMN,
    CONTRAST,
    DIACRITICS,
    FONT,
    LABEL_SHAPES,
    LEADING,
    SETTINGS,
    TATWEEL,
    THEME,
    ZOOM,
)
from annotator.config.store import Settings
from annotator.core.labels import Label, LabelSet
from annotator.core.spans import Span
from annotator.ui import theme as theme_module
from annotator.ui.article.palette import contrast, ink, shades
from annotator.ui.article.shapes import SIGNS, stroke_of, with_signs
from annotator.ui.dialogs.fonts import FontDialog
from annotator.ui.dialogs.setting_fields import SettingField
from annotator.ui.main_window import MainWindow
from annotator.ui.theme import DARK, HIGH_DARK, HIGH_LIGHT, LIGHT, current_theme, palette_of
from tests.ui.conftest import OpenDesk, shown

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_desk: OpenDesk, tmp_path: Path) -> MainWindow:
    path = tmp_path / "a.txt"
    path.write_text("قالَ محمّدٌ إنّ باكُو بعيدةٌ.\n" * 40, encoding="utf-8")
    return shown(open_desk(path, language="en"))


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = CTRL) -> None:
    QTest.keyClick(QApplication.focusWidget(), key, modifiers)


def test_zoom_by_keys_keeps_place_and_is_remembered(
    window: MainWindow, open_desk: OpenDesk, tmp_path: Path
) -> None:
    view = window.view
    view.select(Span(5, 11))
    size, column = view.page_style().size, view.page_style().column
    press(Key.Key_Plus)
    press(Key.Key_Equal)
    assert view.page_style().size == round(size * 1.25)
    assert view.page_style().column == round(column * 1.25)
    assert view.selection() == Span(5, 11)
    assert "125%" in window.status.texts()[1]
    press(Key.Key_Minus)
    assert view.page_style().size == round(size * 1.1)
    assert Settings(tmp_path / "settings.toml")[ZOOM] == 110
    press(Key.Key_0)
    assert view.page_style().size == size
    for _ in range(20):
        press(Key.Key_Plus)
    assert view.page_style().size == 3 * size


def test_zoom_by_the_wheel(window: MainWindow) -> None:
    middle = QPointF(100, 100)
    wheel = QWheelEvent(
        middle,
        QPointF(window.view.mapToGlobal(QPoint(100, 100))),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        CTRL,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(window.view.viewport(), wheel)
    assert window.workbench.around.settings[ZOOM] == 110


def test_diacritics_go_and_come_by_ctrl_d(window: MainWindow) -> None:
    view, action = window.view, window.actions_table["reading.diacritics"]
    word = Span(5, 11)
    assert word.of(view.positions.text) == "محمّدٌ"
    view.select(word)
    assert action.isChecked()
    press(Key.Key_D)
    assert "محمد" in view.toPlainText()
    assert not action.isChecked()
    assert view.selection() == word
    press(Key.Key_1, Qt.KeyboardModifier.NoModifier)  # labels what is stored
    state = window.annotating.state
    assert state is not None
    assert [entity.span for entity in state.entities] == [word]
    press(Key.Key_D)
    assert "محمّدٌ" in view.toPlainText()


def test_width_lines_and_font_hold_at_once(window: MainWindow) -> None:
    settings, tell = window.workbench.around.settings, window.workbench.adjusting.tell
    for setting, value in ((COLUMN, 500), (LEADING, 250), (FONT, "DejaVu Sans")):
        settings[setting] = value
        tell(setting)
    style = window.view.page_style()
    assert (style.column, style.leading, style.family) == (500, 2.5, "DejaVu Sans")


def test_the_font_is_tried_on_while_it_is_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    tried = []

    def choose(accepted: bool):
        def run(dialog: FontDialog) -> int:
            dialog.show()
            QTest.keyClick(dialog.list, Key.Key_Down)
            tried.append(dialog.family())
            assert window.view.page_style().family == dialog.family() != ""
            code = QDialog.DialogCode
            return code.Accepted if accepted else code.Rejected

        return run

    monkeypatch.setattr(FontDialog, "exec", choose(accepted=False))
    window.actions_table["reading.font"].trigger()
    assert window.view.page_style().family == ""
    monkeypatch.setattr(FontDialog, "exec", choose(accepted=True))
    window.actions_table["reading.font"].trigger()
    assert window.view.page_style().family == tried[-1]


def test_every_font_can_be_had(qtbot: QtBot) -> None:
    dialog = FontDialog("", lambda _: None)
    qtbot.addWidget(dialog)
    arabic = dialog.list.count()
    dialog.all.setChecked(True)
    assert dialog.list.count() >= arabic > 1
    assert dialog.family() == ""


@pytest.mark.parametrize(
    ("theme", "normal", "high"), [("light", LIGHT, HIGH_LIGHT), ("dark", DARK, HIGH_DARK)]
)
def test_high_contrast(open_desk: OpenDesk, seed_path: Path, theme, normal, high) -> None:
    window = shown(open_desk(seed_path, theme=theme))
    window.actions_table["contrast.normal"].trigger()
    assert current_theme() is normal
    window.actions_table["contrast.high"].trigger()
    assert current_theme() is high
    assert window.actions_table["contrast.high"].isChecked()
    window.actions_table["theme.switch"].trigger()
    assert current_theme() is (HIGH_DARK if high is HIGH_LIGHT else HIGH_LIGHT)


@pytest.mark.parametrize("theme", [HIGH_LIGHT, HIGH_DARK], ids=lambda theme: theme.id)
@pytest.mark.parametrize("colour", ["#2f6fdb", "#1d8a5b", "#ffee00", "#000000", "#ffffff"])
def test_labels_stand_out_in_high_contrast(qapp: QApplication, theme, colour: str) -> None:
    paper = shades(palette_of(theme))
    assert paper.strong
    tints = ink(colour, paper)
    assert contrast(tints.name, paper.base) >= 7
    assert contrast(tints.name, tints.fill) >= 7
    assert contrast(tints.line, paper.base) >= 4.5
    assert contrast(paper.text, tints.fill) >= 8


class _System:
    """What the system prefers, as Qt tells it; off screen there is no system to ask."""

    def __init__(self) -> None:
        self.scheme = Qt.ColorScheme.Light
        self.preference = Qt.ContrastPreference.NoPreference

    def styleHints(self) -> _System:  # noqa: N802 - Qt's names
        return self

    def accessibility(self) -> _System:
        return self

    def colorScheme(self) -> Qt.ColorScheme:  # noqa: N802
        return self.scheme

    def contrastPreference(self) -> Qt.ContrastPreference:  # noqa: N802
        return self.preference

    def palette(self) -> QPalette:
        return QApplication.palette()


def test_the_system_is_followed_while_the_window_is_open(
    open_desk: OpenDesk, seed_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    system, hints = _System(), QGuiApplication.styleHints()
    monkeypatch.setattr(theme_module, "QGuiApplication", system)
    desk = open_desk(seed_path, theme="system")
    window = shown(desk)
    for scheme, theme in ((Qt.ColorScheme.Dark, DARK), (Qt.ColorScheme.Light, LIGHT)):
        system.scheme = scheme
        hints.colorSchemeChanged.emit(scheme)
        assert current_theme() is theme
        QApplication.processEvents()
        assert window.view.mark_painter._shades.dark is theme.dark
    system.preference = Qt.ContrastPreference.HighContrast
    hints.accessibility().contrastPreferenceChanged.emit(system.preference)
    assert current_theme() is HIGH_LIGHT
    desk.settings[THEME], desk.settings[CONTRAST] = "light", "normal"
    system.scheme = Qt.ColorScheme.Dark
    desk.dress()
    hints.colorSchemeChanged.emit(system.scheme)
    assert current_theme() is LIGHT


def test_labels_by_shape(window: MainWindow) -> None:
    window.view.select(Span(5, 11))
    window.annotating.label("PER")
    chip = window.bar.labels.first()
    before = chip.text()
    window.actions_table["labels.shapes"].trigger()
    chip = window.bar.labels.first()
    assert chip.text().startswith(SIGNS[0])
    assert before in chip.text()
    assert window.view.page_style().strokes
    (mark,) = window.view._annotations.marks(0, 20)
    assert mark.name.startswith(SIGNS[0])
    assert mark.stroke == 0
    # What is stored and exported knows nothing of it.
    labels = window.workbench.label_set
    assert labels is not None
    assert not any(sign in labels.labels[0].name("en") for sign in SIGNS)
    window.actions_table["labels.shapes"].trigger()
    assert window.bar.labels.first().text() == before
    assert not window.workbench.around.settings[LABEL_SHAPES]


def test_sign_and_line_tell_many_labels_apart() -> None:
    labels = LabelSet("many", tuple(Label(f"L{number}") for number in range(32)))
    dressed = with_signs(labels)
    faces = {(label.name("ar")[0], stroke_of(n)) for n, label in enumerate(dressed)}
    assert len(faces) == 32
    assert [label.id for label in dressed] == [label.id for label in labels]


def test_all_of_it_can_be_set_in_the_dialog() -> None:
    listed = {setting.key for setting in SETTINGS if setting.listed}
    wanted = (ZOOM, COLUMN, LEADING, FONT, DIACRITICS, TATWEEL, CONTRAST, LABEL_SHAPES)
    assert {setting.key for setting in wanted} <= listed


def test_the_font_is_chosen_in_the_settings_too(window: MainWindow) -> None:
    settings, tell = window.workbench.around.settings, window.workbench.adjusting.tell
    field = SettingField(FONT, settings, tell, window)
    box = field.field
    assert isinstance(box, QComboBox)
    assert box.currentData() == ""
    box.setFocus()
    QTest.keyClick(box, Key.Key_Down)
    assert window.view.page_style().family == box.currentData() != ""
