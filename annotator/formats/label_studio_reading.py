"""Tasks of Label Studio to articles, every value checked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Status
from annotator.core.messages import QT_TRANSLATE_NOOP, message
from annotator.core.offsets import Utf16Map
from annotator.formats.label_studio_controls import attributes_of
from annotator.formats.linked import UNSAID
from annotator.formats.linked_reading import LinkedReader, merged
from annotator.formats.span_columns import columns_of


class TaskReader(LinkedReader):
    """Reads one task, or one object of JSON_MIN."""

    def task(self, task: dict[str, Any]) -> Iterator[AnnotatedArticle]:
        """Yield the articles of a task; ``problems`` say what was left out."""
        data = task.get("data", task)
        if type(data) is not dict or type(data.get("text")) is not str:
            what = QT_TRANSLATE_NOOP("messages", "The task has no text in its data; left out.")
            self.refuse("type", message(what))
            return
        article = self._article_of(data, task)
        self._units = Utf16Map(article.text)
        results = list(self._annotations(task)) or [("", [])]
        made = [self._annotated(article, annotator, found) for annotator, found in results]
        for prediction in self.container(task, "predictions", list):
            if type(prediction) is not dict:
                self.refuse_value("predictions", prediction)
                continue
            found = self._annotated(article, "", self.container(prediction, "result", list))
            version = self.string(prediction, "model_version", "label-studio")
            score = self.score(prediction.get("score"), "")
            made[0] = merged(made[0], as_suggested(found, version, score))
        yield from made

    def _article_of(self, data: dict[str, Any], task: dict[str, Any]) -> Article:
        number = task.get("id")
        known = self.string(data, "id", "") or (str(number) if type(number) is int else "")
        meta = self.container(data, "meta", dict)
        other = {
            key: value
            for key, value in data.items()
            if data is not task and key not in {"text", "id", "title", "meta"}
        }
        return Article(known, data["text"], self.string(data, "title", ""), {**meta, **other})

    def _annotations(self, task: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
        """Yield annotator and results of each annotation that was not cancelled."""
        if "annotation_id" in task:
            yield self._annotator(task.get("annotator")), self._minimal(task)
            return
        key = "annotations" if "annotations" in task else "completions"
        for annotation in self.container(task, key, list):
            if type(annotation) is not dict:
                self.refuse_value(key, annotation)
            elif not (annotation.get("was_cancelled") or annotation.get("skipped")):
                by = self._annotator(annotation.get("completed_by"))
                yield by, self.container(annotation, "result", list)

    def _minimal(self, task: dict[str, Any]) -> list[Any]:
        """Return the spans of JSON_MIN, which stand under the name of their control."""
        found = [
            value
            for values in task.values()
            if type(values) is list
            for value in values
            if type(value) is dict and "labels" in value
        ]
        return [
            {"id": f"m{number}", "type": "labels", "value": value}
            for number, value in enumerate(found)
        ]

    def _annotator(self, by: Any) -> str:
        if type(by) is dict:
            return next((str(by[key]) for key in ("email", "username", "id") if by.get(key)), "")
        return str(by) if type(by) in (str, int) else ""

    def _annotated(self, article: Article, annotator: str, results: list[Any]) -> AnnotatedArticle:
        self.begin(article)
        told: dict[str, dict[str, Any]] = {}
        regions: list[dict[str, Any]] = []
        relations: list[dict[str, Any]] = []
        for result in results:
            kind = result.get("type") if type(result) is dict else None
            value = result.get("value") if kind else None
            if kind == "relation":
                relations.append(result)
            elif kind in ("labels", "hypertextlabels") and type(value) is dict:
                regions.append(result)
            elif kind in ("choices", "textarea") and type(value) is dict:
                told.setdefault(str(result.get("id")), {})[kind] = value
            else:
                self.refuse_value("result", result)
        if not self._together(regions, told):
            for region in regions:
                self._region(region, told.get(str(region.get("id")), {}))
        for relation in relations:
            for kind in relation.get("labels") or [""]:
                self.add_relation(kind, relation.get("from_id"), relation.get("to_id"))
        return replace(self.made(), annotator=annotator)

    def _together(
        self, regions: Sequence[dict[str, Any]], told: Mapping[str, dict[str, Any]]
    ) -> bool:
        """Take regions of one label each, if all of them are right as they stand."""
        values = [region["value"] for region in regions]
        columns = columns_of(values, "start", "end", "text", "labels")
        if columns is None or any("globalOffsets" in value for value in values):
            return False
        starts, ends, quoted, labels = columns
        if set(map(type, labels)) != {list} or set(map(len, labels)) != {1}:
            return False
        ids = [str(region.get("id")) for region in regions]
        said = (self._said(told[id_]) if id_ in told else (UNSAID, "") for id_ in ids)
        names = [label for (label,) in labels]
        return self.add_spans(ids, names, starts, ends, quoted=quoted, said=said)

    def _region(self, region: dict[str, Any], told: dict[str, Any]) -> None:
        value = region["value"]
        plain = self.container(value, "labels", list)
        labels = plain or self.container(value, "hypertextlabels", list)
        start, end = value.get("start"), value.get("end")
        offsets = value.get("globalOffsets")
        if type(offsets) is dict:
            start, end = offsets.get("start"), offsets.get("end")
        start, end = self._code_points(start, end, value.get("text"))
        attributes, note = self._said(told) if told else (UNSAID, "")
        for number, label in enumerate(labels):
            self.add_span(
                region.get("id") if number == 0 else f"{region.get('id')}+{number}",
                label,
                start,
                end,
                quoted=value.get("text"),
                note=note,
                attributes=attributes,
            )

    def _said(self, told: dict[str, Any]) -> tuple[Mapping[str, str], str]:
        """Return the attributes and the note that other results tell of a region."""
        choices = self.container(told.get("choices", {}), "choices", list)
        notes = told.get("textarea", {}).get("text", [])
        note = "\n".join(map(str, notes)) if type(notes) is list else str(notes)
        return attributes_of(choices), note

    def _code_points(self, start: Any, end: Any, quoted: Any) -> tuple[Any, Any]:
        """Return the offsets as code points: where those of the file do not fit, as UTF-16."""
        if type(start) is not int or type(end) is not int or type(quoted) is not str:
            return start, end
        if self._text[start:end] == quoted:
            return start, end
        other = self._units.to_codepoint(start), self._units.to_codepoint(end)
        return other if self._text[slice(*other)] == quoted else (start, end)


def as_suggested(article: AnnotatedArticle, origin: str, score: float | None) -> AnnotatedArticle:
    """Return an article with all its records as suggestions of one model."""
    return replace(
        article,
        entities=tuple(
            replace(entity, status=Status.SUGGESTED, origin=origin, score=score)
            for entity in article.entities
        ),
        quotes=tuple(
            replace(quote, status=Status.SUGGESTED, origin=origin, score=score)
            for quote in article.quotes
        ),
    )
