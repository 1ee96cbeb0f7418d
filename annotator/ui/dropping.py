"""Files dragged onto the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class FileDrops(QObject):
    """Takes files and folders that are dropped on a window, wherever in it."""

    dropped = Signal(list)
    """The paths."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept what holds local files, and take it when it is dropped."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            if local_files(event.mimeData()):
                event.setDropAction(Qt.DropAction.CopyAction)  # the files stay where they are
                event.accept()
                return True
        elif isinstance(event, QDropEvent) and (paths := local_files(event.mimeData())):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(paths)
            return True
        return super().eventFilter(watched, event)


def local_files(data: QMimeData) -> list[Path]:
    """Return the files and folders of this machine that are dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
