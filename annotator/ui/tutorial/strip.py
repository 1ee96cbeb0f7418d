"""What the tutorial says: a strip under the menus, which takes no key from the article."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolBar, QWidget

from annotator.ui.theme import current_theme

_DOT, _GAP = 7, 5


class Dots(QWidget):
    """A dot a step: those done are filled."""

    def __init__(self, count: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count, self._at = count, 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_at(self, at: int) -> None:
        """Show that ``at`` steps are done."""
        self._at = at
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of all dots in a row."""
        return QSize(self.count * (_DOT + _GAP), _DOT + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw them from the reading side."""
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        from_right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        for number in range(self.count):
            done = number < self._at
            painter.setBrush(QColor(theme.accent if number <= self._at else theme.thumb))
            place = number * (_DOT + _GAP)
            left = self.width() - place - _DOT if from_right else place
            painter.setOpacity(1 if done or number > self._at else 0.55)
            painter.drawEllipse(QRectF(left, 2, _DOT, _DOT))


class Strip(QToolBar):
    """The step's text with its keys set off, how far it is, and two buttons."""

    next_asked = Signal()
    leave_asked = Signal()

    def __init__(self, count: int, next_key: str, leave_key: str, parent: QWidget) -> None:
        super().__init__(self.tr("Tutorial"), parent)
        self.setObjectName("tutorial")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.dots = Dots(count, self)
        self.text = QLabel(self)
        self.text.setObjectName("tutorialText")
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self._next_key = next_key
        self.next, self.leave = QPushButton(self), QPushButton(self)
        self.leave.setText(_with_key(self.tr("Leave"), leave_key))
        for button, signal in ((self.next, self.next_asked), (self.leave, self.leave_asked)):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(signal)
        self._inside = QWidget(self)
        row = QHBoxLayout(self._inside)
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(14)
        row.addWidget(self.dots)
        row.addWidget(self.text, 1)
        row.addWidget(self.next)
        row.addWidget(self.leave)
        self.addWidget(self._inside)

    def show_step(self, at: int, template: str, keys: dict[str, str], *, by_hand: bool) -> None:
        """Say a step: ``keys`` are what a person presses, by their names in ``template``."""
        right = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        caps = {name: f"<b>{escape(key)}</b>" for name, key in keys.items()}
        said = escape(template, quote=False).format(**caps)
        self.text.setText(f'<div dir="{"rtl" if right else "ltr"}">{said}</div>')
        self.text.setAccessibleName(template.format(**keys))
        self.dots.show_at(at)
        self.dots.setToolTip(
            self.tr("Step {number} of {count}").format(number=at + 1, count=self.dots.count)
        )
        text = self.tr("Go on") if by_hand else self.tr("Skip this step")
        self.next.setText(_with_key(text, self._next_key))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the text needs at this width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        row = self._inside.layout()
        if row is None:
            return
        row.activate()
        lines = self.text.heightForWidth(self.text.width())
        # A toolbar asks for no height at a width: it would keep room for a narrow column.
        margins = row.contentsMargins()
        height = max(lines, self.next.sizeHint().height()) + margins.top() + margins.bottom()
        self._inside.setFixedHeight(height)


def _with_key(text: str, key: str) -> str:
    return f"{text}  {key}" if key else text
