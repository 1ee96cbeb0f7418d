"""Light and dark as tables of colours, made into a palette and a small stylesheet."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from annotator.bundled import resource

QUOTE_COLOUR = "#7a4fc9"
"""The colour of quotes; labels bring their own."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The colours of the window's chrome, each ``#rrggbb``.

    ``page`` lies behind the article, ``panel`` behind the article list, ``side`` behind the
    cards, ``bar`` behind the tools, ``foot`` behind the status line; ``faint`` is text that
    steps back, ``off`` that of what cannot be done now, ``warn`` that of a warning, ``chosen``
    the fill of a chosen row.
    Labels bring their own colours, which :mod:`annotator.ui.article.palette` makes legible here.
    """

    id: str
    page: str
    panel: str
    side: str
    bar: str
    foot: str
    card: str
    line: str
    thumb: str
    text: str
    faint: str
    off: str
    accent: str
    on_accent: str
    chosen: str
    hover: str
    warn: str

    @property
    def dark(self) -> bool:
        """Whether letters are lighter than what they stand on."""
        return QColor(self.page).lightness() < 128


LIGHT = Theme(
    id="light",
    page="#ffffff",
    panel="#f6f6f7",
    side="#fbfafd",
    bar="#fafafa",
    foot="#efefef",
    card="#ffffff",
    line="#e2e0e8",
    thumb="#c9c8d0",
    text="#1b1b1f",
    faint="#6a6a72",
    off="#a4a4ac",
    accent="#2f6fdb",
    on_accent="#ffffff",
    chosen="#dfe8fb",
    hover="#ececef",
    warn="#955700",
)
DARK = Theme(
    id="dark",
    page="#17181c",
    panel="#1d1e23",
    side="#1b1b21",
    bar="#202127",
    foot="#25262c",
    card="#24252c",
    line="#383a44",
    thumb="#4b4d58",
    text="#e8e8ec",
    faint="#a3a4ae",
    off="#6c6d78",
    accent="#6ea0f5",
    on_accent="#10131a",
    chosen="#2b3a57",
    hover="#2c2d35",
    warn="#e0ae4a",
)
HIGH_LIGHT = Theme(
    id="high-light",
    page="#ffffff",
    panel="#ffffff",
    side="#ffffff",
    bar="#ffffff",
    foot="#ffffff",
    card="#ffffff",
    line="#000000",
    thumb="#000000",
    text="#000000",
    faint="#262626",
    off="#595959",
    accent="#0030b8",
    on_accent="#ffffff",
    chosen="#cfdcff",
    hover="#e4e4e4",
    warn="#7a3300",
)
HIGH_DARK = Theme(
    id="high-dark",
    page="#000000",
    panel="#000000",
    side="#000000",
    bar="#000000",
    foot="#000000",
    card="#000000",
    line="#ffffff",
    thumb="#ffffff",
    text="#ffffff",
    faint="#dedede",
    off="#a8a8a8",
    accent="#8fc0ff",
    on_accent="#000000",
    chosen="#003a80",
    hover="#2b2b2b",
    warn="#ffcf5c",
)
THEMES: dict[str, Theme] = {theme.id: theme for theme in (LIGHT, DARK)}
_HIGH = {LIGHT.id: HIGH_LIGHT, DARK.id: HIGH_DARK}
_ALL = (LIGHT, DARK, HIGH_LIGHT, HIGH_DARK)


def chosen_theme(setting: str, contrast: str = "normal") -> Theme:
    """Return the theme of two settings' values; ``system`` asks the system."""
    hints = QGuiApplication.styleHints()
    dark = hints.colorScheme() is Qt.ColorScheme.Dark
    theme = THEMES.get(setting, DARK if dark else LIGHT)
    wanted = hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast
    high = wanted if contrast == "system" else contrast == "high"
    return _HIGH[theme.id] if high else theme


def current_theme() -> Theme:
    """Return the theme that the application's palette was made from."""
    palette = QGuiApplication.palette()
    base, text = (
        palette.color(role).name() for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Text)
    )
    worn = next((theme for theme in _ALL if (theme.page, theme.text) == (base, text)), None)
    return worn or (DARK if QColor(base).lightness() < 128 else LIGHT)


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Dress the whole application in ``theme``."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette_of(theme))
    app.setStyleSheet(stylesheet_of(theme))


def palette_of(theme: Theme) -> QPalette:
    """Return the palette of a theme; what is disabled is faint."""
    palette = QPalette()
    role = QPalette.ColorRole
    for colour, roles in (
        (theme.bar, (role.Window, role.Button)),
        (theme.page, (role.Base,)),
        (theme.panel, (role.AlternateBase, role.ToolTipBase)),
        (theme.text, (role.WindowText, role.Text, role.ButtonText, role.ToolTipText)),
        (theme.faint, (role.PlaceholderText,)),
        (theme.accent, (role.Highlight, role.Link, role.Accent)),
        (theme.on_accent, (role.HighlightedText,)),
        (theme.line, (role.Mid, role.Midlight)),
    ):
        for one in roles:
            palette.setColor(one, QColor(colour))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(theme.off))
    return palette


def stylesheet_of(theme: Theme) -> str:
    """Return the rules that a palette cannot express: flat bars, panes, cards and tabs."""
    ink = "white" if QColor(theme.on_accent).lightness() > 128 else "black"
    return _RULES.format_map(
        {**asdict(theme), "tick": resource("icons", f"tick-{ink}.svg").as_posix()}
    )


_RULES = """
QMenuBar, #bar {{ background: {bar}; border: none; }}
#bar {{ border-bottom: 1px solid {line}; }}
QMenuBar::item {{ padding: 4px 10px; background: transparent; color: {text}; }}
QMenuBar::item:selected {{ background: {hover}; }}
#panel {{ background: {panel}; border: none; }}
#side, #side QTabBar, #side QStackedWidget {{ background: {side}; border: none; }}
#side QTabWidget::pane {{ border: none; }}
#foot {{ background: {foot}; border-top: 1px solid {line}; }}
#foot QLabel {{ color: {text}; background: transparent; }}
#panel QListView, #side QListView, #panel QTableView, #side QTableView {{
  background: transparent; border: none; outline: none;
}}
#panel QTableView, #side QTableView {{ selection-background-color: transparent; }}
QSplitter::handle {{ background: {line}; }}
#bar QToolButton {{ border: 1px solid transparent; border-radius: 6px; padding: 7px 11px; }}
#bar QToolButton:hover {{ background: {hover}; }}
#bar QToolButton:focus {{ border-color: {accent}; }}
#heading {{ font-weight: bold; }}
#faint {{ color: {faint}; }}
#readOnly {{ font-weight: bold; }}
#warn {{ color: {warn}; }}
#title {{ font-size: 22px; font-weight: bold; }}
#welcome, #welcomePage {{ background: {page}; border: none; }}
#welcomeTitle {{ font-size: 26px; font-weight: bold; }}
#row {{
  background: {card}; border: 1px solid {line}; border-radius: 8px; text-align: start; padding: 0;
}}
#row:hover {{ background: {hover}; }}
#row:focus {{ border: 2px solid {accent}; }}
#rowTitle {{ font-weight: bold; color: {text}; }}
#rowTitle:disabled {{ color: {off}; }}
#keycap {{
  color: {faint}; background: {panel}; border: 1px solid {line}; border-radius: 4px;
  padding: 2px 7px;
}}
#away {{ border: 1px solid transparent; border-radius: 6px; padding: 5px; color: {faint}; }}
#away:hover {{ background: {hover}; color: {text}; }}
#choices {{ background: {panel}; border: 1px solid {line}; border-radius: 8px; }}
#choices QLineEdit {{
  background: {card}; border: 1px solid {thumb}; border-radius: 4px; padding: 4px 6px;
}}
#choices QLineEdit:focus {{ border-color: {accent}; }}
QPushButton[segment="true"] {{
  background: {card}; border: 1px solid {thumb}; border-radius: 6px; padding: 5px 16px;
}}
QPushButton[segment="true"]:checked {{ background: {chosen}; border-color: {accent}; }}
QPushButton[segment="true"]:focus {{ border: 2px solid {accent}; }}
#tutorial {{ background: {chosen}; border: none; border-bottom: 1px solid {line}; spacing: 0; }}
#tutorialText {{ color: {text}; font-size: 14px; }}
QTabBar::tab {{
  background: transparent; color: {faint}; padding: 9px 11px; border: none;
  border-bottom: 2px solid transparent; font-weight: bold;
}}
#side QTabBar::tab {{ padding: 9px 8px; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ color: {accent}; }}
#pages {{ background: {panel}; border: 1px solid {line}; border-radius: 6px; outline: none; }}
#pages::item {{ padding: 9px 12px; border-radius: 5px; margin: 3px; color: {text}; }}
#pages::item:selected {{ background: {chosen}; color: {text}; }}
#kinds {{ background: transparent; border: none; outline: none; }}
#kinds::item {{ padding: 4px 10px; border-radius: 5px; margin: 1px 6px; color: {text}; }}
#kinds::item:selected {{ background: {chosen}; color: {text}; }}
#kinds::item:selected:focus {{ border: 1px solid {accent}; }}
#side #figures {{
  background: transparent; border: none; outline: none;
  selection-background-color: {chosen}; selection-color: {text};
}}
#side #figures::item:focus {{ border: 1px solid {accent}; color: {text}; }}
#side #figures QHeaderView::section {{
  background: {side}; color: {faint}; border: none; padding: 2px 6px;
}}
#side #figures QTableCornerButton::section {{ background: {side}; border: none; }}
#side #figures QHeaderView {{ background: {side}; border: none; }}
#parts {{
  background: {card}; border: none; border-radius: 6px; outline: none;
  selection-background-color: {chosen}; selection-color: {text};
}}
#parts::item {{ padding: 0 6px; }}
#parts::item:focus {{ border: 1px solid {accent}; color: {text}; }}
#parts QHeaderView, #parts QTableCornerButton::section {{ background: {card}; border: none; }}
#parts QHeaderView::section {{
  background: {card}; color: {faint}; border: none; padding: 2px 6px;
}}
#pages:focus {{ border-color: {accent}; }}
#settings QLineEdit {{
  background: {card}; border: 1px solid {thumb}; border-radius: 4px; padding: 4px 6px;
}}
#settings QLineEdit:focus {{ border-color: {accent}; }}
#settings QAbstractSpinBox QLineEdit {{ border: none; padding: 0; background: transparent; }}
#settings QCheckBox::indicator:unchecked {{
  background: {card}; border: 1px solid {faint}; border-radius: 3px; width: 12px; height: 12px;
}}
#keys::item {{ padding: 4px 6px; }}
#notice {{ background: {panel}; border: 1px solid {line}; border-radius: 6px; }}
#filter {{
  background: {card}; color: {text}; border: 1px solid {line}; border-radius: 6px;
  padding: 6px 8px;
}}
#filter:focus {{ border-color: {accent}; }}
#filterMenu {{ border: 1px solid transparent; border-radius: 6px; padding: 5px 7px; }}
#filterMenu:hover {{ background: {hover}; }}
#filterMenu:focus {{ border-color: {accent}; }}
#filterMenu::menu-indicator {{ image: none; }}
QScrollBar:vertical {{ background: transparent; width: 11px; margin: 0; border: none; }}
QScrollBar::handle:vertical {{
  background: {thumb}; min-height: 36px; border-radius: 3px; margin: 2px 3px;
}}
QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 0; border: none; }}
QScrollBar::handle:horizontal {{
  background: {thumb}; min-width: 36px; border-radius: 3px; margin: 3px 2px;
}}
QScrollBar::handle:hover {{ background: {faint}; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QCheckBox::indicator, QGroupBox::indicator {{
  width: 14px; height: 14px; border: 1px solid {faint}; border-radius: 3px; background: {page};
}}
QCheckBox::indicator:focus {{ border-color: {accent}; }}
QCheckBox::indicator:checked {{
  background: {accent}; border-color: {accent}; image: url("{tick}");
}}
QCheckBox::indicator:disabled {{ border-color: {off}; background: {bar}; }}
QRadioButton::indicator {{
  width: 12px; height: 12px; border: 1px solid {faint}; border-radius: 7px; background: {page};
}}
QRadioButton::indicator:focus {{ border-color: {accent}; }}
QRadioButton::indicator:checked {{ background: {accent}; border-color: {accent}; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; max-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QToolTip {{
  background: {card}; color: {text}; border: 1px solid {line}; padding: 4px;
  qproperty-textFormat: PlainText;
}}
QLabel[textFormat="AutoText"] {{ qproperty-textFormat: PlainText; }}
"""
# A title or a note that looks like HTML is no HTML: Qt would draw it as such, and load its images.
# What is to be RichText says so itself.
