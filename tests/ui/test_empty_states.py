"""What has nothing to show says why, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from annotator.services.project import create_project
from annotator.services.reviews import make_review
from annotator.services.transfer import import_paths
from annotator.ui.panes.blank import Blank
from annotator.ui.samples import sample_article, sample_review
from tests.ui.conftest import OpenDesk, shown
from tests.ui.review.conftest import shown as shown_review


def told_by(widget: QWidget) -> list[str]:
    """Return what the blanks inside a widget say that can be seen."""
    return [blank.text() for blank in widget.findChildren(Blank) if blank.isVisible()]


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    path = tmp_path / "p.annotator"
    create_project(path).close()
    return path


def test_a_project_without_articles(open_desk: OpenDesk, empty: Path) -> None:
    window = shown(open_desk(empty, language="en"))
    [said] = told_by(window.view)
    assert "no articles yet" in said
    assert "Ctrl+I" in said
    assert window.view.accessibleDescription() == said
    assert told_by(window.articles) == ["No articles yet."]
    for page in ("quotes", "suggestions"):
        window.show_page(page)
        assert told_by(window.side.front().parentWidget()) == ["No article is open."]
    window.show_page("history")
    labels = [label.text() for label in window.side.findChildren(QLabel) if label.isVisible()]
    assert "No article is open." in labels


def test_an_article_without_anything_and_then_with_something(
    open_desk: OpenDesk, empty: Path, qtbot: QtBot
) -> None:
    with create_project(empty, force=True) as project:
        import_paths(project.file, [sample_article()])
    window = shown(open_desk(empty, language="en"))
    assert told_by(window.view) == []
    assert window.view.accessibleDescription() == ""
    quotes = window.side.front().parentWidget()
    assert "F5" in told_by(quotes)[0]
    window.show_page("suggestions")
    suggestions = window.side.front().parentWidget()
    assert "No suggestions yet" in told_by(suggestions)[0]
    window.suggesting.search()
    qtbot.waitUntil(lambda: not window.suggesting.running, timeout=20_000)
    assert told_by(suggestions) == []
    window.tools.hide_below(100)
    assert "hidden as weak" in told_by(suggestions)[0]
    window.tools.hide_below(0)
    window.annotating.accept_all()
    assert "Every suggestion is decided. Ctrl+Enter" in told_by(suggestions)[0].replace(
        "\u2066", ""
    )


def test_a_filter_that_nothing_fits(open_desk: OpenDesk, empty: Path, qtbot: QtBot) -> None:
    with create_project(empty, force=True) as project:
        import_paths(project.file, [sample_article()])
    window = shown(open_desk(empty, language="en"))
    window.articles.filter.text.setText("لاشيءكهذا")
    qtbot.waitUntil(lambda: window.articles.model.rowCount() == 0)
    assert "No article fits" in told_by(window.articles)[0]
    window.articles.filter.text.clear()
    qtbot.waitUntil(lambda: window.articles.model.rowCount() == 1)
    assert told_by(window.articles) == []


def test_a_search_before_and_without_hits(open_desk: OpenDesk, empty: Path, qtbot: QtBot) -> None:
    with create_project(empty, force=True) as project:
        import_paths(project.file, [sample_article()])
    window = shown(open_desk(empty, language="en"))
    window.actions_table["find.everywhere"].trigger()
    dialog = window.workbench.searching.dialog
    assert "Type words above" in told_by(dialog)[0]
    dialog.line.setText("لاشيءكهذا")
    qtbot.waitUntil(lambda: "Nothing found" in told_by(dialog)[0])
    dialog.line.setText("واشنطن")
    qtbot.waitUntil(lambda: told_by(dialog) == [])


def test_a_review_in_which_nobody_differs_and_one_that_is_narrowed(
    open_desk: OpenDesk, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "r.annotator"
    make_review(path, sample_review(), reviewer="حكم").close()
    window = shown_review(open_desk(path, language="en"), qtbot)
    assert told_by(window.pane) == []
    window.pane.open_only.setChecked(True)
    while window.pane.model.rowCount():
        window.adjudicating.neither()
        window.pane.narrow()
    assert told_by(window.pane) == ["Nothing here fits what is chosen above."]
