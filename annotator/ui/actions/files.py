"""The actions of the File menu."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When

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
        "projects.choose",
        ("Ctrl+O",),
        tip=QT_TRANSLATE_NOOP("actions", "Open a project, or text, JSONL and CoNLL files"),
    ),
    ActionSpec(
        "project.folder",
        QT_TRANSLATE_NOOP("actions", "Open a folder…"),
        Menu.FILE,
        "starting.open_folder",
        ("Ctrl+Shift+O",),
        tip=QT_TRANSLATE_NOOP("actions", "All articles of a folder, as one project"),
    ),
    ActionSpec(
        "project.sample",
        QT_TRANSLATE_NOOP("actions", "Open the sample article"),
        Menu.FILE,
        "starting.open_sample",
        tip=QT_TRANSLATE_NOOP(
            "actions", "A news article to try everything on; it is yours to keep"
        ),
    ),
    ActionSpec(
        "review.make",
        QT_TRANSLATE_NOOP("actions", "Review colleagues' files…"),
        Menu.FILE,
        "reviews.make",
        ("Ctrl+Shift+R",),
        tip=QT_TRANSLATE_NOOP(
            "actions", "Compare what two or more people annotated, and decide where they differ"
        ),
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
        "project.report",
        QT_TRANSLATE_NOOP("actions", "Report of the last import"),
        Menu.FILE,
        "projects.show_report",
        when=When.PROJECT,
        tip=QT_TRANSLATE_NOOP("actions", "What it took, repaired and refused, file by file"),
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
        "project.split",
        QT_TRANSLATE_NOOP("actions", "Split among annotators…"),
        Menu.FILE,
        "sharing.split",
        when=When.PROJECT,
        tip=QT_TRANSLATE_NOOP(
            "actions", "A file for each annotator, with their articles; no server is needed"
        ),
        starts=True,
    ),
    ActionSpec(
        "project.collect",
        QT_TRANSLATE_NOOP("actions", "Collect annotators' files…"),
        Menu.FILE,
        "sharing.collect",
        when=When.PROJECT,
        tip=QT_TRANSLATE_NOOP(
            "actions", "Take back what the annotators have decided; nothing is lost or doubled"
        ),
    ),
    ActionSpec(
        "project.copy",
        QT_TRANSLATE_NOOP("actions", "Save a copy…"),
        Menu.FILE,
        "copying.save",
        when=When.PROJECT,
        tip=QT_TRANSLATE_NOOP(
            "actions", "The whole project under another name, also when its own file is gone"
        ),
    ),
    ActionSpec(
        "project.close",
        QT_TRANSLATE_NOOP("actions", "Close the project"),
        Menu.FILE,
        "starting.close_project",
        ("Ctrl+W",),
        When.PROJECT,
        tip=QT_TRANSLATE_NOOP("actions", "Back to the welcome page; everything is saved"),
        starts=True,
    ),
    ActionSpec(
        "window.quit",
        QT_TRANSLATE_NOOP("actions", "Quit"),
        Menu.FILE,
        "window.close",
        ("Ctrl+Q",),
    ),
)
