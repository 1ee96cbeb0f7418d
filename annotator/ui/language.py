"""The window's language: catalogues, direction, digits."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.bundled import resource

LANGUAGES = ("ar", "en")
"""The languages that the window speaks."""

_RIGHT_TO_LEFT = frozenset({"ar"})


def chosen_language(setting: str) -> str:
    """Return ``ar`` or ``en`` for a setting's value; ``system`` asks the system.

    A system that speaks neither gets English.
    """
    if setting in LANGUAGES:
        return setting
    for name in QLocale.system().uiLanguages():
        language = name.partition("-")[0]
        if language in LANGUAGES:
            return language
    return "en"


class Language:
    """The catalogues that are installed in the application, and the way it reads."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.id = ""

    def use(self, language: str) -> None:
        """Speak ``language`` from now on; widgets made before keep what they say."""
        self.withdraw()
        self.id = language
        for name, folder in (
            (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
            (f"annotator_{language}", str(resource("translations"))),
        ):
            translator = QTranslator(self._app)
            if translator.load(name, folder):
                self._app.installTranslator(translator)
                self._installed.append(translator)
        # Arabic locales differ in their digits. The window writes 0 to 9 in every language, as
        # Arabic newsrooms and data files do; the C locale does so in all that formats a number.
        # Thousands stand apart where a text has %Ln, as in what Python formats.
        digits = QLocale.c()
        digits.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
        QLocale.setDefault(digits)
        right_to_left = language in _RIGHT_TO_LEFT
        self._app.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )

    def withdraw(self) -> None:
        """Take the catalogues out again."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
            translator.deleteLater()
        self._installed.clear()
