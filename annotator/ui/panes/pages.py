"""The table of the side pane's pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.panes.corrections_page import CorrectionsPage
from annotator.ui.panes.guidelines_page import GuidelinesPage
from annotator.ui.panes.history_page import HistoryPage
from annotator.ui.panes.page import SidePage
from annotator.ui.panes.quotes_page import QuotesPage
from annotator.ui.panes.suggestions import SuggestionPane

if TYPE_CHECKING:
    from annotator.ui.workbench import Workbench


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page. ``title`` is an English source under the context ``pages``.

    ``icon`` names a file in ``resources/icons``, drawn with ``currentColor``. The tab of the page
    in front shows icon and title, the others their icon alone.
    """

    id: str
    title: str
    icon: str
    make: Callable[[Workbench], SidePage]


PAGES: tuple[PageSpec, ...] = (
    PageSpec("quotes", QT_TRANSLATE_NOOP("pages", "Quotes"), "quotes", QuotesPage),
    PageSpec(
        "suggestions", QT_TRANSLATE_NOOP("pages", "Suggestions"), "suggestions", SuggestionPane
    ),
    PageSpec("history", QT_TRANSLATE_NOOP("pages", "History"), "history", HistoryPage),
    PageSpec("guidelines", QT_TRANSLATE_NOOP("pages", "Guidelines"), "guidelines", GuidelinesPage),
    PageSpec(
        "corrections", QT_TRANSLATE_NOOP("pages", "Corrections"), "corrections", CorrectionsPage
    ),
)
"""Every page, in the order of the tabs. A new one is a record here and a :class:`SidePage`."""
