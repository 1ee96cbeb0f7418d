"""Label Studio takes our tasks for valid, converts them, and what it makes is read again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotator.core.entities import Status
from annotator.formats import reader
from annotator.formats.label_studio_controls import label_config
from tests.consumers.cases import marked_articles, quoting_article, read, strings, written

LABELS = ("PER", "LOC", "ORG", "DATE")


@pytest.fixture
def converted(consumer, tmp_path):
    """Let Label Studio check and convert articles; return what was carried and its files."""

    def convert(articles):
        path, out = tmp_path / "ours.json", tmp_path / "theirs"
        out.mkdir()
        carried = written("label-studio", articles, path)
        answer = consumer(
            "label-studio",
            "label_studio_tasks.py",
            config=label_config(LABELS),
            path=str(path),
            out=str(out),
        )
        assert answer["errors"] == []
        return carried, {name: Path(paths[0]) for name, paths in answer["made"].items()}

    return convert


def test_json_and_json_min_of_label_studio_have_the_same_strings(converted):
    given = marked_articles()
    _, made = converted(given)
    for name in ("JSON", "JSON_MIN"):
        back = read(reader("label-studio"), made[name])
        assert [a.text for a in back] == [a.text for a in given], name
        assert list(map(strings, back)) == list(map(strings, given)), name


def test_quotes_with_what_is_said_of_them_are_valid_and_come_back(converted):
    suggested = replace(
        quoting_article(),
        quotes=tuple(replace(q, status=Status.SUGGESTED) for q in quoting_article().quotes),
    )
    carried, made = converted([quoting_article(), suggested])
    back = read(reader("label-studio"), made["JSON"])
    assert [a.quotes for a in back] == [a.quotes for a in carried]


def test_its_conll_is_read_with_its_spans_grown_to_its_words(converted):
    """It has no tokens of its own and widens to the words of an English tokenizer."""
    given = [a for a in marked_articles() if strings(a)]
    _, made = converted(given)
    found = [
        pair
        for article in read(reader("conll2003"), made["CONLL2003"])
        for pair in strings(article)
    ]
    assert len(found) >= len(given)
    expected = {pair for article in given for pair in strings(article)}
    assert all(
        any(string in widened and label == other for string, label in expected)
        for widened, other in found
    )
