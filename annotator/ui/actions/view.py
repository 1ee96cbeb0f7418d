"""The actions of the View menu: panes, reading, colours, language."""

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

READING: tuple[ActionSpec, ...] = (
    ActionSpec(
        "reading.larger",
        QT_TRANSLATE_NOOP("actions", "Larger"),
        Menu.VIEW,
        "comfort.zoom_in",
        keys=("Ctrl++", "Ctrl+="),
        tip=QT_TRANSLATE_NOOP("actions", "Show the article larger"),
        starts=True,
    ),
    ActionSpec(
        "reading.smaller",
        QT_TRANSLATE_NOOP("actions", "Smaller"),
        Menu.VIEW,
        "comfort.zoom_out",
        keys=("Ctrl+-",),
        tip=QT_TRANSLATE_NOOP("actions", "Show the article smaller"),
    ),
    ActionSpec(
        "reading.normal",
        QT_TRANSLATE_NOOP("actions", "Usual size"),
        Menu.VIEW,
        "comfort.zoom_normal",
        keys=("Ctrl+0",),
    ),
    ActionSpec(
        "reading.font",
        QT_TRANSLATE_NOOP("actions", "Font…"),
        Menu.VIEW,
        "comfort.choose_font",
        tip=QT_TRANSLATE_NOOP("actions", "Choose the article's font by its looks"),
    ),
    ActionSpec(
        "reading.diacritics",
        QT_TRANSLATE_NOOP("actions", "Diacritics"),
        Menu.VIEW,
        "comfort.switch",
        keys=("Ctrl+D",),
        args=("reading.diacritics",),
        tip=QT_TRANSLATE_NOOP("actions", "Show the diacritics; hidden ones stay in the article"),
        toggle=True,
        starts=True,
    ),
    ActionSpec(
        "reading.tatweel",
        QT_TRANSLATE_NOOP("actions", "Tatweel"),
        Menu.VIEW,
        "comfort.switch",
        args=("reading.tatweel",),
        tip=QT_TRANSLATE_NOOP("actions", "Show the strokes that stretch words"),
        toggle=True,
    ),
    ActionSpec(
        "labels.shapes",
        QT_TRANSLATE_NOOP("actions", "Labels by shape too"),
        Menu.VIEW,
        "comfort.switch",
        args=("labels.shapes",),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Signs, lines and colours by which everybody can tell labels apart"
        ),
        toggle=True,
    ),
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
        "contrast.system",
        QT_TRANSLATE_NOOP("actions", "Contrast as the system"),
        Menu.VIEW,
        "comfort.use_contrast",
        args=("system",),
        choice="contrast",
        starts=True,
    ),
    ActionSpec(
        "contrast.normal",
        QT_TRANSLATE_NOOP("actions", "Normal contrast"),
        Menu.VIEW,
        "comfort.use_contrast",
        args=("normal",),
        choice="contrast",
    ),
    ActionSpec(
        "contrast.high",
        QT_TRANSLATE_NOOP("actions", "High contrast"),
        Menu.VIEW,
        "comfort.use_contrast",
        args=("high",),
        choice="contrast",
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
