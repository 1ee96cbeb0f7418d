from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from annotator.core.article import ArticleStatus
from annotator.storage import ArticleRow
from annotator.ui.panes.article_model import PAGE, ArticleModel, Role

COUNT = 100_000


class Source:
    """A list as long as a corpus, that counts how much of it is read."""

    count = COUNT

    def __init__(self) -> None:
        self.pages: list[int] = []
        self.status = ArticleStatus.NEW
        self.closed = False

    def rows(self, offset: int, limit: int) -> list[ArticleRow]:
        self.pages.append(offset)
        last = min(offset + limit, COUNT)
        return [
            ArticleRow(row + 1, f"a{row}", f"مقال {row}", self.status, 4, 3, tags=("رياضة",))
            for row in range(offset, last)
        ]

    def row_of(self, key: int) -> int | None:
        return key - 1 if 0 < key <= COUNT else None

    def close(self) -> None:
        self.closed = True


def test_a_long_list_is_read_by_pages(qapp, qtbot) -> None:
    source, model = Source(), ArticleModel()
    model.show(source)
    assert model.rowCount() == COUNT
    assert source.pages == []
    assert model.index(70_005).data() == "مقال 70005"
    assert model.index(70_006).data(Role.KEY) == 70_007
    assert source.pages == [70_000]
    assert model.index(COUNT).data() is None
    model.deleteLater()


def test_a_row_is_read_again_when_its_article_changed(qapp, qtbot) -> None:
    source, model = Source(), ArticleModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning, model)
    model.show(source)
    assert model.index(5).data(Role.ROW).status == ArticleStatus.NEW
    source.status = ArticleStatus.DONE
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.update_article(6)
    assert changed == [(5, 5)]
    assert model.index(5).data(Role.ROW).status == ArticleStatus.DONE
    told = model.index(5).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "مقال 5, done, 4 decided, 3 open, #رياضة"
    model.update_article(-1)
    assert changed == [(5, 5)]
    model.update_all()
    assert changed[1:] == [(0, COUNT - 1)]
    model.deleteLater()


def test_only_so_many_pages_are_kept(qapp, qtbot) -> None:
    source, model = Source(), ArticleModel()
    model.show(source)
    for page in range(100):
        model.index(page * PAGE).data()
    assert len(model._pages) < 100
    model.deleteLater()


def test_a_list_is_closed_when_another_takes_its_place(qapp, qtbot) -> None:
    first, model = Source(), ArticleModel()
    model.show(first)
    model.show(Source())
    assert first.closed
    model.show(None)
    assert model.rowCount() == 0
    assert model.key_at(0) is None
    model.deleteLater()
