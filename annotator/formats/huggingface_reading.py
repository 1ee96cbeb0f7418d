"""Rows of a Hugging Face data set: those that we write, and others with tokens and tags."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.problems import Problem
from annotator.core.tags import tags_to_spans
from annotator.formats.base import ReadOptions, relabelled
from annotator.formats.huggingface_card import CARD, names_in
from annotator.formats.jsonl_reading import ArticleReader
from annotator.formats.source import Source
from annotator.formats.strict_json import StrictDecoder

_KEYS = ("id", "title", "text", "offset_unit", "entities", "quotes")


def names_beside(source: Source) -> list[str]:
    """Return the names of the tags from the card beside a file; none without a card."""
    card = source.beside(CARD)
    return [] if card is None else names_in(card.text().text)


class RowReader(ArticleReader):
    """Reads one row."""

    def article(
        self, row: Any, names: Sequence[str], options: ReadOptions
    ) -> Iterator[AnnotatedArticle | Problem]:
        """Yield the problems of a row, then its article; ``names`` are those of its tags."""
        if type(row) is not dict:
            made = self.read(row)
        elif row.get("text") is None and type(row.get("tokens")) is list:
            made = self._of_tokens(row, names)
        else:
            known = {key: row[key] for key in _KEYS if row.get(key) is not None}
            made = self.read({**known, "meta": self._meta(row)})
        yield from self.problems
        if made is not None:
            yield relabelled(made, options.labels)

    def _meta(self, row: dict[str, Any]) -> dict[str, Any]:
        value = row.get("meta")
        if type(value) is str:
            try:
                value = StrictDecoder().decode(value)
            except (ValueError, RecursionError):
                self.change_value("meta", value)
                return {}
        return self.container({"meta": value}, "meta", dict)

    def _of_tokens(self, row: dict[str, Any], names: Sequence[str]) -> AnnotatedArticle | None:
        """Return the article of a row without a text: a space stands between two tokens."""
        tokens, tags = row["tokens"], self.container(row, "ner_tags", list)
        if not all(type(token) is str for token in tokens) or len(tags) != len(tokens):
            self.refuse_value("tokens", tokens)
            return None
        if any(type(tag) is int and not 0 <= tag < len(names) for tag in tags):
            what = QT_TRANSLATE_NOOP(
                "messages", "The tags are numbers whose names no README.md beside the file lists."
            )
            self.refuse("tag", message(what))
            return None
        text = " ".join(tokens)
        self.of_text(text)
        at = list(accumulate((len(token) + 1 for token in tokens), initial=0))
        entities: list[Entity] = []
        named = [names[tag] if type(tag) is int else str(tag) for tag in tags]
        for first, last, label in tags_to_spans(named):
            span = self.span(at[first], at[last] - 1, None, f"e{len(entities) + 1}", "span")
            if span is not None:
                entities.append(Entity(f"e{len(entities) + 1}", span, label))
        return AnnotatedArticle(
            Article(self.string(row, "id", ""), text, self.string(row, "title", "")),
            entities=tuple(entities),
        )
