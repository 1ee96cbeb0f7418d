"""The actions of the Articles menu: which are listed, and what is said of whole articles."""

from __future__ import annotations

from annotator.core.messages import QT_TRANSLATE_NOOP
from annotator.ui.actions.spec import ActionSpec, Menu, When

ARTICLES: tuple[ActionSpec, ...] = (
    ActionSpec(
        "article.undecided",
        QT_TRANSLATE_NOOP("actions", "Next article not done"),
        Menu.ARTICLES,
        "leafing.next_undecided",
        ("Ctrl+J",),
        When.PROJECT,
        tip=QT_TRANSLATE_NOOP("actions", "Open the next article of the list that is not done"),
    ),
    ActionSpec(
        "article.details",
        QT_TRANSLATE_NOOP("actions", "Article details…"),
        Menu.ARTICLES,
        "describing.details",
        ("Alt+Return", "Alt+Enter"),
        When.ARTICLE,
        tip=QT_TRANSLATE_NOOP("actions", "Title, status, tags and metadata of the article"),
    ),
    ActionSpec(
        "view.filter",
        QT_TRANSLATE_NOOP("actions", "Filter articles"),
        Menu.ARTICLES,
        "listings.filter",
        ("Ctrl+L",),
        When.PROJECT,
        tip=QT_TRANSLATE_NOOP("actions", "Type words of a title; Alt+Down opens the menu"),
        starts=True,
    ),
    ActionSpec(
        "view.all_articles",
        QT_TRANSLATE_NOOP("actions", "List all articles"),
        Menu.ARTICLES,
        "listings.clear",
        ("Ctrl+Shift+L",),
        When.PROJECT,
    ),
    ActionSpec(
        "articles.tags",
        QT_TRANSLATE_NOOP("actions", "Tags…"),
        Menu.ARTICLES,
        "describing.tags",
        ("Ctrl+T",),
        When.ARTICLE,
        tip=QT_TRANSLATE_NOOP("actions", "Tags of the articles that are chosen in the list"),
        starts=True,
    ),
    ActionSpec(
        "articles.assign",
        QT_TRANSLATE_NOOP("actions", "Assign…"),
        Menu.ARTICLES,
        "describing.assign",
        ("Ctrl+Shift+T",),
        When.ARTICLE,
        tip=QT_TRANSLATE_NOOP("actions", "Say who annotates the articles that are chosen"),
    ),
    ActionSpec(
        "articles.new",
        QT_TRANSLATE_NOOP("actions", "Set to new"),
        Menu.ARTICLES,
        "describing.set_status",
        when=When.ARTICLE,
        args=("new",),
        starts=True,
    ),
    ActionSpec(
        "articles.in_progress",
        QT_TRANSLATE_NOOP("actions", "Set to in progress"),
        Menu.ARTICLES,
        "describing.set_status",
        when=When.ARTICLE,
        args=("in_progress",),
    ),
    ActionSpec(
        "articles.done",
        QT_TRANSLATE_NOOP("actions", "Set to done"),
        Menu.ARTICLES,
        "describing.set_status",
        when=When.ARTICLE,
        args=("done",),
        tip=QT_TRANSLATE_NOOP("actions", "Mark the articles that are chosen as done, in one step"),
    ),
)
