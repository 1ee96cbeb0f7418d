"""Real disagreements: two people on the same sentences (Al-Thubaity et al., WANLP 2022)."""

from __future__ import annotations

import csv
from itertools import groupby
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.entities import Entity
from annotator.core.spans import Span
from annotator.review.comparing import disagreements
from annotator.review.merging import RULES, RuleOptions, merged
from annotator.review.records import Kind, MatchedArticle, identity

DATA = Path(__file__).parents[3] / "shared" / "data" / "caraner_two_annotators.csv"


def spans(words: list[str], tags: list[str]) -> tuple[Entity, ...]:
    found: list[tuple[int, int, str]] = []
    at = 0
    for word, tag in zip(words, tags, strict=True):
        mark, _, label = tag.partition("_")
        end = at + len(word)
        if mark == "B" or (mark == "I" and (not found or found[-1][1:] != (at - 1, label))):
            found.append((at, end, label))
        elif mark == "I":
            found[-1] = (found[-1][0], end, label)
        at = end + 1
    return tuple(Entity(f"e{n}", Span(s, e), label) for n, (s, e, label) in enumerate(found))


@pytest.fixture(scope="module")
def sentences() -> list[MatchedArticle]:
    if not DATA.exists():
        pytest.skip("the sentences of two annotators are not here")
    with DATA.open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["Word"]]
    made = []
    for id_, group in groupby(rows, key=lambda row: row["Sentence_ID"]):
        own = list(group)
        words = [row["Word"] for row in own]
        article = Article(id_, " ".join(words))
        made.append(
            MatchedArticle(
                article,
                {
                    name: AnnotatedArticle(
                        article, name, entities=spans(words, [row[name] for row in own])
                    )
                    for name in ("Annotator1", "Annotator2")
                },
            )
        )
    return made


def test_every_span_is_agreed_on_or_in_exactly_one_disagreement(
    sentences: list[MatchedArticle],
) -> None:
    kinds = set()
    for matched in sentences:
        found = disagreements(matched)
        kinds |= {d.kind for d in found}
        agreed = merged(matched, RULES["agreed"], RuleOptions(), "").entities
        for number, own in enumerate(matched.sets.values()):
            sides = [d.sides[number].record for d in found]
            marked = [identity(r) for r in (*sides, *agreed) if r is not None]
            assert sorted(marked) == sorted(map(identity, own.entities))
    assert kinds == {Kind.BOUNDARY, Kind.LABEL, Kind.MISSING, Kind.EXTRA}
