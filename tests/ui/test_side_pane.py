"""The pages beside the article: a tab each, all to be seen in the width that the pane has."""

from __future__ import annotations

import pytest

from annotator.ui.panes.corrections_page import CorrectionsPage
from annotator.ui.panes.pages import PAGES
from tests.ui.conftest import OpenDesk, shown


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_tab_is_to_be_seen_whichever_page_is_in_front(
    open_desk: OpenDesk, seed_path, language: str
) -> None:
    window = shown(open_desk(seed_path, language=language))
    tabs = window.side.tabs.tabBar()
    assert not window.side.page(CorrectionsPage).is_wanted()
    for spec in PAGES:
        if spec.id == "corrections":  # there are none, and so there is no tab
            continue
        window.show_page(spec.id)
        assert window.side.page_in_front() == spec.id
        shown_titles = [tabs.tabText(index) for index in range(tabs.count())]
        assert sum(not title or title.isdecimal() for title in shown_titles) == len(PAGES) - 1
        assert sum(tabs.tabRect(i).width() for i in range(tabs.count())) <= tabs.width() <= 290
        assert all(tabs.tabToolTip(index) for index in range(tabs.count()))


def test_the_page_in_front_is_kept_with_the_project(open_desk: OpenDesk, seed_path) -> None:
    window = shown(open_desk(seed_path))
    window.show_page("suggestions")
    path = window.project.path
    window.close()
    assert shown(open_desk(path)).side.page_in_front() == "suggestions"
