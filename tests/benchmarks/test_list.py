"""A project of 100,000 articles: opened, gone through, filtered; a long history."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import pytest

from annotator.config.labelsets import load_label_set
from annotator.config.settings import SUGGEST_ON_OPEN
from annotator.config.store import Settings
from annotator.core import decisions
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.services.project import open_project
from annotator.storage import ArticleQuery, Order, ProjectFile
from annotator.ui.app import Desk
from tests.benchmarks.peak import peak_megabytes

pytestmark = pytest.mark.timeout(900)  # the project is made with the first of them

COUNT = 100_000
_TITLE = "خبر {number}"
_TEXT = "قال الوزير رقم {number} إن أسعار النفط في باكو لم تتغير. " * 20


@pytest.fixture(scope="session")
def project_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Make projects of so many articles of 180 words, each once."""

    @cache
    def making(count: int) -> Path:
        path = tmp_path_factory.mktemp("large") / "large.annotator"
        with ProjectFile.create(path, label_set=load_label_set()) as file:
            file.add_articles(
                AnnotatedArticle(
                    Article(
                        f"a{number}",
                        _TEXT.format(number=number),
                        _TITLE.format(number=number * 7919 % count),
                    )
                )
                for number in range(count)
            )
        return path

    return making


@pytest.fixture(scope="session")
def large(project_of: Callable[[int], Path]) -> Path:
    """A project of 100,000 articles."""
    return project_of(COUNT)


@pytest.fixture
def desk(qapp, tmp_path: Path) -> Iterator[Desk]:
    settings = Settings(tmp_path / "settings.toml")
    settings[SUGGEST_ON_OPEN] = False
    made = Desk(qapp, settings)
    made.start()
    yield made
    made.close()
    made.deleteLater()


@pytest.mark.parametrize("count", [10_000, COUNT])
def test_open_project(measure, qapp, desk: Desk, project_of, count: int):
    path = project_of(count)

    def bare() -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT id, title FROM article ORDER BY key LIMIT 100").fetchall()

    def job() -> None:
        desk.show(open_project(path, annotator="salma"))
        assert desk.window is not None
        desk.window.grab()

    measure(
        job,
        bare,
        "the file opened in sqlite3 and 100 titles read",
        rounds=7,
        setup=lambda: desk.window.close() if desk.window else None,
    )
    assert desk.window is not None
    assert desk.window.articles.model.rowCount() == count


_OPENED = """
from PySide6.QtWidgets import QApplication
from annotator.config.settings import SUGGEST_ON_OPEN
from annotator.config.store import Settings
from annotator.services.project import open_project
from annotator.ui.app import Desk
from tests.benchmarks.peak import peak_megabytes
app = QApplication([])
settings = Settings()
settings[SUGGEST_ON_OPEN] = False
desk = Desk(app, settings)
desk.start()
desk.show(open_project(Path(sys.argv[1]), annotator="salma"))
for _ in range(20):
    desk.window.workbench.leafing.next_article()
    desk.window.grab()
    app.processEvents()
"""
_EMPTY = """
from PySide6.QtWidgets import QApplication, QTextEdit
app = QApplication([])
edit = QTextEdit()
edit.show()
edit.grab()
"""


@pytest.mark.parametrize("count", [10_000, COUNT])
def test_memory_of_an_open_project(benchmark, home, project_of, count: int):
    """A window on it, twenty articles looked at."""
    peak, bare = peak_megabytes(_OPENED, project_of(count)), peak_megabytes(_EMPTY)
    benchmark.pedantic(lambda: None)
    benchmark.extra_info.update(
        value=peak, unit="MB", reference=bare, reference_is="the peak of an empty QTextEdit"
    )


def test_next_article_of_100000(measure, qapp, desk: Desk, large: Path):
    from PySide6.QtWidgets import QTextEdit

    desk.show(open_project(large, annotator="salma"))
    window = desk.window
    assert window is not None
    bare = QTextEdit()
    bare.resize(window.view.size())

    def shown_bare() -> None:
        bare.setPlainText(_TEXT)
        bare.grab()

    def job() -> None:
        window.workbench.leafing.next_article()
        window.grab()

    measure(job, shown_bare, "the text set in a bare QTextEdit and painted", rounds=20)
    bare.deleteLater()


def test_filter_100000_articles(measure, large: Path):
    query = ArticleQuery(text="خبر 99", order=Order.TITLE)

    def bare() -> None:
        with closing(sqlite3.connect(large)) as connection:
            connection.execute(
                "SELECT key FROM article WHERE title LIKE '%خبر%' AND title LIKE '%99%' "
                "ORDER BY title"
            ).fetchall()

    with open_project(large, annotator="salma") as project:
        measure(
            lambda: project.listing(query).close(),
            bare,
            "LIKE and ORDER BY in sqlite3, nothing folded",
            rounds=5,
        )


def test_page_of_a_sorted_list(measure, large: Path):
    with open_project(large, annotator="salma") as project:
        listing = project.listing(ArticleQuery(order=Order.TITLE))
        with closing(sqlite3.connect(large)) as connection:
            measure(
                lambda: listing.rows(70_000, 100),
                lambda: connection.execute(
                    "SELECT id, title FROM article WHERE key >= 70000 ORDER BY key LIMIT 100"
                ).fetchall(),
                "100 titles by key in sqlite3",
                rounds=50,
            )
        listing.close()


def test_back_over_5000_steps(measure, project_path: Path, tmp_path: Path):
    bare = sqlite3.connect(tmp_path / "bare.db", isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE steps (key INTEGER PRIMARY KEY, mark TEXT)")
    bare.executemany("INSERT INTO steps (mark) VALUES (?)", [("done",)] * 5000)
    with open_project(project_path, annotator="salma") as project:
        session = project.open_article(1)
        for number in range(5000):
            edit = decisions.annotate_article(session.state, f"{number}", session.actor())
            session.perform(edit)

        def there_and_back() -> None:
            session.go_to(0)
            session.go_to(5000)

        measure(
            there_and_back,
            lambda: bare.execute("UPDATE steps SET mark = 'undone'"),
            "one UPDATE of 5,000 rows in sqlite3, WAL, synchronous FULL",
            rounds=5,
        )
        assert session.state.note == "4999"
    bare.close()
