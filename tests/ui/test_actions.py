from __future__ import annotations

from collections import defaultdict

import pytest
from PySide6.QtCore import QTranslator

from annotator.bundled import resource
from annotator.config.labelsets import bundled_label_sets, load_label_set
from annotator.ui.actions.hints import hints
from annotator.ui.actions.keys import bindings, runs_text, shown_key
from annotator.ui.actions.spec import Where
from annotator.ui.actions.table import ACTIONS, MENUS, actions_for
from annotator.ui.article.keys import MOTIONS
from annotator.ui.dialogs.key_sheet import READING_KEYS
from annotator.ui.text import ltr
from tests.ui.conftest import OpenDesk, shown


@pytest.mark.parametrize("label_set_id", bundled_label_sets())
def test_no_key_is_bound_twice(label_set_id: str) -> None:
    """A key of the window acts everywhere, so no key of a pane may be the same either."""
    specs = actions_for(load_label_set(label_set_id), "ar")
    assert len({spec.id for spec in specs}) == len(specs)
    bound: dict[str, list[str]] = defaultdict(list)
    for spec in specs:
        for sequence in bindings(spec.keys):
            assert sequence.count() == 1, spec.id
            bound[sequence.toString()].append(spec.id)
    assert {key: ids for key, ids in bound.items() if len(ids) > 1} == {}


def test_the_carets_keys_are_left_to_the_article() -> None:
    bound = {s[0] for spec in ACTIONS for s in bindings(spec.keys)}
    moves = {(int(key), modifiers) for key, modifiers in MOTIONS}
    assert not [c for c in bound if (int(c.key()), c.keyboardModifiers()) in moves]


def test_letters_and_brackets_are_bound_on_an_arabic_layout_too() -> None:
    texts = {s.toString() for s in bindings(("A", "[", "Shift+]", "Ctrl+E", "1"))}
    assert {
        "A",
        "ش",
        "[",
        "ج",
        "Shift+]",
        "Shift+}",
        "Shift+>",
        "Ctrl+E",
        "Ctrl+ث",
        "1",
        "١",
    } == texts


def test_what_a_text_field_needs_is_not_taken_from_it() -> None:
    """Keys without Ctrl or Alt act in the article and its lists alone; function keys may."""
    for spec in ACTIONS:
        for key in spec.keys:
            if (
                "Ctrl+" not in key
                and "Alt+" not in key
                and not key.removeprefix("Shift+").startswith("F")
            ):
                assert spec.where is not Where.WINDOW or spec.id == "view.back", spec.id


def test_every_action_has_arabic_text(qapp) -> None:
    translator = QTranslator()
    assert translator.load(str(resource("translations", "annotator_ar.qm")))
    texts = [text for spec in ACTIONS for text in (spec.text, spec.tip) if text]
    texts += [title for _, title in MENUS] + [text for text, _ in READING_KEYS]
    for text in texts:
        assert translator.translate("actions", text), text


def test_every_menu_is_in_the_menu_bar_and_every_action_in_a_menu(
    open_desk: OpenDesk, seed_path
) -> None:
    window = shown(open_desk(seed_path))
    menus = [action.menu() for action in window.menuBar().actions()]
    assert len(menus) == len({spec.menu for spec in window.actions_table.specs.values()})
    listed = {action.objectName() for menu in menus for action in menu.actions()} - {""}
    assert listed == set(window.actions_table.specs)
    for menu in menus:
        titles = [action.text() for action in menu.actions() if action.text()]
        assert len(set(titles)) == len(titles)


def test_the_status_line_names_only_keys_that_act(open_desk: OpenDesk, seed_path) -> None:
    window = shown(open_desk(seed_path))
    label_set = load_label_set()
    specs = window.actions_table.specs
    idle = hints(specs, window.annotating.situation(), label_set)
    assert [keys for keys, _ in idle] == [shown_key("Ctrl+Enter")]
    window.view.select(window.view.positions.span(0, 6))
    keys = [keys for keys, _ in hints(specs, window.annotating.situation(), label_set)]
    assert any("1–4" in key for key in keys)
    assert shown_key("Q") in keys


@pytest.mark.parametrize(
    ("keys", "named"),
    [
        (["1", "2", "3", "4"], "1–4"),
        (["1", "2"], "1 2"),
        (["1", "2", "3", "5"], "1–3 5"),
        ([*"123456789", *(f"Ctrl+{n}" for n in range(1, 10)), "Alt+1"], "1–9 Ctrl+1–9 Alt+1"),
        (["1", "3", "5", "7", "9"], "1 3 5 7 …"),
        ([], ""),
    ],
)
def test_many_keys_are_named_in_few_words(qapp, keys: list[str], named: str) -> None:
    assert runs_text(keys) == ltr(named)
