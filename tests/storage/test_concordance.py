"""A search over all articles: hits in the annotations that are wanted, lines around them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from annotator.config.labelsets import load_label_set
from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article, ArticleStatus
from annotator.core.entities import Entity, Status
from annotator.core.spans import Span
from annotator.storage import Concordance, Hit, Narrowing, ProjectFile, Relation
from annotator.storage.query import parse_query

BAKU = "زار الوزير باكو، ثم عاد من باكو."
PARIS = "قال إن وزارة باكو\nفي باريس"
ODD = "\ud800 باكو 😀 باكو"
NUL = "أول\0 ثم باكو"


def _article(
    id_: str, text: str, *marked: tuple[str, str, Status], annotator: str = "", **fields: object
) -> AnnotatedArticle:
    entities = tuple(
        Entity(f"e{n}", Span(text.index(part), text.index(part) + len(part)), label, status)
        for n, (part, label, status) in enumerate(marked, 1)
    )
    return AnnotatedArticle(
        Article(id_, text, f"Title {id_}"), annotator, entities=entities, **fields
    )


@pytest.fixture
def searched(file: ProjectFile) -> ProjectFile:
    file.add_articles(
        [
            _article("a1", BAKU, ("باكو", "LOC", Status.ACCEPTED)),
            _article(
                "a2",
                PARIS,
                ("وزارة باكو", "ORG", Status.SUGGESTED),
                ("باريس", "LOC", Status.REJECTED),
            ),
            _article("a3", ODD, ("باكو", "\ud801", Status.ACCEPTED)),
            _article("a4\ud802", NUL),
            _article(
                "a1",
                BAKU,
                ("الوزير", "PER", Status.ACCEPTED),
                annotator="sara",
                status=ArticleStatus.DONE,
            ),
        ]
    )
    return file


@pytest.fixture
def concordance(searched: ProjectFile) -> Iterator[Concordance]:
    with Concordance(searched.path, "salma") as opened:
        yield opened


def _found(concordance: Concordance, text: str, **narrowing: object) -> list[tuple[int, int]]:
    query = parse_query(text)
    found = concordance.found(query, Narrowing(**narrowing))
    return [(hit.article, hit.start) for some in found for hit in some.hits]


ALL = [(1, 11), (1, 27), (2, 13), (3, 2), (3, 9), (4, 8)]


@pytest.mark.parametrize(
    ("narrowing", "found"),
    [
        ({}, ALL),
        ({"label": "LOC", "relation": Relation.IS}, [(1, 11)]),
        ({"label": "ORG", "relation": Relation.IS}, []),
        ({"label": "ORG"}, ALL),
        ({"label": "ORG", "relation": Relation.OVERLAPS}, [(2, 13)]),
        ({"relation": Relation.IS}, [(1, 11), (3, 2)]),
        ({"label": "ORG", "relation": Relation.CONTAINS}, []),
        ({"label": "LOC", "relation": Relation.ARTICLE}, [(1, 11), (1, 27)]),
        ({"label": "LOC", "relation": Relation.APART}, [(1, 27), (2, 13), (3, 2), (3, 9), (4, 8)]),
        ({"relation": Relation.APART}, [(1, 27), (3, 9), (4, 8)]),
        ({"statuses": frozenset({ArticleStatus.DONE})}, []),
        ({"statuses": frozenset({ArticleStatus.NEW})}, ALL),
        ({"annotator": "sara"}, [(1, 11), (1, 27)]),
        ({"annotator": "sara", "statuses": frozenset({ArticleStatus.DONE})}, [(1, 11), (1, 27)]),
        ({"annotator": "sara", "label": "LOC", "relation": Relation.OVERLAPS}, []),
        ({"tag": "none"}, []),
    ],
)
def test_narrowed(concordance: Concordance, narrowing: dict[str, object], found: object) -> None:
    assert _found(concordance, "باكو", **narrowing) == found


def test_by_tag(searched: ProjectFile, concordance: Concordance) -> None:
    searched._connection.execute("INSERT INTO article_tag (article, tag) VALUES (2, 'economy')")
    searched._connection.commit()
    assert _found(concordance, "باكو", tag="economy") == [(2, 13)]


def test_without_words_the_entities_of_a_label(concordance: Concordance) -> None:
    assert _found(concordance, "", label="LOC") == [(1, 11)]
    assert _found(concordance, "", label="ORG") == [(2, 7)]
    assert _found(concordance, "") == []


def test_neighbours_come_along(concordance: Concordance) -> None:
    (found,) = concordance.found(parse_query("باكو"), Narrowing(), beside=True)
    assert found.beside[:3] == [("الوزير", "ثم"), ("من", ""), ("وزاره", "في")]


def test_lines_tell_place_and_entities(concordance: Concordance) -> None:
    hits = [Hit(2, 13, 17), Hit(1, 11, 15), Hit(3, 9, 13), Hit(9, 0, 1), Hit(4, 8, 12)]
    second, first, odd, nul = concordance.lines([*hits, Hit(1, 500, 501)], width=6)
    assert (second.id, second.title) == ("a2", "Title a2")
    assert (second.before, second.keyword, second.after) == ("وزارة ", "باكو", " في با")
    (entity,) = second.entities
    assert (entity.span, entity.label) == (Span(0, 10), "ORG")
    assert (entity.status, entity.span.of(second.text)) == (Status.SUGGESTED, "وزارة باكو")
    assert (first.before, first.keyword) == ("لوزير ", "باكو")
    assert [(e.span.of(first.text), e.label) for e in first.entities] == [("باكو", "LOC")]
    assert [(entity.span, entity.label) for entity in odd.entities] == [(Span(-1, 3), "\ud801")]
    assert (nul.id, nul.before, nul.keyword) == ("a4\ud802", "ل\ufffd ثم ", "باكو")
    assert concordance.lines([]) == []
    assert (odd.before, odd.keyword, odd.after) == ("اكو 😀 "[-6:], "باكو", "")


def test_lines_of_another_annotator(concordance: Concordance) -> None:
    (line,) = concordance.lines([Hit(1, 11, 15)], "sara")
    assert [entity.label for entity in line.entities] == ["PER"]


def test_lines_leave_weak_suggestions_out(tmp_path: Path) -> None:
    entities = (
        Entity("e1", Span(0, 4), "LOC", Status.SUGGESTED, "names", score=0.3),
        Entity("e2", Span(5, 10), "LOC", Status.SUGGESTED, "names", score=0.7),
        Entity("e3", Span(11, 15), "LOC", Status.ACCEPTED, "names", score=0.1),
        Entity("e4", Span(16, 21), "LOC", Status.SUGGESTED, "names"),
    )
    article = AnnotatedArticle(Article("a", "باكو باريس دبلن كييفا"), entities=entities)
    with ProjectFile.create(tmp_path / "p.annotator", label_set=load_label_set()) as file:
        file.add_articles([article])
        with Concordance(file.path, "") as concordance:
            hits = [Hit(1, 5, 10)]
            (whole,) = concordance.lines(hits)
            (strong,) = concordance.lines(hits, least=0.5)
    assert len(whole.entities) == 4
    assert [one.span.start for one in strong.entities] == [5, 11, 16]
