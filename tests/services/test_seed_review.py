"""The made-up colleagues' files beside the seed article."""

from __future__ import annotations

from collections import Counter

import pytest

from annotator.bundled import seeds
from annotator.core.spans import span_fault
from annotator.services.comparison import Comparison, compare
from annotator.services.reading import Reading

FILES = [seeds() / "review" / name for name in ("salma.jsonl", "yusuf.jsonl")]


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(FILES)


def test_the_files_are_of_the_seed_article_and_without_fault(seed_text: str) -> None:
    reading = Reading(FILES)
    sets = list(reading.articles())
    assert reading.report.problems == []
    assert [one.annotator for one in sets] == ["salma", "yusuf"]
    for one in sets:
        assert one.text == seed_text
        spans = [e.span for e in one.entities]
        spans += [span for quote in one.quotes for _, span in quote.spans()]
        assert [span_fault(seed_text, span) for span in spans] == [None] * len(spans)


def test_they_differ_in_what_the_readme_tells(comparison: Comparison) -> None:
    kinds = Counter(str(difference.kind) for difference in comparison.differences)
    assert kinds == {
        "extra": 3,
        "boundary": 3,
        "label": 2,
        "missing": 1,
        "quote_type": 1,
        "quote_cue": 1,
        "quote_source": 1,
        "quote_content": 1,
    }
    told = (seeds() / "review" / "README.md").read_text(encoding="utf-8")
    assert told.count("\n| ") - 1 == sum(kinds.values()) - 1  # one slip makes two differences
    edges = {str(e.kind) for d in comparison.differences for e in d.found.edges}
    assert edges == {"clitic", "title", "words"}
