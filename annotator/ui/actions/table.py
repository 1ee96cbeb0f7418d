"""The table of all actions."""

from __future__ import annotations

from collections.abc import Sequence

from annotator.core.labels import LabelSet
from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.services.suggesting import Engine
from annotator.ui.actions.annotate import ANNOTATE, BOUNDARIES, label_actions
from annotator.ui.actions.quotes import QUOTES
from annotator.ui.actions.spec import ActionSpec, Menu, When
from annotator.ui.actions.tools import TOOLS, engine_actions

FILES: tuple[ActionSpec, ...] = (
    ActionSpec(
        "project.new",
        QT_TRANSLATE_NOOP("actions", "New project…"),
        Menu.FILE,
        "projects.new",
        ("Ctrl+N",),
        tip=QT_TRANSLATE_NOOP("actions", "Make an empty project file"),
    ),
    ActionSpec(
        "project.open",
        QT_TRANSLATE_NOOP("actions", "Open…"),
        Menu.FILE,
        "projects.open",
        ("Ctrl+O",),
        tip=QT_TRANSLATE_NOOP("actions", "Open a project, or text, JSONL and CoNLL files"),
    ),
    ActionSpec(
        "project.import",
        QT_TRANSLATE_NOOP("actions", "Import articles…"),
        Menu.FILE,
        "projects.import_files",
        ("Ctrl+I",),
        When.PROJECT,
        tip=QT_TRANSLATE_NOOP("actions", "Take files into this project"),
        starts=True,
    ),
    ActionSpec(
        "project.export",
        QT_TRANSLATE_NOOP("actions", "Export…"),
        Menu.FILE,
        "projects.export",
        ("Ctrl+E",),
        When.PROJECT,
        tip=QT_TRANSLATE_NOOP("actions", "Write training data: CoNLL, JSONL and others"),
    ),
    ActionSpec(
        "window.quit",
        QT_TRANSLATE_NOOP("actions", "Quit"),
        Menu.FILE,
        "window.close",
        ("Ctrl+Q",),
        starts=True,
    ),
)

EDITS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "edit.undo",
        QT_TRANSLATE_NOOP("actions", "Undo"),
        Menu.EDIT,
        "annotating.undo",
        ("Ctrl+Z",),
        When.CAN_UNDO,
        tip=QT_TRANSLATE_NOOP("actions", "Take back the last decision"),
    ),
    ActionSpec(
        "edit.redo",
        QT_TRANSLATE_NOOP("actions", "Redo"),
        Menu.EDIT,
        "annotating.redo",
        ("Ctrl+Shift+Z", "Ctrl+Y"),
        When.CAN_REDO,
        tip=QT_TRANSLATE_NOOP("actions", "Do again what was taken back"),
    ),
)

WINDOW: tuple[ActionSpec, ...] = (
    ActionSpec(
        "view.next_pane",
        QT_TRANSLATE_NOOP("actions", "Next pane"),
        Menu.VIEW,
        "window.next_pane",
        keys=("F6",),
    ),
    ActionSpec(
        "view.previous_pane",
        QT_TRANSLATE_NOOP("actions", "Previous pane"),
        Menu.VIEW,
        "window.previous_pane",
        keys=("Shift+F6",),
    ),
    ActionSpec(
        "view.back",
        QT_TRANSLATE_NOOP("actions", "Stop, or back to the article"),
        Menu.VIEW,
        "window.back",
        keys=("Esc",),
        tip=QT_TRANSLATE_NOOP(
            "actions",
            "Stops what is running; else returns to the article; else lets go of the current span",
        ),
    ),
    ActionSpec(
        "view.filter",
        QT_TRANSLATE_NOOP("actions", "Filter articles"),
        Menu.VIEW,
        "window.filter_articles",
        keys=("Ctrl+L",),
        when=When.PROJECT,
    ),
    ActionSpec(
        "theme.switch",
        QT_TRANSLATE_NOOP("actions", "Light / dark"),
        Menu.VIEW,
        "window.switch_theme",
        tip=QT_TRANSLATE_NOOP("actions", "From light colours to dark ones and back"),
        starts=True,
    ),
    ActionSpec(
        "theme.system",
        QT_TRANSLATE_NOOP("actions", "Colours as the system"),
        Menu.VIEW,
        "window.use_theme",
        args=("system",),
        choice="theme",
    ),
    ActionSpec(
        "theme.light",
        QT_TRANSLATE_NOOP("actions", "Light"),
        Menu.VIEW,
        "window.use_theme",
        args=("light",),
        choice="theme",
    ),
    ActionSpec(
        "theme.dark",
        QT_TRANSLATE_NOOP("actions", "Dark"),
        Menu.VIEW,
        "window.use_theme",
        args=("dark",),
        choice="theme",
    ),
    ActionSpec(
        "language.system",
        QT_TRANSLATE_NOOP("actions", "Language as the system"),
        Menu.VIEW,
        "window.use_language",
        args=("system",),
        choice="language",
        starts=True,
    ),
    ActionSpec(
        "language.ar",
        QT_TRANSLATE_NOOP("actions", "العربية"),  # a language is offered under its own name
        Menu.VIEW,
        "window.use_language",
        args=("ar",),
        choice="language",
    ),
    ActionSpec(
        "language.en",
        QT_TRANSLATE_NOOP("actions", "English"),
        Menu.VIEW,
        "window.use_language",
        args=("en",),
        choice="language",
    ),
    ActionSpec(
        "help.keys",
        QT_TRANSLATE_NOOP("actions", "Keys"),
        Menu.HELP,
        "window.show_keys",
        keys=("F1",),
        tip=QT_TRANSLATE_NOOP("actions", "Every key on one sheet"),
    ),
    ActionSpec(
        "help.about",
        QT_TRANSLATE_NOOP("actions", "About annotator"),
        Menu.HELP,
        "window.show_about",
    ),
)

ACTIONS: tuple[ActionSpec, ...] = (*FILES, *EDITS, *ANNOTATE, *BOUNDARIES, *QUOTES, *WINDOW, *TOOLS)
"""Every action but those of labels and engines. A new one is a record here and a method."""

MENUS: tuple[tuple[Menu, str], ...] = (
    (Menu.FILE, QT_TRANSLATE_NOOP("actions", "&File")),
    (Menu.EDIT, QT_TRANSLATE_NOOP("actions", "&Edit")),
    (Menu.ANNOTATE, QT_TRANSLATE_NOOP("actions", "&Annotate")),
    (Menu.LABELS, QT_TRANSLATE_NOOP("actions", "&Label")),
    (Menu.BOUNDARIES, QT_TRANSLATE_NOOP("actions", "&Boundaries")),
    (Menu.QUOTES, QT_TRANSLATE_NOOP("actions", "&Quotes")),
    (Menu.VIEW, QT_TRANSLATE_NOOP("actions", "&View")),
    (Menu.TOOLS, QT_TRANSLATE_NOOP("actions", "&Tools")),
    (Menu.HELP, QT_TRANSLATE_NOOP("actions", "&Help")),
)
"""The menus in their order, with their titles."""


def actions_for(
    label_set: LabelSet | None, language: str, engines: Sequence[Engine] = ()
) -> tuple[ActionSpec, ...]:
    """Return the table with the actions of a label set's labels, and of engines, in it."""
    labels = label_actions(label_set, language) if label_set else ()
    return (
        *FILES,
        *EDITS,
        *ANNOTATE,
        *labels,
        *BOUNDARIES,
        *QUOTES,
        *WINDOW,
        *TOOLS,
        *engine_actions(engines),
    )
