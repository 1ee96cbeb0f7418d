"""How well quotes are found in news as it is: 45 articles of five outlets, drawn by chance.

Annotated by hand before the rules were read (``real_news/*.json``). Half of them, ``seen``, served
to find what was wrong and to learn the weights of speakers; of the other half only the sums of
the scores were ever looked at. The texts are not here: without them the tests are skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from annotator.core.annotated import AnnotatedArticle
from annotator.core.entities import Entity
from annotator.core.progress import Progress
from annotator.review.quote_scores import score_quotes
from annotator.services.suggesting import suggest
from tests.suggest.quotes.conftest import read_real_news

Suggest = Callable[[AnnotatedArticle, Iterable[Entity]], AnnotatedArticle]

HERE = Path(__file__).parent
ARCHIVE = HERE.parents[3] / "shared" / "data" / "ant_news.tar.xz"
ENGINES = ("embedded", "gazetteer", "organisations", "persons")


@pytest.mark.parametrize(
    ("half", "written"), [("seen", "third_author_seen"), ("shut", "third_author")]
)
def test_goals_on_news_and_passages_of_the_same_author(
    half: str, written: str, passages: dict[str, list[AnnotatedArticle]], suggested: Suggest
) -> None:
    if not ARCHIVE.exists():
        pytest.skip("the news articles are not here")
    articles = read_real_news(HERE / "real_news" / f"{half}.json", ARCHIVE) + passages[written]
    scores = score_quotes((gold, suggested(gold, _entities(gold))) for gold in articles)
    direct, fragments = scores.direct_exact.f1, scores.fragments.f1
    content = scores.content_iou50.f1
    cue, source = (share.right / share.of for share in (scores.cue, scores.source))
    assert direct >= 0.93
    assert fragments >= 0.90
    assert content >= 0.85
    assert cue >= 0.95
    assert source >= 0.80


def _entities(article: AnnotatedArticle) -> tuple[Entity, ...]:
    return suggest(article.article, engines=ENGINES, progress=Progress()).entities
