"""What a page of the side pane is."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QWidget

from annotator.core.annotated import AnnotatedArticle
from annotator.core.labels import LabelSet
from annotator.ui.queue import Queue


class SidePage(QWidget):
    """A page of the side pane; it shows what it is told of, and by itself does nothing."""

    takes_work_keys: ClassVar[bool] = False
    """Whether the keys of the article's work act in it too (``Where.WORK``)."""

    def show_state(self, state: AnnotatedArticle | None, queue: Queue) -> None:
        """Show a state of the open article; ``queue`` says which suggestions are shown."""

    def show_current(self, record_id: str) -> None:
        """Light up the current record, if it is shown here; "" for none."""

    def set_labels(self, label_set: LabelSet, language: str) -> None:
        """Name labels as this set and language do."""

    def front(self) -> QWidget:
        """Return what takes the focus."""
        return self

    def count(self) -> int | None:
        """Return the number beside the title, None for none."""
        return None

    def is_wanted(self) -> bool:
        """Whether there is anything on it: else it has no tab."""
        return True
