"""The actions of the View menu: panes, colours, language."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When

VIEW: tuple[ActionSpec, ...] = (
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
)

GUIDANCE = ActionSpec(
    "view.guidelines",
    QT_TRANSLATE_NOOP("actions", "Guidelines"),
    Menu.VIEW,
    "window.show_page",
    ("F2",),
    When.PROJECT,
    args=("guidelines",),
    tip=QT_TRANSLATE_NOOP("actions", "What to label and how, beside the article"),
    starts=True,
)

LOOKS: tuple[ActionSpec, ...] = (
    GUIDANCE,
    ActionSpec(
        "theme.switch",
        QT_TRANSLATE_NOOP("actions", "Light / dark"),
        Menu.VIEW,
        "looks.switch_theme",
        tip=QT_TRANSLATE_NOOP("actions", "From light colours to dark ones and back"),
        starts=True,
    ),
    ActionSpec(
        "theme.system",
        QT_TRANSLATE_NOOP("actions", "Colours as the system"),
        Menu.VIEW,
        "looks.use_theme",
        args=("system",),
        choice="theme",
    ),
    ActionSpec(
        "theme.light",
        QT_TRANSLATE_NOOP("actions", "Light"),
        Menu.VIEW,
        "looks.use_theme",
        args=("light",),
        choice="theme",
    ),
    ActionSpec(
        "theme.dark",
        QT_TRANSLATE_NOOP("actions", "Dark"),
        Menu.VIEW,
        "looks.use_theme",
        args=("dark",),
        choice="theme",
    ),
    ActionSpec(
        "language.system",
        QT_TRANSLATE_NOOP("actions", "Language as the system"),
        Menu.VIEW,
        "looks.use_language",
        args=("system",),
        choice="language",
        starts=True,
    ),
    ActionSpec(
        "language.ar",
        QT_TRANSLATE_NOOP("actions", "العربية"),  # a language is offered under its own name
        Menu.VIEW,
        "looks.use_language",
        args=("ar",),
        choice="language",
    ),
    ActionSpec(
        "language.en",
        QT_TRANSLATE_NOOP("actions", "English"),
        Menu.VIEW,
        "looks.use_language",
        args=("en",),
        choice="language",
    ),
)
