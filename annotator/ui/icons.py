"""Icons in the window's colours, from the SVG files in ``resources/icons``."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from annotator.bundled import resource

_SIZE = 18
_SCALES = (1.0, 1.5, 2.0)


def tinted_icon(name: str, colour: str) -> QIcon:
    """Return ``name.svg`` with its ``currentColor`` as ``#rrggbb``, sharp on dense screens too."""
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", colour).encode()))
    icon = QIcon()
    for scale in _SCALES:
        side = round(_SIZE * scale)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        renderer.render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        icon.addPixmap(pixmap)
    return icon
