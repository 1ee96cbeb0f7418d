"""The settings dialog, and keys changed in it with the keyboard alone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QSpinBox, QWidget

from annotator.config.settings import (
    ANNOTATOR,
    KEYS,
    LANGUAGE,
    SUREST_FIRST,
    THEME,
    WEAKEST,
)
from annotator.config.store import Settings
from annotator.ui.actions.keymap import changed_with, clash, with_keys
from annotator.ui.actions.keys import pressed_keys, shown_key
from annotator.ui.dialogs.key_sheet import KeySheet
from annotator.ui.dialogs.setting_fields import SettingField
from annotator.ui.dialogs.settings import SettingsDialog
from annotator.ui.main_window import MainWindow
from annotator.ui.theme import DARK, current_theme
from tests.ui.conftest import OpenDesk, shown
from tests.ui.test_main_job import press_letter

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(open_desk: OpenDesk, seed_path) -> MainWindow:
    return shown(open_desk(seed_path))


@pytest.fixture
def dialog(window: MainWindow, qtbot) -> SettingsDialog:
    made = SettingsDialog(
        window._around.settings, window.actions_table, window.workbench.adjusting.tell, window
    )
    made.show()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made)
    made.list.setCurrentRow(made.list.count() - 1)
    made.keys.list.setFocus()
    return made


def press(key: int, modifiers: Qt.KeyboardModifier = PLAIN, text: str = "") -> None:
    """Press a key where the focus is; ``key`` may be what an Arabic layout sends."""
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    at = QApplication.focusWidget()
    if key < 0x01000000 and key > 0x7F:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(at, QKeyEvent(kind, key, modifiers, text or chr(key)))
    else:
        QTest.keyClick(at, Qt.Key(key), modifiers)


def change(dialog: SettingsDialog, action: str, key: int, modifiers=PLAIN) -> None:
    dialog.keys.choose(action)
    dialog.keys.list.setFocus()
    press(Qt.Key.Key_Return)
    press(key, modifiers)


def keys_of(window: MainWindow, action: str) -> tuple[str, ...]:
    return window.actions_table.specs[action].keys


def test_a_changed_key_is_followed_everywhere_at_once(
    window: MainWindow, dialog: SettingsDialog
) -> None:
    change(dialog, "quote.add", Qt.Key.Key_H)
    assert keys_of(window, "quote.add") == ("H",)
    action = window.actions_table["quote.add"]
    assert {s.toString() for s in action.shortcuts()} == {"H", "ا"}
    assert shown_key("H") in action.toolTip()
    chips = [window.bar.labels._row.itemAt(n).widget() for n in range(5)]
    assert shown_key("H") in chips[-1].text()
    sheet = KeySheet(tuple(window.actions_table.specs.values()), window)
    assert any(
        label.text() == shown_key("H") for label in sheet.findChildren(type(dialog.keys.said))
    )
    window.view.select(window.view.positions.span(0, 6))
    window.status._passing.timeout.emit()  # the note of the import has been read
    assert shown_key("H") in window.status.texts()[1]


def test_it_is_kept_and_acts_in_the_next_window(
    window: MainWindow, dialog: SettingsDialog, open_desk: OpenDesk
) -> None:
    change(dialog, "record.accept", Qt.Key.Key_H)
    path = window._around.settings._path
    assert Settings(path)[KEYS] == {"record.accept": ("H",)}
    project = window.project.path
    dialog.close()
    window.close()
    again = shown(open_desk(project))
    assert keys_of(again, "record.accept") == ("H",)


def test_a_changed_letter_acts_on_an_arabic_layout(
    window: MainWindow, dialog: SettingsDialog, qtbot
) -> None:
    change(dialog, "quote.add", 0x627)  # ا, where H is on a Latin one
    assert keys_of(window, "quote.add") == ("H",)
    dialog.close()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window)
    window.view.setFocus()
    window.view.select(window.view.positions.span(0, 6))
    press_letter("ا")
    assert len(window.annotating.state.quotes) == 1


@pytest.mark.parametrize(("key", "arabic"), [(Qt.Key.Key_X, False), (0x621, True)])
def test_a_clash_says_who_has_the_key_and_is_kept_by_enter(
    window: MainWindow, dialog: SettingsDialog, key: int, arabic: bool
) -> None:
    before = window.actions_table.specs
    change(dialog, "quote.add", key)
    assert "رفض" in dialog.keys.said.text()
    assert dialog.keys.keep.hasFocus()
    press(Qt.Key.Key_Space)
    assert window.actions_table.specs == before
    assert dialog.keys.list.hasFocus()


def test_a_key_can_be_taken_over(window: MainWindow, dialog: SettingsDialog) -> None:
    change(dialog, "quote.add", Qt.Key.Key_X)
    dialog.keys.take.setFocus()
    press(Qt.Key.Key_Space)
    assert keys_of(window, "quote.add") == ("X",)
    assert keys_of(window, "record.reject") == ("Del", "Backspace")
    dialog.keys.choose("record.reject")
    dialog.keys.reset.click()
    assert "اقتباس" in dialog.keys.said.text()  # it would be taken back from there
    dialog.keys.take.click()
    assert keys_of(window, "record.reject") == ("Del", "Backspace", "X")
    assert keys_of(window, "quote.add") == ()


@pytest.mark.parametrize(
    ("action", "key", "modifiers"),
    [
        ("quote.add", Qt.Key.Key_1, PLAIN),  # a label's
        ("quote.add", 0x661, PLAIN),  # the same, on an Arabic layout
        ("quote.add", Qt.Key.Key_Left, SHIFT),  # the caret's
        ("quote.add", Qt.Key.Key_C, CTRL),  # copies
        ("project.export", Qt.Key.Key_B, PLAIN),  # would be lost to whoever types
        ("project.export", Qt.Key.Key_Tab, PLAIN),
    ],
)
def test_a_key_that_cannot_be_had_is_refused_and_another_awaited(
    window: MainWindow, dialog: SettingsDialog, action: str, key: int, modifiers
) -> None:
    before = window.actions_table.specs
    change(dialog, action, key, modifiers)
    assert window.actions_table.specs == before
    assert dialog.keys.said.text()
    assert not dialog.keys.take.isVisible()
    assert dialog.keys.field.hasFocus()
    press(Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert dialog.keys.list.hasFocus()


def test_add_remove_reset_and_reset_all(window: MainWindow, dialog: SettingsDialog) -> None:
    dialog.keys.choose("record.accept")
    press(Qt.Key.Key_Insert)
    press(Qt.Key.Key_Y, SHIFT)
    assert keys_of(window, "record.accept") == ("Enter", "Return", "A", "Shift+Y")
    press(Qt.Key.Key_Delete)
    assert keys_of(window, "record.accept") == ()
    assert window.actions_table["record.accept"].shortcuts() == []
    dialog.keys.reset.click()
    assert keys_of(window, "record.accept") == ("Enter", "Return", "A")
    assert window._around.settings[KEYS] == {}
    change(dialog, "quote.end", Qt.Key.Key_H)
    change(dialog, "quote.type", Qt.Key.Key_Y, CTRL)
    dialog.keys.reset_all.click()
    assert window._around.settings[KEYS] == {}
    assert window.actions_table.specs == window.actions_table.table


def test_tab_and_both_enter_keys_can_be_taken(window: MainWindow, dialog: SettingsDialog) -> None:
    change(dialog, "article.done", Qt.Key.Key_Enter, CTRL | SHIFT)
    assert keys_of(window, "article.done") == ("Ctrl+Shift+Enter", "Ctrl+Shift+Return")
    change(dialog, "suggestion.next", Qt.Key.Key_Tab, CTRL)
    assert keys_of(window, "suggestion.next") == ("Ctrl+Tab",)


def test_actions_are_found_by_words_and_by_keys(dialog: SettingsDialog) -> None:
    def titles() -> list[str]:
        return [
            dialog.keys.found.index(row, 0).data() for row in range(dialog.keys.found.rowCount())
        ]

    everything = len(titles())
    dialog.keys.search.setText("الاقتراح التالي")
    assert titles() == ["الاقتراح التالي"]
    dialog.keys.search.setText("ctrl+e")
    assert "تصدير" in titles()
    dialog.keys.search.setText("")
    assert len(titles()) == everything


def test_fields_come_from_the_records_and_hold_at_once(
    window: MainWindow, dialog: SettingsDialog
) -> None:
    settings = window._around.settings
    fields = {field.setting.key: field.field for field in dialog.findChildren(SettingField)}
    assert {one.key for one in settings_listed()} == set(fields)
    theme = fields[THEME.key]
    assert isinstance(theme, QComboBox)
    theme.setCurrentIndex(theme.findData("dark"))
    theme.activated.emit(theme.currentIndex())
    assert settings[THEME] == "dark"
    assert current_theme() is DARK
    assert window.actions_table["theme.dark"].isChecked()
    weakest, surest = fields[WEAKEST.key], fields[SUREST_FIRST.key]
    assert isinstance(weakest, QSpinBox)
    assert isinstance(surest, QCheckBox)
    weakest.setValue(60)
    surest.click()
    assert (window.annotating.queue.weakest, window.annotating.queue.surest_first) == (60, True)
    assert window.actions_table["suggestions.surest_first"].isChecked()


def settings_listed():
    from annotator.config.settings import SETTINGS

    return [setting for setting in SETTINGS if setting.listed]


def test_a_file_edited_by_hand_never_gives_two_actions_one_key(window: MainWindow) -> None:
    table = window.actions_table.table
    changed = {
        "quote.end": ("X", "ث", "nonsense"),
        "quote.type": ("1", "Left", "E"),
        "gone": ("H",),
    }
    specs = with_keys(table.values(), changed)
    assert specs["quote.end"].keys == ("X", "E")
    assert specs["quote.type"].keys == ()
    assert specs["record.reject"].keys == ("Del", "Backspace")
    assert specs["label.PER"].keys == ("1",)


def test_what_is_as_it_comes_is_not_kept(window: MainWindow) -> None:
    table = window.actions_table.table
    changed = changed_with(table, {}, "quote.end", ("H",))
    assert changed == {"quote.end": ("H",)}
    assert changed_with(table, changed, "quote.end", table["quote.end"].keys) == {}


def test_no_action_of_the_table_needs_a_key_that_would_be_refused(window: MainWindow) -> None:
    """What the rules refuse to a person, the table does not do either."""
    table = window.actions_table.table
    for spec in table.values():
        for key in spec.keys:
            assert clash(table, spec, key) is None, (spec.id, key)


@pytest.mark.parametrize(
    ("key", "modifiers", "named"),
    [
        (Qt.Key.Key_A, PLAIN, ("A",)),
        (0x634, PLAIN, ("A",)),  # ش
        (0x64B, SHIFT, ("Shift+W",)),  # tanwin, Shift+W on an Arabic layout
        (Qt.Key.Key_W, SHIFT, ("Shift+W",)),
        (0x648, CTRL, ("Ctrl+,",)),  # و
        (Qt.Key.Key_BraceLeft, SHIFT, ("Shift+[",)),
        (0x662, PLAIN, ("2",)),
        (Qt.Key.Key_Backtab, SHIFT, ("Shift+Tab",)),
        (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, ("Enter", "Return")),
        (Qt.Key.Key_F5, CTRL | ALT, ("Ctrl+Alt+F5",)),
        (Qt.Key.Key_Control, CTRL, ()),
    ],
)
def test_a_pressed_key_has_its_latin_name(qapp, key: int, modifiers, named) -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    assert pressed_keys(QKeyEvent(QEvent.Type.KeyPress, int(key), modifiers)) == named


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_page_in_both_directions(
    open_desk: OpenDesk, seed_path, qtbot, language: str
) -> None:
    window = shown(open_desk(seed_path, language=language))
    made = SettingsDialog(
        window._around.settings, window.actions_table, window.workbench.adjusting.tell, window
    )
    made.show()
    right = made.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert right == (language == "ar")
    for row in range(made.list.count()):
        made.list.setCurrentRow(row)
        QApplication.processEvents()
        page = made.stack.currentWidget()
        for label in page.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
        for field in page.findChildren(QWidget):
            if field.isVisible() and field.focusPolicy() & Qt.FocusPolicy.TabFocus:
                text = getattr(field, "text", str)
                inside = isinstance(field.parent(), QSpinBox | QComboBox)
                assert field.accessibleName() or text() or inside, field
    assert (made.list.pos().x() > made.stack.pos().x()) == right


@pytest.mark.parametrize("key", [",", "و"])
def test_the_dialog_opens_by_its_key_and_a_language_makes_the_window_anew(
    open_desk: OpenDesk, seed_path, monkeypatch, key: str
) -> None:
    desk = open_desk(seed_path)
    asked = []

    def ask(settings, actions, changed, parent) -> None:
        asked.append(parent)
        settings[LANGUAGE] = "en"
        changed(LANGUAGE)

    monkeypatch.setattr(SettingsDialog, "ask", ask)
    window = shown(desk)
    window.view.setFocus()
    press_letter(key, CTRL)
    assert asked == [window]
    assert shown(desk) is not window
    assert shown(desk).actions_table["settings.show"].text() == "Settings…"


def test_a_label_keeps_its_key_whatever_was_set(window: MainWindow) -> None:
    """A project's labels come first: what a person has set elsewhere gives way to them."""
    actions = window.actions_table
    actions.use_keys({"quote.end": ("1",), "label.PER": ("H",)})
    assert actions.specs["label.PER"].keys == ("1",)
    assert actions.specs["quote.end"].keys == ()


def test_what_was_typed_last_holds_when_the_dialog_is_closed(
    window: MainWindow, dialog: SettingsDialog
) -> None:
    dialog.list.setCurrentRow(0)
    fields = {field.setting.key: field.field for field in dialog.findChildren(SettingField)}
    name = fields[ANNOTATOR.key]
    name.setFocus()
    QTest.keyClicks(name, "salma")
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert window._around.settings[ANNOTATOR] == "salma"
