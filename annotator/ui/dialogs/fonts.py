"""Choosing the article's font by its looks."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator.ui.fonts import READING_FAMILIES, reading_family, reading_font
from annotator.ui.text import isolated

_SAMPLE = "قال الرئيسُ لأرمينيا"
_FAMILY = int(Qt.ItemDataRole.UserRole)
_PIXELS = 20


class FontDialog(QDialog):
    """The fonts with well-made Arabic that are installed, the others that have Arabic, or all.

    ``chosen`` hears of every one that is gone to; "" is the best there is.
    """

    def __init__(
        self, family: str, chosen: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Font of the article"))
        self._chosen = chosen
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Fonts"))
        self.all = QCheckBox(self.tr("&Every font, with Arabic or without"), self)
        self.all.setChecked(bool(family) and family not in _arabic())
        buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        buttons.addButton(self.tr("Use this font"), role.AcceptRole)
        buttons.addButton(self.tr("Cancel"), role.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        for widget in (self.list, self.all, buttons):
            column.addWidget(widget)
        self._fill(family)
        self.list.currentItemChanged.connect(self._tell)
        self.list.itemDoubleClicked.connect(self.accept)
        self.all.toggled.connect(self._refill)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        self.resize(600, 480)
        self.list.setFocus()

    @classmethod
    def ask(cls, family: str, chosen: Callable[[str], None], parent: QWidget | None = None) -> bool:
        """Let a person choose; whether the last one told is to stay."""
        dialog = cls(family, chosen, parent)
        stays = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return stays

    def family(self) -> str:
        """Return the font that is chosen."""
        return str(self.list.currentIndex().data(_FAMILY) or "")

    def _fill(self, family: str) -> None:
        self.list.clear()
        for title, name in offered_fonts(every=self.all.isChecked()):
            self._add(title, name)
        rows = range(self.list.count())
        at = next((row for row in rows if self.list.item(row).data(_FAMILY) == family), 0)
        self.list.setCurrentRow(at)

    def _add(self, title: str, family: str) -> None:
        item = QListWidgetItem(f"{_SAMPLE}   {title}", self.list)
        item.setFont(reading_font(_PIXELS, family=family))
        item.setData(_FAMILY, family)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, title)

    def _refill(self) -> None:
        blocked = self.list.blockSignals(True)
        self._fill(self.family())
        self.list.blockSignals(blocked)

    def _tell(self) -> None:
        self._chosen(self.family())


def offered_fonts(known: str = "", *, every: bool = False) -> Iterator[tuple[str, str]]:
    """Yield title and family of the fonts to choose from, first "" for the best there is.

    ``known`` is among them, whatever it is; with ``every`` those without Arabic are, too.
    """
    best = QCoreApplication.translate("FontDialog", "The best one installed ({name})")
    yield best.format(name=isolated(reading_family())), ""
    families = [
        *_arabic(),
        *([known] if known else ()),
        *(QFontDatabase.families() if every else ()),
    ]
    for family in dict.fromkeys(families):
        yield family, family


def _arabic() -> list[str]:
    """Return the families that have Arabic, the well-made ones first."""
    having = QFontDatabase.families(QFontDatabase.WritingSystem.Arabic)
    good = [family for family in READING_FAMILIES if family in QFontDatabase.families()]
    return list(dict.fromkeys([*good, *having]))
