"""What articles and their records hold beside text, spans, labels and quotes: one line a field.

A format says which of these it keeps (:class:`~annotator.formats.base.Keeps`); what it drops an
export tells once a field, with how many values. Notes and flags are told one by one as well.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import ArticleStatus
from annotator.core.entities import HUMAN, Status
from annotator.core.messages import QT_TRANSLATE_NOOP, Message, message


class Of(StrEnum):
    """What has the field."""

    ARTICLE = "article"
    ENTITY = "entity"
    QUOTE = "quote"


class Field(NamedTuple):
    """One field, and the value of it that says nothing.

    ``path`` leads from the annotated article, the entity or the quote to the value.
    """

    id: str
    path: str
    name: Message
    default: Any
    of: Of

    def values(self, article: AnnotatedArticle) -> list[Any]:
        """Return the values of an article, or of all its entities or quotes in their order."""
        value = _getter(self.path)
        match self.of:
            case Of.ARTICLE:
                return [value(article)]
            case Of.ENTITY:
                return list(map(value, article.entities))
            case Of.QUOTE:
                return list(map(value, article.quotes))

    def count(self, article: AnnotatedArticle) -> int:
        """Return how many values there are that say something."""
        values = self.values(article)
        if callable(self.default):  # ids: those say nothing that numbering would give
            return sum(value != self.default(n) for n, value in enumerate(values, 1))
        return len(values) - values.count(self.default)


_getter = cache(attrgetter)


def _own(id_: str, path: str, name: str, default: Any) -> Field:
    return Field(id_, path, message(name), default, Of.ARTICLE)


def _record(path: str, name: str, default: Any) -> Field:
    return Field(path, path, message(name), default, Of.ENTITY)


def _of_quote(field: Field) -> Field:
    name = message(QT_TRANSLATE_NOOP("messages", "{field}, in quotes"), field=field.name)
    default = "q{}".format if field.path == "id" else field.default
    return Field(f"quote_{field.id}", field.path, name, default, Of.QUOTE)


TEXT = _own(
    "text", "text", QT_TRANSLATE_NOOP("messages", "the white space of texts, as it was"), ""
)

ARTICLE_FIELDS = (
    _own("article_id", "article.id", QT_TRANSLATE_NOOP("messages", "ids of articles"), ""),
    _own("title", "article.title", QT_TRANSLATE_NOOP("messages", "titles"), ""),
    _own("meta", "article.meta", QT_TRANSLATE_NOOP("messages", "metadata of articles"), {}),
    _own("article_annotator", "annotator", QT_TRANSLATE_NOOP("messages", "whose work it is"), ""),
    _own(
        "article_status",
        "status",
        QT_TRANSLATE_NOOP("messages", "how far articles are"),
        ArticleStatus.NEW,
    ),
    _own(
        "nonquotes",
        "nonquotes",
        QT_TRANSLATE_NOOP("messages", "marked strings that are no quotes"),
        (),
    ),
    _own("article_note", "note", QT_TRANSLATE_NOOP("messages", "notes on articles"), ""),
    _own("article_flags", "flags", QT_TRANSLATE_NOOP("messages", "flags of articles"), ()),
    _own("verdicts", "verdicts", QT_TRANSLATE_NOOP("messages", "a reviewer's verdicts"), ()),
    _own("article_extra", "extra", QT_TRANSLATE_NOOP("messages", "other values of articles"), {}),
)

ENTITY_FIELDS = (
    _record("id", QT_TRANSLATE_NOOP("messages", "ids of spans"), "e{}".format),
    _record("status", QT_TRANSLATE_NOOP("messages", "statuses of spans"), Status.ACCEPTED),
    _record("origin", QT_TRANSLATE_NOOP("messages", "where spans come from"), HUMAN),
    _record("score", QT_TRANSLATE_NOOP("messages", "scores"), None),
    _record("annotator", QT_TRANSLATE_NOOP("messages", "who decided on spans"), None),
    _record("created", QT_TRANSLATE_NOOP("messages", "when spans were made"), ""),
    _record("modified", QT_TRANSLATE_NOOP("messages", "when spans were changed"), ""),
    _record("reasons", QT_TRANSLATE_NOOP("messages", "reasons of suggestions"), ()),
    _record("note", QT_TRANSLATE_NOOP("messages", "notes on spans"), ""),
    _record("flags", QT_TRANSLATE_NOOP("messages", "flags of spans"), ()),
    _record("extra", QT_TRANSLATE_NOOP("messages", "other values of spans"), {}),
)


QUOTE_FIELDS = tuple(map(_of_quote, ENTITY_FIELDS))

FIELDS = (TEXT, *ARTICLE_FIELDS, *ENTITY_FIELDS, *QUOTE_FIELDS)
"""Every field, in the order in which a report tells them."""

ALL_FIELDS = frozenset(field.id for field in FIELDS)

TOLD_ONE_BY_ONE = frozenset(
    {"note", "flags", "quote_note", "quote_flags", "article_note", "article_flags"}
)
"""Fields whose loss formats tell record by record (:mod:`annotator.formats.notes`)."""
