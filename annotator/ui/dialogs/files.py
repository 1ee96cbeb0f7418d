"""The system's file dialogs, each behind one function."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.services.project import SUFFIX


def ask_open(parent: QWidget | None, folder: str = "") -> list[Path]:
    """Ask for a project or for files to take into a new one; empty when nothing was chosen."""
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        _tr(QT_TRANSLATE_NOOP("files", "Open a project, or text, JSONL or CoNLL files")),
        folder,
        ";;".join(
            (
                _tr(
                    QT_TRANSLATE_NOOP(
                        "files", "Projects and articles (*.annotator *.txt *.jsonl *.conll)"
                    )
                ),
                _tr(QT_TRANSLATE_NOOP("files", "All files (*)")),
            )
        ),
    )
    return [Path(name) for name in names]


def ask_import(parent: QWidget | None, folder: str = "") -> list[Path]:
    """Ask for files to take into the open project."""
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        _tr(QT_TRANSLATE_NOOP("files", "Import articles")),
        folder,
        _tr(QT_TRANSLATE_NOOP("files", "All files (*)")),
    )
    return [Path(name) for name in names]


def ask_markdown(parent: QWidget | None, folder: str = "") -> Path | None:
    """Ask for a Markdown file to read."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        _tr(QT_TRANSLATE_NOOP("files", "Import guidelines")),
        folder,
        ";;".join(
            (
                _tr(QT_TRANSLATE_NOOP("files", "Markdown (*.md *.markdown *.txt)")),
                _tr(QT_TRANSLATE_NOOP("files", "All files (*)")),
            )
        ),
    )
    return Path(name) if name else None


def ask_new(parent: QWidget | None, folder: str = "") -> Path | None:
    """Ask where a new project is to be; the suffix is added where it is missing."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        _tr(QT_TRANSLATE_NOOP("files", "New project")),
        folder,
        _tr(QT_TRANSLATE_NOOP("files", "Projects (*.annotator)")),
    )
    if not name:
        return None
    path = Path(name)
    return path if path.suffix == SUFFIX else path.with_name(path.name + SUFFIX)


def ask_save(parent: QWidget | None, title: str, path: Path) -> Path | None:
    """Ask where to write; that a file there is replaced is the dialog's own question."""
    name, _ = QFileDialog.getSaveFileName(parent, title, str(path))
    return Path(name) if name else None


def ask_label_set(parent: QWidget | None) -> Path | None:
    """Ask for a label set's file."""
    name, _ = QFileDialog.getOpenFileName(
        parent,
        _tr(QT_TRANSLATE_NOOP("files", "Read a label set")),
        "",
        _tr(QT_TRANSLATE_NOOP("files", "Label sets (*.toml)")),
    )
    return Path(name) if name else None


def _tr(text: str) -> str:
    return QCoreApplication.translate("files", text)
