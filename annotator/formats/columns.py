"""Tables of news: which column is the text, and rows to articles.

A column is known by its name, in English or Arabic; the text, where no name tells it, is the
longest of those that hold words. What is neither text, id nor title goes to the metadata.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.errors import UserError
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem, Severity
from annotator.formats.decoding import BYTE_ORDER_MARK

SAMPLED_ROWS = 50
"""Rows from which the column of the text is told where no name tells it."""

_NAMES = {
    "text": "text fulltext articletext newstext body articlebody maintext content contents article"
    " story النص نصالخبر نصالمقال المتن نص متن المحتوي محتوي الخبر المقال",
    "title": "title headline heading articletitle newstitle العنوان عنوان عنوانالخبر عنوانالمقال",
    "id": "id articleid docid docno newsid uid guid uuid المعرف معرف رقمالخبر رقمالمقال",
    "date": "date published publisheddate publishdate publishedat pubdate datetime time"
    " التاريخ تاريخ تاريخالنشر",
    "url": "url link weburl articleurl الرابط رابط",
    "source": "source src publisher site newspaper outlet المصدر مصدر الموقع الصحيفه",
    "author": "author authors byline writer الكاتب كاتب المولف",
    "category": "category cat section topic التصنيف تصنيف القسم قسم الفيه",
    "description": "description abstract summary lead الملخص ملخص",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split()}
_ORDER = {name: number for number, name in enumerate(_ROLES)}

OF_SPANS = frozenset({"start", "end", "begin", "offset", "tag", "entities", "token"})
"""Names of columns that no table of articles has."""

_NOT_LETTERS = re.compile(r"[^\w]|[_\u0640\u064b-\u0652]")
_ALIKE = str.maketrans("أإآىةئؤ", "ااايهيو")
_LEAST_TEXT = 40
_NAMED = ("text", "title", "id")


class Columns(NamedTuple):
    """The columns of a table: that of the text, of the title and id if there are any, and others.

    ``others`` maps names of columns to the keys of their values in the metadata.
    """

    text: str
    title: str | None
    id: str | None
    others: Mapping[str, str]


class Table(NamedTuple):
    """The start of a table: the names of its columns, its first rows, and what was found.

    ``found`` is None where no column holds a text.
    """

    names: tuple[str, ...]
    rows: tuple[Mapping[str, Any], ...]
    found: Columns | None

    @property
    def is_sure(self) -> bool:
        """Whether names that are known tell what the columns are, and no two tell the same."""
        roles = [role_of(name) for name in self.names]
        named = self.found is not None and role_of(self.found.text) == "text"
        return named and all(roles.count(role) < 2 for role in _NAMED)


def role_of(name: str) -> str:
    """Return what a column of that name holds (``text``, ``date``, …), empty when unknown."""
    return _ROLES.get(_folded(name), "")


def named_columns(names: Iterable[str], wanted: Mapping[str, str], file: str) -> dict[str, str]:
    """Return the columns that the user named, by what they hold.

    Raises:
        UserError: the table has no such column.
    """
    known = list(names)
    found = {}
    for role in _NAMED:
        name = wanted.get(role)
        if not name:
            continue
        if name not in known:
            raise UserError(
                message(QT_TRANSLATE_NOOP("messages", "There is no column {name}."), name=name),
                where=file,
                todo=message(
                    QT_TRANSLATE_NOOP("messages", "The columns are: {names}."),
                    names=", ".join(known),
                ),
            )
        found[role] = name
    return found


def columns_of(
    names: Sequence[str], sample: Iterable[Mapping[str, Any]], wanted: Mapping[str, str], file: str
) -> Columns | None:
    """Return what the columns of a table are, or None when none holds a text.

    An empty name in ``wanted`` says that there is none.

    Raises:
        UserError: ``wanted`` names a column that the table does not have.
    """
    chosen = named_columns(names, wanted, file)
    free = [name for name in names if name not in chosen.values()]
    ranked = sorted((n for n in free if role_of(n)), key=lambda n: _ORDER[_folded(n)])
    for role in _NAMED:
        name = next((name for name in ranked if role_of(name) == role), None)
        if role not in chosen and name is not None and wanted.get(role) != "":
            chosen[role] = name
    if "text" not in chosen:
        longest = _longest([n for n in free if n not in chosen.values()], list(sample))
        if longest is None:
            return None
        chosen["text"] = longest
    return Columns(
        chosen["text"], chosen.get("title"), chosen.get("id"), _others(free, set(chosen.values()))
    )


class RowReader:
    """Makes articles of the rows of one table; ``file`` names it in problems."""

    def __init__(self, columns: Columns, file: str) -> None:
        self._columns = columns
        self._file = file
        self._stem = PurePath(file).stem
        self._count = 0

    def article(
        self, row: Mapping[str, Any], line: int, number: int | None = None
    ) -> AnnotatedArticle | Problem:
        """Return the article of a row, or why there is none; ``line`` is where the row begins.

        ``number`` names an article without an id; by default the rows are counted.
        """
        self._count += 1
        columns = self._columns
        text = text_in(row.get(columns.text))
        if not text or text.isspace():
            what = QT_TRANSLATE_NOOP("messages", "The row has no text in {column}; left out.")
            told = message(what, column=columns.text)
            return Problem("empty", told, Severity.REFUSED, self._file, line)
        stated = _short(row.get(columns.id)) if columns.id else ""
        title = _short(row.get(columns.title)) if columns.title else ""
        meta = {
            columns.others.get(name, name): value
            for name, value in row.items()
            if name not in (columns.text, columns.title, columns.id)
            and value not in (None, "", [], {})
        }
        made = stated or f"{self._stem}-{number or self._count}"
        return AnnotatedArticle(Article(made, text, " ".join(title.split()), meta))


def text_in(value: Any) -> str:
    """Return the text of a cell: a string as it is, a list of them as paragraphs."""
    if type(value) is str:
        return value
    if type(value) is list and value and all(type(part) is str for part in value):
        return "\n\n".join(value)
    return ""


def header_of(cells: Sequence[str]) -> list[str]:
    """Return the names of columns, each different and none empty."""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = cell.removeprefix(BYTE_ORDER_MARK).strip() or f"column {number}"
        names.append(name if name not in names else f"{name} {number}")
    return names


def no_text_column(file: str, names: Iterable[str]) -> UserError:
    """Return what to tell about a table in which no column holds a text."""
    what = QT_TRANSLATE_NOOP("messages", "No column was found that holds the text of articles.")
    todo = QT_TRANSLATE_NOOP("messages", "Name it with --column text=NAME, one of: {names}.")
    return UserError(message(what), where=file, todo=message(todo, names=", ".join(names)))


def _folded(name: str) -> str:
    return _NOT_LETTERS.sub("", name).casefold().translate(_ALIKE)


def _short(value: Any) -> str:
    if type(value) is str:
        return value.strip()
    return str(value) if isinstance(value, int | float) and type(value) is not bool else ""


def _longest(names: list[str], sample: list[Mapping[str, Any]]) -> str | None:
    """Return the column with the longest texts on average that hold words, not an address."""
    lengths = {name: list(_word_lengths(name, sample)) for name in names}
    means = {name: sum(found) / len(found) for name, found in lengths.items() if found}
    best = max(means, key=means.__getitem__, default=None)
    return best if best is not None and means[best] >= _LEAST_TEXT else None


def _word_lengths(name: str, sample: list[Mapping[str, Any]]) -> Iterator[int]:
    for row in sample:
        text = text_in(row.get(name))
        if text:
            yield len(text) if " " in text else 0


def _others(names: list[str], taken: set[str]) -> dict[str, str]:
    """Return the keys of the metadata: what a column is known to hold once, else its own name."""
    others: dict[str, str] = {}
    for name in names:
        if name not in taken:
            key = role_of(name) or name
            others[name] = name if key in others.values() or key in _NAMED else key
    return others
