"""What a person waits for at every decision: until it is on the disk and painted."""

from __future__ import annotations

import gc
from pathlib import Path

from annotator.config.labelsets import load_label_set
from annotator.config.settings import SUGGEST_ON_OPEN
from annotator.config.store import Settings
from annotator.core.annotated import AnnotatedArticle
from annotator.core.progress import Progress
from annotator.services.project import open_project
from annotator.storage import ProjectFile
from annotator.ui.app import Desk
from annotator.ui.first_paint import hold_what_is_loaded
from annotator.ui.main_window import SIZE
from annotator.ui.remembering import RESTING_MILLISECONDS


def test_decision_to_repaint_300_spans(
    measure, qapp, qtbot, tmp_path: Path, crowded_article: AnnotatedArticle
):
    from PySide6.QtWidgets import QTextEdit

    path = tmp_path / "crowded.annotator"
    with ProjectFile.create(path, label_set=load_label_set()) as file:
        file.add_articles([crowded_article], Progress())
    settings = Settings(tmp_path / "settings.toml")
    settings[SUGGEST_ON_OPEN] = False
    desk = Desk(qapp, settings)
    desk.start()
    desk.show(open_project(path, annotator="salma"))
    window = desk.window
    assert window is not None
    window.resize(*SIZE)
    assert len(window.annotating.queue.waiting(window.annotating.state)) >= 300
    bare = QTextEdit()
    bare.resize(window.view.size())
    bare.setPlainText(crowded_article.text)
    bare.show()
    window.annotating.next()
    hold_what_is_loaded()  # as the program does once it has started

    def rested() -> None:
        """Let the echo of the last decision end: people do not decide a hundred times a second."""
        qtbot.wait(RESTING_MILLISECONDS + 20)
        qtbot.waitUntil(lambda: not window.remembering.busy, timeout=10_000)
        qapp.processEvents()

    def decide() -> None:
        window.annotating.accept()
        qapp.processEvents()

    def repaint() -> None:
        bare.viewport().update()
        qapp.processEvents()

    measure(decide, repaint, "QTextEdit of the same text painted", rounds=100, setup=rested)
    gc.unfreeze()
    bare.close()
    bare.deleteLater()
    desk.close()
    desk.deleteLater()
