"""The projects of late, with what is in each; that is looked up after the page has been shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from annotator.core.progress import Progress
from annotator.core.visible import visible_name
from annotator.services.glances import Glance, glance
from annotator.ui.actions.keys import shown_key
from annotator.ui.runner import Runner
from annotator.ui.text import isolated, ltr, told
from annotator.ui.welcome.rows import Row

Look = Callable[[Path], Glance]


class RecentRow(Row):
    """One project: its name, what is in it and where it is. Delete takes it off the list."""

    forgotten = Signal()

    def __init__(self, path: Path, key: str, parent: QWidget | None = None) -> None:
        super().__init__(visible_name(path.stem), "", key, parent)
        self.path = path
        self.setToolTip(ltr(str(path)))
        self.said.setWordWrap(False)
        self._glance: Glance | None = None
        self._show()

    def show_glance(self, found: Glance) -> None:
        """Say what is in the project, or why it cannot be opened."""
        self._glance = found
        self.setProperty("gone", found.gone)
        self.title.setEnabled(not found.gone)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as much of the place as there is room for; the tool tip has the whole of it."""
        super().resizeEvent(event)
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the project off the list with Delete."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.forgotten.emit()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        inside, place = self._inside_words(), _short(self.path.parent)
        whole = " · ".join(filter(None, (inside, ltr(place))))
        metrics = self.said.fontMetrics()
        room = self.said.width() - metrics.horizontalAdvance(f"{inside} · ") - 2
        if metrics.horizontalAdvance(place) > room:
            place = metrics.elidedText(place, Qt.TextElideMode.ElideMiddle, max(room, 60))
        self.said.setText(" · ".join(filter(None, (inside, ltr(place)))))
        self.said.setMinimumWidth(1)  # as much as there is, never more
        self.setAccessibleName(self.title.text())
        self.setAccessibleDescription(whole)

    def _inside_words(self) -> str:
        found = self._glance
        if found is None:
            return ""
        if found.gone:
            return self.tr("not there any more")
        if found.fault is not None:
            return told(found.fault)
        return self._counted(found) if found.articles else self.tr("no articles yet")

    def _counted(self, found: Glance) -> str:
        articles = self.tr("%Ln article(s)", "", found.articles)
        if found.review:
            return self.tr("review, {articles}").format(articles=articles)
        if found.done == found.articles:
            return self.tr("{articles}, all done").format(articles=articles)
        if not found.done:
            return self.tr("{articles}, none done yet").format(articles=articles)
        done = self.tr("%Ln done", "how many articles are done", found.done)
        return self.tr("{articles}, {done}").format(articles=articles, done=done)


class RecentList(QWidget):
    """A row a project, newest first; the first one is opened by Enter as soon as the page shows."""

    chosen = Signal(Path)
    forgotten = Signal(Path)
    """A project that is to be taken off the list."""

    def __init__(
        self,
        paths: Sequence[Path],
        runner: Runner,
        parent: QWidget | None = None,
        *,
        look: Look = glance,
    ) -> None:
        super().__init__(parent)
        self._runner = runner
        self._look = look
        self._open = True
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(5)
        self._empty = QLabel(
            self.tr("None yet. What you open stands here the next time, with how far you are."),
            self,
        )
        self._empty.setObjectName("faint")
        self._empty.setWordWrap(True)
        self._column.addWidget(self._empty)
        self.rows: list[RecentRow] = []
        self._lines: dict[RecentRow, QWidget] = {}
        for number, path in enumerate(paths):
            self._add(path, shown_key("Enter") if number == 0 else "")
        self._empty.setVisible(not self.rows)

    def look_up(self) -> None:
        """Find out what is in each project, off the main thread."""
        for row in self.rows:
            self._runner.run(
                partial(self._look_into, row.path),
                done=partial(self._looked_up, row),
                failed=_raise,
                wanted=lambda: self._open,
                quiet=True,
            )

    def close_down(self) -> None:
        """Want no more answers: the window is going."""
        self._open = False

    def first(self) -> QWidget | None:
        """Return the newest project's row."""
        return self.rows[0] if self.rows else None

    def _add(self, path: Path, key: str) -> None:
        row = RecentRow(path, key, self)
        row.clicked.connect(partial(self._choose, path))
        row.forgotten.connect(partial(self._forget, row))
        away = QToolButton(self)
        away.setObjectName("away")
        away.setText("✕")
        away.setToolTip(self.tr("Take off this list (Delete); the file stays"))
        away.setAccessibleName(
            self.tr("Take {name} off this list").format(name=isolated(path.stem))
        )
        away.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Delete does it in the row
        away.clicked.connect(partial(self._forget, row))
        line = QWidget(self)
        side_by_side = QHBoxLayout(line)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(2)
        side_by_side.addWidget(row, 1)
        side_by_side.addWidget(away)
        self._column.addWidget(line)
        self._lines[row] = line
        self.rows.append(row)

    def _choose(self, path: Path, _checked: bool = False) -> None:
        self.chosen.emit(path)

    def _forget(self, row: RecentRow, _checked: bool = False) -> None:
        place = self.rows.index(row)
        self.rows.remove(row)
        if row.hasFocus():
            near = self.rows[min(place, len(self.rows) - 1)] if self.rows else None
            (near or self).setFocus()
        self._lines.pop(row).deleteLater()
        self._empty.setVisible(not self.rows)
        self.forgotten.emit(row.path)

    def _look_into(self, path: Path, _progress: Progress) -> Glance:
        return self._look(path)

    def _looked_up(self, row: RecentRow, found: Glance) -> None:
        if row in self.rows:
            row.show_glance(found)


def _short(folder: Path) -> str:
    """Return a folder as people write it, their home as ``~``."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)


def _raise(error: BaseException) -> None:
    raise error
