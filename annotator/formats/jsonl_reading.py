"""JSON objects of the project's own JSONL to articles, every value checked.

Nothing that breaks the contract is taken over in silence: a wrong span costs its entity, a wrong
part of a quote that part (wrong content the quote), and each is a Problem with line and id.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from annotator.core.annotated import AnnotatedArticle, in_reading_order
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.quotes import Quote, QuoteType, circular
from annotator.core.spans import Span
from annotator.formats.jsonl_checks import CheckedValues
from annotator.formats.jsonl_keys import (
    ARTICLE_KEYS,
    ARTICLE_STATUSES,
    ENTITY_KEYS,
    FORMAT,
    FORMAT_FAMILY,
    OFFSET_UNIT,
    QUOTE_KEYS,
    QUOTE_TYPES,
    STATUSES,
)
from annotator.formats.jsonl_verdicts import verdicts_of
from annotator.formats.jsonl_written import More, written_entities, written_quotes

_ACCEPTED = Status.ACCEPTED.value

R = TypeVar("R", Entity, Quote)


class ArticleReader(CheckedValues):
    """Reads the object of one line."""

    def read(self, data: Any) -> AnnotatedArticle | None:
        """Return the article, or None when the object is none; ``problems`` say why."""
        if type(data) is not dict or type(data.get("text")) is not str:
            what = QT_TRANSLATE_NOOP("messages", "This is no article: an object with a text.")
            self.refuse("type", message(what))
            return None
        self.of_text(data["text"])
        self._article = self.string(data, "id", "")
        if not self._is_known(data):
            return None
        article = Article(
            id=self._article,
            text=self._text,
            title=self.string(data, "title", ""),
            meta=self.container(data, "meta", dict),
        )
        self._check_digest(data.get("sha256"), article.sha256)
        return AnnotatedArticle(
            article,
            annotator=self.string(data, "annotator", ""),
            status=self._article_status(data),
            entities=self._entities(data),
            quotes=in_reading_order(self._nested(self._quotes(data))),
            nonquotes=self.spans(data, "nonquotes", ""),
            extra=_unknown(data, ARTICLE_KEYS),
            note=self.string(data, "note", ""),
            flags=self.flags(data),
            verdicts=verdicts_of(self, data) if "verdicts" in data else (),
        )

    def _is_known(self, data: dict[str, Any]) -> bool:
        version = data.get("format", FORMAT)
        if version != FORMAT:
            what = (
                QT_TRANSLATE_NOOP("messages", "A newer version of the program wrote this.")
                if str(version).startswith(FORMAT_FAMILY)
                else QT_TRANSLATE_NOOP("messages", "This is another format.")
            )
            self.refuse("format", message(what))
            return False
        if data.get("offset_unit", OFFSET_UNIT) != OFFSET_UNIT:
            what = QT_TRANSLATE_NOOP("messages", "The offsets do not count code points.")
            self.refuse("offset_unit", message(what))
            return False
        return True

    def _article_status(self, data: dict[str, Any]) -> ArticleStatus:
        name = self.string(data, "status", ArticleStatus.NEW.value)
        if name not in ARTICLE_STATUSES:
            self.change_value("status", name)
        return ARTICLE_STATUSES.get(name, ArticleStatus.NEW)

    def _check_digest(self, stated: Any, actual: str) -> None:
        if stated not in (None, "", actual):
            what = QT_TRANSLATE_NOOP("messages", "The text has changed since sha256 was written.")
            self.change("sha256", message(what))

    def _entities(self, data: dict[str, Any]) -> tuple[Entity, ...]:
        values = self.container(data, "entities", list)
        more = partial(self._more, known=ENTITY_KEYS)
        written = written_entities(values, self._text, self._unusual, self.span, more)
        if written is not None:
            return written
        return in_reading_order(self._records(values, "entities", self._entity))

    def _records(
        self, values: list[Any], key: str, read: Callable[[dict[str, Any], str], R | None]
    ) -> list[R]:
        taken: set[str] = set()
        records: list[R] = []
        for value in values:
            if type(value) is not dict:
                self.refuse_value(key, value)
                continue
            record_id = value.get("id")
            if type(record_id) is not str or not record_id or record_id in taken:
                record_id = self._new_id(key[0], record_id, values, taken)
            taken.add(record_id)
            record = read(value, record_id)
            if record is not None:
                records.append(record)
        return records

    def _new_id(self, prefix: str, given: Any, values: list[Any], taken: set[str]) -> str:
        used = taken | {str(value.get("id")) for value in values if type(value) is dict}
        number = len(taken) + 1
        while f"{prefix}{number}" in used:
            number += 1
        if given is not None:
            what = QT_TRANSLATE_NOOP(
                "messages", "The id is no good or used twice; it is now {new}."
            )
            self.change("id", message(what, new=f"{prefix}{number}"), str(given))
        return f"{prefix}{number}"

    def _entity(self, data: dict[str, Any], record_id: str) -> Entity | None:
        span = self.span(data.get("start"), data.get("end"), data.get("text"), record_id, "span")
        status = self._status(data, record_id)
        label = data.get("label")
        if type(label) is not str or not label:
            self.refuse_value("label", label, record_id)
            return None
        if span is None or status is None:
            return None
        history = self.history(data, record_id)
        return Entity(record_id, span, label, status, *history, _unknown(data, ENTITY_KEYS))

    def _quotes(self, data: dict[str, Any]) -> list[Quote]:
        values = self.container(data, "quotes", list)
        more = partial(self._more, known=QUOTE_KEYS)
        written = written_quotes(values, self._text, self._unusual, more)
        return self._records(values, "quotes", self._quote) if written is None else written

    def _more(self, data: dict[str, Any], record_id: str, *, known: frozenset[str]) -> More:
        """Return what few records have, of one that has some of it."""
        return More(
            self.reasons(data, record_id) if "reasons" in data else (),
            self.flags(data, record_id) if "flags" in data else (),
            _unknown(data, known),
        )

    def _quote(self, data: dict[str, Any], record_id: str) -> Quote | None:
        content = tuple(self._content(data, record_id))
        status = self._status(data, record_id)
        kind = data.get("type", QuoteType.DIRECT.value)
        if type(kind) is not str or kind not in QUOTE_TYPES:
            self.refuse_value("type", kind, record_id)
            return None
        if not content or None in content or status is None:
            if not content:
                self.refuse_value("content", data.get("content"), record_id)
            return None
        history = self.history(data, record_id)
        return Quote(
            record_id,
            QUOTE_TYPES[kind],
            tuple(span for span in content if span is not None),
            cue=self.spans(data, "cue", record_id),
            source=self._mention(data, "source", record_id),
            speaker=self._mention(data, "speaker", record_id),
            via=self._mention(data, "via", record_id),
            addressee=self._mention(data, "addressee", record_id),
            verbatim=self.spans(data, "verbatim", record_id),
            nested_in=self.string(data, "nested_in", "", record_id) or None,
            closed=self.flag(data, "closed", default=True, record=record_id),
            nonfact=self.flag(data, "nonfact", default=False, record=record_id),
            optional=self.flag(data, "optional", default=False, record=record_id),
            status=status,
            **history._asdict(),
            extra=_unknown(data, QUOTE_KEYS),
        )

    def _mention(self, data: dict[str, Any], key: str, record_id: str) -> Span | None:
        value = data.get(key)
        return None if value is None else self.pair(value, None, record_id, key)

    def _content(self, data: dict[str, Any], record_id: str) -> Iterator[Span | None]:
        """Yield the content's spans, None for a wrong one, checked against ``text``."""
        pairs = self.container(data, "content", list, record_id)
        if len(pairs) == 2 and all(type(value) is int for value in pairs):
            pairs = [pairs]
        stated = data.get("text")
        if type(stated) is str:
            stated = [stated]
        if stated is not None and (type(stated) is not list or len(stated) != len(pairs)):
            self.refuse_value("text", stated, record_id)
            yield None
            return
        for number, pair in enumerate(pairs):
            quoted = None if stated is None else stated[number]
            yield self.pair(pair, quoted, record_id, "content")

    def _status(self, data: dict[str, Any], record_id: str) -> Status | None:
        value = data.get("status", _ACCEPTED)
        status = STATUSES.get(value) if type(value) is str else None
        if status is None:
            self.refuse_value("status", value, record_id)
        return status

    def _nested(self, quotes: list[Quote]) -> Iterator[Quote]:
        """Yield the quotes; one in a quote that is not there is not nested any more.

        Nor is one quote of several that lie in each other in a circle.
        """
        outer = {quote.id: quote.nested_in for quote in quotes}
        wrong = set(circular(outer)) if any(outer.values()) else set()
        for quote in quotes:
            if quote.nested_in is None or (quote.nested_in in outer and quote.id not in wrong):
                yield quote
            else:
                self.change_value("nested_in", quote.nested_in, quote.id)
                yield replace(quote, nested_in=None)


def _unknown(data: dict[str, Any], known: frozenset[str]) -> dict[str, Any]:
    if data.keys() <= known:
        return {}
    return {key: value for key, value in data.items() if key not in known}
