"""How the window was when its project was open last."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

from annotator.services.project import Project
from annotator.ui.panes.side import SidePane

WINDOW_STATE = "window"
"""Name under which a project keeps how the window was."""


def keep_state(project: Project, window: QMainWindow, panes: QSplitter, side: SidePane) -> None:
    """Write where the window stands, how wide its panes are and which page is in front."""
    project.set_state(
        WINDOW_STATE,
        {
            "geometry": bytes(window.saveGeometry().toBase64().data()).decode("ascii"),
            "panes": panes.sizes(),
            "page": side.page_in_front(),
        },
    )


def restore_state(project: Project, window: QMainWindow, panes: QSplitter, side: SidePane) -> None:
    """Put the window back as it was; what is not known stays."""
    kept = project.state(WINDOW_STATE)
    if not isinstance(kept, dict):
        return
    window.restoreGeometry(QByteArray.fromBase64(str(kept.get("geometry", "")).encode("ascii")))
    sizes = kept.get("panes")
    if isinstance(sizes, list) and len(sizes) == panes.count() and sum(sizes) > 0:
        panes.setSizes([int(size) for size in sizes])
    side.show_page(str(kept.get("page", "")))
