"""A label as it will look in the article: on a light page and on a dark one."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from annotator.core.labels import Label
from annotator.ui.article.palette import ink
from annotator.ui.fonts import reading_font, small_font
from annotator.ui.label_colours import THEMES, page_of
from annotator.ui.theme import current_theme

_HEIGHT = 74
_GAP = 8
_SAMPLE = "واشنطن"


class LabelPreview(QWidget):
    """Two small pages side by side with the label's example marked: suggested, and accepted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label("")
        self._name = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Preview on a light and on a dark page"))

    def show_label(self, label: Label, language: str) -> None:
        """Show a label under its name in ``language``."""
        self._label, self._name = label, label.name(language)
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for two words on each page."""
        return QSize(360, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the two pages."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() - _GAP) / 2
        for number, theme in enumerate(THEMES):
            rect = QRectF(number * (width + _GAP), 0, width, self.height())
            shades = page_of(theme)
            painter.setPen(QPen(QColor(current_theme().line), 1))
            painter.setBrush(shades.base)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
            tints = ink(self._label.colour, shades)
            half = rect.width() / 2
            for place, dashed in ((rect.right() - half, False), (rect.left(), True)):
                box = QRectF(place, rect.top(), half, rect.height()).adjusted(12, 28, -12, -12)
                pen = QPen(tints.line if dashed else tints.fill, 1.4)
                if dashed:
                    pen.setStyle(Qt.PenStyle.DashLine)
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush if dashed else tints.fill)
                painter.drawRoundedRect(box, 4, 4)
                self._write(painter, box, shades.text, tints.name)
        painter.end()

    def _write(self, painter: QPainter, box: QRectF, text: QColor, name: QColor) -> None:
        font = reading_font(18)
        painter.setFont(font)
        painter.setPen(text)
        sample = QFontMetricsF(font).elidedText(
            self._label.example or _SAMPLE, Qt.TextElideMode.ElideRight, box.width() - 8
        )
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sample)
        small = small_font(12)
        painter.setFont(small)
        painter.setPen(name)
        above = QRectF(box.left(), box.top() - 20, box.width(), 18)
        shown = QFontMetricsF(small).elidedText(
            self._name, Qt.TextElideMode.ElideRight, above.width()
        )
        painter.drawText(above, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, shown)
