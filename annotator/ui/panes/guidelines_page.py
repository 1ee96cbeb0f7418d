"""The page of the guidelines: what is said of the current span's label, or all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.annotated import AnnotatedArticle
from annotator.core.errors import UserError
from annotator.core.guidelines import section_about
from annotator.core.labels import LabelSet
from annotator.services.guidelines import (
    default_guidelines,
    guidelines,
    keep_guidelines,
    read_guidelines,
    write_guidelines,
)
from annotator.ui.dialogs.files import ask_markdown, ask_save
from annotator.ui.panes.markdown import MarkdownView
from annotator.ui.panes.page import SidePage
from annotator.ui.plain_editor import PlainEditor
from annotator.ui.queue import Queue

if TYPE_CHECKING:
    from annotator.ui.workbench import Workbench

_QUOTE_NAMES = ("quote", "اقتباس")
"""What the section about quotes begins with, whatever the language of the window."""


class GuidelinesPage(SidePage):
    """Reads the guidelines, follows the current span, and lets them be written anew.

    What was written is kept when writing ends, however it ends: nothing typed is lost.
    """

    def __init__(self, bench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._language = bench.around.language
        self._text: str | None = None
        self._shown: str | None = None
        self._state: AnnotatedArticle | None = None
        self._label_set: LabelSet | None = None
        self._current = ""
        self.view = MarkdownView(self)
        self.view.setAccessibleName(self.tr("Guidelines"))
        self.editor = PlainEditor(self)
        self.editor.setAccessibleName(self.tr("Guidelines, as Markdown"))
        self.editor.setFrameShape(PlainEditor.Shape.NoFrame)
        self.editor.document().setDocumentMargin(12)
        self.editor.installEventFilter(self)
        self.whole = self._button(self.tr("Whole text"), checkable=True)
        self.whole.toggled.connect(self._render)
        self.edit = self._button(self.tr("Edit"), checkable=True)
        self.edit.toggled.connect(self._turn)
        self.more = self._button(self.tr("More"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(self._menu())
        self._build()
        bench.leafing.left.connect(self._keep)  # the last moment before a project is given up

    def show_state(self, state: AnnotatedArticle | None, queue: Queue) -> None:
        """Follow what is decided: a label may have changed."""
        self._state = state
        self._render()

    def show_current(self, record_id: str) -> None:
        """Show what is said of the current span's label."""
        if record_id != self._current:
            self._current = record_id
            self._render()

    def set_labels(self, label_set: LabelSet, language: str) -> None:
        """Know the labels by all their names."""
        self._label_set = label_set
        self._render()

    def front(self) -> QWidget:
        """Return the text, as it is read or written."""
        return self.editor if self.stack.currentWidget() is self.editor else self.view

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is current now; behind other pages nothing is rendered."""
        super().showEvent(event)
        self._render()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape ends the writing; what was written so far is kept when the keyboard leaves."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.edit.setChecked(False)
                return True
        elif event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._keep()
        return super().eventFilter(watched, event)

    # Actions

    def take_file(self) -> None:
        """Replace the guidelines by a Markdown file."""
        path = ask_markdown(self)
        if path is not None:
            try:
                self._replace(read_guidelines(path))
            except UserError as error:
                self._bench.failed.emit(error)

    def give_file(self) -> None:
        """Write the guidelines as a Markdown file."""
        project = self._bench.project
        if project is None:
            return
        start = project.path.with_name(f"{project.path.stem}.md")
        path = ask_save(self, self.tr("Export guidelines"), start)
        if path is not None:
            try:
                write_guidelines(path, self.text())
            except UserError as error:
                self._bench.failed.emit(error)

    def take_default(self) -> None:
        """Go back to the text that comes with the program."""
        self._replace(default_guidelines(self._language))

    def text(self) -> str:
        """Return the guidelines as they are now."""
        project = self._bench.project
        if self._text is None and project is not None:
            self._text = guidelines(project, self._language)
        return self._text or ""

    # Inside

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(10, 6, 10, 2)
        head.addWidget(self.whole)
        head.addStretch(1)
        head.addWidget(self.edit)
        head.addWidget(self.more)
        self.stack = QStackedWidget(self)
        self.stack.addWidget(self.view)
        self.stack.addWidget(self.editor)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.stack, 1)

    def _button(self, text: str, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setAutoRaise(True)
        button.setCheckable(checkable)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _menu(self) -> QMenu:
        menu = QMenu(self)
        for text, slot in (
            (self.tr("Import…"), self.take_file),
            (self.tr("Export…"), self.give_file),
            (self.tr("Back to the text of the program"), self.take_default),
        ):
            action = QAction(text, menu)
            action.triggered.connect(slot)
            menu.addAction(action)
        return menu

    def _turn(self, writing: bool) -> None:
        self.edit.setText(self.tr("Done (Esc)") if writing else self.tr("Edit"))
        self.whole.setEnabled(not writing)
        if writing:
            self.editor.setPlainText(self.text())
            self.stack.setCurrentWidget(self.editor)
        else:
            self._keep()
            self.stack.setCurrentWidget(self.view)
            self._render()
        self.front().setFocus()

    def _keep(self) -> None:
        if self.stack.currentWidget() is self.editor:
            self._replace(self.editor.toPlainText())

    def _replace(self, text: str) -> None:
        project = self._bench.project
        if project is None or text == self.text():
            return
        try:
            keep_guidelines(project, text, self._language)
        except UserError as error:
            self._bench.failed.emit(error)
            return
        self._text = text
        if self.editor.toPlainText() != text:
            self.editor.setPlainText(text)
        self._render()

    def _render(self) -> None:
        if not self.isVisible():
            return
        text = self._section() or self.text()
        if text != self._shown:
            self._shown = text
            self.view.show_markdown(text)

    def _section(self) -> str:
        """Return what is said of the current span, "" where there is none or all is wanted."""
        state = self._state
        if self.whole.isChecked() or state is None or not self._current:
            return ""
        entity = state.entity(self._current)
        names: tuple[str, ...] = _QUOTE_NAMES
        if entity is not None:
            label = self._label_set.get(entity.label) if self._label_set else None
            names = (entity.label, *(label.names.values() if label else ()))
        elif state.quote(self._current) is None:
            return ""
        section = section_about(self.text(), names)
        return section.text if section else ""
