"""Articles and decisions that hypothesis makes up."""

from __future__ import annotations

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.article import Article
from annotator.core.decisions import Actor

TEXT = "التقى بومبيو بلأرمينيا في واشنطن 👩🏽‍🚀 وقالَ: «نعم» ثم غادر"


@pytest.fixture
def actor() -> Actor:
    return Actor("salma", "2026-11-22T10:00:00Z")


@pytest.fixture
def state() -> AnnotatedArticle:
    return AnnotatedArticle(Article("a1", TEXT))
