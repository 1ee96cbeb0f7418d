"""Which texts of a window do not fit into what they have."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTextBrowser,
    QWidget,
)

SLACK = 2
"""Pixels by which a size hint may be larger than what there is: fractions of letters add up."""


def clipped(window: QWidget) -> list[str]:
    """Return a line for each text in a shown window that is cut off, and that no tool tip has."""
    found = []
    for widget in [window, *window.findChildren(QWidget)]:
        if not widget.isVisible() or widget.window() is not window or _scrolled_away(widget):
            continue
        for kind, check in _CHECKS.items():
            if isinstance(widget, kind):
                found += [
                    f"{kind.__name__} in {type(widget.parent()).__name__}: {text!r}"
                    for text in check(widget)
                    if text not in widget.toolTip()
                ]
                break
    return found


def _label(label: QLabel) -> Iterator[str]:
    text, there = label.text(), label.contentsRect()
    if not text.strip() or not label.pixmap().isNull():
        return
    if label.wordWrap():
        longest = max(
            (QFontMetrics(label.font()).horizontalAdvance(word) for word in _plain(label).split()),
            default=0,
        )
        high = label.heightForWidth(label.width()) > label.height() + SLACK
        if high or longest > there.width() + SLACK:
            yield text
    elif not _fits(label.sizeHint(), label):
        yield text


def _button(button: QAbstractButton) -> Iterator[str]:
    # A button with its text in labels of its own has no text.
    text = button.text()
    hint = button.sizeHint()
    if isinstance(button, QPushButton):
        # The style sheet of a theme gives the hint; what has to fit is the text in it.
        wanted = button.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width() + 8
        hint.setWidth(min(hint.width(), wanted))
    hint.setHeight(min(hint.height(), button.fontMetrics().boundingRect(text).height()))
    if text and not _fits(hint, button):
        yield text


def _group(group: QGroupBox) -> Iterator[str]:
    if group.title() and group.minimumSizeHint().width() > group.width() + SLACK:
        yield group.title()


def _tabs(bar: QTabBar) -> Iterator[str]:
    for number in range(bar.count()):
        if not bar.isTabVisible(number):
            continue
        text = bar.tabText(number)
        wanted = bar.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()
        if wanted > bar.tabRect(number).width() and text not in bar.tabToolTip(number):
            yield text


def _header(header: QHeaderView) -> Iterator[str]:
    model = header.model()
    for number in range(header.count()):
        text = model.headerData(number, header.orientation())
        along = header.orientation() is Qt.Orientation.Horizontal
        wanted = QFontMetrics(header.font()).horizontalAdvance(str(text or ""))
        there = header.sectionSize(number) if along else header.width()
        tip = model.headerData(number, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if not header.isSectionHidden(number) and wanted > there and str(text) not in str(tip):
            yield str(text)


def _combo(combo: QComboBox) -> Iterator[str]:
    if combo.isEditable():
        return
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    text = combo.currentText()
    if combo.fontMetrics().horizontalAdvance(text) > field.width() + SLACK:
        yield text


def _line(line: QLineEdit) -> Iterator[str]:
    text = line.placeholderText()
    if text and not line.text() and line.fontMetrics().horizontalAdvance(text) > line.width() - 6:
        yield text


_CHECKS: dict[type[QWidget], Callable[..., Iterator[str]]] = {
    QLabel: _label,
    QAbstractButton: _button,
    QGroupBox: _group,
    QTabBar: _tabs,
    QHeaderView: _header,
    QComboBox: _combo,
    QLineEdit: _line,
}


def _fits(wanted: QSize, widget: QWidget) -> bool:
    there = widget.size()
    return wanted.width() <= there.width() + SLACK and wanted.height() <= there.height() + SLACK


def _plain(label: QLabel) -> str:
    if label.textFormat() is not Qt.TextFormat.RichText:
        return label.text()
    browser = QTextBrowser()
    browser.setHtml(label.text())
    plain = browser.toPlainText()
    browser.deleteLater()
    return plain


def _scrolled_away(widget: QWidget) -> bool:
    """Whether a widget belongs to a scroll bar or to a part of Qt's own widgets."""
    parent = widget.parentWidget()
    return isinstance(parent, QScrollArea) or widget.objectName().startswith("qt_")
