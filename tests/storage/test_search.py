"""Words found however they are spelt, at the places where they are written."""

from __future__ import annotations

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.storage import ProjectFile

TEXTS = (
    "زارَ الرئيسُ أذربيجانَ، وقال إن أذربيجـان بعيدة.",
    "اتهمت باكو أرمينيا. واستدعى سفيرها للعراق ثم للعراقيين.",
    'تحدث في بواشنطن عن واشنطن و"واشنطن بوست". لواشنطن_دي',
    "\ud800 Café d'Arménie 😀 باكو باكو",
)


@pytest.fixture
def searched(file: ProjectFile) -> ProjectFile:
    file.add_articles(AnnotatedArticle(Article(f"a{n}", text)) for n, text in enumerate(TEXTS, 1))
    return file


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("اذربيجان", {"a1": ["أذربيجانَ", "أذربيجـان"]}),
        ("أَذْرَبيجان", {"a1": ["أذربيجانَ", "أذربيجـان"]}),
        ("ارمينيا", {"a2": ["أرمينيا"]}),
        ("العراق", {"a2": ["لعراق"]}),
        ("واشنطن", {"a3": ["واشنطن", "واشنطن", "واشنطن", "واشنطن"]}),
        ("واشنطن بوست", {"a3": ["واشنطن بوست"]}),
        ("باكو أرمينيا", {"a2": ["باكو أرمينيا"]}),
        ("أرمينيا باكو", {}),
        ("باكو", {"a2": ["باكو"], "a4": ["باكو", "باكو"]}),
        ("café", {"a4": ["Café"]}),
        ("cafe", {}),
        ("بوس", {}),
        ('" OR text:*', {}),
        ("😀", {}),
        ("", {}),
        ("\ud800", {}),
    ],
)
def test_search(searched: ProjectFile, query: str, found: dict[str, list[str]]) -> None:
    hits = searched.search(query)
    assert {hit.id: [span.of(hit.text) for span in hit.spans] for hit in hits} == found


def test_no_more_hits_than_asked_for(searched: ProjectFile) -> None:
    assert [hit.id for hit in searched.search("باكو", limit=1)] == ["a2"]
