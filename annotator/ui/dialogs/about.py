"""What this program is, which version, what it is made of, and what a report of a fault needs."""

from __future__ import annotations

import platform

from PySide6.QtCore import QLocale, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from annotator import __version__
from annotator.ui.log import log_path
from annotator.ui.text import ltr, reading_side

_SIZE = (620, 480)


class AboutDialog(QDialog):
    """Name, version, the licences of what is bundled, and a button that copies the facts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About annotator"))
        title = QLabel("annotator", self)
        title.setObjectName("title")
        title.setAlignment(reading_side())
        said = QLabel(
            self.tr("Annotate Arabic news text: entities and quotes, to the letter."), self
        )
        said.setWordWrap(True)
        facts = QLabel(
            self.tr("Version {version}, with Qt {qt}").format(
                version=ltr(__version__), qt=ltr(qVersion())
            ),
            self,
        )
        facts.setObjectName("faint")
        facts.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        made_of = QLabel(self.tr("Made with the work of others, under these licences:"), self)
        self.list = self._list()
        buttons = QDialogButtonBox(self)
        self.copy = buttons.addButton(
            self.tr("Copy system information"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy.clicked.connect(self._copy)
        close = buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        close.setFocus()
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for widget in (title, said, facts):
            column.addWidget(widget)
        column.addLayout(self._log())
        column.addWidget(made_of)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        made_of.setVisible(self.list.topLevelItemCount() > 0)
        self.list.setVisible(self.list.topLevelItemCount() > 0)
        self.resize(*_SIZE)

    @classmethod
    def ask(cls, parent: QWidget | None = None) -> None:
        """Show the dialog until it is closed."""
        dialog = cls(parent)
        dialog.exec()
        dialog.deleteLater()

    def _log(self) -> QHBoxLayout:
        """Return where the log is, in a field: a path is longer than any window is wide."""
        path = QLineEdit(str(log_path()), self)
        path.setReadOnly(True)
        path.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        path.setCursorPosition(0)
        told = QLabel(self.tr("Log:"), self)
        told.setObjectName("faint")
        told.setBuddy(path)
        path.setAccessibleName(self.tr("Log"))
        row = QHBoxLayout()
        row.addWidget(told)
        row.addWidget(path, 1)
        return row

    def _list(self) -> QTreeWidget:
        from annotator.services.components import components  # noqa: PLC0415 - seldom opened

        table = QTreeWidget(self)
        table.setAccessibleName(self.tr("Licences of what is bundled"))
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setHeaderLabels([self.tr("Component"), self.tr("Version"), self.tr("Licence")])
        for one in components():
            item = QTreeWidgetItem([one.name, one.version, one.licence])
            for number in range(table.columnCount()):
                item.setToolTip(number, one.url or one.licence)
            table.addTopLevelItem(item)
        header = table.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        return table

    def _copy(self) -> None:
        """Put on the clipboard what a report of a fault needs: no names, no paths."""
        QGuiApplication.clipboard().setText(system_information())
        self.copy.setText(self.tr("Copied"))


def system_information() -> str:
    """Return the versions and the machine in lines, for a report of a fault."""
    screen = QGuiApplication.primaryScreen()
    facts = {
        "annotator": __version__,
        "Qt": qVersion(),
        "Python": platform.python_version(),
        "System": platform.platform(),
        "Display": f"{QGuiApplication.platformName()}, {screen.devicePixelRatio():g}x",
        "Locale": QLocale.system().name(),
    }
    return "\n".join(f"{name}: {value}" for name, value in facts.items())
