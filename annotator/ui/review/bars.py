"""The bar at the top of a review, and the strip under the article: what is to be decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from annotator.review.records import Disagreement
from annotator.ui.panes.eliding import ElidingLabel
from annotator.ui.panes.label_bar import LabelBar
from annotator.ui.review.marks import Sheet
from annotator.ui.review.phrases import Phrases
from annotator.ui.review.quote_parts import QuoteParts


class ReviewBar(QWidget):
    """Who is compared, at the reading side; the decisions that are wanted at hand, at the other."""

    def __init__(self, tools: Iterable[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.names = ElidingLabel(self)
        self.names.setObjectName("heading")
        self.names.setAccessibleName(self.tr("Annotators"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 8, 5)
        row.setSpacing(2)
        row.addWidget(self.names, 1)
        for action in tools:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)

    def show_names(self, names: Sequence[str]) -> None:
        """Name the annotators, each behind their letter."""
        self.names.setText("     ".join(names))


class DecisionStrip(QWidget):
    """Says what the current disagreement is and what was decided; labels are for deciding by hand.

    It is always there, so that nothing moves when the editing starts. Of quotes it lists the parts
    in the labels' place.
    """

    def __init__(self, phrases: Phrases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = ElidingLabel(self)
        self.said.setAccessibleName(self.tr("This disagreement"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.parts = QuoteParts(phrases, self)
        self.labels = LabelBar(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 8, 4)
        column.setSpacing(4)
        column.addWidget(self.said)
        column.addWidget(self.parts)
        column.addWidget(self.labels)

    def show_quote(self, found: Disagreement | None, sheet: Sheet | None) -> None:
        """Show the parts where quotes differ, the labels where entities do."""
        self.parts.show_quote(found, sheet)
        self.labels.setVisible(found is None or not found.is_quote)

    def say(self, parts: Iterable[str]) -> None:
        """Say this of the current disagreement."""
        text = " · ".join(part for part in parts if part)
        self.said.setText(text)
        self.said.setToolTip(text)
