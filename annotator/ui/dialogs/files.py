"""The system's file dialogs, each behind one function."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.formats import readers
from annotator.formats.base import Tabular, Writer
from annotator.services.project import SUFFIX

_ARCHIVE = ".zip"


def ask_open(parent: QWidget | None, folder: str = "") -> list[Path]:
    """Ask for a project or for files to take into a new one; empty when nothing was chosen."""
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        _tr(QT_TRANSLATE_NOOP("files", "Open a project, or files of articles")),
        folder,
        read_filters(with_projects=True),
        options=QFileDialog.Option.HideNameFilterDetails,
    )
    return [Path(name) for name in names]


def ask_copy(parent: QWidget | None, path: Path) -> Path | None:
    """Ask where a copy of the project ``path`` goes; the dialog asks before it replaces a file."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        _tr(QT_TRANSLATE_NOOP("files", "Save a copy of the project")),
        str(path.with_name(f"{path.stem}-copy{path.suffix}")),
        f"{_tr(QT_TRANSLATE_NOOP('files', 'Projects'))} (*{SUFFIX})",
    )
    if not name:
        return None
    chosen = Path(name)
    return chosen if chosen.suffix == SUFFIX else chosen.with_name(chosen.name + SUFFIX)


def ask_import(parent: QWidget | None, folder: str = "") -> list[Path]:
    """Ask for files to take into the open project."""
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        _tr(QT_TRANSLATE_NOOP("files", "Import articles")),
        folder,
        read_filters(with_projects=False),
        options=QFileDialog.Option.HideNameFilterDetails,
    )
    return [Path(name) for name in names]


def ask_collect(parent: QWidget | None, folder: str = "") -> list[Path]:
    """Ask for the files of annotators; empty when nothing was chosen."""
    names, _ = QFileDialog.getOpenFileNames(
        parent,
        _tr(QT_TRANSLATE_NOOP("files", "Collect annotators' files")),
        folder,
        _tr(QT_TRANSLATE_NOOP("files", "Projects (*.annotator)")),
    )
    return [Path(name) for name in names]


def read_filters(*, with_projects: bool) -> str:
    """Return the name filters of all that can be read: all of it, projects, and by group.

    Those which can be written too are the ones that hold annotations.
    """
    groups = [[SUFFIX]] if with_projects else []
    titles = [_tr(QT_TRANSLATE_NOOP("files", "Projects"))] if with_projects else []
    tables = [format_ for format_ in readers() if isinstance(format_, Tabular)]
    marked = [format_ for format_ in readers() if isinstance(format_, Writer)]
    plain = [format_ for format_ in readers() if format_ not in (*tables, *marked)]
    for title, formats in (
        (QT_TRANSLATE_NOOP("files", "Texts and pages"), plain),
        (QT_TRANSLATE_NOOP("files", "Tables of articles"), tables),
        (QT_TRANSLATE_NOOP("files", "Annotated articles"), marked),
    ):
        titles.append(_tr(title))
        groups.append([suffix for format_ in formats for suffix in format_.suffixes])
    groups.append([_ARCHIVE])
    titles.append(_tr(QT_TRANSLATE_NOOP("files", "Archives of files")))
    every = [suffix for group in groups for suffix in group]
    titles.insert(0, _tr(QT_TRANSLATE_NOOP("files", "All that can be read")))
    lines = [
        f"{title} ({' '.join(f'*{suffix}' for suffix in dict.fromkeys(group))})"
        for title, group in zip(titles, [every, *groups], strict=True)
    ]
    return ";;".join([*lines, _tr(QT_TRANSLATE_NOOP("files", "All files (*)"))])


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
